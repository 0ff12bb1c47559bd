"""Ten million event rows to dyad-months: seconds and peak memory. Budget: 15 s and 2.5 GB.

    python benchmarks/dyad_months.py [ROWS] [FOLDER]

Rows are generated inside a study (not timed): 60 states, 30 years, the roots of comity's modes; one event in
twenty has three parties. Then the study's own question counts them by pair, month and root.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from comity.study import open_study

MAKE = """
insert into claim (seq, id, kind, document, recorded, mode, root, participants, "start", "end", precision,
                   resolved, status, track, section, start_char, end_char, quote, rule, fields)
select i, printf('%016x', i), 'event', 'made-up', timestamp '2026-01-01', 'meet',
       ['CONSULT', 'AGREE', 'COOPERATE', 'ACCUSE', 'THREATEN', 'ASSAULT'][1 + ((hash(i) >> 48) % 6)::int],
       case when i % 20 = 0 then [a, b, c] else [a, b] end,
       day, day, 'day', 'explicit', 'occurred', 'other', 'made-up', i, i, 'row ' || i, 'feed.made-up', '{}'
from (select i, 'S' || lpad((hash(i) % 60)::varchar, 2, '0') as a,
             'S' || lpad(((hash(i) >> 12) % 60)::varchar, 2, '0') as b,
             'S' || lpad(((hash(i) >> 24) % 60)::varchar, 2, '0') as c,
             date '1995-01-01' + ((hash(i) >> 32) % 10957)::int as day
      from range(1, $rows + 1) as t(i))
"""


def peak() -> float:
    """Return the peak memory of this process in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def make(path: Path, rows: int) -> None:
    """Write a study of generated events."""
    with open_study(path) as study:
        connection = study.derived().connection
        connection.execute(MAKE, {"rows": rows})


def main(rows: int, folder: Path) -> int:
    path = folder / "events.duckdb"
    if "--make" in sys.argv:
        make(path, rows)
        return 0
    import subprocess

    subprocess.run([sys.executable, __file__, str(rows), str(folder), "--make"], check=True)
    with open_study(path) as study:
        start = time.perf_counter()
        study.derived()
        built = time.perf_counter() - start
        start, worked = time.perf_counter(), time.process_time()
        cells = study.dyad_months(output=folder / "dyad-months.parquet")
        took, worked = time.perf_counter() - start, time.process_time() - worked
    size = (folder / "dyad-months.parquet").stat().st_size / 1e6
    print(f"{rows:,} events to {cells:,} dyad-months in Parquet ({size:.1f} MB)")
    print(f"{took:.1f} s (budget 15 s), {worked:.1f} s of processor time")
    print(f"peak memory of all {peak():.2f} GB (budget 2.5 GB)")
    print(f"before it, once for new claims: views built in {built:.1f} s")
    return 0 if took <= 15 and peak() <= 2.5 else 1


if __name__ == "__main__":
    given = [a for a in sys.argv[1:] if not a.startswith("--")]
    count = int(given[0]) if given else 10_000_000
    if len(given) > 1:
        sys.exit(main(count, Path(given[1])))
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(count, Path(temporary)))

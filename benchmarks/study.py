"""A study with a million claims: how long it takes to open, and to answer.

    python benchmarks/study.py [CLAIMS]

The claims are made up: 20 actors, 25 years, ten claims a document. Times are of a warm process on one
core, the best of nine; opening is of a study that was closed before.
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import duckdb

from comity.study import open_study

ACTORS = [
    *("CHN", "USA", "JPN", "RUS", "KOR", "PRK", "IND", "AUS", "VNM", "PHL"),
    *("IDN", "THA", "MYS", "SGP", "MMR", "KHM", "LAO", "BRN", "MNG", "KAZ"),
]
MODES = ["meet", "visit", "call", "sign", "exercise"]
ROOTS = ["CONSULT", "CONSULT", "CONSULT", "AGREE", "COOPERATE"]
STANCES = ["support", "oppose", "call", "commit"]

MADE = """
insert into document by name
select 'd' || i as id, 'text' as kind, 'Document ' || i as title, 'en' as language,
       $actors[1 + (i % 20)::int] as issuer, date '2000-01-01' + (i * 9000 // $documents)::int as issued_start,
       issued_start as issued_end, 'day' as issued_precision, 'd' || i as digest, '' as text,
       true as complete, timestamp '2026-01-01' as recorded
from range($documents) t(i);

insert into claim by name
with row as (
    select i, (hash(i) % 20)::int as a, (hash(i + 7) % 20)::int as b, (hash(i + 5) % 5)::int as m,
           date '2000-01-01' + ((i // 10) * 9000 // $documents)::int as day,
           ['event', 'event', 'position', 'tie'][1 + i % 4] as kind
    from range($claims) t(i)
)
select i + 1 as seq, substr(sha256(i::varchar), 1, 16) as id, kind, 'd' || (i // 10) as document,
       timestamp '2026-01-01' as recorded,
       case when kind = 'event' then $modes[1 + m] end as mode,
       case when kind = 'event' then $roots[1 + m] end as root,
       case when kind = 'event' then list_distinct([$actors[1 + a], $actors[1 + b]]) end as participants,
       case when kind <> 'position' then day end as start,
       case when kind = 'event' then day + 3 when kind = 'tie' then day + 900 end as "end",
       case when kind = 'event' then 'occurred' end as status,
       case when kind = 'position' then [$actors[1 + a]] end as holders,
       case when kind = 'position' then [$actors[1 + b]] end as addressees,
       case when kind = 'position' then $stances[1 + (hash(i + 3) % 4)::int] end as stance,
       case when kind = 'position' then 'matter ' || (i % 100) end as target,
       case when kind = 'tie' then 'partner' end as relation,
       case when kind = 'tie' then $actors[1 + a] end as "from",
       case when kind = 'tie' then $actors[1 + b] end as "to",
       $actors[1 + a] as issuer, 0 as start_char, 80 as end_char,
       'words of claim ' || i || ' as they stand in its document, about eighty characters' as quote,
       'made' as rule, '{}' as fields
from row;
"""


def make(path, claims):
    open_study(path).close()
    with duckdb.connect(str(path)) as connection:
        values = {
            "actors": ACTORS,
            "modes": MODES,
            "roots": ROOTS,
            "stances": STANCES,
            "claims": claims,
            "documents": claims // 10,
        }
        for part in MADE.split(";\n"):
            if part.strip():
                used = {k: v for k, v in values.items() if f"${k}" in part}
                connection.execute(part, used)


def best(work, rounds=9):
    """Return the best wall time and the best processor time, in ms: on a busy machine they differ."""
    wall, busy = [], []
    for _ in range(rounds):
        start, used = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - start)
        busy.append(time.process_time() - used)
    return f"{min(wall) * 1000:8.0f} ms, {min(busy) * 1000:5.0f} ms of processor"


def reopened(path):
    with open_study(path, readonly=True) as study:
        assert study.path


def main():
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.duckdb"
        start = time.perf_counter()
        make(path, claims)
        print(f"{claims:,} claims made in {time.perf_counter() - start:.1f} s")
        with open_study(path) as study:
            start = time.perf_counter()
            study.derived()
            print(f"views built in {time.perf_counter() - start:.1f} s")
        print(f"{path.stat().st_size / 1e6:.0f} MB")
        print(f"open                  {best(lambda: reopened(path))}   (asked: 300)")
        with open_study(path, readonly=True) as study:
            study.derived().connection.execute("set threads = 1")
            year = {"start": date(2016, 1, 1), "end": date(2016, 12, 31)}
            day = date(2016, 9, 4)
            questions = {
                "dossier, a year": lambda: study.dossier("CHN", "USA", **year),
                "dossier, 25 years": lambda: study.dossier("CHN", "USA"),
                "… and as plain values": lambda: study.dossier("CHN", "USA").to_dict(),
                "claims at a day": lambda: study.claims(at=day, limit=1000),
                "ties of one at a day": lambda: study.claims(at=day, kind="tie", actors=["CHN"]),
                "timeline of two": lambda: study.timeline("CHN", "USA"),
            }
            for name, ask in questions.items():
                print(f"{name:22}{best(ask)}   (asked: 200)")


if __name__ == "__main__":
    main()

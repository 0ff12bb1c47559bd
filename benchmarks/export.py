"""A study with a million claims: how long each export takes, how large it is, how much memory it needs.

    python benchmarks/export.py [CLAIMS]

Each format runs in a process of its own, so that its peak memory is its own. The claims are those of
benchmarks/study.py; restoring is measured on a tenth as many that were truly recorded, because it checks ids.
"""

import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from comity.export import FORMATS, Edition
from comity.model import Document, Event, OffsetMap, Period, Span
from comity.study import open_study
from study import ACTORS, make


def main() -> None:
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.duckdb"
        make(path, claims)
        with open_study(path) as study:
            study.derived()
        print(f"{claims:,} claims, {path.stat().st_size / 1e6:,.0f} MB")
        for name in [f.name for f in FORMATS]:
            one(name, path, Path(folder) / name)
        record(Path(folder) / "recorded.duckdb", claims // 10)
        one("parquet", Path(folder) / "recorded.duckdb", Path(folder) / "whole")
        one("restore", Path(folder) / "again.duckdb", Path(folder) / "whole")


def one(name: str, path: Path, folder: Path) -> None:
    subprocess.run([sys.executable, __file__, "--one", name, path, folder], check=True)


def run(name: str, path: Path, folder: Path) -> None:
    begun = time.perf_counter()
    with open_study(path, readonly=name != "restore") as study:
        if name == "restore":
            done = study.restore(folder)
            size = path.stat().st_size
            count = done.claims
        else:
            found = study.export(folder, [name], edition=Edition(authors=("A",)))
            size = sum(f["bytes"] for f in found.manifest["files"])
            count = found.claims
    took = time.perf_counter() - begun
    peak = peak_memory()
    print(f"{name:9} {count:>9,} claims {took:6.1f} s {size / 1e6:8,.1f} MB, peak {peak:,.0f} MB")


def peak_memory() -> float:
    """Return the peak in MB of this program alone: ru_maxrss would count that of the one that started it."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(x.split()[1]) for x in lines if x.startswith("VmHWM")) / 1024


def record(path: Path, claims: int) -> None:
    def read():
        for start in range(0, claims, 1000):
            id = f"d{start}"
            document = Document(id=id, text=id, clean=id, offsets=OffsetMap(), language="en")
            yield document, [event(id, i) for i in range(start, min(claims, start + 1000))]

    with open_study(path, clock=lambda: datetime(2026, 1, 1)) as study:
        study.record(read())


def event(document: str, i: int) -> Event:
    day = date(2000, 1, 1) + timedelta(days=i % 9000)
    return Event(
        document=document,
        issuer="CHN",
        section="",
        span=Span(0, 2),
        quote=f"words of claim {i} as they stand in its document",
        rule="made",
        mode="meet",
        participants=(ACTORS[i % 20], ACTORS[(i * 7 + 3) % 20]),
        period=Period(start=day, end=day, precision="day", resolved="explicit"),
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()

"""Rows of event data into a study: rows a second and peak memory, both ways of reading.

    python benchmarks/import_events.py [ROWS] [--rowwise]

The file is made up in the shape of GDELT 1.0 (57 columns, tab-separated, one row an event): 60 states, 30 years,
one row in fifty without a country. `--rowwise` reads row by row in Python, as feeds that are no plain tables are read.
"""

import random
import resource
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from comity.feeds import load_feed
from comity.study.ingest import import_file
from comity.study.opening import open_store

STATES = [
    *(
        "CHN",
        "USA",
        "JPN",
        "RUS",
        "KOR",
        "PRK",
        "IND",
        "AUS",
        "VNM",
        "PHL",
        "IDN",
        "THA",
        "MYS",
        "SGP",
    ),
    *(
        "MMR",
        "KHM",
        "LAO",
        "BRN",
        "MNG",
        "KAZ",
        "PAK",
        "IRN",
        "TUR",
        "FRA",
        "DEU",
        "GBR",
        "ITA",
        "ESP",
    ),
    *(
        "CAN",
        "MEX",
        "BRA",
        "ARG",
        "CHL",
        "PER",
        "NZL",
        "FJI",
        "PNG",
        "BGD",
        "LKA",
        "NPL",
        "BTN",
        "MDV",
    ),
    *(
        "AFG",
        "UZB",
        "KGZ",
        "TJK",
        "TKM",
        "UKR",
        "BLR",
        "POL",
        "ROM",
        "EGY",
        "SAU",
        "ARE",
        "QAT",
        "ISR",
    ),
]
CODES = ["010", "036", "040", "042", "043", "046", "051", "057", "061", "073", "112", "138", "190"]


def make(path: Path, rows: int) -> None:
    """Write a file of made-up events."""
    rng = random.Random(7)
    header = load_feed("gdelt-1").header
    at = {name: place for place, name in enumerate(header)}
    row = ["made up" if "Geo" in name else "1" for name in header]
    with path.open("w", encoding="utf-8", newline="") as stream:
        for number in range(rows):
            year, month, day = rng.randrange(1990, 2020), rng.randrange(1, 13), rng.randrange(1, 29)
            row[at["GLOBALEVENTID"]] = str(number)
            row[at["SQLDATE"]] = f"{year}{month:02}{day:02}"
            row[at["Actor1CountryCode"]] = rng.choice(STATES)
            row[at["Actor2CountryCode"]] = "" if number % 50 == 0 else rng.choice(STATES)
            row[at["EventCode"]] = rng.choice(CODES)
            row[at["ActionGeo_FullName"]] = f"Town {number % 9000}, Province, Country"
            row[at["SOURCEURL"]] = f"https://news.example.org/{year}/{number}"
            stream.write("\t".join(row) + "\n")


def main() -> None:
    asked = [a for a in sys.argv[1:] if a.isdigit()]
    rows = int(asked[0]) if asked else 200_000
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.export.csv"
        make(file, rows)
        size = file.stat().st_size / 1e6
        start, used = time.perf_counter(), time.process_time()
        store = open_store(Path(folder) / "s.duckdb")
        feed = load_feed("gdelt-1")
        done = import_file(store, feed, file, datetime(2026, 1, 1), by_row="--rowwise" in sys.argv)
        store.close()
        took, busy = time.perf_counter() - start, time.process_time() - used
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(
        f"{done.rows:,} rows ({size:.0f} MB) to {done.claims:,} claims in {took:.1f} s ({busy:.1f} s of processor): "
        f"{done.rows / took:,.0f} rows/s, peak {memory:.0f} MB"
    )


if __name__ == "__main__":
    main()

"""The open panels as evidence, and how quickly networks and measures come out of them.

    python benchmarks/panels.py FOLDER

FOLDER holds the tables as their makers publish them or cut to some states (ATOP dyad-years, COW IGO spells or
state-years, Multinational Military Exercises, MID dyad-years, COW trade). None is shipped: the feeds page
says where each is fetched. Prints seconds and the peak of memory.
"""

import resource
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from comity.feeds import FeedReader, load_feed
from comity.feeds.facts import FactReader
from comity.feeds.files import open_table
from comity.measure import measures, run
from comity.model import Coverage, Observation, Period
from comity.network import Evidence, evidence_of, evidence_of_rows, network_at, sequence
from comity.registry import load_registry

TABLES = {
    "atop": "alliance_atop_dyad_year.csv",
    "cow-igo": "igo_membership_spells.csv",
    "mme-exercises": "exercises_mme7_participant_year.csv",
    "cow-mid": "mid_cow5_dyad_dispute_year.csv",
}
TRADE = "trade_cow4_dyad_year.parquet"
ENGAGEMENTS = "china_leader_engagements_2003_2018.csv"
YEARS = range(1949, 2019)


def panel_evidence(folder: Path) -> Evidence:
    """Return the panels of a folder, with comity's own facts, as evidence."""
    claims, numbers, covers = [], {}, []
    for name, file in TABLES.items():
        feed = load_feed(name)
        with open_table(folder / file, feed) as table:
            reader = FeedReader(feed, table, name)
            for value in reader.values():
                if isinstance(value, Observation):
                    numbers.setdefault(name, []).append(value)
                else:
                    claims.append(value)
            covers += [(name, cover) for cover in reader.coverage()]
    facts = FactReader(load_registry(), "comity-facts")
    claims += list(facts.claims())
    covers += [("facts", cover) for cover in facts.coverage()]
    if (folder / TRADE).is_file():
        numbers["cow-trade"] = list(trade(folder / TRADE))
    version = "panels: " + ", ".join(f"{n} {load_feed(n).version}" for n in TABLES)
    whole = evidence_of(claims, observations=numbers, coverage=covers, version=version)
    path = folder / ENGAGEMENTS
    return whole.joined(engagements(path, scope(folder))) if path.is_file() else whole


def trade(path: Path) -> Iterator[Observation]:
    """Yield the imports of each state from each other, by year."""
    import pyarrow.parquet

    columns = pyarrow.parquet.read_table(path).to_pydict()
    names = ("iso1", "iso2", "year", "flow1", "flow2")
    years = {year: Period.year(year) for year in set(columns["year"])}
    for row, (a, b, year, one, two) in enumerate(zip(*(columns[n] for n in names), strict=True), 1):
        for importer, other, flow in ((a, b, one), (b, a, two)):
            value = None if flow is None or flow != flow or flow < 0 else flow
            yield Observation(
                series="imports", a=importer, b=other, period=years[year], value=value, row=row
            )


def engagements(path: Path, actors: dict[str, str]) -> Evidence:
    """Return the dated meetings of Chinese leaders as evidence of one table."""
    import csv

    with path.open(encoding="utf-8", newline="") as file:
        told = [
            {
                "kind": "meet",
                "members": ("CHN", actors[r["country"]]),
                "start": date.fromisoformat(r["date"][:10]),
                "end": date.fromisoformat(r["date"][:10]),
                "row": number,
            }
            for number, r in enumerate(csv.DictReader(file), 1)
            if r["country"] in actors and r["date"][:4].isdigit()
        ]
    period = Period(start=date(2003, 1, 1), end=date(2018, 12, 31), precision="range")
    cover = Coverage(property="meet", actors=("CHN",), period=period, silence="unknown")
    return evidence_of_rows(told, family="china-vitae", coverage=[cover])


def scope(folder: Path) -> dict[str, str]:
    """Return the ids of the states in scope by their English names."""
    import csv

    with (folder / "states.csv").open(encoding="utf-8", newline="") as file:
        return {r["name_en"]: r["iso3"] for r in csv.DictReader(file)}


def timed(what: str, make):  # type: ignore[no-untyped-def]
    """Print how long something takes, and return it."""
    begun = time.perf_counter()
    made = make()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:56} {time.perf_counter() - begun:7.2f} s  peak {peak:5.0f} MB", flush=True)
    return made


def main(folder: Path) -> None:
    evidence = timed("read the tables", lambda: panel_evidence(folder))
    print(f"  {len(evidence.links)} links, {sum(map(len, evidence.series.values()))} numbers")
    actors = tuple(sorted(scope(folder).values()))
    day = date(2000, 12, 31)
    network = timed("network on a day, ready", lambda: network_at(evidence, day, actors=actors))
    timed("  all its layers", lambda: network.layers)
    years = timed("sequence of 70 years, ready", lambda: sequence(evidence, YEARS, actors=actors))
    timed("  weights of 8 layers", lambda: [years.weights[n] for n in years.names])
    timed("  what is known of 8 layers", lambda: [years.known[n] for n in years.names])
    for name in years.names:
        tied = years.weights[name] > 0
        print(
            f"    {name:12} {int(tied.sum()):8} tied, {float(np.mean(years.known[name])):.3f} known"
        )
    for measure in measures():
        timed(f"  {measure.id} of 70 years", lambda m=measure: run(years, [m.id], draws=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The Asia-Pacific from 1990 to 2018: a study from open tables and documents, measured, and checked by hand.

    python docs/examples/asia_pacific.py FOLDER [--documents FOLDER]... [--study asia.duckdb] [--draws 200]

FOLDER holds the tables of five feeds (see ``TABLES``; where to fetch them: docs/reference/feeds.md). The
study is made when its file is new. Prints Markdown: docs/how-to/asia-pacific.md shows what came out.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import by_hand

import comity
from comity.measure import run
from comity.measure.values import interval, number
from comity.network import Evidence, compare, network_at, overview, sequence

TABLES = {
    "atop": by_hand.ATOP,
    "cow-igo": by_hand.IGO,
    "cow-mid": by_hand.MID,
    "mme-exercises": by_hand.MME,
    "cow-trade": by_hand.TRADE,
}
STATES = by_hand.STATES
DAYS = tuple(date(year, 12, 31) for year in (1990, 2005, 2018))
YEARS = (1990, 1995, 2000, 2005, 2010, 2018)
WHOLE = ("rc.density", "rc.central", "bal.frust", "bloc.Q")
DYADS = (("CHN", "USA"), ("JPN", "USA"), ("CHN", "RUS"), ("CHN", "JPN"))
Line = Iterator[str]


def make(path: Path, folder: Path, documents: Iterable[Path]) -> None:
    """Make the study: tables, comity's own facts, documents. What is there already adds nothing."""
    with comity.open(path) as study:
        for feed, name in TABLES.items():
            study.import_feed(feed, folder / name)
        study.add_facts()
        for each in documents:
            study.add(each)
        study.derived()


def coverage(evidence: Evidence) -> Line:
    """Yield which source ends when, by layer."""
    yield "| layer | source | ends |"
    yield "|---|---|---|"
    for ended in overview(network_at(evidence, date(2018, 12, 31), actors=STATES)).ended:
        yield f"| {ended.layer} | {ended.family} ({ended.property}) | {ended.last} |"


def layers(evidence: Evidence) -> Line:
    """Yield pairs tied, known to be untied, and unknown on three days."""
    views = [overview(network_at(evidence, day, actors=STATES)) for day in DAYS]
    yield "| layer | " + " | ".join(f"{day.year}: tied, untied, unknown" for day in DAYS) + " |"
    yield "|---|" + "---|" * len(DAYS)
    for counts in zip(*(v.layers for v in views), strict=True):
        cells = (f"{c.tied}, {c.untied}, {c.unknown}" for c in counts)
        yield f"| {counts[0].layer} | {' | '.join(cells)} |"


def changes(evidence: Evidence) -> Line:
    """Yield what came and went between neighbouring days."""
    networks = [network_at(evidence, day, actors=STATES) for day in DAYS]
    yield (
        "| layer | "
        + " | ".join(f"{a.year} to {b.year}" for a, b in zip(DAYS, DAYS[1:], strict=False))
        + " |"
    )
    yield "|---|" + "---|" * (len(DAYS) - 1)
    found = [compare(a, b).by_layer() for a, b in zip(networks, networks[1:], strict=False)]
    for name in networks[0].names:
        cells = (
            ", ".join(f"{n} {w}" for w, n in counts.get(name, {}).items()) or "none"
            for counts in found
        )
        yield f"| {name} | {' | '.join(cells)} |"


def measured(evidence: Evidence, draws: int) -> Line:
    """Yield values of the whole and of some pairs over years, each with its interval or the reason."""
    years = sequence(evidence, YEARS, actors=STATES)
    pairs = {frozenset(pair) for pair in DYADS}
    whole = run(years, WHOLE, draws=draws)
    dyads = run(years, ["mux.overlap"], draws=draws, keep=lambda s: frozenset(s.actors) in pairs)
    yield "| value | is | interval | claims and rows | unknown inputs |"
    yield "|---|---|---|---|---|"
    for v in (*whole, *dyads):
        address = v.address.partition(",")[0]
        yield f"| {address} | {number(v.value)} | {interval(v)} | {v.n_claims} | {v.missing} |"


def checked(evidence: Evidence, folder: Path) -> Line:
    """Yield a dozen values as comity gives them and as they come out by hand, with the rows."""
    yield "| value | comity | by hand | rows |"
    yield "|---|---|---|---|"
    for what, ours, (theirs, rows) in checks(evidence, folder):
        same = ours == theirs if isinstance(theirs, str) else math.isclose(ours, theirs)
        shown = ", ".join(rows[:4]) + (f" and {len(rows) - 4} more" if len(rows) > 4 else "")
        mark = "" if same else " DIFFERS"
        yield f"| {what} | {number(ours)} | {number(theirs)}{mark} | {shown} |"


def checks(
    evidence: Evidence, folder: Path
) -> Iterator[tuple[str, float | str, tuple[float | str, list[str]]]]:
    """Yield what each value is, as comity gives it, and what is worked out by hand from the raw table."""
    value, count = _asked(evidence), _counted(evidence)
    for year in (1990, 2005):
        yield (
            f"allied pairs in {year} (ATOP)",
            count("alliance", year, "atop"),
            by_hand.alliances(folder, year),
        )
    yield (
        "align.kappa:JPN-KOR/alliance@2000 (ATOP)",
        value("align.kappa", 2000, ("JPN", "KOR"), "atop"),
        by_hand.kappa(folder, 2000, "JPN", "KOR"),
    )
    yield (
        "mux.between:USA@2000 over alliances (ATOP)",
        value("mux.between", 2000, ("USA",), "atop", layers=("alliance",)),
        by_hand.betweenness(folder, 2000, "USA"),
    )
    yield (
        "mux.constraint:JPN@2000 over alliances (ATOP)",
        value("mux.constraint", 2000, ("JPN",), "atop", layers=("alliance",)),
        by_hand.constraint(folder, 2000, "JPN"),
    )
    yield (
        "bal.frust:@1990 (ATOP, MID)",
        value("bal.frust", 1990, (), "atop", "cow-mid"),
        by_hand.balance(folder, 1990),
    )
    yield (
        "bodies that China and Japan share, 2004 (COW IGO)",
        _weight(evidence, "membership", 2004, "CHN", "JPN", "cow-igo"),
        by_hand.shared_bodies(folder, 2004, "CHN", "JPN"),
    )
    yield (
        "pairs in dispute in 2001 (MID)",
        count("disputes", 2001, "cow-mid"),
        by_hand.disputes(folder, 2001),
    )
    yield (
        "coop.count:JPN-USA/material-cooperation@2004 (MME)",
        value("coop.count", 2004, ("JPN", "USA"), "mme-exercises"),
        by_hand.exercises(folder, 2004, "JPN", "USA"),
    )
    yield (
        "imports of China from the United States, 2010, million dollars (COW trade)",
        round(math.expm1(_weight(evidence, "economy", 2010, "CHN", "USA", "cow-trade")), 6),
        by_hand.imports(folder, 2010, "CHN", "USA"),
    )
    yield (
        "states in the ASEAN Regional Forum, 2016 (facts)",
        _members(evidence, "arf", 2016),
        by_hand.members("arf", 2016),
    )
    yield (
        "partner.grade:CHN-RUS@2016 (facts)",
        value("partner.grade", 2016, ("CHN", "RUS"), "facts"),
        by_hand.grade("CHN", "RUS", 2016),
    )


def _asked(evidence: Evidence) -> Callable[..., float | str]:
    """Return what gives the one known value of a measure about some states, from some sources alone."""

    def value(
        id: str, year: int, about: tuple[str, ...], *sources: str, **options: object
    ) -> float | str:
        network = network_at(evidence, date(year, 12, 31), actors=STATES, sources=sources)
        found = run(network, [id], draws=0, options={id: options}, keep=lambda s: s.actors == about)
        (known,) = [v.value for v in found if v.value is not None]
        return known

    return value


def _counted(evidence: Evidence) -> Callable[..., float]:
    """Return what counts the pairs tied in a layer in either direction, from one source alone."""

    def count(layer: str, year: int, source: str) -> float:
        network = network_at(evidence, date(year, 12, 31), actors=STATES, sources=(source,))
        ties = network.layer(layer).ties
        return float((ties | ties.T).sum() / 2)

    return count


def _weight(evidence: Evidence, layer: str, year: int, a: str, b: str, source: str) -> float:
    network = network_at(evidence, date(year, 12, 31), actors=STATES, sources=(source,))
    return float(network.layer(layer).weights[network.index[a], network.index[b]])


def _members(evidence: Evidence, body: str, year: int) -> float:
    network = network_at(evidence, date(year, 12, 31), actors=STATES, sources=("facts",))
    held = network.layer("membership").membership
    return float(len(held.members(body)) if held else 0)


def main() -> None:
    """Make the study unless it is there, and print the page's tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=Path, action="append", default=[])
    parser.add_argument("--study", type=Path, default=Path("asia.duckdb"))
    parser.add_argument("--draws", type=int, default=200)
    given = parser.parse_args()
    if lacking := [name for name in TABLES.values() if not (given.folder / name).is_file()]:
        sys.exit(f"{given.folder} lacks {', '.join(lacking)}.")
    if not given.study.exists():
        make(given.study, given.folder, given.documents)
    with comity.open(given.study, readonly=True) as study:
        evidence = study.evidence()
    parts: dict[str, Line] = {
        "What ends before 2018": coverage(evidence),
        "Layers": layers(evidence),
        "Changes": changes(evidence),
        "Values": measured(evidence, given.draws),
        "Checked by hand": checked(evidence, given.folder),
    }
    for heading, lines in parts.items():
        sys.stdout.write(f"\n## {heading}\n\n" + "".join(f"{line}\n" for line in lines))
        sys.stdout.flush()


if __name__ == "__main__":
    main()

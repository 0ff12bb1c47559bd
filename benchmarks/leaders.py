"""Hold our heads of state and government against published lists of leaders.

    python benchmarks/leaders.py REIGN.csv ARCHIGOS.csv

The lists are REIGN (2021-3: iso3, leader, sdate, smonth, syear, emonth, eyear) and Archigos 4.1 (iso3,
leader, startdate, enddate). For every leader in power since 2000 of a state we hold offices of, it tells
whether we have the name with agreeing dates, with others, or not. The lists are not part of comity.
"""

import csv
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from comity.registry import Record, load_registry

OFFICES = {"head-of-state", "head-of-government", "party-leader"}
SINCE = date(2000, 1, 1)
TOLERANCE = 45


class Spell(NamedTuple):
    """A leader's time in power as a list gives it: first day or the first of its month."""

    state: str
    leader: str
    start: date
    whole_month: bool


def reign(path: Path) -> Iterator[Spell]:
    """Yield the spells of REIGN; its months are whole ones at the end."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        start = date(int(row["syear"]), int(row["smonth"]), 1)
        ended = row["eyear"] and int(row["eyear"]) < SINCE.year
        if not ended:
            yield Spell(row["iso3"], row["leader"], start, whole_month=True)


def archigos(path: Path) -> Iterator[Spell]:
    """Yield the spells of Archigos."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        if date.fromisoformat(row["enddate"]) >= SINCE:
            start = date.fromisoformat(row["startdate"])
            yield Spell(row["iso3"], row["leader"], start, whole_month=False)


def words(name: str) -> frozenset[str]:
    """Return the words of a name without accents, case and short particles."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return frozenset(w for w in plain.replace("-", " ").replace(".", " ").split() if len(w) > 2)


def starts(record: Record) -> Iterator[date]:
    """Yield the days on which a person took a leading office."""
    for term in record.terms:
        if term.office in OFFICES and term.start:
            year, month, day = (*term.start.split("-"), "01", "01")[:3]
            yield date(int(year), int(month), int(day))


def verdict(spell: Spell, ours: list[Record]) -> str:
    """Return ``agrees``, ``other date`` or ``not found`` for one spell."""
    named = [r for r in ours if any(words(spell.leader) & words(name) for name in r.en)]
    days = [d for record in named for d in starts(record)]
    if not days:
        return "not found"
    nearest = min(abs((spell.start - d).days) for d in days)
    return "agrees" if nearest <= TOLERANCE else "other date"


def main(paths: list[Path]) -> None:
    """Print counts for each list, and the leaders that do not agree."""
    ours: dict[str, list[Record]] = defaultdict(list)
    for record in load_registry().of_type("person"):
        if any(True for _ in starts(record)):
            ours[record.state].append(record)
    for path, read in zip(paths, (reign, archigos), strict=True):
        found: dict[str, list[Spell]] = defaultdict(list)
        for spell in read(path):
            if spell.state in ours:
                found[verdict(spell, ours[spell.state])].append(spell)
        counts = ", ".join(f"{len(spells)} {kind}" for kind, spells in sorted(found.items()))
        print(f"{path.name}: {counts}")
        for kind in ("other date", "not found"):
            for spell in found[kind]:
                print(f"  {kind:10} {spell.state} {spell.leader} since {spell.start}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main([Path(name) for name in sys.argv[1:]])

"""Hold our heads of state and government against published lists of leaders.

    python benchmarks/leaders.py REIGN.csv ARCHIGOS.csv

The lists are REIGN (2021-3: iso3, leader, sdate, smonth, syear, emonth, eyear) and Archigos 4.1 (iso3,
leader, startdate, enddate). For every leader in power since 2000 of a state we hold offices of, it tells
whether we have the name with the same first and last days, with others, or not. The lists name whoever
holds power, in whatever office; we list offices. So a difference is a question, not yet an error.
The lists are not part of comity.
"""

import csv
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from comity.registry import Record, load_registry

OFFICES = {"head-of-state", "acting-head-of-state", "head-of-government", "party-leader"}
SINCE = date(2000, 1, 1)
TOLERANCE = timedelta(days=45)
# Names are spelt in many ways (Rakhmonov, Siphandon, Mahatir): words this alike are the same.
ALIKE = 0.8


class Spell(NamedTuple):
    """A time in power. A spell without end lasts at least until the list stops."""

    state: str
    leader: str
    start: date
    end: date | None
    stops: date


def day(text: str, unknown: date) -> date:
    """Return a day of an ISO date; the middle of a month or year stands for a partial one."""
    parts = [int(part) for part in text.split("-")] if text else []
    return date(*(*parts, *(7, 15)[len(parts) - 1 :])) if parts else unknown


def reign(path: Path) -> Iterator[Spell]:
    """Yield the spells of REIGN; of their ends it knows the month."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        start = date(int(row["syear"]), int(row["smonth"]), int(row["sdate"]))
        end = date(int(row["eyear"]), int(row["emonth"]), 15) if row["eyear"] else None
        yield Spell(row["iso3"], row["leader"], start, end, date(2021, 3, 31))


def archigos(path: Path) -> Iterator[Spell]:
    """Yield the spells of Archigos; its last day ends no spell."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        start, end = (date.fromisoformat(row[name]) for name in ("startdate", "enddate"))
        stops = date(2015, 12, 31)
        yield Spell(row["iso3"], row["leader"], start, None if end == stops else end, stops)


def words(name: str) -> list[str]:
    """Return the words of a name without accents, case and short particles."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [w for w in plain.replace("-", " ").replace(".", " ").split() if len(w) > 2]


def is_same_name(one: str, other: str) -> bool:
    """Say whether two spellings share a word, or one that sounds alike."""
    pairs = [(a, b) for a in words(one) for b in words(other)]
    return any(a == b or SequenceMatcher(None, a, b).ratio() >= ALIKE for a, b in pairs)


def times(record: Record) -> Iterator[tuple[date, date]]:
    """Yield the first and last days of a person's leading offices."""
    for term in record.terms:
        if term.office in OFFICES:
            yield day(term.start, date.min), day(term.end, date.max)


def agrees(spell: Spell, record: Record) -> bool:
    """Say whether a person took a leading office when the spell began and left one when it ended."""
    terms = list(times(record))
    ends = [end for _, end in terms]
    left = (
        any(abs(e - spell.end) <= TOLERANCE for e in ends)
        if spell.end
        else max(ends) >= spell.stops
    )
    return left and any(abs(start - spell.start) <= TOLERANCE for start, _ in terms)


def verdict(spell: Spell, ours: list[Record]) -> str:
    """Return what we know of one spell: ``agrees``, ``other dates`` or ``not found``."""
    named = [r for r in ours if any(is_same_name(spell.leader, name) for name in r.en)]
    if any(agrees(spell, record) for record in named):
        return "agrees"
    return "other dates" if named else "not found"


def main(paths: list[Path]) -> None:
    """Print counts for each list, and the leaders that do not agree."""
    ours: dict[str, list[Record]] = defaultdict(list)
    for record in load_registry().of_type("person"):
        if any(term.office in OFFICES for term in record.terms):
            ours[record.state].append(record)
    for path, read in zip(paths, (reign, archigos), strict=True):
        found: dict[str, list[Spell]] = {"agrees": [], "other dates": [], "not found": []}
        for spell in read(path):
            if spell.state in ours and (spell.end is None or spell.end >= SINCE):
                found[verdict(spell, ours[spell.state])].append(spell)
        print(f"{path.name}: " + ", ".join(f"{len(v)} {kind}" for kind, v in found.items()))
        for kind in ("other dates", "not found"):
            for spell in sorted(found[kind]):
                print(
                    f"  {kind:12}{spell.state} {spell.leader}, {spell.start} to {spell.end or '?'}"
                )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main([Path(name) for name in sys.argv[1:]])

"""Who is meant by the words of a claim: people and offices by state, through the registry."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from comity.registry import Record
from comity.registry.lexicon import load_lexicon

ANY: Final = "*"  # offices of all sides: "the two presidents"
LEADERS: Final = frozenset(
    {"head-of-state", "acting-head-of-state", "head-of-government", "party-leader"}
)
HEADS: Final = LEADERS - {"head-of-government"}
# Words for office holders of all sides that are no office of the registry.
TOGETHER: Final = (
    (re.compile(r"元首|the (?:two|three) presidents", re.IGNORECASE), HEADS),
    (re.compile(r"领导人|最高级|the (?:\w+ )?leaders\b|\bleaders[’']", re.IGNORECASE), LEADERS),
)


@dataclass(frozen=True, slots=True)
class People:
    """People by state, and offices by state: of named people those held on the day, of others as told."""

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        return bool(self.names or self.offices)

    def offices_of(self, state: str) -> frozenset[str]:
        """Return the offices that act for a state, those of all sides when none of its own is told."""
        return self.offices.get(state) or self.offices.get(ANY) or frozenset()


VAGUE: Final = frozenset({"mister", "representative", "rank"})


def people_in(words: Iterable[str], day: date | None, *, whole: bool = False) -> People:
    """Return the people and offices that the words name; ``day`` tells which office a person held.

    ``whole`` says that the words are a whole sentence, where an office need not belong to the one state
    named beside it.
    """
    names: dict[str, set[str]] = {}
    offices: dict[str, set[str]] = {}
    for each in words:
        states, found, told = _read(each)
        for person in found:
            names.setdefault(person.state, set()).add(person.id)
            if day:
                held = {t.office for t in person.terms if t.covers(day.isoformat())}
                offices.setdefault(person.state, set()).update(held)
        owners = states | {p.state for p in found}
        owner = next(iter(owners)) if len(owners) == 1 and not whole else ANY
        offices.setdefault(owner, set()).update(told)
    return People(_frozen(names), _frozen(offices))


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {state: frozenset(ids) for state, ids in sorted(found.items()) if ids}


@lru_cache(maxsize=50_000)
def _read(words: str) -> tuple[frozenset[str], tuple[Record, ...], frozenset[str]]:
    """Return the states, people and offices that a stretch of words names."""
    states: set[str] = set()
    people: list[Record] = []
    offices: set[str] = set()
    for hit in load_lexicon().find(words):
        kinds = {r.type for r in hit.records}
        people += [r for r in hit.records if r.type == "person"][:1]
        if "office" in kinds:
            offices |= {r.id for r in hit.records if r.type == "office"} - VAGUE
        elif kinds & {"actor", "organ"}:
            states |= {r.state for r in hit.records if r.type in ("actor", "organ") and r.state}
    for sign, meant in TOGETHER:
        if not people and not offices and sign.search(words):
            offices |= meant
    return frozenset(states), tuple(people), frozenset(offices)


@lru_cache(maxsize=50_000)
def places_in(words: str) -> Mapping[str, str]:
    """Return the places that words name, each with its state."""
    return {
        record.id: record.state
        for hit in load_lexicon().find(words)
        for record in hit.records
        if record.type == "place"
    }

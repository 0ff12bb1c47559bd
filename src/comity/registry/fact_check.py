"""What is wrong with fact tables: ids, dates, words, sources, rows told twice, drift from the records."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from comity.errors import ResourceError
from comity.model.vocabulary import HELD_ROLES, KINDS_OF_DATE, RELATIONS, ROLES
from comity.registry.check import DATE
from comity.registry.facts import NAMES, STANDINGS, Fact, read_facts, spell
from comity.registry.records import Record

Problems = Iterator[tuple[str, str]]
# The other data sets, and so the facts, give the seat and code of the one to the other.
CONTINUED: Final = {"SUN": "RUS"}
THINGS: Final = ("mechanism", "treaty", "subject")
ACTORS: Final = ("member", "by", "a", "b")
DAYS: Final = ("date", "from", "to", "signed", "in_force", "ended")
NEEDED: Final = ("date", "from")
WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "dated": KINDS_OF_DATE,
    "role": ROLES,
    "standing": STANDINGS,
    "property": RELATIONS,
}
KINDS: Final = ("defence", "offence", "neutrality", "non-aggression", "consultation", "entente")
CITED: Final = re.compile(r"https?://\S+\.\S+|doi:\S+|\d{4}-\d{2}-\d{2}")
SAME: Final = ("mechanism", "member", "by", "a", "b", "role", "dated", "date", "from", "grade_zh")


def check_facts(folder: Path, records: Iterable[Record]) -> list[ResourceError]:
    """Return every problem of a folder's facts, each with file, row and what would mend it.

    ``records`` are those the rows may name.
    """
    known = {record.id: record for record in records}
    facts = [fact for name in NAMES for fact in read_facts(name, folder)]
    problems = [_problem(fact, *found) for fact in facts for found in _one(fact, known)]
    problems += [_problem(fact, *found) for fact, *found in _twice(facts)]
    return problems + list(_drifted(facts, known))


def _problem(fact: Fact, problem: str, hint: str) -> ResourceError:
    name = " ".join(fact[c] for c in (*THINGS, *ACTORS) if fact[c])
    record = f"row {fact.number} ({name})"
    return ResourceError(problem, path=fact.path, record=record, hint=hint)


def _one(fact: Fact, known: Mapping[str, Record]) -> Problems:
    for check in (_ids, _dates, _words, _sources):
        found: Callable[[Fact, Mapping[str, Record]], Problems] = check
        yield from found(fact, known)


def _ids(fact: Fact, known: Mapping[str, Record]) -> Problems:
    for column in (*THINGS, *ACTORS):
        if fact[column] and fact[column] not in known:
            yield f"names {fact[column]}, which no record has.", "Use a known id."
    if "a" in fact.cells and fact["a"] == fact["b"]:
        yield "ties one actor to itself.", "Name two."


def _dates(fact: Fact, _: Mapping[str, Record]) -> Problems:
    wrong = [fact[c] for c in DAYS if fact[c] and not _is_date(fact[c])]
    for cell in wrong:
        yield f"the date {cell!r} is not one.", "Write 2016, 2016-09 or 2016-09-12."
    for column in NEEDED:
        if column in fact.cells and not fact[column]:
            yield f"has no {column}.", "Give the day first seen, dated first-observed."
    if fact.table == "alliances" and not (fact["signed"] or fact["in_force"]):
        yield "is dated neither by signature nor by force.", "Give one of them."
    if wrong:
        return
    for first, last in (("from", "to"), ("signed", "in_force"), ("signed", "ended")):
        if fact[first] and fact[last] and _reversed(fact[first], fact[last]):
            yield f"ends {fact[last]} before it begins {fact[first]}.", "Swap or mend the dates."


def _is_date(text: str) -> bool:
    try:
        return bool(DATE.match(text) and spell(text))
    except ValueError:
        return False


def _reversed(first: str, last: str) -> bool:
    period = spell(first, last)
    return bool(period.start and period.end and period.end < period.start)


def _words(fact: Fact, _: Mapping[str, Record]) -> Problems:
    for column, words in WORDS.items():
        if column in fact.cells and fact[column] not in words:
            yield f"the {column} {fact[column]!r} is unknown.", f"Known: {', '.join(words)}."
    if fact.table == "suspensions" and fact["role"] not in HELD_ROLES:
        yield f"{fact['role']} suspends nothing.", f"Known: {', '.join(HELD_ROLES)}."
    if fact.table == "alliances" and fact["kind"] not in KINDS:
        yield f"the kind {fact['kind']!r} is unknown.", f"Known: {', '.join(KINDS)}."
    if fact["members"] and not fact["members"].isdecimal():
        yield f"the number of members {fact['members']!r} is none.", "Write digits."


def _sources(fact: Fact, _: Mapping[str, Record]) -> Problems:
    if fact["standing"] == "sourced" and not CITED.search(fact["source"]):
        hint = "Give an address or a dated document, or write unverified."
        yield "says it is sourced and cites nothing.", hint


def _twice(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str, str]]:
    seen: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        if fact.table in ("alliances", "coverage"):
            key = (fact.table, *fact.cells.values())
        else:
            key = (fact.table, *(fact[column] for column in SAME))
        first = seen.setdefault(key, fact)
        if first is not fact:
            yield fact, f"says the same as row {first.number}.", "Keep one of them."


def _drifted(facts: Iterable[Fact], known: Mapping[str, Record]) -> Iterator[ResourceError]:
    """A record's parties and the facts must not tell different members, nor a founding no fact dates."""
    told: dict[str, set[str]] = {}
    dates: dict[str, set[str]] = {}
    for fact in facts:
        if fact.table == "memberships":
            told.setdefault(fact["mechanism"], set()).add(fact["member"])
        if fact.table in ("foundings", "alliances"):
            thing = fact["mechanism"] or fact["treaty"]
            dates.setdefault(thing, set()).update(fact[c] for c in DAYS if fact[c])
    for id, members in told.items():
        record = known.get(id)
        for party in record.parties if record else ():
            inner = told.get(party.id, set())
            if CONTINUED.get(party.id, party.id) not in members and not inner & members:
                problem = f"has the party {party.id}, of which the facts know nothing."
                hint = "Add it to facts/memberships.csv, or take it out here."
                yield ResourceError(
                    problem, path=record.path if record else "", record=id, hint=hint
                )
    for id, days in dates.items():
        record = known.get(id)
        if record and record.start and not any(_near(record.start, day) for day in days):
            problem = f"is founded {record.start}, a date no fact has."
            hint = "Mend it here or in facts/foundings.csv."
            yield ResourceError(problem, path=record.path, record=id, hint=hint)


def _near(one: str, other: str) -> bool:
    """Say whether two dates can be the same one told with different precision."""
    short = min(len(one), len(other))
    return one[:short] == other[:short]

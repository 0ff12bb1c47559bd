"""What is wrong with resource records: shape, ids, names, dates, references, sources."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from comity.errors import ResourceError
from comity.registry.records import Record

DATE: Final = re.compile(r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
STATE_ID: Final = re.compile(r"^[A-Z]{3}$")
SLUG: Final = re.compile(r"^[0-9a-z\u4e00-\u9fff]+(?:-[0-9a-z\u4e00-\u9fff]+)*$")
# One name may mean several of these at once; context or date decides (see comity.extract.mentions.find).
MAY_SHARE: Final = frozenset({"person", "office", "place", "organ", "group", "dispute", "grade"})


def check_records(records: Iterable[Record]) -> list[ResourceError]:
    """Return every problem of the records, each with file, record and what would mend it."""
    records = tuple(records)
    known = {record.id for record in records}
    problems = [p for record in records for p in _one(record, known)]
    return problems + list(_same_ids(records)) + list(_same_names(records))


def _problem(record: Record, problem: str, hint: str) -> ResourceError:
    return ResourceError(problem, path=record.path, record=record.id, hint=hint)


def _one(record: Record, known: set[str]) -> Iterator[ResourceError]:
    state = record.type == "actor" and record.kind != "non-state"
    wanted = STATE_ID if state else SLUG
    if not wanted.match(record.id):
        yield _problem(
            record, "the id has the wrong shape.", "States: three capitals; else kebab-case."
        )
    if not (record.zh or record.en):
        yield _problem(record, "has no name.", "Give zh or en.")
    if not record.source:
        yield _problem(record, "has no source.", 'Cite one, or write "none: reason".')
    if record.type in {"organ", "place", "person"} and record.state and record.state not in known:
        yield _problem(
            record, f"belongs to {record.state}, which no record has.", "Use a known id."
        )
    for member in record.parties:
        if member.id not in known:
            yield _problem(
                record, f"names the party {member.id}, which no record has.", "Use a known id."
            )
    yield from _dates(record)
    offices = {term.office for term in record.terms}
    for office in sorted(offices - known):
        yield _problem(
            record, f"holds the office {office}, which no record has.", "Add it to offices.csv."
        )


def _dates(record: Record) -> Iterator[ResourceError]:
    spans = [(record.start, record.end)]
    spans += [(t.start, t.end) for t in record.terms] + [(m.start, m.end) for m in record.parties]
    for start, end in spans:
        for day in (start, end):
            if day and not DATE.match(day):
                yield _problem(
                    record, f"the date {day!r} is not one.", "Write 2016, 2016-09 or 2016-09-12."
                )
        if start and end and end[: len(start)] < start[: len(end)]:
            yield _problem(
                record, f"ends {end} before it begins {start}.", "Swap or mend the dates."
            )


def _same_ids(records: tuple[Record, ...]) -> Iterator[ResourceError]:
    seen: dict[tuple[str, str], Record] = {}
    for record in records:
        first = seen.setdefault((record.type, record.id), record)
        if first is not record:
            yield _problem(
                record, f"the id is also in {first.path}.", "Give one of them another id."
            )


def _same_names(records: tuple[Record, ...]) -> Iterator[ResourceError]:
    """Two things of the kinds that no context can tell apart may not share a name."""
    owners: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.type not in MAY_SHARE:
            for name in dict.fromkeys((*record.zh, *record.en)):
                owners[name].append(record)
    for name, found in owners.items():
        present = [r for r in found if not (r.type == "actor" and r.end)]
        if len(present) > 1:
            others = ", ".join(f"the {r.type} {r.id}" for r in present[:-1])
            hint = "Keep it in one record, or replace the other one by type and id."
            yield _problem(present[-1], f"the name {name} is also that of {others}.", hint)

"""Checklists and their answers, read from ``checklists.toml`` and ``checklists.csv``: each answer has its source."""

import csv
import io
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from comity.errors import QueryError, ResourceError
from comity.measure.fields.parting import text_of

CHECKLISTS: Final = ("inst.depth", "ally.open", "align.stage")
STAGES: Final = ("early", "moderate", "advanced")
KEYS: Final = ("id", "checklist", "en", "zh", "source", "stage", "told")
COLUMNS: Final = ("checklist", "subject", "item", "answer", "from", "to", "source")
WORDS: Final[Mapping[str, bool]] = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question of a checklist. ``told`` names what the evidence itself can answer it with."""

    id: str
    checklist: str
    en: str = ""
    zh: str = ""
    source: str = ""
    stage: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Yes or no to an item about a subject, from one day to another, and where it is told.

    ``subject`` is a body, or two actors in the order of their ids, joined by a hyphen.
    """

    checklist: str
    subject: str
    item: str
    yes: bool
    start: date = date.min
    end: date = date.max
    source: str = ""
    reference: str = ""

    def on(self, day: date) -> bool:
        """Say whether it holds on a day."""
        return self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Checklists:
    """Items in their order, and answers."""

    items: tuple[Item, ...]
    answers: tuple[Answer, ...]

    def of(self, checklist: str) -> tuple[Item, ...]:
        """Return the items of one checklist; an unknown one is an error."""
        found = tuple(i for i in self.items if i.checklist == checklist)
        if not found:
            known = ", ".join(dict.fromkeys(i.checklist for i in self.items))
            raise QueryError(f"There is no checklist {checklist}.", hint=f"Known: {known}.")
        return found

    def given(self, checklist: str, subject: str, day: date) -> dict[str, tuple[Answer, ...]]:
        """Return the answers that hold on a day, by item."""
        found: dict[str, tuple[Answer, ...]] = {}
        for answer in _grouped(self).get((checklist, subject), ()):
            if answer.on(day):
                found[answer.item] = (*found.get(answer.item, ()), answer)
        return found

    def subjects(self, checklist: str) -> tuple[str, ...]:
        """Return whom any answer of a checklist is about, in order."""
        return tuple(sorted({a.subject for a in self.answers if a.checklist == checklist}))


@lru_cache(maxsize=8)
def _grouped(lists: Checklists) -> dict[tuple[str, str], tuple[Answer, ...]]:
    """Return the answers about each subject of each checklist."""
    found: dict[tuple[str, str], tuple[Answer, ...]] = {}
    for answer in lists.answers:
        key = (answer.checklist, answer.subject)
        found[key] = (*found.get(key, ()), answer)
    return found


def subject_of(pair: Iterable[str]) -> str:
    """Return what answers call two actors.

    >>> subject_of(("USA", "JPN"))
    'JPN-USA'
    """
    return "-".join(sorted(pair))


@lru_cache(maxsize=1)
def own_checklists() -> Checklists:
    """Return comity's own checklists and answers."""
    folder = files("comity.resources")
    items = parse_items(folder.joinpath("checklists.toml").read_text("utf-8"))
    return Checklists(
        items, parse_answers(folder.joinpath("checklists.csv").read_text("utf-8"), items)
    )


def read_checklists(folder: str | Path) -> Checklists:
    """Return comity's checklists with a resource folder laid over them.

    Items replace those of the same checklist and id; answers replace those about the same item of a subject.
    """
    own = own_checklists()
    toml, table = Path(folder) / "checklists.toml", Path(folder) / "checklists.csv"
    items = {(i.checklist, i.id): i for i in own.items}
    if toml.is_file():
        items |= {(i.checklist, i.id): i for i in parse_items(text_of(toml), str(toml))}
    kept = tuple(items.values())
    if not table.is_file():
        return Checklists(kept, own.answers)
    given = parse_answers(text_of(table), kept, str(table))
    replaced = {(a.checklist, a.subject, a.item) for a in given}
    rest = (a for a in own.answers if (a.checklist, a.subject, a.item) not in replaced)
    return Checklists(kept, (*rest, *given))


def check_checklists(folder: Path | None = None) -> list[ResourceError]:
    """Return what is wrong with comity's checklists, or with those of a user's folder laid over them."""
    try:
        own_checklists() if folder is None else read_checklists(folder)
    except ResourceError as error:
        return [error]
    return []


def parse_items(text: str, path: str = "checklists.toml") -> tuple[Item, ...]:
    """Return the items of a file; the first thing wrong with it is an error."""
    try:
        rows = tomllib.loads(text).get("item", [])
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"not valid TOML: {error}.", path=path) from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ResourceError("has no list of items.", path=path, hint="Write [[item]].")
    return tuple(_item(row, path) for row in rows)


def _item(row: Mapping[str, Any], path: str) -> Item:
    record = str(row.get("id", ""))
    if unknown := sorted(set(row) - set(KEYS)):
        raise ResourceError(f"has the unknown key {unknown[0]}.", path=path, record=record)
    if wrong := [k for k, v in row.items() if not isinstance(v, str)]:
        raise ResourceError(f"has a {wrong[0]} that is no text.", path=path, record=record)
    if not record or row.get("checklist") not in CHECKLISTS:
        hint = f"Checklists: {', '.join(CHECKLISTS)}."
        raise ResourceError("needs an id and a checklist.", path=path, record=record, hint=hint)
    staged = row["checklist"] == "align.stage"
    if staged != (row.get("stage") in STAGES):
        hint = f"Stages of align.stage: {', '.join(STAGES)}."
        raise ResourceError("has no stage, or one too many.", path=path, record=record, hint=hint)
    return Item(**row)


def parse_answers(
    text: str, items: Sequence[Item], path: str = "checklists.csv"
) -> tuple[Answer, ...]:
    """Return the answers of a table; the first thing wrong with it is an error that names the line."""
    reader = csv.DictReader(io.StringIO(text))
    if lacking := [c for c in COLUMNS if c not in (reader.fieldnames or ())]:
        raise ResourceError(f"has no column {lacking[0]}.", path=path, hint=",".join(COLUMNS))
    known = {(i.checklist, i.id) for i in items}
    return tuple(_answer(row, n, known, path) for n, row in enumerate(reader, 1))


def _answer(
    row: Mapping[str, str | None], number: int, known: set[tuple[str, str]], path: str
) -> Answer:
    cells = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
    record = f"row {number} ({cells['subject']} {cells['item']})"
    if (cells["checklist"], cells["item"]) not in known:
        raise ResourceError(
            "asks what no item asks.", path=path, record=record, hint="See checklists.toml."
        )
    if cells["answer"] not in WORDS or not cells["subject"]:
        hint = "What is unknown has no row."
        raise ResourceError("needs a subject, and yes or no.", path=path, record=record, hint=hint)
    try:
        start, end = _day(cells["from"], date.min, False), _day(cells["to"], date.max, True)
    except ValueError as error:
        hint = "Write 2016, 2016-09 or 2016-09-12."
        raise ResourceError(
            "has a date that is none.", path=path, record=record, hint=hint
        ) from error
    if start > end:
        raise ResourceError(
            "ends before it begins.", path=path, record=record, hint="Swap the dates."
        )
    return Answer(
        checklist=cells["checklist"],
        subject=cells["subject"],
        item=cells["item"],
        yes=WORDS[cells["answer"]],
        start=start,
        end=end,
        source=cells["source"],
        reference=f"{Path(path).name}#{number}",
    )


def _day(text: str, empty: date, last: bool) -> date:
    """Return the first or last day that a date of a year, month or day may be."""
    if not text:
        return empty
    parts = [int(p) for p in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12 if last else 1
    if not last:
        return date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)

"""The facts of a resource folder: who belonged to what, since when in which sense, told by whom.

They stand in ``facts/*.csv``, one fact a row. A date has the precision it is written with. Datings that
contradict each other are rows of their own; the first of them is the one we hold better founded.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from comity.model import Period
from comity.registry.load import OWN_FOLDER
from comity.registry.schemas import FACTS
from comity.registry.tables import csv_rows

STANDINGS: Final = ("sourced", "unverified")
NAMES: Final = tuple(Path(schema.where).stem for schema in FACTS)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a fact table. ``number`` counts rows from 1 after the header, ``path`` is its file."""

    table: str
    number: int
    cells: Mapping[str, str]
    path: str = ""

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def words(self) -> str:
        """Return the row as text: its filled cells by name."""
        return "; ".join(f"{name}={cell}" for name, cell in self.cells.items() if cell)

    @property
    def rule(self) -> str:
        """Return by which rule the row is read; rows nobody has checked say so."""
        return f"facts.{self.table}" + (".unverified" if self["standing"] == "unverified" else "")


def read_facts(table: str, folder: Path = OWN_FOLDER) -> Iterator[Fact]:
    """Yield the rows of one fact table of a resource folder; none if the folder has no such table."""
    path = folder / "facts" / f"{table}.csv"
    if not path.is_file():
        return
    rows = csv_rows(path.read_text(encoding="utf-8-sig"))
    header = next(rows, (0, []))[1]
    for number, (_, cells) in enumerate(rows, 1):
        yield Fact(table, number, dict(zip(header, cells, strict=False)), str(path))


def standings(folder: Path = OWN_FOLDER) -> dict[str, int]:
    """Return how many rows of a folder's facts are sourced and how many unverified."""
    found = Counter(f["standing"] for name in NAMES for f in read_facts(name, folder))
    return {word: found[word] for word in STANDINGS}


def digest_of_facts(folder: Path = OWN_FOLDER) -> str:
    """Return one hash over all fact tables of a folder."""
    digest = sha256()
    for name in NAMES:
        path = folder / "facts" / f"{name}.csv"
        digest.update(
            name.encode() + b"\0" + (path.read_bytes() if path.is_file() else b"") + b"\0"
        )
    return digest.hexdigest()


def spell(start: str, end: str = "") -> Period:
    """Return the period between two dates of any precision; an empty end is open.

    The precision is the coarser one of the two.

    >>> spell("2005", "2017-06-08").precision
    'year'
    """
    ends = [Period.parse(day) for day in (start, end) if day]
    coarse = max((p.precision for p in ends), key=COARSER.index, default="none")
    first = Period.parse(start).start if start else None
    last = Period.parse(end).end if end else None
    return Period(start=first, end=last, precision=coarse, resolved="explicit" if ends else "none")


COARSER: Final = ("none", "day", "month", "year")


def meeting(*spells: Period) -> Period | None:
    """Return the period in which all hold, or None."""
    first = max((p.start for p in spells if p.start), default=None)
    last = min((p.end for p in spells if p.end), default=None)
    if first and last and last < first:
        return None
    coarse = max((p.precision for p in spells), key=COARSER.index)
    return Period(start=first, end=last, precision=coarse, resolved="explicit")


def last_day(text: str) -> date | None:
    """Return the last day a date of any precision stands for."""
    return Period.parse(text).end if text else None


def cells_of(words: str) -> dict[str, str]:
    """Return the cells of a row told as text (`Fact.words`).

    >>> cells_of("mechanism=cica; date=1992-10-05; note=By Kazakhstan; at the UN")["note"]
    'By Kazakhstan; at the UN'
    """
    found: dict[str, str] = {}
    name = ""
    for part in words.split("; "):
        head, mark, cell = part.partition("=")
        if mark and head in COLUMNS:
            name = head
            found[name] = cell
        elif name:
            found[name] += f"; {part}"
    return found


COLUMNS: Final = frozenset(name for schema in FACTS for name in schema.keys)

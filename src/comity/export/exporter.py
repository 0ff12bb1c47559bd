"""What an exporter is, and what it is told about the export it is part of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.registry import Registry

if TYPE_CHECKING:
    from comity.study.selection import Selection

Tell = Callable[[str, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the maker of an export says about it; nothing here is worked out or taken from a clock.

    ``authors`` are written ``Family, Given`` or as one name. ``dated`` is the day of publication.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    dated: date | None = None
    licence: str = ""
    version: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One export at work: what is exported, where to, and how.

    ``happenings``: count happenings, not tellings. ``texts``: with the full texts of documents.
    ``tell`` is called with a format's name and the claims done so far.
    """

    selection: "Selection"
    folder: Path
    registry: Registry
    edition: Edition = field(default_factory=Edition)
    happenings: bool = False
    texts: bool = False
    tell: Tell = lambda name, done: None

    def claims(self, format: str) -> Iterator[dict[str, Any]]:
        """Yield the claims as published and tell of the progress."""
        for done, claim in enumerate(self.selection.claims()):
            if done % 1000 == 0:
                self.tell(format, done)
            yield claim


@dataclass(frozen=True, slots=True)
class Written:
    """One file of an export: its name in the folder and, where it has rows, how many of what."""

    name: str
    rows: int | None = None
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format: its name, its files, one line of help, and what else it needs.

    ``write`` puts the files into the job's folder under fixed names (nothing in a document can choose
    where) and returns them in order.
    """

    name: str
    files: tuple[str, ...]
    help: str
    write: Callable[[Job], list[Written]]
    needs: str = ""

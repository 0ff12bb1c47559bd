"""What a feed is: a table somebody else publishes, and how its columns become claims and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

KINDS: Final = ("series", "tie", "event")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a property of the feed covers.

    ``start`` and ``end`` are ISO years, months or days of the complete data set; what a file in hand covers
    is never more than it holds. ``grain`` (year, month, day) is how far the file's own first and last
    dates are rounded out. ``silence`` is ``no`` where a missing row means no, else ``unknown``.
    ``actors``: ``system`` for every state of the feed's code system, ``seen`` for those in the file.
    """

    property: str
    start: str = ""
    end: str = ""
    grain: str = "year"
    silence: str = "no"
    actors: str = "system"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule from rows to values. ``kind`` is series, tie or event; ``options`` are its keys."""

    kind: str
    options: Mapping[str, Any]
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One data set. Column names are our own; ``columns`` lists what files call them, first found wins.

    ``rows`` is how many rows the complete file has: a file with fewer is taken as a part, and its silence
    speaks only of the actors it names. ``unverified`` lists the fields nobody has checked at the source.
    """

    id: str
    title: str
    issuer: str = ""
    version: str = ""
    address: str = ""
    homepage: str = ""
    licence: str = "none stated"
    citation: str = ""
    file: tuple[str, ...] = ()
    delimiter: str = ","
    encoding: str = "utf-8-sig"
    header: tuple[str, ...] = ()
    rows: int = 0
    missing: frozenset[str] = frozenset()
    system: str = "any"
    membership: str = "required"
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, Any] = field(default_factory=dict)
    coverage: tuple[Cover, ...] = ()
    mappings: tuple[Rule, ...] = ()
    note: str = ""
    unverified: tuple[str, ...] = ()
    digest: str = ""

    def called(self, column: str) -> tuple[str, ...]:
        """Return what files may call a column; a column that is not listed is called by its own name."""
        return self.columns.get(column, (column,))

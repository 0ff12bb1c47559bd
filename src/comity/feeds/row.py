"""The columns of a table under our own names, and what a mapping may ask of a row."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatch
from functools import lru_cache

from comity.errors import ReadError
from comity.feeds.spec import Feed, Rule
from comity.model import Period
from comity.registry.codes import resolve
from comity.registry.tables import slug

Row = Sequence[str]


class Missing(Exception):
    """A mapping asks for a column the table does not have."""


class Columns:
    """Where each column stands, found under any of the names files give it, letter case aside."""

    def __init__(self, feed: Feed, header: Sequence[str]) -> None:
        self.feed = feed
        self.header = tuple(header)
        self._at: dict[str, int] = {}
        for place, name in enumerate(header):
            self._at.setdefault(name.strip().lower(), place)

    def find(self, name: str) -> int | None:
        for called in self.feed.called(name):
            if (place := self._at.get(called.lower())) is not None:
                return place
        return None

    def __call__(self, name: str) -> int:
        """Return the place of a column; raises Missing with the names it might have."""
        place = self.find(name)
        if place is None:
            raise Missing(" or ".join(self.feed.called(name)))
        return place

    def like(self, pattern: str) -> tuple[int, ...]:
        """Return the columns whose names fit a pattern such as ``c[0-9]*``."""
        return tuple(i for i, name in enumerate(self.header) if fnmatch(name.lower(), pattern))

    def others(self) -> list[tuple[int, str]]:
        """Return the columns that the feed does not name: the many of a wide table."""
        named = {c.lower() for names in self.feed.columns.values() for c in names}
        return [(i, name) for i, name in enumerate(self.header) if name.lower() not in named]


class Skips:
    """Rows that gave nothing, counted by reason; one row counts once for each reason."""

    def __init__(self) -> None:
        self.reasons: Counter[str] = Counter()
        self.rows = 0
        self._row = -1
        self._said: set[str] = set()

    def add(self, number: int, reason: str) -> None:
        if number != self._row:
            self._row, self._said = number, set()
            self.rows += 1
        if reason not in self._said:
            self._said.add(reason)
            self.reasons[reason] += 1


class Actors:
    """Cells to actors, by the feed's code system on the row's date."""

    def __init__(self, feed: Feed) -> None:
        self.system = feed.system
        self.strict = feed.membership == "required"
        self.names = feed.names
        self.seen: set[str] = set()

    def find(self, code: str, period: Period, system: str = "") -> tuple[str | None, str]:
        """Return an actor, or None and the reason."""
        if (known := self.names.get(code)) is not None:
            self.seen.add(known)
            return known, ""
        found = resolve(
            system or self.system, code, period.start, _last(period), strict=self.strict
        )
        if found.actor is not None:
            self.seen.add(found.actor)
            return found
        return None, without_year(found.reason)


def without_year(reason: str) -> str:
    """Return a reason that is the same for every year, so that rows are counted together.

    >>> without_year("none in system: cow has no 260 in 1954")
    'none in system: cow has no 260 then'
    """
    start, _, year = reason.rpartition(" in ")
    return f"{start} then" if year.isdigit() else reason


class Bounds:
    """The first and the last day that any row of a file speaks of."""

    def __init__(self) -> None:
        self.first = date.max
        self.last = date.min

    def see(self, period: Period) -> None:
        if period.start is not None and period.start < self.first:
            self.first = period.start
        last = period.end or period.start
        if last is not None and last > self.last:
            self.last = last


@dataclass(frozen=True, slots=True)
class Context:
    """What the mappings of one table share while it is read."""

    feed: Feed
    columns: Columns
    actors: Actors
    document: str
    section: str
    issuer: str
    skips: Skips = field(default_factory=Skips)
    bounds: Bounds = field(default_factory=Bounds)


def _last(period: Period) -> date | None:
    return period.end or period.start


def compile_where(rule: Rule, columns: Columns) -> Callable[[Row], bool]:
    """Return whether a row is one the mapping is about."""
    tests = [(columns(name), frozenset(values)) for name, values in rule.where.items()]
    if not tests:
        return lambda row: True
    return lambda row: all(row[place].strip() in values for place, values in tests)


def placed(columns: Columns, names: Sequence[str]) -> list[int]:
    """Return where the columns of some names stand, each once; those the table lacks are left out."""
    return [p for p in dict.fromkeys(columns.find(n) for n in names) if p is not None]


def words(columns: Columns, names: Sequence[str]) -> Callable[[Row], str]:
    """Return the reader of a row's quote: the cells that tell which row it is, by their names."""
    places = placed(columns, names)
    named = [(columns.header[p], p) for p in places]
    return lambda row: "; ".join(f"{name} {row[p].strip()}" for name, p in named if row[p].strip())


@lru_cache(maxsize=65536)
def provisional(name: str, prefix: str = "") -> str:
    """Return the id of something no record knows, made of its name."""
    return "-".join(part for part in (prefix, slug(name)) if part)


def not_this_feed(
    feed: Feed, lacking: Sequence[str], header: Sequence[str], name: str
) -> ReadError:
    """Return the error for a file of other columns: what is missing and what was found."""
    found = ", ".join(header[:12]) + (f" and {len(header) - 12} more" if len(header) > 12 else "")
    return ReadError(
        f"has not the columns of {feed.id}: missing {', '.join(lacking)}; found {found or 'none'}.",
        path=name,
        hint="Check that the file belongs to this feed, or write a feed of your own: docs/how-to/import-data.md.",
    )

"""A feed's table to claims, numbers and coverage, one value at a time."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from comity.errors import ReadError
from comity.feeds.dates import read_date, rounded
from comity.feeds.events import Events
from comity.feeds.files import Table, open_table
from comity.feeds.row import Actors, Bounds, Columns, Context, Missing, Row, Skips, not_this_feed
from comity.feeds.series import Series
from comity.feeds.spec import Cover, Feed, Rule
from comity.feeds.ties import Ties
from comity.model import Claim, Coverage, Observation, Period
from comity.registry.codes import actors_of

Value = Claim | Observation
Mapper = Series | Ties | Events
MAPPERS: Final = {"series": Series, "tie": Ties, "event": Events}
WHOLE: Final = 0.9  # a file with fewer of the feed's rows than this is taken as a part of it


class FeedReader:
    """Reads one table of a feed. ``values`` first, then ``coverage`` and the counts.

    Memory is flat for events and series; ties of yearly rows and events told in several rows are gathered.
    The same file gives the same values in the same order.
    """

    def __init__(self, feed: Feed, table: Table, document: str) -> None:
        columns = Columns(feed, table.header)
        self.feed = feed
        self.table = table
        self.context = Context(feed, columns, Actors(feed), document, table.name)
        self.rows = 0
        self.absent: tuple[str, ...] = ()
        self.mappers = self._mappers()

    def _mappers(self) -> list[Mapper]:
        """Return the mappings whose columns the table has; none at all is an error that names what lacks."""
        found: list[Mapper] = []
        lacking: list[str] = []
        absent: list[str] = []
        for rule in self.feed.mappings:
            try:
                found.append(MAPPERS[rule.kind](rule, self.context))
            except Missing as missing:
                lacking.append(str(missing))
                absent.append(f"{name_of(rule)} (no column {missing})")
        if not found:
            missing_columns = list(dict.fromkeys(lacking))
            raise not_this_feed(self.feed, missing_columns, self.table.header, self.table.name)
        self.absent = tuple(absent)
        return found

    @property
    def skips(self) -> Skips:
        return self.context.skips

    def values(self, lookup: Mapping[str, list[str]] | None = None) -> Iterator[Value]:
        """Yield every value of the table. ``lookup``: cells from a table beside this one, by its key."""
        width = len(self.table.header)
        key = self._key() if lookup is not None else None
        for row in self.table.rows:
            if not row:
                continue
            self.rows += 1
            if len(row) < width - 1:
                self.skips.add(self.rows, f"{len(row)} cells where the header has {width}")
                continue
            full: Row = row if len(row) >= width else [*row, *[""] * (width - len(row))]
            if key is not None and lookup is not None:
                full = [*full[: width - 1], *lookup.get(full[key].strip(), [""])]
            for mapper in self.mappers:
                yield from mapper.read(full, self.rows)
        for mapper in self.mappers:
            if isinstance(mapper, Ties):
                edge = self._bounds(self._cover(mapper.relation))
                yield from mapper.finish(edge[1])
            elif isinstance(mapper, Events):
                yield from mapper.finish()

    def _key(self) -> int:
        return self.context.columns(self.feed.beside["key"])

    def _cover(self, property: str) -> Cover:
        return next(
            (c for c in self.feed.coverage if c.property == property), Cover(property=property)
        )

    def _bounds(self, cover: Cover) -> tuple[date, date]:
        """Return the first and last day covered: what is declared, as far as the file in hand goes."""
        seen = self.context.bounds
        first = rounded(seen.first, cover.grain, up=False)
        last = rounded(seen.last, cover.grain, up=True)
        start, end = _declared(cover.start), _declared(cover.end)
        if start is not None and start.start is not None:
            first = max(first, start.start)
        if end is not None and end.end is not None:
            last = min(last, end.end)
        return first, last

    def coverage(self) -> Iterator[Coverage]:
        """Yield what the file in hand covers; to be asked after the values."""
        if self.context.bounds.last == date.min:
            return
        for cover in self.feed.coverage:
            first, last = self._bounds(cover)
            if first > last:
                continue
            yield Coverage(
                property=cover.property,
                actors=self._covered(cover, first, last),
                period=Period(start=first, end=last, precision="range", resolved="explicit"),
                note=cover.note,
                silence=cover.silence,
            )

    def _covered(self, cover: Cover, first: date, last: date) -> tuple[str, ...]:
        part = self.feed.rows and self.rows < WHOLE * self.feed.rows
        if cover.actors == "system" and not part and self.feed.system in ("cow", "gw"):
            return actors_of(self.feed.system, first, last)
        return tuple(sorted(self.context.actors.seen))


def name_of(rule: Rule) -> str:
    """Return what a mapping gives, for people."""
    options = rule.options
    return str(options.get("name") or options.get("relation") or options.get("mode"))


def _declared(text: str) -> Period | None:
    return read_date(text) if text else None


def read_feed(feed: Feed, path: Path, document: str = "") -> Iterator[Value]:
    """Yield the values of a feed's file.

    >>> from comity.feeds import load_feed, read_feed   # doctest: +SKIP
    >>> next(read_feed(load_feed("cow-nmc"), Path("NMC.csv"))).series   # doctest: +SKIP
    'military-expenditure'
    """
    with open_table(path, feed) as table:
        yield from FeedReader(feed, table, document or feed.id).values()


def beside_file(feed: Feed, path: Path) -> Path | None:
    """Return the second table a feed needs, found beside the first; an error says when it is not there."""
    if not feed.beside:
        return None
    patterns = feed.beside["file"]
    for pattern in [patterns] if isinstance(patterns, str) else patterns:
        found = sorted(p for p in path.parent.glob(pattern) if p.name != path.name)
        if found:
            return found[0]
    raise ReadError(
        f"needs a second table beside it: {patterns}.",
        path=str(path),
        hint=str(feed.beside.get("hint", "")),
    )


__all__ = ["Bounds", "FeedReader", "Value", "beside_file", "read_feed"]

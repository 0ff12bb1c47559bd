"""A feed's table to claims, numbers and coverage, one value at a time."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from comity.errors import ReadError
from comity.feeds.dates import read_date, rounded
from comity.feeds.events import Events
from comity.feeds.files import Table, open_table
from comity.feeds.row import (
    Actors,
    Columns,
    Context,
    Missing,
    Row,
    Skips,
    not_this_feed,
    provisional,
)
from comity.feeds.series import Series
from comity.feeds.spec import Cover, Feed, Rule
from comity.feeds.ties import Ties
from comity.model import Claim, Coverage, Observation, Period
from comity.registry.codes import DATED, actors_of

Value = Claim | Observation
Mapper = Series | Ties | Events
MAPPERS: Final[Mapping[str, Callable[[Rule, Context], Mapper]]] = {
    "series": Series,
    "tie": Ties,
    "event": Events,
}
MOST: Final = 0.7
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
        issuer = provisional(feed.issuer or feed.id)
        self.context = Context(feed, columns, Actors(feed), document, table.name, issuer)
        self.rows = 0
        self.absent: tuple[str, ...] = ()
        self.mappers = self._mappers()

    def _mappers(self) -> list[Mapper]:
        """Return the mappings whose columns the table has; none at all is an error that names what lacks."""
        found: list[Mapper] = []
        given: set[str] = set()
        absent: dict[str, str] = {}
        for rule in self.feed.mappings:
            unless = rule.options.get("unless")
            if unless and self.context.columns.find(unless) is not None:
                continue
            try:
                found.append(MAPPERS[rule.kind](rule, self.context))
                given.add(name_of(rule))
            except Missing as missing:
                absent[name_of(rule)] = f"{name_of(rule)} (no column {missing})"
        if not found:
            lacking = [c for r in self.feed.mappings for c in self._lacking(r)]
            names = list(dict.fromkeys(lacking))
            raise not_this_feed(self.feed, names, self.table.header, self.table.name)
        self.absent = tuple(words for name, words in absent.items() if name not in given)
        return found

    def _lacking(self, rule: Rule) -> list[str]:
        """Return the columns a mapping asks for and the table lacks, under the names they might have."""
        columns = self.context.columns
        return [" or ".join(self.feed.called(n)) for n in needed(rule) if columns.find(n) is None]

    @property
    def skips(self) -> Skips:
        return self.context.skips

    def values(self) -> Iterator[Value]:
        """Yield every value of the table."""
        width = len(self.table.header)
        for row in self.table.rows:
            if not row:
                continue
            self.rows += 1
            if len(row) < width - 1:
                self.skips.add(self.rows, f"{len(row)} cells where the header has {width}")
                continue
            full: Row = row if len(row) >= width else [*row, *[""] * (width - len(row))]
            for mapper in self.mappers:
                yield from mapper.read(full, self.rows)
        for mapper in self.mappers:
            if isinstance(mapper, Ties):
                edge = self._bounds(self._cover(mapper.relation))
                yield from mapper.finish(edge[1])
            elif isinstance(mapper, Events):
                yield from mapper.finish()

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
        """Return the actors a property is covered for: all of the code system, in a complete file only."""
        seen = self.context.actors.seen
        if cover.actors == "system" and self.feed.system in DATED:
            system = actors_of(self.feed.system, first, last)
            if not self._partial(len(seen & set(system)) / max(len(system), 1)):
                return system
        return tuple(sorted(seen))

    def _partial(self, share: float) -> bool:
        """Say whether the file is but a part: by its rows where the complete number is known, else by the
        share of the system's states that it names."""
        if self.feed.rows:
            return self.rows < WHOLE * self.feed.rows
        return share < MOST


def name_of(rule: Rule) -> str:
    """Return what a mapping gives, for people."""
    options = rule.options
    return str(options.get("name") or options.get("relation") or options.get("mode"))


def needed(rule: Rule) -> list[str]:
    """Return the columns a mapping asks for by name."""
    options = rule.options
    asked = [options.get(k, "") for k in ("a", "b", "value", "from", "to", "group")]
    asked += [p for p in options.get("participants", ()) if isinstance(p, str)]
    when = options["when"]
    asked += [when] if isinstance(when, str) else [v for k, v in when.items() if k != "format"]
    plain = (str(name).rpartition(":")[2] for name in asked)
    return [name for name in dict.fromkeys(plain) if name]


def _declared(text: str) -> Period | None:
    return read_date(text) if text else None


def read_feed(feed: Feed, path: Path, document: str = "") -> Iterator[Value]:
    """Yield the values of a feed's file.

    >>> from comity.feeds import load_feed, read_feed   # doctest: +SKIP
    >>> next(read_feed(load_feed("cow-nmc"), Path("NMC.csv"))).series   # doctest: +SKIP
    'military-expenditure'
    """
    with open_table(path, feed) as table:
        beside = beside_file(feed, path)
        if beside is None:
            yield from FeedReader(feed, table, document or feed.id).values()
            return
        with open_table(beside, feed) as other:
            whole = joined_table(feed, table, other)
            yield from FeedReader(feed, whole, document or feed.id).values()


def beside_file(feed: Feed, path: Path) -> Path | None:
    """Return the second table a feed needs, found beside the first; an error says when it is not there."""
    if not feed.beside:
        return None
    patterns = feed.beside["file"]
    for pattern in patterns:
        found = sorted(p for p in path.parent.glob(pattern) if p.name != path.name)
        if found:
            return found[0]
    raise ReadError(
        f"needs a second table in its folder: {' or '.join(patterns)}.",
        path=str(path),
        hint=str(feed.beside.get("hint", "")),
    )


def joined_table(feed: Feed, table: Table, other: Table) -> Table:
    """Return a table with columns of another one added by a key; a row without match has them empty."""
    key, wanted = feed.beside["key"], feed.beside["columns"]
    there = Columns(feed, other.header)
    here = Columns(feed, table.header)
    try:
        at, places = there(key), [there(c) for c in wanted]
        own = here(key)
    except Missing as missing:
        raise not_this_feed(feed, [str(missing)], other.header, other.name) from missing
    found = {row[at].strip(): [row[p] for p in places] for row in other.rows if row}
    empty = [""] * len(wanted)
    rows = ([*row, *found.get(row[own].strip(), empty)] for row in table.rows if row)
    return Table(table.name, (*table.header, *wanted), rows)

"""Tables of events read in blocks: which columns a feed's mapping looks at, and what their cells mean.

A feed whose one mapping makes an event of each row, and whose file is a plain tab-separated table, says so
little that is new in each row that every combination of cells need be looked up but once.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from comity.feeds.events import Events
from comity.feeds.files import header_of, opened
from comity.feeds.read import FeedReader
from comity.feeds.spec import Feed
from comity.model import Event, Period
from comity.registry.codes import era_of

BLOCK: Final = 1 << 24  # characters read at a time: some 40,000 rows of GDELT
SIDES: Final = 2
CELL: Final = "\t"
PART: Final = "\x1f"  # between the cells of a key; a block that has one in a cell is refused


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the columns stand that a mapping looks at; ``place`` and ``frame`` are None where it has none."""

    width: int
    when: list[int]
    mode: list[int]
    sides: tuple[list[int], list[int]]
    place: int | None
    frame: int | None
    quote: list[int]
    names: list[str]


def plan_of(reader: FeedReader) -> Plan | None:
    """Return the plan of a feed that can be read in blocks; None for one that must be read row by row."""
    feed, mappers = reader.feed, reader.mappers
    if feed.delimiter != "\t" or feed.beside or len(mappers) != 1:
        return None
    (events,) = mappers
    if not isinstance(events, Events) or events.group is not None or events.rule.where:
        return None
    if len(events.sides) > SIDES:
        return None
    columns, options = reader.context.columns, events.rule.options
    when, mode = options["when"], options["mode"]
    named = [when] if isinstance(when, str) else [v for k, v in when.items() if k != "format"]
    coded = [] if isinstance(mode, str) else [mode["column"], mode.get("detail", "")]
    sides = [_places((*s.codes, s.name)) for s in events.sides]
    return Plan(
        width=len(reader.table.header),
        when=_places(columns.find(n) for n in named),
        mode=_places(columns.find(n) for n in coded if n),
        sides=(sides[0], sides[1] if len(sides) > 1 else []),
        place=events.place,
        frame=events.frame,
        quote=events.quoted,
        names=[reader.table.header[p] for p in events.quoted],
    )


def _places(found: Any) -> list[int]:
    return [place for place in found if place is not None]


def looked_at(text: str, plan: Plan) -> list[str]:
    """Return a line for each row of a block: how many cells it has, and those that a mapping looks at.

    Tab-separated: cells that tell when, the mode, either side, the frame, the place, and the quote.
    """
    rows = []
    keys = [_picker(places) for places in (plan.when, plan.mode, *plan.sides)]
    quoted = list(zip(plan.names, plan.quote, strict=True))
    for line in text.split("\n"):
        if not line:
            continue
        cells = line.split(CELL)
        width = len(cells)
        if width < plan.width:
            cells += [""] * (plan.width - width)
        quote = [f"{name} {cell}" for name, at in quoted if (cell := cells[at].strip())]
        rows.append(
            CELL.join(
                (
                    str(width),
                    *[key(cells) for key in keys],
                    "" if plan.frame is None else cells[plan.frame],
                    "" if plan.place is None else cells[plan.place].strip(),
                    "; ".join(quote),
                )
            )
        )
    return rows


def _picker(places: list[int]) -> Callable[[list[str]], str]:
    if not places:
        return lambda cells: ""
    if len(places) == 1:
        return itemgetter(*places)
    pick = itemgetter(*places)
    return lambda cells: PART.join(pick(cells))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What combinations of cells mean, by the same functions that read single rows."""

    reader: FeedReader
    events: Events
    plan: Plan

    def _row(self, places: list[int], key: str) -> list[str]:
        row = [""] * self.plan.width
        for place, cell in zip(places, key.split(PART), strict=False):
            row[place] = cell
        return row

    def period(self, key: str) -> Period | None:
        return self.events.when(self._row(self.plan.when, key))

    def mode(self, key: str) -> str | None:
        return self.events.mode(self._row(self.plan.mode, key))

    def parties(self, side: int, key: str, period: Period) -> tuple[list[str], list[str]]:
        """Return who stands on a side, and why some of its cells name nobody."""
        if side >= len(self.events.sides):
            return [], []
        row = self._row(self.plan.sides[side], key)
        return self.events.parties_of(self.events.sides[side], row, period)

    def frame(self, cell: str) -> str | None:
        return self.events.frame_of(cell)

    def together(
        self, sides: tuple[list[str], list[str]]
    ) -> tuple[list[str], Mapping[str, tuple[str, ...]]]:
        """Return the participants and roles of an event by who stands on its sides."""
        parties, roles = self.events.together(sides)
        return list(parties), roles

    def sample(self) -> Event:
        """Return an event with what is the same in every row."""
        return self.events.event([""] * self.plan.width, 0, "meet", (), {}, Period())


@lru_cache(maxsize=65536)
def era(period: Period) -> int:
    """Return a number that two periods share when every code and name means the same in both."""
    ends = (period.start, period.end or period.start)
    return _number(tuple((d.year, era_of(d)) if d else (0, 0) for d in ends))


_NUMBERS: dict[tuple[tuple[int, int], ...], int] = {}


def _number(key: tuple[tuple[int, int], ...]) -> int:
    return _NUMBERS.setdefault(key, len(_NUMBERS))


@contextmanager
def open_blocks(path: Path, feed: Feed) -> Iterator[Iterator[str]]:
    """Open a file as blocks of whole lines without its header. `check_whole` must have passed."""
    with opened(path, feed) as (name, raw):
        text = io.TextIOWrapper(raw, encoding=feed.encoding, newline="")
        yield _blocks(text, name, feed)


def _blocks(text: io.TextIOWrapper, name: str, feed: Feed) -> Iterator[str]:
    rest, first = "", True
    while True:
        more = text.read(BLOCK)
        rest += more
        end = rest.rfind("\n") + 1 if more else len(rest)
        if end:
            block, rest = rest[:end], rest[end:]
            block = block.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
            if first:
                line, _, others = block.partition("\n")
                is_data = header_of(name, line.split(CELL) if line else [], feed)[1]
                block, first = block if is_data else others, False
            yield block
        if not more:
            return

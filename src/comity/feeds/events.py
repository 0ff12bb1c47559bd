"""Rows to events: one a row, or the rows of one event gathered by its number."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Any, Final

from comity.feeds.dates import compile_when, joined
from comity.feeds.ontology import mode_of
from comity.feeds.row import Context, Row, compile_where, placed, provisional, words
from comity.feeds.spec import Rule
from comity.model import Event, Period, Span
from comity.model.vocabulary import MODES

NO_DATE: Final = "no date"
NO_MODE: Final = "no mode for its event code"
NOBODY: Final = "names no actor"


@dataclass(frozen=True, slots=True)
class Side:
    """Where participants stand: the columns of their codes, of a name, their role and code system.

    ``label`` is put before a code that nobody knows.
    """

    codes: tuple[int, ...]
    name: int | None
    role: str
    system: str
    label: str


YEAR: Final = timedelta(days=366)


@dataclass(slots=True)
class Gathered:
    """One event told in several rows."""

    event: Event
    parties: dict[str, None]
    last: int


class Events:
    """One ``[[event]]`` of a feed, made ready for a table's columns.

    ``participants``: columns of actors, or tables with ``code`` and ``name`` columns and a ``role``; a
    party whose code is empty goes by its name, and a code or name that no record knows becomes a
    provisional id. ``split`` parts a cell that names several. ``mode``: a mode, or a table with ``column``
    and ``ontology`` (cameo, plover; with ``detail`` for PLOVER's own mode) or ``map``. ``group``: the
    column that numbers events told in several rows; they are gathered in memory. ``always``: ids that
    take part in every row, as the country a table is about. ``words``: columns whose text is quoted too.
    """

    def __init__(self, rule: Rule, context: Context) -> None:
        options, columns = rule.options, context.columns
        self.context = context
        self.rule = rule
        self.mode = self._mode(options["mode"])
        self.sides = [self._side(p) for p in options["participants"]]
        self.always: tuple[str, ...] = tuple(options.get("always", ()))
        self.splits: str = options.get("split", "")
        self.when = compile_when(options["when"], columns)
        self.where = compile_where(rule, columns)
        self.place = columns.find(options["place"]) if "place" in options else None
        frame = options.get("frame", {})
        self.frame = columns.find(frame["column"]) if frame else None
        self.prefix: str = frame.get("prefix", "") if frame else ""
        self.group = columns(options["group"]) if "group" in options else None
        self.track: str = options.get("track", "other")
        self.dated: str | None = options.get("dated")
        self.gathered: dict[str, Gathered] = {}
        telling = self._telling(options)
        self.quote = words(columns, telling)
        self.quoted = placed(columns, telling)

    def _telling(self, options: Mapping[str, Any]) -> list[str]:
        """Return the columns whose cells tell which event this is."""
        when, mode = options["when"], options["mode"]
        names = ["id", *([when] if isinstance(when, str) else when.values())]
        for party in options["participants"]:
            names += (
                [party]
                if isinstance(party, str)
                else [party.get("code", ""), party.get("name", "")]
            )
        if not isinstance(mode, str):
            names += [mode["column"], mode.get("detail", "")]
        names += [options.get("place", ""), options.get("frame", {}).get("column", "")]
        names += options.get("words", ())
        return [n for n in names if n]

    def _side(self, given: Any) -> Side:
        if isinstance(given, str):
            return Side((self.context.columns(given),), None, "", "", "")
        columns, name = self.context.columns, given.get("name")
        codes = columns.like(given["columns"]) if "columns" in given else ()
        system = given.get("system", "") if codes or "columns" not in given else ""
        if "code" in given and not codes:
            codes = (columns(given["code"]),)
        return Side(
            codes,
            (columns.find(name) if codes else columns(name)) if name else None,
            given.get("role", ""),
            system,
            given.get("prefix", ""),
        )

    def _mode(self, given: Any) -> Callable[[Row], str | None]:
        if isinstance(given, str):
            return lambda row: given
        column = self.context.columns(given["column"])
        if "ontology" not in given:
            known = given.get("map") or {mode: mode for mode in MODES}
            return lambda row: known.get(row[column].strip())
        ontology = given["ontology"]
        detail = self.context.columns.find(given["detail"]) if "detail" in given else None
        if detail is None:
            return lambda row: mode_of(ontology, row[column].strip())
        return lambda row: mode_of(ontology, f"{row[column].strip()}:{row[detail].strip()}")

    def read(self, row: Row, number: int) -> Iterator[Event]:
        if not self.where(row):
            return
        period = self.when(row)
        if period is None:
            self.context.skips.add(number, NO_DATE)
            return
        self.context.bounds.see(period)
        mode = self.mode(row)
        if mode is None:
            self.context.skips.add(number, NO_MODE)
            return
        sides = []
        for side in self.sides:
            found, reasons = self.parties_of(side, row, period)
            sides.append(found)
            for why in reasons:
                self.context.skips.add(number, why)
        if not any(sides) and self.group is None:
            self.context.skips.add(number, NOBODY)
            return
        parties, roles = self.together(sides)
        event = self.event(row, number, mode, tuple(parties), roles, period)
        if self.group is None:
            yield event
        else:
            self._gather(row[self.group].strip(), event, parties, number)

    def together(
        self, sides: Sequence[Sequence[str]]
    ) -> tuple[dict[str, None], dict[str, tuple[str, ...]]]:
        """Return the participants, each once, and who had which role, by who stands on each side."""
        roles: dict[str, tuple[str, ...]] = {}
        for side, found in zip(self.sides, sides, strict=False):
            if side.role and found:
                roles[side.role] = (*roles.get(side.role, ()), *found)
        return dict.fromkeys((*self.always, *chain.from_iterable(sides))), roles

    def parties_of(self, side: Side, row: Row, period: Period) -> tuple[list[str], list[str]]:
        """Return who a row names on a side, and why some of its cells name nobody."""
        name = row[side.name].strip() if side.name is not None else ""
        missing = self.context.feed.missing
        found: list[str] = []
        reasons: list[str] = []
        for code in self._codes(side, row):
            if not code or code in missing:
                continue
            actor, why = self.context.actors.find(code, period, side.system)
            if actor is None and side.label:
                actor = provisional(code, side.label)
            if actor is not None:
                found.append(actor)
            elif not name:
                reasons.append(why)
        if not found and name and name not in missing:
            actor, _ = self.context.actors.find(name, period, "name")
            found = [actor or provisional(name)]
        return found, reasons

    def _codes(self, side: Side, row: Row) -> Iterator[str]:
        for place in side.codes:
            cell = row[place].strip()
            yield from (p.strip() for p in cell.split(self.splits)) if self.splits else (cell,)

    def event(
        self,
        row: Row,
        number: int,
        mode: str,
        parties: tuple[str, ...],
        roles: Mapping[str, tuple[str, ...]],
        period: Period,
    ) -> Event:
        missing = self.context.feed.missing
        place = row[self.place].strip() if self.place is not None else ""
        return Event(
            document=self.context.document,
            issuer=self.context.issuer,
            section=self.context.section,
            span=Span(number, number),
            quote=self.quote(row),
            rule=f"feed.{self.context.feed.id}",
            mode=mode,
            participants=parties,
            roles=roles,
            period=period,
            place=place if place and place not in missing else None,
            frame=self.frame_of(row[self.frame]) if self.frame is not None else None,
            track=self.track,
            dated=self.dated,
        )

    def frame_of(self, cell: str) -> str | None:
        """Return the id of the thing within which an event took place."""
        frame = cell.strip()
        known = frame and frame not in self.context.feed.missing
        return provisional(frame, self.prefix) if known else None

    def _gather(self, key: str, event: Event, parties: dict[str, None], number: int) -> None:
        while key in self.gathered and _apart(self.gathered[key].event.period, event.period):
            key += "+"  # the number was given twice
        before = self.gathered.get(key)
        if before is None:
            self.gathered[key] = Gathered(event, parties, number)
        else:
            before.parties |= parties
            before.last = number
            before.event = _widened(before.event, event.period)

    def finish(self) -> Iterator[Event]:
        """Yield the events gathered from several rows, in the order of their first rows."""
        from dataclasses import replace

        for gathered in self.gathered.values():
            event = gathered.event
            if not gathered.parties:
                self.context.skips.add(event.span.start, NOBODY)
                continue
            yield replace(
                event,
                participants=tuple(gathered.parties),
                span=Span(event.span.start, gathered.last),
            )


def _apart(one: Period, other: Period) -> bool:
    """Say whether two periods lie more than a year apart: nothing told in several rows lasts so long.

    Multinational Military Exercises 7 has a number that stands for an exercise of 1995 and for one of 2005.
    """
    if not (one.start and one.end and other.start and other.end):
        return False
    return max(one.start, other.start) - min(one.end, other.end) > YEAR


def _widened(event: Event, period: Period) -> Event:
    from dataclasses import replace

    if event.period == period:
        return event
    parts = sorted((event.period, period), key=lambda p: (str(p.start), str(p.end)))
    return replace(event, period=joined(parts[0], parts[1]) or period)

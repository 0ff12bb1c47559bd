"""Resolve date expressions through a document: what was left unsaid comes from what was said before."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from comity.model import UNDATED, Period, Span
from comity.text.dates.calendar import Interval, add_months, add_units, interval_of
from comity.text.dates.counting import calendar_length, shifted
from comity.text.dates.describe import (
    day_after,
    is_fuzzy,
    kind_of,
    opened,
    precision_of,
    size_of,
    widened,
)
from comity.text.dates.edtf import edtf_of
from comity.text.dates.layout import Layout
from comity.text.dates.mention import DateMention
from comity.text.dates.partial import Expression, Partial
from comity.text.dates.shape import fill
from comity.text.dates.weekdays import day_meant

NEAR_AHEAD = 45
JUST_BEFORE = 31


class Running(NamedTuple):
    """The last date of the text that can lend its year and month."""

    start: date
    end: date
    month: int | None
    day: int | None
    span: Span
    sentence: int
    paragraph: int


class Placed(NamedTuple):
    """A partial date with its days, how they were found and what lent the missing part."""

    days: Interval | None
    resolved: str
    anchor: Span | None = None
    other: Interval | None = None


NOWHERE = Placed(None, "none")


class Resolver:
    """Walks a document from date to date. One for each document; it remembers the running date."""

    def __init__(self, layout: Layout, reference: Period | None) -> None:
        self._layout = layout
        start, end = (reference.start, reference.end) if reference else (None, None)
        known = start or end
        self._document = Interval(start or known, end or known) if known else None
        self._lasting: Running | None = None
        self._passing: Running | None = None
        self._sentence = self._paragraph = 0
        self._planned = self._alone = False

    def resolve(self, expressions: Iterable[Expression]) -> Iterator[DateMention]:
        """Yield the mentions of expressions given in document order."""
        for expression in expressions:
            place = self._layout.place(expression.start, expression.end)
            self._sentence, self._paragraph, self._planned, self._alone = place
            yield self._mention(expression)

    def _mention(self, read: Expression) -> DateMention:
        points = fill(read.points, read.shape)
        placed = [self._place(points[0])]
        for point in points[1:]:
            placed.append(self._after(point, placed[-1]))
        span = Span(read.start, read.end)
        if any(each.days is None for each in placed):
            return DateMention(span=span, period=UNDATED, kind=kind_of(read, points))
        return self._finish(read, points, placed, span)

    def _finish(
        self, read: Expression, points: tuple[Partial, ...], placed: list[Placed], span: Span
    ) -> DateMention:
        days = [each.days for each in placed if each.days]
        whole = Interval(min(d.start for d in days), max(d.end for d in days))
        first = placed[0]
        self._remember(read, points, days[-1], span)
        opening = widened(read.opening, points[-1])
        period = opened(opening, whole, precision_of(points, read), first.resolved)
        fuzzy = any(is_fuzzy(point) for point in points)
        return DateMention(
            span=span,
            period=period,
            kind=kind_of(read, points),
            anchor=first.anchor,
            parts=_parts(points, placed) if read.shape == "join" else (),
            edtf=edtf_of(period.start, period.end, unit=points[0].unit, fuzzy=fuzzy),
            alternative=opened(read.opening, first.other, period.precision, "document")
            if first.other
            else None,
            planned=self._planned,
        )

    # One point

    def _place(self, point: Partial) -> Placed:
        if point.unit == "length":
            return self._length(point)
        if point.base in ("before", "after"):
            return self._nearest(point)
        if point.base:
            return self._counted(point)
        if point.year is not None:
            return Placed(interval_of(point, point.year), "explicit")
        if point.unit == "day" and point.month is None:
            return self._lone_day(point)
        return self._yearless(point)

    def _after(self, point: Partial, before: Placed) -> Placed:
        """Place a later point of a range or join: not before the point it follows."""
        if (
            point.step == "weekday" and not point.part and before.days
        ):  # from Monday to Friday: the next one after
            return Placed(day_meant(point, before.days.start, ahead=True), before.resolved)
        if point.base or point.year is not None or point.unit == "length" or not before.days:
            return self._place(point)
        start = before.days.start
        days = interval_of(point, start.year, start.month)
        if days and days.end < start:
            step = 1 if point.month is None and point.unit == "day" else 12
            later = add_months(start.replace(day=1), step)
            days = interval_of(point, later.year, later.month)
        return Placed(days, before.resolved, before.anchor)

    def _length(self, point: Partial) -> Placed:
        """Count from the document's date: rolling stretches end or begin on that day."""
        if self._document is None:
            return NOWHERE
        day = self._document.end
        try:
            other = add_units(day, point.count, point.step)
            if point.part == "calendar":
                return Placed(calendar_length(day, point), "relative")
            if point.part == "after":
                return Placed(Interval(day_after(day), other), "relative")
        except (ValueError, OverflowError):
            return NOWHERE
        return Placed(Interval(min(day, other), max(day, other)), "relative")

    def _counted(self, point: Partial) -> Placed:
        if point.step == "weekday":
            if self._document is None or self._document.start != self._document.end:
                return NOWHERE
            day = day_meant(point, self._document.end, ahead=self._planned)
            return Placed(day, "relative")
        running = self._running()
        if point.base == "near":
            near = self._passing_here()
            base: Interval | None = Interval(near.start, near.end) if near else self._document
            anchor = near.span if near else None
        elif point.base == "running" and running:
            base, anchor = Interval(running.start, running.end), running.span
        else:
            base, anchor = self._document, None
        if base is None:
            return NOWHERE
        return Placed(shifted(point, base), "relative", anchor)

    def _lone_day(self, point: Partial) -> Placed:
        """23日: the month of the running date nearby, else of the document."""
        running = self._running()
        if running and running.month and self._is_close(running):
            days = interval_of(point, running.end.year, running.end.month)
            return Placed(days, "inherited", running.span)
        if self._document is None:
            return NOWHERE
        here = self._document.end
        days = interval_of(point, here.year, here.month)
        if days and days.start > here and not self._planned and (days.start - here).days > 7:
            earlier = add_months(here.replace(day=1), -1)
            return Placed(interval_of(point, earlier.year, earlier.month), "document", None, days)
        return Placed(days, "document")

    def _is_close(self, running: Running) -> bool:
        same = running.sentence == self._sentence
        return same or (running.day is not None and running.paragraph == self._paragraph)

    # A year left unsaid

    def _yearless(self, point: Partial) -> Placed:
        running = self._running()
        own = self._own_year(point)
        if running is None:
            return own
        lent = interval_of(point, running.end.year)
        if lent is None or not self._lends(running, point, own, lent):
            return own if own.days else Placed(lent, "inherited", running.span)
        other = own.days if own.days and own.days != lent else None
        return Placed(lent, "inherited", running.span, other)

    def _lends(self, running: Running, point: Partial, own: Placed, lent: Interval) -> bool:
        """Say whether the running year beats the one that the document's date suggests."""
        if own.days is None or own.days == lent or running.sentence == self._sentence:
            return True
        if self._planned and self._document and lent.end < self._document.start:
            return False
        # What is told as past does not move ahead of the text: "met in September", written in January.
        if (
            not self._planned
            and self._document
            and own.days.end < self._document.start < lent.start
        ):
            return False
        if point.unit == "day" and self._is_recent(own.days):
            return False
        if running.paragraph == self._paragraph:
            return True
        # A chronicle goes on in the next paragraph: a later month of the running year.
        return bool(running.month and point.month and point.month >= running.month)

    def _is_recent(self, days: Interval) -> bool:
        return bool(
            self._document
            and timedelta(-7) <= self._document.end - days.end <= timedelta(JUST_BEFORE)
        )

    def _own_year(self, point: Partial) -> Placed:
        """Read a date without year against the document's date: past, unless words say future."""
        if self._document is None:
            return NOWHERE
        here = self._document.end
        readings = [
            days
            for y in range(here.year - 4, here.year + 5)
            if 0 < y < 9999 and (days := interval_of(point, y))
        ]
        past = [days for days in readings if days.start <= here]
        ahead = [days for days in readings if days.start > here]
        if not past or not ahead:
            return NOWHERE
        back, forth = past[-1], ahead[0]
        if self._is_future(back, forth, here):
            return Placed(forth, "document", None, back)
        return Placed(back, "document", None, forth)

    def _nearest(self, point: Partial) -> Placed:
        """Last September and next June: the nearest that is wholly past, or wholly to come."""
        if self._document is None:
            return NOWHERE
        here = self._document
        years = range(max(here.end.year - 1, 1), here.end.year + 2)
        found = [days for y in years if (days := interval_of(point, y))]
        past = [days for days in found if days.end < here.start]
        ahead = [days for days in found if days.start > here.end]
        near = past[-1:] if point.base == "before" else ahead[:1]
        return Placed(near[0], "relative") if near else NOWHERE

    def _is_future(self, back: Interval, forth: Interval, here: date) -> bool:
        if back.end >= here.replace(day=1):  # it is under way, or of this month
            return False
        gap = (forth.start - here).days
        if self._planned or gap <= NEAR_AHEAD:
            return True
        # A date with no sentence around it, as in a table, is taken to be the nearest.
        return self._alone and gap < (here - back.end).days

    # Memory

    def _running(self) -> Running | None:
        return self._passing_here() or self._lasting

    def _passing_here(self) -> Running | None:
        passing = self._passing
        return passing if passing and passing.sentence == self._sentence else None

    def _remember(
        self, read: Expression, points: tuple[Partial, ...], days: Interval, span: Span
    ) -> None:
        """Keep the date for those that follow, unless it only frames or lies ahead."""
        last = points[-1]
        if last.unit in ("decade", "century", "length") or last.last:
            return
        month = None if last.unit in ("year", "half", "season", "quarter") else days.end.month
        day = days.end.day if last.unit == "day" else None
        running = Running(*days, month, day, span, self._sentence, self._paragraph)
        self._passing = running
        if not self._only_passing(read, days):
            self._lasting = running

    def _only_passing(self, read: Expression, days: Interval) -> bool:
        if read.opening in ("until", "before") or self._layout.is_titled(read.start):
            return True
        if self._document is None:
            return False
        here = self._document.end
        if days.start > here:
            return True
        return read.opening in ("since", "after") and here.year - days.start.year > 2


def _parts(points: tuple[Partial, ...], placed: list[Placed]) -> tuple[Period, ...]:
    return tuple(
        Period(start=p.days.start, end=p.days.end, precision=size_of(point), resolved=p.resolved)
        for point, p in zip(points, placed, strict=True)
        if p.days
    )

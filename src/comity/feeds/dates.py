"""When a row's fact holds: years, days in the ways tables write them, spans, and how exact they are."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from comity.model import Period

When = Callable[[Sequence[str]], Period | None]
Column = Callable[[str], int]
ISO: Final = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[ T].*)?$")
COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})?$")
AMERICAN: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
YEAR: Final = re.compile(r"(\d{4})(?:\.0)?$")
# How far a day is off, by the precision codes of UCDP GED: 1 day, 2 within 2-6 days, 3 week, 4 month, 5 year.
COARSE: Final = {"4": "month", "5": "year"}


def compile_when(when: Any, column: Column) -> When:
    """Return the reader of a row's period; a row without a readable date gives None.

    ``when``: the column of a year, month or day, or a table with ``at``; ``from`` and ``to``; or ``year``,
    ``month``, ``day`` (and ``to_year``, ``to_month``, ``to_day``). ``format`` as for strptime;
    ``precision``: a column of UCDP's codes.
    """
    given: Mapping[str, Any] = {"at": when} if isinstance(when, str) else when
    form = given.get("format", "")
    if "at" in given:
        at = column(given["at"])
        if "precision" not in given:
            return lambda row: read_date(row[at], form)
        exact = column(given["precision"])
        return lambda row: coarser(read_date(row[at], form), row[exact])
    if "from" in given:
        return _between(given, column, form)
    first = [column(given[k]) for k in ("year", "month", "day") if k in given]
    last = [column(given[k]) for k in ("to_year", "to_month", "to_day") if k in given]
    if not last:
        return lambda row: of_parts([row[i] for i in first])
    return lambda row: joined(of_parts([row[i] for i in first]), of_parts([row[i] for i in last]))


def _between(given: Mapping[str, Any], column: Column, form: str) -> When:
    start = column(given["from"])
    end = column(given["to"]) if "to" in given else None
    exact = column(given["precision"]) if "precision" in given else None

    def read(row: Sequence[str]) -> Period | None:
        first = read_date(row[start], form)
        if first is None:
            return None
        if end is None:
            return Period(
                start=first.start, precision=first.precision, resolved="explicit"
            )  # begun, and no end told
        last = read_date(row[end], form)
        if last is None:
            return Period(start=first.start, precision=first.precision, resolved="explicit")
        period = joined(first, last)
        return coarser(period, row[exact]) if exact is not None else period

    return read


@lru_cache(maxsize=65536)
def read_date(cell: str, form: str = "") -> Period | None:
    """Return the year, month or day of a cell; None when it holds none.

    >>> str(read_date("20160903")), str(read_date("2016-09")), str(read_date("9/3/2016"))
    ('2016-09-03', '2016-09-01/2016-09-30', '2016-09-03')
    """
    cell = cell.strip()
    try:
        if form:
            day = datetime.strptime(cell, form)
            return Period.day(day.year, day.month, day.day)
        if found := YEAR.match(cell):
            return Period.year(int(found[1]))
        if found := ISO.match(cell) or COMPACT.match(cell):
            return _exact([int(p) for p in found.groups() if p])
        if found := AMERICAN.match(cell):
            return Period.day(int(found[3]), int(found[1]), int(found[2]))
    except ValueError:
        return None
    return None


def of_parts(cells: Sequence[str]) -> Period | None:
    """Return the period of year, month and day cells; it is as exact as the first unknown one allows."""
    numbers: list[int] = []
    for cell in cells:
        text = cell.strip().removesuffix(".0")
        if not text.isdigit() or not int(text):
            break
        numbers.append(int(text))
    try:
        return _exact(numbers) if numbers else None
    except ValueError:
        return None


def _exact(numbers: Sequence[int]) -> Period:
    """Return the year, month or day of one, two or three numbers."""
    if len(numbers) == 3:
        return Period.day(numbers[0], numbers[1], numbers[2])
    return Period.month(numbers[0], numbers[1]) if len(numbers) == 2 else Period.year(numbers[0])


def joined(first: Period | None, last: Period | None) -> Period | None:
    """Return the span from one period to another; the other alone when one is not known."""
    if first is None or last is None:
        return first or last
    if first.start is None or last.end is None or last.end < first.start:
        return first
    same = (first.start, first.end) == (last.start, last.end)
    exact = first.precision if same else "range"
    return Period(start=first.start, end=last.end, precision=exact, resolved="explicit")


def coarser(period: Period | None, code: str) -> Period | None:
    """Return the month or year around a period whose source says that it is no more exact than that."""
    unit = COARSE.get(code.strip())
    if period is None or period.start is None or unit is None:
        return period
    year = Period.year(period.start.year)
    if unit == "year":
        return year
    return Period.month(period.start.year, period.start.month)


def rounded(day: date, grain: str, *, up: bool) -> date:
    """Return the first, or last, day of the year or month around a day."""
    if grain == "day":
        return day
    if grain == "year":
        return date(day.year, 12, 31) if up else date(day.year, 1, 1)
    first = day.replace(day=1)
    return (first + timedelta(days=32)).replace(day=1) - timedelta(days=1) if up else first

"""Intervals of the calendar: what day a partial date starts and ends on."""

import calendar
from datetime import date, timedelta
from typing import Final, NamedTuple

from comity.text.dates.partial import Partial


class Interval(NamedTuple):
    """Whole days, both ends included."""

    start: date
    end: date


MONTH_PARTS: Final = {
    "early": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
    "early-mid": (1, 20),
    "mid-late": (11, 31),
    "first-half": (1, 15),
    "second-half": (16, 31),
}
# Months of a year. 年初 and 年底 name two months each; "early" and "end of" a year a quarter.
YEAR_PARTS: Final = {
    "early": (1, 3),
    "start": (1, 2),
    "mid": (5, 8),
    "late": (10, 12),
    "end": (11, 12),
    "first-half": (1, 6),
    "second-half": (7, 12),
}
DECADE_PARTS: Final = {
    "early": (0, 3),
    "start": (0, 3),
    "mid": (4, 6),
    "late": (7, 9),
    "end": (7, 9),
    "first-half": (0, 4),
    "second-half": (5, 9),
}
# A century counts as its hundred years 1900-1999; its halves and quarters too.
CENTURY_PARTS: Final = {
    "early": (0, 19),
    "start": (0, 19),
    "mid": (40, 59),
    "late": (80, 99),
    "end": (80, 99),
    "first-half": (0, 49),
    "second-half": (50, 99),
}
MONTHS_OF: Final = {"quarter": 3, "half": 6, "season": 3}
STEP_MONTHS: Final = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}


def interval_of(partial: Partial, year: int, month: int | None = None) -> Interval | None:
    """Return the days of a partial date in a given year (and month), or ``None`` if there are none.

    February the 30th is none. A part-year word after a quarter takes its first or last month.
    """
    month = partial.month or month
    try:
        if partial.unit == "day":
            day = date(year, month or 1, partial.day or 1)
            return Interval(day, day.replace(day=max(day.day, partial.last)))
        if partial.unit == "month":
            return _months_part(year, month or 1, partial)
        if partial.unit in MONTHS_OF:
            return _cells(year, partial)
        return _years(year, partial)
    except (ValueError, OverflowError):
        return None


def add_months(day: date, count: int) -> date:
    """Return the day some months away, on the last day of a month that is too short."""
    total = day.year * 12 + day.month - 1 + count
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_units(day: date, count: int, unit: str) -> date:
    """Return the day some days, weeks, months, quarters, years, decades or centuries away."""
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return add_months(day, count * STEP_MONTHS[unit])


def months(year: int, first: int, last: int) -> Interval:
    """Return the days from one month of a year to another; a month above 12 lies in the next year."""
    year_end, month_end = year + (last - 1) // 12, (last - 1) % 12 + 1
    return Interval(
        date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1),
        date(year_end, month_end, calendar.monthrange(year_end, month_end)[1]),
    )


def _months_part(year: int, month: int, partial: Partial) -> Interval:
    whole = months(year, month, max(partial.last, month))
    if partial.part not in MONTH_PARTS:
        return whole
    first, last = MONTH_PARTS[partial.part]
    return Interval(whole.start.replace(day=first), whole.end.replace(day=min(last, whole.end.day)))


def _cells(year: int, partial: Partial) -> Interval:
    """Return quarters, halves or seasons of a year. Winter runs into the next year."""
    size = MONTHS_OF[partial.unit]
    late = 2 if partial.unit == "season" else 0
    first = (partial.number - 1) * size + 1 + late
    last = max(partial.number, partial.last) * size + late
    if partial.part in ("early", "start"):
        last = first
    elif partial.part in ("late", "end"):
        first = last
    return months(year, first, last)


def _years(year: int, partial: Partial) -> Interval:
    if partial.unit == "year":
        first, last = YEAR_PARTS.get(partial.part, (1, 12))
        return months(year, first, last + 12 * max(partial.last - year, 0))
    span, parts = (10, DECADE_PARTS) if partial.unit == "decade" else (100, CENTURY_PARTS)
    first, last = parts.get(partial.part, (0, span - 1))
    if partial.number and partial.unit == "century":
        # "The first quarter of the century" ends with its year 25.
        first, last = (partial.number - 1) * 25 + 1, partial.number * 25
    begin = year // span * span
    return Interval(date(max(begin + first, 1), 1, 1), date(begin + last, 12, 31))

"""Days counted from another day: last year, the following month, the past two quarters."""

from datetime import date, timedelta

from comity.text.dates.calendar import Interval, add_units, interval_of, months
from comity.text.dates.partial import Partial


def shifted(point: Partial, base: Interval) -> Interval | None:
    """Return the days of a point counted from a base: 去年9月, the following month, 昨天."""
    from_day = base.end if point.shift > 0 or point.base == "document" else base.start
    try:
        moved = add_units(from_day, point.shift, point.step)
        if point.count:  # a second step in days: 1 month, 21 days ago
            moved = add_units(moved, point.count, "day")
    except (ValueError, OverflowError):
        return None
    if point.part in ("so-far", "to-come"):
        return _part_passed(point, base.end, moved)
    if point.unit == "week":
        monday = moved - timedelta(days=moved.weekday())
        return Interval(monday, monday + timedelta(days=6))
    return interval_of(_placed_on(point, moved), _year_of(point, moved), moved.month)


def _placed_on(point: Partial, moved: date) -> Partial:
    """Fill what the step of the shift settles: the day of yesterday, the quarter of last quarter."""
    if point.unit == "day" and point.day is None:
        return point._replace(month=moved.month, day=moved.day)
    if point.unit == "quarter" and not point.number:
        return point._replace(number=(moved.month - 1) // 3 + 1)
    if point.unit == "half" and not point.number:
        return point._replace(number=(moved.month - 1) // 6 + 1)
    return point


def _year_of(point: Partial, moved: date) -> int:
    """Return the year; for a decade said by its tens alone, within the century counted."""
    if point.unit == "decade" and point.step == "century":
        return moved.year // 100 * 100 + point.number
    return moved.year


def _part_passed(point: Partial, here: date, moved: date) -> Interval:
    """Earlier this year ends the day before the document, later this year begins on its day."""
    whole = interval_of(point._replace(part=""), moved.year, moved.month) or Interval(here, here)
    if point.part == "so-far":
        return Interval(whole.start, max(whole.start, here - timedelta(days=1)))
    return Interval(min(max(here, whole.start), whole.end), whole.end)


def calendar_length(day: date, point: Partial) -> Interval | None:
    """Return whole calendar units: the last two years are the two before this one."""
    count, unit = point.count, point.step
    if unit in ("day", "week"):
        other = add_units(day, count, unit)
        return Interval(min(day, other), max(day, other))
    first = _first_of(day, unit)
    if count < 0:
        return Interval(add_units(first, count, unit), first - timedelta(days=1))
    begin = add_units(first, 1, unit)
    return Interval(begin, add_units(begin, count, unit) - timedelta(days=1))


def _first_of(day: date, unit: str) -> date:
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return months(day.year, (day.month - 1) // 3 * 3 + 1, 12).start
    size = {"decade": 10, "century": 100}.get(unit, 1)
    return date(max(day.year // size * size, 1), 1, 1)

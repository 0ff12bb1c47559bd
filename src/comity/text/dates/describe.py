"""What to say of a resolved expression: its period with open ends, its precision and its kind."""

from datetime import date, timedelta

from comity.model import Period
from comity.text.dates.calendar import Interval
from comity.text.dates.partial import Expression, Partial


def widened(opening: str, point: Partial) -> str:
    """Before the end of a month includes its last days, after the beginning its first."""
    if opening == "before" and point.part in ("late", "end"):
        return "until"
    return "since" if opening == "after" and point.part in ("early", "start") else opening


def opened(opening: str, days: Interval, precision: str, resolved: str) -> Period:
    start: date | None = days.start
    end: date | None = days.end
    if opening in ("since", "after"):
        start, end = (days.start if opening == "since" else day_after(days.end)), None
    elif opening in ("until", "before"):
        start, end = None, (days.end if opening == "until" else _previous(days.start))
    return Period(start=start, end=end, precision=precision, resolved=resolved)


def day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _previous(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def precision_of(points: tuple[Partial, ...], read: Expression) -> str:
    if read.opening:
        return "open"
    return "range" if len(points) > 1 else size_of(points[0])


def size_of(point: Partial) -> str:
    if point.unit in ("decade", "century", "length", "week") or (
        point.last and point.unit in ("year", "day")
    ):
        return "range"
    if point.unit == "year":
        return "part-year" if point.part else "year"
    if point.unit == "month" and point.last:
        return "part-year"
    if point.unit == "month":
        return "part-month" if point.part else "month"
    if point.unit == "quarter" and not point.last and not point.part:
        return "quarter"
    return "day" if point.unit == "day" else "part-year"


def is_fuzzy(point: Partial) -> bool:
    return point.step != "weekday" and point.part not in (
        "",
        "calendar",
        "so-far",
        "to-come",
        "first-half",
        "second-half",
    )


def kind_of(read: Expression, points: tuple[Partial, ...]) -> str:
    if read.opening:
        return "open"
    if read.shape != "single":
        return read.shape
    point = points[0]
    if point.unit == "length":
        return "length"
    if point.base and point.base != "near":
        return "relative"
    return "fuzzy" if is_fuzzy(point) else "date"

"""Share what the points of a range or join leave unsaid: "22 to 25 May", "2007年2月和10月"."""

from comity.text.dates.partial import Partial


def fill(points: tuple[Partial, ...], shape: str) -> tuple[Partial, ...]:
    """Return the points with months and years lent in both directions.

    A year flows forward from the first point and back from the last; a month flows back to a bare
    day. In a range that would run backwards the lent year is the one before or after.
    """
    if len(points) < 2:
        return points
    filled = list(points)
    back, forth = range(len(filled) - 2, -1, -1), range(1, len(filled))
    for i in back:
        filled[i] = _month_from_later(filled[i], filled[i + 1], shape)
    for i in forth:
        filled[i] = _month_from_earlier(filled[i - 1], filled[i], shape)
    for i in back:
        filled[i] = _year_from_later(filled[i], filled[i + 1], shape)
    for i in forth:
        filled[i] = _year_from_earlier(filled[i - 1], filled[i], shape)
    return tuple(filled)


def _month_from_later(point: Partial, later: Partial, shape: str) -> Partial:
    if point.unit != "day" or point.month is not None or point.base or not later.month:
        return point
    backwards = later.unit == "day" and (later.day or 0) < (point.day or 0) and shape == "range"
    return point._replace(month=(later.month - 1 if backwards else later.month) or 12)


def _month_from_earlier(earlier: Partial, point: Partial, shape: str) -> Partial:
    if point.unit != "day" or point.month is not None or point.base or not earlier.month:
        return point
    onwards = (point.day or 0) < (earlier.day or 0) and shape == "range"
    return point._replace(month=earlier.month % 12 + 1 if onwards else earlier.month)


def _year_from_later(point: Partial, later: Partial, shape: str) -> Partial:
    if point.year is not None or point.base or later.year is None or not _lends_year(later):
        return point
    backwards = shape == "range" and _position(point) > _position(later)
    return point._replace(year=later.year - 1 if backwards else later.year)


def _year_from_earlier(earlier: Partial, point: Partial, shape: str) -> Partial:
    if point.year is not None or point.base:
        return point
    if earlier.base and earlier.step == "year":
        return point._replace(base=earlier.base, shift=earlier.shift, step="year")
    if earlier.base and earlier.step == "month" and point.unit == "day" and point.month is None:
        return point._replace(base=earlier.base, shift=earlier.shift, step="month")
    if earlier.year is None or not _lends_year(earlier):
        return point
    onwards = shape == "range" and _position(point) < _position(earlier)
    return point._replace(year=earlier.year + 1 if onwards else earlier.year)


def _lends_year(point: Partial) -> bool:
    return point.year is not None and not point.last and point.unit not in ("decade", "century")


def _position(point: Partial) -> tuple[int, int]:
    """Return the place of a point within its year."""
    if point.month:
        return (point.month, point.day or 1)
    size = {"quarter": 3, "half": 6, "season": 3}.get(point.unit, 0)
    return ((point.number - 1) * size + 1 if size else 1, 1)

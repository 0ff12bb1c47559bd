"""Extended Date/Time Format, level 1 (Library of Congress, 2019; ISO 8601-2), as far as dates need it."""

from datetime import date

from comity.text.dates.calendar import months


def edtf_of(start: date | None, end: date | None, *, unit: str = "", fuzzy: bool = False) -> str:
    """Return an interval in EDTF, as short as its bounds allow.

    Unknown on both sides gives an empty string. A decade or century is written with X for the
    digits left open; bounds that a word such as 初 only suggests carry a ``~``.

    >>> edtf_of(date(2016, 9, 1), date(2016, 9, 30))
    '2016-09'
    >>> edtf_of(date(2015, 1, 1), None)
    '2015/..'
    >>> edtf_of(date(2016, 6, 21), date(2016, 8, 10), fuzzy=True)
    '2016-06-21~/2016-08-10~'
    >>> edtf_of(date(1990, 1, 1), date(1999, 12, 31), unit="decade")
    '199X'
    """
    if start is None and end is None:
        return ""
    if start and end and not fuzzy:
        return _closed(start, end, unit)
    mark = "~" if fuzzy else ""
    first = (_start(start, fuzzy) + mark) if start else ".."
    last = (_end(end, fuzzy) + mark) if end else ".."
    return f"{first}/{last}"


def _closed(start: date, end: date, unit: str) -> str:
    if unit == "decade" and (start.year % 10, end.year - start.year) == (0, 9):
        return f"{start.year // 10:03d}X"
    if unit == "century" and (start.year % 100, end.year - start.year) == (0, 99):
        return f"{start.year // 100:02d}XX"
    if start == end:
        return start.isoformat()
    if (start, end) == months(start.year, 1, 12):
        return f"{start.year:04d}"
    if (start, end) == months(start.year, start.month, start.month):
        return start.isoformat()[:7]
    return _interval(start, end)


def _interval(start: date, end: date) -> str:
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year:04d}/{end.year:04d}"
    if start.day == 1 and end == months(end.year, end.month, end.month).end:
        return f"{start.isoformat()[:7]}/{end.isoformat()[:7]}"
    return f"{start.isoformat()}/{end.isoformat()}"


def _start(day: date, full: bool) -> str:
    if full:
        return day.isoformat()
    if (day.month, day.day) == (1, 1):
        return f"{day.year:04d}"
    return day.isoformat()[:7] if day.day == 1 else day.isoformat()


def _end(day: date, full: bool) -> str:
    if full:
        return day.isoformat()
    if (day.month, day.day) == (12, 31):
        return f"{day.year:04d}"
    return (
        day.isoformat()[:7]
        if day == months(day.year, day.month, day.month).end
        else day.isoformat()
    )

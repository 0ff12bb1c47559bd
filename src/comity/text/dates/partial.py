"""What a date expression says as printed, before its year or month is looked up."""

from typing import NamedTuple


class Partial(NamedTuple):
    """One point of the calendar with whatever it leaves unsaid.

    ``unit`` is the size of what it names: day, month, quarter, half, season, year, decade or
    century; or "length", a stretch of ``count`` units before (negative) or after the document's date.
    ``base`` is what a word such as 去年 or "that month" counts from: document or running, and
    ``shift`` how many ``step`` units away. ``number`` to ``last`` are quarters, halves, seasons or
    months of a year. ``part`` narrows a month, year, decade or century; see `calendar.PARTS`.
    """

    start: int
    end: int
    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int = 0
    last: int = 0
    part: str = ""
    base: str = ""
    shift: int = 0
    step: str = "year"
    count: int = 0  # type: ignore[assignment]


class Expression(NamedTuple):
    """A stretch of text that names one point, a range between two, or a join of several.

    ``opening`` makes an open interval of it: since, after, until (inclusive) or before.
    """

    start: int
    end: int
    points: tuple[Partial, ...]
    shape: str = "single"
    opening: str = ""

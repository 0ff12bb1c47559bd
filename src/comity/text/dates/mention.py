"""What the date reader returns."""

from dataclasses import dataclass

from comity.model import Period, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression, the interval it stands for, and how that was found.

    ``kind`` is date, range, join (several dates in one expression), open, relative, fuzzy (a part of
    a month, year or decade) or length (counted back or forth from the document's date). ``anchor`` is
    the earlier expression that gave a year or month left unsaid. ``parts`` holds each date of a join
    in order ("7月和8月"), for readers that deal them out. ``alternative`` is the reading that lost; it
    is kept for review and never counts as a second date. ``planned`` says that words of the future
    stand by.
    """

    span: Span
    period: Period
    kind: str
    anchor: Span | None = None
    parts: tuple[Period, ...] = ()
    edtf: str = ""
    alternative: Period | None = None
    planned: bool = False

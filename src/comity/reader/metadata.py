"""What a file says of itself: its language by script, dates as people write them."""

import re
from typing import Final

from comity.model import UNDATED, Period

LATIN: Final = re.compile(r"[A-Za-z]")
HAN: Final = re.compile(r"[\u3400-\u9fff]")
OTHER: Final = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\uac00-\ud7af\u3040-\u30ff\u0900-\u097f]"
)


def language_of(text: str) -> str:
    """Return zh, en or und by the share of scripts in the text."""
    sample = (
        text
        if len(text) < 20_000
        else text[:10_000] + text[len(text) // 2 : len(text) // 2 + 10_000]
    )
    han, latin, other = (len(p.findall(sample)) for p in (HAN, LATIN, OTHER))
    if other > han + latin:
        return "und"
    if han * 3 >= latin and han:
        return "zh"
    return "en" if latin else "und"


def parse_day(value: str) -> Period:
    """Return an ISO date of any precision as a period; undated when it is none.

    >>> parse_day("2017-01").precision
    'month'
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d.*)?)?)?", value.strip())
    if not match:
        return UNDATED
    try:
        year, month, day = (int(g) if g else 0 for g in match.groups())
        if day:
            return Period.day(year, month, day)
        return Period.month(year, month) if month else Period.year(year)
    except ValueError:
        return UNDATED

"""Days told by their name in the week, as news agencies do: "on Friday", "next Monday", 上周三, 星期五.

A bare name means the last such day up to the day of the document, or the next one where the sentence
looks ahead. Chinese counts 上周 and 下周 in calendar weeks from Monday; English "last Friday" is the one
before the day of the document.
"""

import re
from datetime import date, timedelta
from typing import Final

from comity.text.dates.calendar import Interval
from comity.text.dates.partial import Partial

NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ENGLISH: Final = re.compile(
    r"(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|coming|[Tt]his coming)\s)?(?P<name>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?:\s(?:morning|afternoon|evening|night))?\b(?!['’]s\s[A-Z]|,?\s(?:the\s)?\d|\s(?:of|in)\s(?:the|each|every)|s\b)"
)
CHINESE: Final = re.compile(
    "(?P<which>上上|上个?|下个?|本|这个?)?(?:周|星期|礼拜)(?P<name>[一二三四五六日天])(?!年|岁|个|次|期|刊|届|[一二三四五六七八九十]|[至到](?:周|星期|礼拜|下)|场)"
)
# "Good Friday", "every Sunday", "January 10 (Tuesday)": no day of its own.
NO_DAY: Final = re.compile(
    r"(?:\d,? ?\(|\b(?:[Gg]ood|Black|Bloody|Holy|Palm|Super|Ruby|[Ee]very|[Ee]ach) )\Z"
)
# "will sail, the ministry said on Monday": the day of telling is past, whatever is told lies ahead.
TELLING: Final = re.compile(
    r"\b(?:said|says|told|announced|stated|confirmed|reported|added|statement|release|interview|briefing|conference)\b[^.;,]{0,24}\Z"
)
COUNTED: Final = "每数几第至到0123456789一二三四五六七八九十两多逢各"
WEEKS: Final = {"上上": -2, "上": -1, "上个": -1, "下": 1, "下个": 1, "本": 0, "这": 0, "这个": 0}


def read_weekday(text: str, at: int) -> Partial | None:
    """Read an English name of a day, written with its capital."""
    found = ENGLISH.match(text, at)
    if not found or NO_DAY.search(text, max(0, at - 10), at):
        return None
    number = NAMES.index(found["name"].lower())
    which = (found["which"] or "").lower()
    if not which and TELLING.search(text, max(0, at - 44), at):
        which = "told"
    return _partial(found, number, which)


def chinese_weekday(text: str, at: int) -> Partial | None:
    """Read 星期五, 上周三, 下周一; 每周五 and 三周五 name no day."""
    found = CHINESE.match(text, at)
    if not found or (not found["which"] and text[max(0, at - 1) : at] in tuple(COUNTED)):
        return None
    return _partial(found, min("一二三四五六日天".index(found["name"]), 6), found["which"] or "")


def _partial(found: re.Match[str], number: int, which: str) -> Partial:
    start, end = found.span()
    return Partial(start, end, "day", base="document", step="weekday", number=number, part=which)


def day_meant(point: Partial, written: date, *, ahead: bool) -> Interval:
    """Return the day that a name means to whoever writes on a day; ``ahead`` if the words look forward."""
    if point.part in WEEKS:
        monday = written - timedelta(days=written.weekday())
        day = monday + timedelta(weeks=WEEKS[point.part], days=point.number)
        return Interval(day, day)
    back = (written.weekday() - point.number) % 7
    on = (point.number - written.weekday()) % 7
    if point.part == "last":
        day = written - timedelta(days=back or 7)
    elif point.part in ("next", "coming", "this coming"):
        day = written + timedelta(days=on or 7)
    else:
        ahead = ahead and point.part != "told"
        day = written + timedelta(days=on) if ahead else written - timedelta(days=back)
    return Interval(day, day)

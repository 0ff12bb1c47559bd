"""English expressions that count from a day: today, last year, the following month, two years ago."""

import re
from typing import Final

from comity.text.dates import en_grammar as grammar
from comity.text.dates.en_points import RELATIVE, month_number, number, with_year
from comity.text.dates.partial import Partial

AHEAD: Final = frozenset({"next", "coming", "upcoming", "following"})
DAY_WORDS: Final = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def _word(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").lower()).strip()


def read_day_word(text: str, at: int) -> Partial | None:
    found = grammar.DAY_WORD.match(text, at)
    if not found:
        return None
    if word := found["word"]:
        return Partial(
            at, found.end(), "day", base="document", shift=DAY_WORDS[_word(word)], step="day"
        )
    shift = 0 if "same" in found["running"].lower() else 1
    return Partial(at, found.end(), "day", base="running", shift=shift, step="day")


PART_WORDS: Final = {
    "earlier": "so-far",
    "later": "to-come",
    "late": "late",
    "early": "early",
    "end": "late",
    "end of": "late",
    "the end of": "late",
    "beginning of": "early",
    "the beginning of": "early",
    "rest of": "to-come",
    "the rest of": "to-come",
    "remainder of": "to-come",
    "the remainder of": "to-come",
}


# "Over the past year" is a stretch up to the day, "last year" a year of the calendar.
LENGTH_WORDS: Final = {"past": -1, "the past": -1, "the last": -1, "the next": 1, "the coming": 1}


def read_said(text: str, at: int) -> Partial | None:
    """Read "last year", "later this month", "the following year", "that quarter"."""
    found = grammar.SAID.match(text, at)
    if not found:
        return None
    word, unit = _word(found["deictic"]), found["unit"].lower()
    if (
        word in ("the", "in the")
        and not found["afternext"]
        and not _may_stand_bare(text, at, found)
    ):
        return None
    base, shift = RELATIVE[word]
    if found["afternext"]:
        shift = 2
    part = PART_WORDS.get(_word(found["sofar"]), "late" if found["end"] else "")
    if word in LENGTH_WORDS and unit in ("year", "decade", "century") and _is_stretch(text, at):
        return Partial(at, found.end(), "length", step=unit, count=LENGTH_WORDS[word])
    if word == "the" and not found["sofar"]:
        base = "near"
    return Partial(at, found.end(), unit, base=base, shift=shift, step=unit, part=part)


def _may_stand_bare(text: str, at: int, found: re.Match[str]) -> bool:
    """ "The year" names one only where a preposition or a word such as "later" points at it."""
    if found["unit"].lower() in ("decade", "century", "week"):
        return False
    if re.match(
        r"\s(?:of|\d|before|after|when|that|in which|ahead)",
        text[found.end() : found.end() + 9],
        re.I,
    ):
        return False
    pointed = re.search(
        r"\b(?:in|of|during|for|throughout|by)\s+\Z", text[max(0, at - 12) : at], re.I
    )
    return bool(found["sofar"] or pointed or len(text.strip()) <= found.end() - at)


def _is_stretch(text: str, at: int) -> bool:
    return bool(
        re.search(
            r"\b(?:over|in|during|within|for)\s+(?:the\s)?\Z",
            text[max(0, at - 12) : at] or "",
            re.I,
        )
    )


EDGES: Final = {
    "end": "late",
    "close": "late",
    "beginning": "early",
    "start": "early",
    "middle": "mid",
}


def read_year_end(text: str, at: int) -> Partial | None:
    if edge := grammar.EDGE.match(text, at):
        part = EDGES[edge["edge"].lower()]
        return Partial(at, edge.end(), edge["unit"].lower(), base="near", part=part)
    found = grammar.YEAR_END.match(text, at)
    if not found:
        return None
    return Partial(at, found.end(), "year", base="near", part="late")


def read_day_of_said(text: str, at: int) -> Partial | None:
    """Read "the 20th of next month" and "the last day of October"."""
    if found := grammar.DAY_OF_SAID.match(text, at):
        base, shift = RELATIVE[_word(found["deictic"])]
        return Partial(
            at, found.end(), "day", day=number(found["day"]), base=base, shift=shift, step="month"
        )
    if found := grammar.LAST_DAY.match(text, at):
        month, back = month_number(found["month"]), max(number(found["nth"]), 1) - 1
        last = 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
        point = Partial(at, found.end(), "day", month=month, day=last - back)
        return with_year(point, found.groupdict())
    return None


LASTING: Final = re.compile(r"\b(?:for|throughout)\s\Z", re.I)


def read_length(text: str, at: int) -> Partial | None:
    """Read "over the past ten months", "two years ago", "within 3 years"."""
    found = grammar.LENGTH.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    if g["n2"]:
        return _ago(g, at, found.end())
    count = number(g["n"] or g["n3"] or g["n4"])
    unit = _unit(g["unit"] or g["unit3"] or g["unit4"])
    if g["n3"]:
        return _within(text, g, at, found.end(), count, unit)
    way = (g["dir"] or g["dir4"] or "").lower()
    ahead = way in AHEAD
    rolling = (
        way in ("coming", "upcoming")
        or ((bool(g["over"]) or LASTING.search(text, max(0, at - 12), at)) and unit != "quarter")
        or (way == "past" and unit != "quarter")
    )
    part = ("after" if ahead else "") if rolling else "calendar"
    return (
        Partial(at, found.end(), "length", step=unit, count=count if ahead else -count, part=part)
        if count
        else None
    )


AHEAD_OF_NOW: Final = re.compile(
    r"\b(?:will|shall|would|expires?|due|scheduled|want to|to be)\b", re.I
)


def _within(
    text: str, g: dict[str, str | None], at: int, end: int, count: int, unit: str
) -> Partial | None:
    if not count:
        return None
    if (g["within"] or "").lower() == "within":
        return Partial(at, end, "length", step=unit, count=count)
    if not AHEAD_OF_NOW.search(text, max(0, at - 70), at):  # "the lowest level in six years"
        return None
    return Partial(at, end, "day", base="document", shift=count, step=unit)


def _ago(g: dict[str, str | None], at: int, end: int) -> Partial | None:
    """ "Five years ago" names a year, "two months ago" a month; of two units together, a day."""
    count, unit = number(g["n2"]), _unit(g["unit2"])
    if not count:
        return None
    ahead = (g["dir2"] or "").lower() in ("hence", "from now")
    if (g["dir2"] or "").lower() == "earlier":
        return Partial(at, end, unit, base="running", shift=-count, step=unit)
    if not ahead and not g["unit2b"]:
        return Partial(at, end, unit, base="document", shift=-count, step=unit)
    steps = [(number(g[f"n2{k}"]), _unit(g[f"unit2{k}"])) for k in ("", "b", "c") if g[f"unit2{k}"]]
    months = sum(
        n * {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(u, 0) for n, u in steps
    )
    days = sum(n * {"day": 1, "week": 7}.get(u, 0) for n, u in steps)
    sign = 1 if ahead else -1
    return Partial(
        at, end, "day", base="document", shift=sign * months, step="month", count=sign * days
    )


def _unit(text: str | None) -> str:
    return (text or "").lower().removesuffix("s")

"""Where an English date can begin: one fast pass for telling words, then an expression around them."""

import re
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation

from comity.text.dates import en_grammar as grammar

# Every date holds a digit or one of these.
TELLING: Final = (
    "jan feb mar apr may jun jul aug sep oct nov dec day tomorrow week month quarter qtr year decade centur "
    "half part early late mid end close begin start turn rest remainder fiscal fy spring summer autumn fall winter "
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth teen twentieth thirtieth "
    "twenties thirties forties fifties sixties seventies eighties nineties 0 1 2 3 4 5 6 7 8 9"
)

# Where a date can begin. Small words count only before one that belongs to a date.
NUMBER_WORD: Final = rf"(?:{grammar.TEENS}|{grammar.TENS}|{grammar.ONES})"
HEAD: Final = (
    rf"(?:\d|{grammar.MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:early|late|mid)[-\s]|(?:end|close|beginning|start|middle|turn)\s(?:of|in)\s"
    rf"|(?:month|quarter|year)s?\b|(?:first|second|third|fourth|1st|2nd|latter|early|last)\s(?:half|part|quarter|qtr)|fiscal\b|FY|[QH][1-4]\b|year-"
    rf"|{grammar.ORDINAL_WORD}(?=[-\s](?:day|of|to|and|through|century|quarter|half|[JFMASOND])|\s\w+\smonths|\s\w+\squarters|\slast\sday)"
    rf"|(?:past|last|latest|previous|preceding|next|coming|upcoming|following|same|current)\s(?:{grammar.COUNT}\s|fiscal\s)?(?:upcoming\s)?(?:year|month|week|quarter|decade|day|centur|{grammar.MONTH}|spring|summer|autumn|fall\b|winter)"
    rf"|(?:{NUMBER_WORD}|an?)[-\s](?:{grammar.ONES})?\s?(?:upcoming\s|coming\s)?(?:year|month|week|quarter|decade|day)|last\sday"
    rf"|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|(?:nineteen|eighteen)\s|(?:first|last)\s\w+\s(?:months|quarters)\sof"
    rf"|spring|summer|autumn|fall\s|winter)"
)
CANDIDATE: Final = re.compile(
    rf"(?<![\w$£€#@])(?:(?<![.,/])(?<!\w[-–—])\d|['’]\d0s|(?:the|this|that|its|at|a|in|over|during|for|throughout|within|last|next|about|nearly|almost|some|earlier|later|around|by)\s(?:(?:the|this|that|its|flat|in)\s){{0,2}}(?={HEAD})"
    rf"|(?!\d){HEAD}|(?:rest|remainder)\sof\sthe\s|(?:this\s)?coming\s(?=\w+day)|today|yesterday|tomorrow|(?:on\s)?(?:that|the)\s(?:same|following)\sday|the\sday\s(?:before|after))",
    re.I,
)


# Words that can lead to the telling one: "in the past three years", "over the coming quarter".
LEADING: Final = frozenset(
    [
        *[
            "the",
            "this",
            "that",
            "its",
            "at",
            "a",
            "an",
            "in",
            "on",
            "over",
            "during",
            "for",
            "throughout",
            "within",
            "last",
            "next",
            "about",
            "nearly",
        ],
        *[
            "almost",
            "some",
            "earlier",
            "later",
            "around",
            "by",
            "flat",
            "past",
            "latest",
            "previous",
            "preceding",
            "coming",
            "upcoming",
        ],
        *["following", "same", "current", "first"],
        *f"{grammar.TENS}|{grammar.TEENS}|{grammar.ONES}".split("|"),
    ]
)


class Starts:
    """The places of a text where a date can begin, asked for one after the other."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lowered = _lower(text).replace("\n", " ").replace("\t", " ").replace("\xa0", " ")
        self._telling = iter(_automaton().find_matches_as_indexes(self._lowered))
        self._word = next(self._telling, None)

    def after(self, at: int) -> int | None:
        """Return the first place at or behind ``at`` where a date can begin; ``at`` may only grow."""
        while self._word:
            telling = self._word[1]
            if telling >= at:
                for place in reversed(self._places(telling, at)):
                    if CANDIDATE.match(self._text, place):
                        return place
            self._word = next(self._telling, None)
        return None

    def _places(self, telling: int, at: int) -> list[int]:
        """Return where the word around a telling one begins, then the leading words before it."""
        text = self._lowered
        start = telling
        while start > at and text[start - 1].isalpha():
            start -= 1
        places = [start] if start == telling else [telling, start]
        if start > at and text[start - 1] in "'’":
            places.append(start - 1)
        while start > at and text[start - 1] in " -":
            before = start - 1
            while before > at and text[before - 1].isalnum():
                before -= 1
            word = text[before : start - 1]
            if word not in LEADING and not word.isdigit():
                break
            places.append(before)
            start = before
        return places


def _lower(text: str) -> str:
    """Return a text in lower case and of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


@lru_cache(maxsize=1)
def _automaton() -> AhoCorasick:
    return AhoCorasick(TELLING.split(), implementation=Implementation.ContiguousNFA)

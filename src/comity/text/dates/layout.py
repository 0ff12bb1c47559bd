"""Where a date stands: its sentence and paragraph, whether words of the future are near."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

SENTENCE_END: Final = {
    "zh": re.compile("[。！？；\n]"),
    "en": re.compile(
        r"(?=[!?;.\n])(?:[!?;](?=\s)|(?<=[a-z0-9)\"”%])\.[\"”’)]*(?=\s+[\"“(]?[A-Z])|\n\s*\n)"
    ),
}
PARAGRAPH_END: Final = re.compile(r"\n\s*\n|(?<=[。！？；.!?”\"）)])[ \t]*\n")
FUTURE: Final = {
    "zh": re.compile(
        "(?<![即])将(?!军|领|士|官|校|其|此|上述|会议纪要)|拟(?!定于\\d{4}年以来|议)|计划(?=[在于到]|$)|力争|预计|有望|争取|定于|即将|待到|届时"
    ),
    "en": re.compile(
        r"\b(?:will|shall|scheduled|plan(?:s|ned)?\s+(?:to|for)|to be|expect(?:s|ed)? to|intends? to|upcoming|aims? to|is due|are due|deadline)\b",
        re.I,
    ),
}
TITLE_MARKS: Final = {"《": "》", "“": "”", "「": "」"}
WORDS: Final = {"zh": re.compile("[一-鿿]"), "en": re.compile("[A-Za-z]")}
# How far a word of the future may stand from the date it governs.
REACH: Final = {"zh": 18, "en": 70}
# A date stands alone when no more letters than this are near it, as in a table.
ALONE: Final = {"zh": 2, "en": 4}
NEIGHBOURS: Final = 36


class Layout:
    """The sentences and paragraphs of a text, by offset."""

    def __init__(self, text: str, language: str, breaks: Sequence[int]) -> None:
        self._text, self._language = text, language
        self._sentences = [m.end() for m in SENTENCE_END[language].finditer(text)]
        self._paragraphs = list(breaks) or [m.end() for m in PARAGRAPH_END.finditer(text)]

    def place(self, start: int, end: int) -> tuple[int, int, bool, bool]:
        """Return sentence and paragraph numbers, whether the date is planned, whether it stands alone."""
        sentence = bisect_right(self._sentences, start)
        paragraph = bisect_right(self._paragraphs, start)
        first = self._sentences[sentence - 1] if sentence else 0
        if paragraph:
            first = max(first, self._paragraphs[paragraph - 1])
        last = self._sentences[sentence] if sentence < len(self._sentences) else len(self._text)
        return (
            sentence + paragraph,
            paragraph,
            self._is_planned(start, end, first, last),
            self._is_alone(start, end, first, last),
        )

    def _is_planned(self, start: int, end: int, first: int, last: int) -> bool:
        reach = REACH[self._language]
        words = FUTURE[self._language]
        if words.search(self._text, max(first, start - reach), start):
            return True
        return bool(words.search(self._text, end, min(last, end + reach // 2)))

    def _is_alone(self, start: int, end: int, first: int, last: int) -> bool:
        words, few = WORDS[self._language], ALONE[self._language]
        before = len(words.findall(self._text, max(first, start - NEIGHBOURS), start))
        return before + len(words.findall(self._text, end, min(last, end + NEIGHBOURS))) <= few

    def is_titled(self, start: int) -> bool:
        """Say whether an opening title mark or quote stands unclosed shortly before."""
        before = self._text[max(0, start - 24) : start]
        return any(before.rfind(mark) > before.rfind(close) for mark, close in TITLE_MARKS.items())

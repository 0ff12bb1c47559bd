"""The words that show an event: from its date, sides and verb to the end of its clause, in whole words."""

import re
from typing import Final

from comity.extract.clauses import clause_end, reach_of
from comity.extract.context import Resolved
from comity.extract.mentions.mention import Sentence
from comity.model import Span

LONGEST: Final = {"zh": 130, "en": 180}


def evidence(
    sentence: Sentence, start: int, end: int, who: Resolved, dated_by: tuple[Span, ...]
) -> Span:
    """Return the stretch from the earliest of date, participants and verb to the end of the wording."""
    reach = clause_end(sentence, end) if sentence.language == "zh" else reach_of(sentence, end)
    limit = min(sentence.starts[reach], sentence.starts[end] + LONGEST[sentence.language] // 2)
    first = sentence.starts[start]
    inside = [s.start for s in (*who.spans, *dated_by) if sentence.start <= s.start < limit]
    furthest = min(first, sentence.starts[end] - LONGEST[sentence.language])
    opening = max(min([*inside, first]), furthest)
    if sentence.language == "zh":
        return Span(opening, limit)
    return Span(word_start(sentence, opening), word_end(sentence, limit))


def word_start(sentence: Sentence, offset: int) -> int:
    """Return where the word begins in which a cleaned offset falls; a mention is one word."""
    index = sentence.index(offset)
    while index > 0 and _within_word(sentence.tagged, index):
        index -= 1
    return sentence.starts[index]


def word_end(sentence: Sentence, offset: int) -> int:
    """Return where the word ends in which a cleaned offset falls; a mention is one word."""
    index = sentence.index(offset)
    if sentence.starts[index] < offset:  # inside a mention
        index += 1
    while index < len(sentence.tagged) and _within_word(sentence.tagged, index):
        index += 1
    return sentence.starts[index]


WORD: Final = re.compile(r"[\w’'-]")


def _within_word(tagged: str, index: int) -> bool:
    before, here = tagged[index - 1 : index], tagged[index : index + 1]
    return bool(WORD.match(before) and WORD.match(here))

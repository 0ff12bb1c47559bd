"""Sentences of one block, as spans that map back to the text."""

import re
from collections.abc import Iterator
from typing import Final

from comity.model import Span

CLOSERS: Final = "”’』」）)】》〉\"'*"
CHINESE: Final = re.compile(rf"[^。！？；!?]*[。！？；!?]+[{CLOSERS}]*|[^。！？；!?]+\Z")

# Titles, forms and references whose full stop does not end a sentence. Those of the first group
# are always followed by something that belongs to them; those of the second may also end one.
BEFORE_NAME: Final = (
    "Mr Mrs Ms Dr Prof Gen Lt Col Maj Capt Cmdr Adm Sgt Sen Rep Gov Pres Amb Hon Rev Messrs Sec "
    "St Mt Ft Art Arts No Nos para paras Sect Fig Vol pp cf vs viz eg ie e.g i.e Brig Cdr Sr H.E "
    "Vice-Adm Rear-Adm Maj-Gen Lt-Gen Ma Engr Atty Supt Insp Cpt Lieut"
)
MAY_END: Final = "Jr Inc Ltd Corp Co etc al U.S U.K U.N E.U D.C a.m p.m Ph.D Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
ALWAYS_JOINED: Final = frozenset(word.lower() for word in BEFORE_NAME.split())
SOMETIMES_JOINED: Final = frozenset(word.lower() for word in MAY_END.split())
MONTHS: Final = frozenset(
    ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
)
# After these not even a title goes on: "met Hun Sen. They agreed."
NO_NAMES: Final = frozenset(
    ["The", "They", "It", "In", "We", "This", "These", "That", "Those", "As", "But", "However"]
)
STARTERS: Final = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "He",
        "She",
        "They",
        "It",
        "We",
        "This",
        "These",
        "That",
        "Those",
        "As",
        "But",
        "However",
        "For",
        "From",
        "To",
        "Both",
        "President",
        "Prime",
        "Secretary",
        "Minister",
        "Since",
        "During",
        "After",
        "Before",
        "When",
        "While",
        "Our",
        "His",
        "Her",
        "Its",
    ]
)

# "U.S. President Biden" goes on; "They live in the U.S. President Biden said so" does not.
STATES: Final = frozenset({"u.s", "u.k", "u.n", "e.u"})
TITLES: Final = frozenset({"President", "Prime", "Secretary", "Minister"})
IN_STATE: Final = re.compile(r"\b(?:in|to|from) the [A-Z.]+\Z")


# A stop after a word of three small letters that is no abbreviation, before a capital, is an end
# without a second look: nine in ten of all ends.
LONG_JOINED: Final = [
    word
    for word in (BEFORE_NAME + " " + MAY_END).split()
    if len(word) > 3 and word[-3:].isalpha() and word[-3:].islower()
]
NOT_JOINED: Final = "".join(rf"(?<!\b{word})" for word in LONG_JOINED)
OPENERS: Final = "\"'“‘(\\[*_"
SURE: Final = rf"(?<=[a-z]{{3}}\.){NOT_JOINED.replace(')', chr(92) + '.)')}[{CLOSERS}]*(?=\s+[{OPENERS}]*[A-Z])"
UNSURE: Final = (
    rf"(?<=[.!?…])[.!?…]*[{CLOSERS}]*(?=\s|\Z)|(?<=[。！？；])[{CLOSERS}]*|(?<=\n)[ \t]*\n"
)
ENGLISH_STOP: Final = re.compile(rf"[.!?…。！？；\n](?:(?P<sure>{SURE})|{UNSURE})")
WORD_BEFORE: Final = re.compile(r"[\w.'’&-]*\Z")
WORD_AFTER: Final = re.compile(r"\s*[\"'“‘(\[*_]*([A-Za-z0-9]*)")


def split_sentences(text: str, language: str) -> list[Span]:
    """Return the spans of the sentences of one block of text, white space trimmed.

    In Chinese a full-width semicolon ends a sentence; closing quotes and brackets stay with the
    sentence they close. In English a full stop after a title, an initial or an abbreviation does
    not end one.

    >>> text = "Gen. Li met Mr. Hun Sen. They agreed."
    >>> [text[start:end] for start, end in split_sentences(text, "en")]
    ['Gen. Li met Mr. Hun Sen.', 'They agreed.']
    """
    spans = _chinese(text) if language == "zh" else _english(text)
    longest = LONGEST["zh" if language == "zh" else "en"]
    if len(text) <= longest:
        return spans
    return [part for span in spans for part in _parted(text, span, longest)]


# Of 39,000 sentences of Chinese news one is longer, of 44,000 of English transcripts five. What goes on
# without a stop (a table, a damaged file) is parted at a comma or a blank, so that reading it takes time
# in proportion to its length.
LONGEST: Final = {"zh": 600, "en": 3000}
BLANKS: Final = "，、,; \t\n"


def _parted(text: str, span: Span, longest: int) -> Iterator[Span]:
    start = span.start
    while span.end - start > longest:
        cut = max(text.rfind(mark, start + longest // 2, start + longest) for mark in BLANKS) + 1
        end = cut or start + longest
        if part := _trimmed(text, start, end):
            yield part
        start = end
    if part := _trimmed(text, start, span.end):
        yield part


def _chinese(text: str) -> list[Span]:
    spans: list[Span] = []
    for match in CHINESE.finditer(text):
        span = _trimmed(text, *match.span())
        if span and ". " in text[span.start : span.end]:
            spans += (inner.shift(span.start) for inner in _english(text[span.start : span.end]))
        elif span:
            spans.append(span)
    return spans


def _english(text: str) -> list[Span]:
    spans, start = [], 0
    for stop in ENGLISH_STOP.finditer(text):
        if stop.lastgroup or _ends(text, start, stop):
            if span := _trimmed(text, start, stop.end()):
                spans.append(span)
            start = stop.end()
    if span := _trimmed(text, start, len(text)):
        spans.append(span)
    return spans


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Say whether a stop ends its sentence: not after an abbreviation, not before a small letter."""
    mark = text[stop.start()]
    if mark not in ".…":
        return mark in "。！？；\n" or not _lower_follows(text, stop.end())
    if _lower_follows(text, stop.end()):
        return False
    if stop.end() - stop.start() > 1:  # an ellipsis, or a stop inside closing quotes
        return True
    match = WORD_BEFORE.search(text, max(start, stop.start() - 24), stop.start())
    word = match.group().lower().rpartition("-")[2] if match else ""  # "Japan-U.S. Security"
    return not _abbreviated(word, text, stop.end())


def _abbreviated(word: str, text: str, end: int) -> bool:
    following = WORD_AFTER.match(text, end)
    after = following.group(1) if following else ""
    if word in STATES and after in TITLES and not IN_STATE.search(text, max(0, end - 14), end):
        return True
    if word in ALWAYS_JOINED or (len(word) == 1 and word.isalpha()):
        return after not in NO_NAMES
    if word in MONTHS:
        return after[:1].isdigit()
    if word in SOMETIMES_JOINED or re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return bool(after) and after not in STARTERS
    # A list number ("1.", "12.") opens its sentence.
    return word.isdigit() and len(word) < 3 and text[:end].strip(" .*") == word


def _lower_follows(text: str, end: int) -> bool:
    following = WORD_AFTER.match(text, end)
    return bool(following and following.group(1)[:1].islower())


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without surrounding white space, or ``None`` when nothing is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    return Span(start, end) if start < end else None

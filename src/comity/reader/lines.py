"""Printed text to paragraphs: lines with exact offsets, marks taken off, wrapped lines joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

Piece = tuple[int, int]
BREAKS: Final = re.compile(r"\r\n|\n|\r|---")
LINE: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
HEADING: Final = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
ITEM: Final = re.compile(r"[ \t]*(?:[-*+•·◆●■]|\d{1,2}[.)])[ \t]+")
QUOTE: Final = re.compile(r"[ ]{0,3}>[ ]?")
RULE: Final = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$")
# What is not words: emphasis, inline tags, soft hyphens, zero-width signs, link targets, images.
MARKUP: Final = re.compile(
    r"\*\*|__|</?[a-zA-Z][^<>\n]{0,120}>|\xad|[\u200b-\u200d\ufeff\u2060]|!\[[^\]\n]*\]\([^)\n]*\)"
    r"|\]\([^)\n]{0,400}\)|\[(?=[^\]\n]{1,300}\]\()|[\x00-\x08\x0b\x0c\x0e-\x1f]"
)
NUMBERED: Final = re.compile(r"^\d{1,2}[.)]")


@dataclass(slots=True)
class Paragraph:
    """A block of printed text: its kind, the pieces of text that are words, its heading level."""

    kind: str
    pieces: list[Piece]
    level: int = 0
    bold: bool = False
    section: str = ""
    words: str = field(default="")

    @property
    def start(self) -> int:
        return self.pieces[0][0] if self.pieces else 0

    @property
    def end(self) -> int:
        return self.pieces[-1][1] if self.pieces else 0


def without_markup(text: str, start: int, end: int) -> list[Piece]:
    """Return the pieces of a stretch that are words."""
    pieces, at = [], start
    for match in MARKUP.finditer(text, start, end):
        if match.start() > at:
            pieces.append((at, match.start()))
        at = match.end()
    if end > at:
        pieces.append((at, end))
    return pieces


def words_of(text: str, pieces: list[Piece]) -> str:
    """Return the words of some pieces."""
    return "".join(text[a:b] for a, b in pieces)


def paragraphs(text: str, *, marked: bool, wrapped: bool) -> Iterator[Paragraph]:
    """Yield the paragraphs of a printed text.

    ``marked`` reads Markdown signs; ``wrapped`` says that a single line break within a paragraph is only
    the edge of the page (English), while in Chinese each line is a paragraph.
    """
    last_end, open_paragraph = 0, None
    for match in LINE.finditer(text):
        start, end = match.span()
        if not match.group().strip() or RULE.match(match.group()):
            continue
        adjacent = len(BREAKS.findall(text, last_end, start)) <= 1
        last_end = end
        paragraph = _line(text, start, end, marked=marked)
        if not paragraph.words.strip():
            continue
        if open_paragraph and wrapped and adjacent and paragraph.kind == "paragraph":
            gap = (open_paragraph.end, open_paragraph.end + 1)
            open_paragraph.pieces += [gap, *paragraph.pieces]
            continue
        if open_paragraph:
            yield _closed(text, open_paragraph)
        open_paragraph = (
            paragraph if wrapped and paragraph.kind in ("paragraph", "item", "quote") else None
        )
        if open_paragraph is None:
            yield paragraph
    if open_paragraph:
        yield _closed(text, open_paragraph)


def _closed(text: str, paragraph: Paragraph) -> Paragraph:
    """Return a paragraph with the words of all its lines, put together once."""
    paragraph.words = words_of(text, paragraph.pieces)
    return paragraph


def _line(text: str, start: int, end: int, *, marked: bool) -> Paragraph:
    kind, level, at = "paragraph", 0, start
    if marked and (match := HEADING.match(text, start, end)):
        kind, level, at = "heading", len(match.group(1)), match.end()
    elif marked and (match := QUOTE.match(text, start, end)):
        kind, at = "quote", match.end()
    elif (match := ITEM.match(text, start, end)) and not NUMBERED.match(match.group().strip()):
        kind, at = "item", match.end()
    while at < end and text[at] in " \t\u3000\xa0":
        at += 1
    while end > at and text[end - 1] in " \t\u3000\xa0#":
        end -= 1
    pieces = without_markup(text, at, end)
    printed = text[at:end]
    bold = printed.startswith("**")
    return Paragraph(kind, pieces, level, bold, words=words_of(text, pieces))

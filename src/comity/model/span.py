"""Spans and the map from a cleaned text back to the printed one."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of text, in Unicode code points."""

    start: int
    end: int

    def shift(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def line_counter(text: str) -> Callable[[int], int]:
    """Return what tells the number of the line an offset stands in; the text is gone through once.

    >>> line_counter("a\\nb")(2)
    2
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return lambda offset: bisect_right(starts, offset)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each stretch of a cleaned text stood in the printed text.

    ``clean[i]`` is the first offset of the i-th copied run in the cleaned text and ``source[i]`` the
    offset in the printed text it was copied from. Both rise strictly.

    >>> kept = OffsetMap(clean=(0, 3), source=(0, 5))  # two printed characters dropped after 3
    >>> kept.to_source(Span(1, 4))
    Span(start=1, end=6)
    """

    clean: tuple[int, ...] = (0,)
    source: tuple[int, ...] = (0,)

    def offset(self, position: int) -> int:
        """Return the printed offset of one cleaned character."""
        run = bisect_right(self.clean, position) - 1
        return self.source[run] + position - self.clean[run]

    def to_source(self, span: Span) -> Span:
        """Return the printed stretch from the first to the last character of a cleaned one."""
        if span.end <= span.start:
            at = self.offset(span.start)
            return Span(at, at)
        return Span(self.offset(span.start), self.offset(span.end - 1) + 1)

    @classmethod
    def of_pieces(cls, pieces: Sequence[tuple[int, int]]) -> "OffsetMap":
        """Build the map of a cleaned text made of printed pieces ``(start, end)`` in order."""
        clean, source, length = [], [], 0
        for start, end in pieces:
            if end > start:
                clean.append(length)
                source.append(start)
                length += end - start
        return cls(tuple(clean) or (0,), tuple(source) or (0,))

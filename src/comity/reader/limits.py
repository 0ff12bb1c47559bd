"""How much of a file is read: bounds of size, so that no input takes all memory or all day.

What is beyond a bound is left out, and a finding says so.
"""

from collections.abc import Iterator
from typing import IO, Final

from comity.errors import ReadError
from comity.model import Finding, Span
from comity.text.halves import HALVES

LARGEST_FILE: Final = 100_000_000  # bytes: a scanned book with its text layer has less
LARGEST_TEXT: Final = 2_000_000  # characters a document: long white papers have a tenth of it
LARGEST_LINE: Final = 32_000_000  # bytes of one line of JSON Lines
LONGEST_SKIP: Final = 500_000_000  # bytes of JSON Lines without one document: a bomb


def read_bytes(stream: IO[bytes], path: str, *, whole: bool) -> tuple[bytes, list[Finding]]:
    """Return the bytes of a stream; of a very large one the first, or none where all are needed."""
    data = stream.read(LARGEST_FILE + 1)
    if len(data) <= LARGEST_FILE:
        return data, []
    size = f"{LARGEST_FILE // 1_000_000} MB"
    if whole:
        raise ReadError(f"The file is larger than {size}.", path=path, hint="Split it.")
    message = f"The file is larger than {size}: what follows is left out."
    return data[:LARGEST_FILE], [too_long(message)]


def bounded(text: str) -> tuple[str, list[Finding]]:
    """Return a text that can be read in bounded time and written as UTF-8, and what was done to it."""
    found = []
    if len(text) > LARGEST_TEXT:
        message = f"Only the first {LARGEST_TEXT:,} of {len(text):,} characters are read."
        found.append(too_long(message))
        text = text[:LARGEST_TEXT]
    if HALVES.search(text):
        text = HALVES.sub("\ufffd", text)
        message = "Halves of characters (lone surrogates) were read as U+FFFD."
        found.append(Finding(kind="encoding", span=Span(0, 0), message=message))
    return text, found


def too_long(message: str) -> Finding:
    return Finding(kind="too-long", span=Span(0, 0), message=message)


def words_only(value: object) -> str:
    """Return a value of metadata as words that can be written as UTF-8."""
    return HALVES.sub("\ufffd", str(value))


def numbered_lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield numbered lines; of one that is too long only a little more than the longest that is read.

    After LONGEST_SKIP bytes of such lines and of blank ones, nothing more is read.
    """
    number = skipped = 0
    while skipped < LONGEST_SKIP and (line := stream.readline(LARGEST_LINE + 1)):
        number += 1
        yield number, line
        skipped = skipped + len(line) if len(line) > LARGEST_LINE or line.isspace() else 0
        while len(line) > LARGEST_LINE and not line.endswith(b"\n") and skipped < LONGEST_SKIP:
            line = stream.readline(LARGEST_LINE + 1)
            skipped += len(line)

"""JSON Lines to documents: one a line, as they come, whatever is wrong with the others."""

import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any, Final

from comity.errors import ReadError
from comity.model import Document, Finding, Span
from comity.reader.build import build_documents
from comity.reader.given import Given
from comity.reader.limits import LARGEST_LINE, bounded, numbered_lines, words_only

MOST_TOLD: Final = 100  # broken lines told one by one


class NoDocument(Exception):
    """A line is none; the message says why."""


def read_lines(stream: IO[bytes], path: str, given: Given) -> Iterator[Document]:
    """Read JSON Lines one by one; a broken line is told and the others are read.

    What is told goes with the next document; the last one is held back, so that it can tell what
    comes behind it.
    """
    broken = _Broken()
    held: tuple[Document, ...] = ()
    try:
        for number, line in numbered_lines(stream):
            if not line.strip():
                continue
            try:
                found = _documents(line, path, given, broken)
            except NoDocument as error:
                broken.add(f"Line {number} {error} and was left out.")
                continue
            yield from held
            held, broken = found, _Broken()
    except (OSError, EOFError, zlib.error):  # the archive breaks off: what was whole is read
        yield from held
        raise
    if not held:
        why = broken.first or "The file is empty."
        raise ReadError(
            f"No line holds a document. {why}", path=path, hint="One JSON object a line, with text."
        )
    yield from held[:-1]
    yield replace(held[-1], findings=(*held[-1].findings, *broken.told()))


class _Broken:
    """The lines left out since the last document: the first ones in words, then their number."""

    def __init__(self) -> None:
        self.count = 0
        self.messages: list[str] = []

    @property
    def first(self) -> str:
        return self.messages[0] if self.messages else ""

    def add(self, message: str) -> None:
        self.count += 1
        if len(self.messages) < MOST_TOLD:
            self.messages.append(message)

    def told(self) -> list[Finding]:
        more = self.count - len(self.messages)
        messages = [*self.messages, *([f"{more:,} more lines were left out."] if more else [])]
        return [Finding(kind="broken-line", span=Span(0, 0), message=m) for m in messages]


def _documents(line: bytes, path: str, given: Given, broken: "_Broken") -> tuple[Document, ...]:
    row = _row(line)
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise NoDocument("has no text")
    try:
        rest = {
            words_only(k): words_only(v) for k, v in row.items() if k != "text" and v is not None
        }
    except RecursionError as error:
        raise NoDocument("is nested too deeply") from error
    filled, doubts = replace(given, source=path).or_from(rest)
    text, cut = bounded(text)
    found = build_documents(
        text, filled, marked=False, metadata=rest, findings=[*broken.told(), *doubts, *cut]
    )
    if not found:
        raise NoDocument("has a text without words")
    return found


def _row(line: bytes) -> dict[str, Any]:
    if len(line) > LARGEST_LINE:
        raise NoDocument(f"is longer than {LARGEST_LINE // 1_000_000} MB")
    try:
        row = json.loads(line)
    except UnicodeDecodeError as error:
        raise NoDocument("is not UTF-8") from error
    except RecursionError as error:
        raise NoDocument("is nested too deeply") from error
    except ValueError as error:
        raise NoDocument(f"is not JSON ({error})") from error
    if not isinstance(row, dict):
        raise NoDocument("is no JSON object")
    return row

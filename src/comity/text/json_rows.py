"""JSON Lines that people write: objects with the numbers of their lines, or a sentence that names the line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from comity.errors import ReadError


def numbered_rows(path: Path, hint: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file with their line numbers; blank lines are passed over.

    Only a line feed ends a line: JSON may hold U+2028 and the like as they are. Raises ReadError with file
    and line, and ``hint``.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise ReadError(f"line {number} is not UTF-8.", path=str(path), hint=hint) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            row, problem = _row(line)
            if problem:
                raise ReadError(f"line {number} {problem}.", path=str(path), hint=hint)
            yield number, row


def _row(line: str) -> tuple[dict[str, Any], str]:
    """Return the object of a line and what is wrong with it."""
    try:
        row = json.loads(line)
    except RecursionError:
        return {}, "is nested too deeply"
    except ValueError as error:
        return {}, f"is not JSON: {str(error).split(';')[0]}"
    return (row, "") if isinstance(row, dict) else ({}, "is not a JSON object")

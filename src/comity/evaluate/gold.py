"""The annotations of a document: facts marked by hand, each checked before it is scored."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from comity.errors import ReadError
from comity.evaluate.agreement import KINDS, NAMED, Row, is_valid
from comity.text.json_rows import numbered_rows

HINT: Final = "Mend the line; docs/how-to/score-the-reader.md says how facts are written."
TEXTS: Final = ("quote", "frame", "place", "precision", "status", "target", "grade", "note")
LISTS: Final = ("participants", "holders", "addressees")
DAYS: Final = ("start", "end", "deadline")


def load_gold(path: Path) -> tuple[list[Row], tuple[int, int]]:
    """Return the annotated facts of a file and the stretch of text that is annotated.

    Raises ReadError with file and line of a row that is no annotation.
    """
    rows: list[Row] = []
    scope = (0, 10**12)
    for number, row in numbered_rows(path, HINT):
        if problem := gold_problem(row):
            raise ReadError(f"line {number} {problem}.", path=str(path), hint=HINT)
        if row["kind"] == "scope":
            scope = (row["start_char"], row["end_char"])
        else:
            rows.append({**row, "_line": number})
    return rows, scope


def gold_problem(row: Mapping[str, Any]) -> str:
    """Return what is wrong with an annotation, or nothing.

    >>> gold_problem({"kind": "position", "start_char": 5, "end_char": 2})
    'has no stretch of text from start_char to end_char'
    """
    kind = row.get("kind")
    if kind not in (*KINDS, "scope"):
        return f"has kind {kind!r}, which is none of {', '.join(KINDS)} and scope"
    start, end = row.get("start_char"), row.get("end_char")
    if not (type(start) is type(end) is int and 0 <= start < end):
        return "has no stretch of text from start_char to end_char"
    if kind == "scope":
        return ""
    name = NAMED[kind]
    if not isinstance(row.get(name), str) or not is_valid(row):
        return f"has {name} {row.get(name)!r}, which is not one"
    sides = ("from", "to") if kind == "tie" else ()
    if missing := [side for side in sides if not isinstance(row.get(side), str)]:
        return f"lacks {missing[0]}"
    return _field_problem(row)


def _field_problem(row: Mapping[str, Any]) -> str:
    checks: tuple[tuple[tuple[str, ...], Callable[[Any], bool], str], ...] = (
        (TEXTS, lambda v: isinstance(v, str), "words"),
        (LISTS, _is_list_of_words, "a list of ids"),
        (DAYS, _is_day, "a day such as 2016-09-01"),
    )
    for names, fits, wanted in checks:
        for name in names:
            if row.get(name) is not None and not fits(row[name]):
                return f"has {name} {row[name]!r}, which is not {wanted}"
    return ""


def _is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and (not value or bool(date.fromisoformat(value)))
    except ValueError:
        return False

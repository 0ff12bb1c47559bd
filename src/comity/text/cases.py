"""Date cases in, dates found out: what ``comity dates --cases`` prints."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from comity.errors import ReadError
from comity.model import Period
from comity.text.dates import DateMention, find_dates
from comity.text.json_rows import numbered_rows

HINT: Final = "A case has id, text, lang and reference_date."
PASSAGE: Final = re.compile(r"(?P<document>.+?)-(?P<number>\d+)")


def read_cases(path: Path, language: str = "", reference: str = "") -> list[dict[str, Any]]:
    """Return the cases of a JSON Lines file; language and reference date fill what a case leaves out.

    Raises ReadError with the line of a row that is no case.
    """
    rows = []
    for number, row in numbered_rows(path, HINT):
        case, problem = _case(row, language, reference)
        if problem:
            raise ReadError(f"line {number} {problem}.", path=str(path), hint=HINT)
        rows.append(case)
    return rows


def _case(row: Mapping[str, Any], language: str, reference: str) -> tuple[dict[str, Any], str]:
    """Return a case and what is wrong with it."""
    for name in ("id", "text"):
        if not isinstance(row.get(name), str):
            return {}, f"lacks {name}"
    given = {"lang": row.get("lang") or language, "reference_date": row.get("reference_date")}
    given["reference_date"] = given["reference_date"] or reference
    if given["lang"] not in ("zh", "en"):
        return {}, f"has lang {given['lang']!r}, which is neither zh nor en"
    try:
        _reference(given)
    except ValueError:
        return {}, f"has reference_date {given['reference_date']}, which is no date"
    return {**row, **given}, ""


def run_cases(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield, for each case, the dates found in its text.

    A row has ``id``, ``text``, ``lang`` and ``reference_date``. Neighbouring rows whose ids differ
    only in a rising number after the last hyphen (``report-003``, ``report-007``), in one language
    and with one reference date, are passages of one document: they are read together, so that a
    later passage takes its year from an earlier one. All other rows stand for themselves.

    >>> row = {"id": "x", "text": "2016年9月", "lang": "zh", "reference_date": "2017-01-11"}
    >>> next(run_cases([row]))["found"][0]["end"]
    '2016-09-30'
    """
    numbered = enumerate(rows)
    for _, group in groupby(numbered, key=lambda item: _document(*item)):
        yield from _read([row for _, row in group])


def _document(index: int, row: Mapping[str, Any]) -> tuple[str, ...]:
    passage = PASSAGE.fullmatch(str(row["id"]))
    name = passage["document"] if passage else f"\n{index}"
    return name, str(row.get("lang")), str(row.get("reference_date")), str(row.get("source"))


def _read(rows: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    texts = [str(row["text"]) for row in rows]
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + 2)
    dates = find_dates("\n\n".join(texts), rows[0]["lang"], _reference(rows[0]), starts[:-1])
    for row, start, end in zip(rows, starts, starts[1:], strict=False):
        found = [_row(d, start) for d in dates if start <= d.span.start < end]
        yield {"id": row["id"], "found": found}


def _reference(row: Mapping[str, Any]) -> Period | None:
    given = row.get("reference_date")
    if not given:
        return None
    day = date.fromisoformat(str(given))
    return Period(start=day, end=day, precision="day", resolved="document")


def _row(found: DateMention, shift: int) -> dict[str, Any]:
    period = found.period
    return {
        "start_char": found.span.start - shift,
        "end_char": found.span.end - shift,
        "start": period.start.isoformat() if period.start else None,
        "end": period.end.isoformat() if period.end else None,
        "precision": period.precision,
        "resolved": period.resolved,
        "edtf": found.edtf,
    }

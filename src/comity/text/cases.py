"""Date cases in, dates found out: what ``comity dates --cases`` prints."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any, Final

from comity.model import Period
from comity.text.dates import DateMention, find_dates

PASSAGE: Final = re.compile(r"(?P<document>.+?)-(?P<number>\d+)")


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

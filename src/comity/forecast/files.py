"""Event tables from files: CSV, JSON Lines or Parquet with columns subject, relation, object, time."""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from comity.errors import MissingExtra, QueryError, ReadError
from comity.forecast.table import EventTable, Row, table_of

COLUMNS: Final = ("subject", "relation", "object", "time")
GRAINS: Final = ("day", "month", "year")
EPOCH: Final = date(1900, 1, 1)


def read_events(path: str | Path, *, grain: str = "day") -> EventTable:
    """Return the events of a file. ``time`` is a date such as 2016-09-04, or a whole number of steps.

    A column ``source`` may say where each event comes from. Raises ReadError with the row at fault.
    """
    target = Path(path)
    rows, sources, numbered = [], [], False
    for number, given in enumerate(_given(target), 1):
        try:
            rows.append(_row(given, grain))
            numbered |= str(given["time"]).strip().isdigit() and grain != "year"
        except (KeyError, TypeError, ValueError) as error:
            raise ReadError(
                f"row {number} is no event.",
                path=str(path),
                hint="It needs subject, relation, object and time (a date or a whole number).",
            ) from error
        sources.append(str(given.get("source") or f"{target.name}#{number}"))
    origin = "" if numbered else str(EPOCH)
    return table_of(rows, grain=grain, origin=origin, sources=sources)


def _given(path: Path) -> Iterable[Mapping[str, Any]]:
    try:
        if path.suffix == ".parquet":
            return _parquet(path)
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix in (".jsonl", ".ndjson"):
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        if path.suffix in (".csv", ".tsv"):
            return list(
                csv.DictReader(text.splitlines(), delimiter="," if path.suffix == ".csv" else "\t")
            )
    except (OSError, ValueError, RecursionError, csv.Error) as error:
        raise ReadError("cannot be read as a table.", path=str(path)) from error
    raise ReadError(
        "is no table.", path=str(path), hint="Known endings: .csv .tsv .jsonl .parquet."
    )


def _parquet(path: Path) -> list[Mapping[str, Any]]:
    try:
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise MissingExtra("Reading Parquet", "arrow") from error
    found: list[Mapping[str, Any]] = parquet.read_table(path).to_pylist()
    return found


def _row(given: Mapping[str, Any], grain: str) -> Row:
    words = [str(given[c]).strip() for c in COLUMNS]
    if not all(words) or any(given[c] is None for c in COLUMNS):
        raise ValueError("empty")
    return words[0], words[1], words[2], step_of(words[3], grain)


def step_of(time: str, grain: str) -> int:
    """Return the step of a date, counted from 1900, or of a whole number, which stands for itself.

    >>> step_of("1900-01-03", "day"), step_of("1901-02", "month"), step_of("7", "day")
    (2, 13, 7)
    """
    if time.isdigit() and len(time) < 9 and not (grain == "year" and len(time) == 4):
        return int(time)
    year, month, day = ([int(p) for p in time[:10].split("-")] + [1, 1])[:3]
    at = date(year, month, day)
    if grain == "day":
        return (at - EPOCH).days
    return (at.year - 1900) * 12 + at.month - 1 if grain == "month" else at.year - 1900


def step_name(table: EventTable, step: int) -> str:
    """Return a step as a date where the table's steps are dates, else as its number."""
    if not table.origin or table.grain not in GRAINS:
        return str(step)
    first = date.fromisoformat(table.origin)
    if table.grain == "day":
        return str(date.fromordinal(first.toordinal() + step))
    month = first.year * 12 + first.month - 1 + step * (12 if table.grain == "year" else 1)
    return f"{month // 12}-{month % 12 + 1:02}" if table.grain == "month" else str(month // 12)


def shifted(table: EventTable) -> tuple[EventTable, int]:
    """Return a table whose first step is 0, and by how much it moved: the past begins with its first event."""
    if not len(table):
        raise QueryError("There are no events to learn from.", hint="Forecast from a later day on.")
    first = int(table.time.min())
    begins = step_name(table, first)
    origin = f"{begins}-01-01"[:10] if table.origin else ""
    return replace(table, time=table.time - first, origin=origin), first

"""JSON Lines: every table of a study, one object a line; a study can be made again from it."""

import json
from collections.abc import Iterator
from typing import Any, Final

from comity.export.exporter import Exporter, Job, Written
from comity.export.parquet import chosen_tables
from comity.study.selection import packed, published


def _write(job: Job) -> list[Written]:
    return [_table(job, table) for table in chosen_tables(job)]


def _table(job: Job, table: str) -> Written:
    name = f"{table}.jsonl"
    rows = 0
    with (job.folder / name).open("w", encoding="utf-8", newline="\n") as stream:
        for row in _rows(job, table):
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
            rows += 1
    return Written(name, rows, table)


def _rows(job: Job, table: str) -> Iterator[dict[str, Any]]:
    if table == "claims":
        return job.claims("jsonl")
    shape = published if table == "originals" else packed
    return (shape(row) for row in job.selection.rows(table, texts=job.texts))


JSON_LINES: Final = Exporter(
    name="jsonl",
    files=("claims.jsonl", "documents.jsonl", "…"),
    help="One object a line, claims as `comity read` prints them; `comity study restore` reads them.",
    write=_write,
)

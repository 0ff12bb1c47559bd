"""Parquet: every table of a study with lists and dates as such; a study can be made again from it."""

from typing import Final

from comity.export.exporter import Exporter, Job, Written
from comity.study.selection import TABLES

ALWAYS: Final = ("claims", "originals", "documents", "judgements")


def chosen_tables(job: Job) -> list[str]:
    """Return the tables an export of whole rows holds: happenings on request, numbers where there are any."""
    tables = [t for t in TABLES if t != "happenings" or job.happenings]
    return [t for t in tables if t in ALWAYS or t == "happenings" or _any(job, t)]


def _any(job: Job, table: str) -> bool:
    return next(job.selection.rows(table), None) is not None


def _write(job: Job) -> list[Written]:
    written = []
    for table in chosen_tables(job):
        job.tell("parquet", 0)
        name = f"{table}.parquet"
        rows = job.selection.write_parquet(table, job.folder / name, texts=job.texts)
        written.append(Written(name, rows, table))
    return written


PARQUET: Final = Exporter(
    name="parquet",
    files=("claims.parquet", "documents.parquet", "…"),
    help="Tables with lists and dates as such, for R, Python, Julia, DuckDB; `comity study restore` reads them.",
    write=_write,
)

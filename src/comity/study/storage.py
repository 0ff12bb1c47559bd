"""A study as a database: it runs the questions of ``study/sql``, in transactions, and nothing else."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from time import sleep
from typing import Any, Final

import duckdb

from comity.errors import StudyError
from comity.study.faults import told

SCHEMA_VERSION: Final = 1
CLOSING, WAIT = 100, 0.02  # tries to close while a question ends, and seconds between them


@lru_cache(maxsize=128)
def statement(name: str) -> str:
    """Return the SQL of a file in ``study/sql``, one question each."""
    return files("comity.study").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


class Store:
    """One study as a database: runs the questions of ``study/sql`` and nothing else.

    Every statement is a file; values are bound, never written into it. ``readonly`` stores refuse to write.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, path: str, *, readonly: bool = False
    ) -> None:
        self.connection = connection
        self.path = path
        self.readonly = readonly

    def rows(self, name: str, **values: Any) -> list[dict[str, Any]]:
        """Return the rows of a question as dictionaries, in its stated order."""
        cursor = self.run(name, **values)
        names = [column[0] for column in cursor.description]
        try:
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except duckdb.Error as error:  # stopped while the rows are handed over
            raise told(error, self.path) from error

    def value(self, name: str, **values: Any) -> Any:
        """Return the single value a question asks for."""
        try:
            row = self.run(name, **values).fetchone()
        except duckdb.Error as error:
            raise told(error, self.path) from error
        return row[0] if row else None

    def run(self, name: str, **values: Any) -> duckdb.DuckDBPyConnection:
        """Run a question and return the cursor; only the values it names are bound."""
        source = statement(name)
        needed = {v: values[v] for v in set(re.findall(r"\$(\w+)", source))}
        try:
            return self.connection.execute(source, needed or None)
        except duckdb.Error as error:
            raise told(error, self.path) from error

    def script(self, name: str) -> None:
        """Run the statements of a file that ask nothing and take no values."""
        try:
            self.connection.execute(statement(name))
        except duckdb.Error as error:
            raise told(error, self.path) from error

    def write_parquet(self, name: str, path: Path, **values: Any) -> int:
        """Write the rows of a question to a Parquet file and return how many: for more than memory holds."""
        source = statement(name)
        needed = {v: values[v] for v in set(re.findall(r"\$(\w+)", source))}
        body = source.strip().removesuffix(";")
        try:
            done = self.connection.execute(
                f"copy ({body}\n) to $written_to (format parquet)",
                {**needed, "written_to": str(path)},
            ).fetchone()
        except duckdb.Error as error:
            raise told(error, str(path)) from error
        return int(done[0]) if done else 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of a block or none of it."""
        if self.readonly:
            raise StudyError(
                f"{self.path} is open for reading only.", hint="Open it for writing to change it."
            )
        self.connection.execute("begin")
        try:
            yield
            self.connection.execute("commit")
        except BaseException as error:
            self._roll_back()
            if isinstance(error, duckdb.Error):
                raise told(error, self.path) from error
            raise

    def _roll_back(self) -> None:
        try:
            self.connection.execute("rollback")
        except duckdb.Error:  # a failed commit has ended the transaction already
            return

    def close(self) -> None:
        """Close the study; a question that another thread still runs is stopped first."""
        for _ in range(CLOSING):
            with suppress(duckdb.Error):
                self.connection.close()
                return
            with suppress(duckdb.Error):  # it may have ended meanwhile
                self.connection.interrupt()
            sleep(WAIT)

    def interrupt(self) -> None:
        """Stop the question that is running; it fails as interrupted."""
        self.connection.interrupt()

    def aside(self) -> "Store":
        """Return the same study on a connection of its own, for questions that keep tables while they last."""
        cursor = self.connection.cursor()
        name = str(self.value("current_database")).replace('"', '""')
        cursor.execute(f'use "{name}"')
        cursor.execute("set enable_progress_bar = false")
        return Store(cursor, self.path, readonly=True)

    def known(self, day: datetime) -> "Store":
        """Return the study as it was known at a time: later claims and judgements are not there."""
        main = self.value("current_database")
        cursor = self.connection.cursor()
        name = f"known_{day:%Y%m%d%H%M%S}"
        cursor.execute(f"attach if not exists ':memory:' as {name}")
        cursor.execute(f"use {name}")
        cursor.execute("set variable known = $day::timestamp", {"day": day})
        for table in (
            "document",
            "claim",
            "judgement",
            "coverage",
            "observation",
            "import",
            "meta",
        ):
            when = "" if table == "meta" else " where recorded <= $known"
            source = f'create or replace table "{table}" as from "{main}".main."{table}"{when}'
            cursor.execute(source, {"known": day} if when else None)
        cursor.execute("create or replace table derived (state varchar)")
        return Store(cursor, self.path, readonly=True)

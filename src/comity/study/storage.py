"""The file of a study: opening, creating, locking, versions, and what can be wrong with it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import duckdb

from comity.errors import StudyError

SCHEMA_VERSION: Final = 1
REBUILD: Final = (
    "Make a new one from the documents with `comity add`, or use the version that wrote it."
)


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
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def value(self, name: str, **values: Any) -> Any:
        """Return the single value a question asks for."""
        row = self.run(name, **values).fetchone()
        return row[0] if row else None

    def run(self, name: str, **values: Any) -> duckdb.DuckDBPyConnection:
        """Run a question and return the cursor; only the values it names are bound."""
        source = statement(name)
        needed = {v: values[v] for v in set(re.findall(r"\$(\w+)", source))}
        try:
            return self.connection.execute(source, needed or None)
        except duckdb.Error as error:
            raise _told(error, self.path) from error

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
            raise _told(error, str(path)) from error
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
                raise _told(error, self.path) from error
            raise

    def _roll_back(self) -> None:
        try:
            self.connection.execute("rollback")
        except duckdb.Error:  # a failed commit has ended the transaction already
            return

    def close(self) -> None:
        self.connection.close()

    def aside(self) -> "Store":
        """Return the same study on a connection of its own, for questions that keep tables while they last."""
        cursor = self.connection.cursor()
        name = str(self.value("current_database")).replace('"', '""')
        cursor.execute(f'use "{name}"')
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


def open_store(path: str | Path | None, *, readonly: bool = False, create: bool = True) -> Store:
    """Open a study file, or one in memory for None; a new one is made unless ``create`` is off."""
    if path is None:
        connection = duckdb.connect(":memory:")
        _create(connection)
        return Store(connection, "the study in memory")
    file = Path(path)
    fresh = not file.exists()
    if fresh and (readonly or not create):
        raise StudyError(
            f"There is no study {file}.", hint="Make one: comity add FILE --study FILE."
        )
    if not fresh and file.is_file() and file.stat().st_size == 0:
        raise StudyError(f"{file} is empty and no study.", hint="Remove it and run again.")
    connection = _connect(file, readonly)
    try:
        if fresh or not _tables(connection):
            _create(connection)
        _check_version(connection, file)
    except duckdb.Error as error:
        connection.close()
        raise _told(error, str(file)) from error
    except BaseException:
        connection.close()
        raise
    return Store(connection, str(file), readonly=readonly)


# What is larger than this spills to disk beside the study: an analyst's laptop is the measure.
SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {"memory_limit": "1500MB"}


def _connect(file: Path, readonly: bool) -> duckdb.DuckDBPyConnection:
    """Open the file; one that is only read is attached to a database in memory, which can hold views."""
    try:
        if not readonly:
            return duckdb.connect(str(file), config=SETTINGS)
        connection = duckdb.connect(":memory:", config=SETTINGS)
        connection.execute(
            f"attach '{str(file).replace(chr(39), chr(39) * 2)}' as read (read_only)"
        )
        connection.execute("use read")
        return connection
    except duckdb.Error as error:
        raise _told(error, str(file)) from error


def _tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    found = connection.execute(
        "select table_name from duckdb_tables() where database_name = current_database()"
    ).fetchall()
    return {name for (name,) in found}


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    import comity

    connection.execute("begin")
    connection.execute(statement("schema"))
    connection.executemany(
        "insert into meta values (?, ?)",
        [("schema", str(SCHEMA_VERSION)), ("comity", comity.__version__)],
    )
    connection.execute("commit")


def _check_version(connection: duckdb.DuckDBPyConnection, file: Path) -> None:
    tables = _tables(connection)
    if "meta" not in tables or "claim" not in tables:
        raise StudyError(
            f"{file} is a database, but no study of comity.", hint="Name another file."
        )
    meta = dict(connection.execute("select key, value from meta").fetchall())
    version = int(meta.get("schema", "0")) if meta.get("schema", "0").isdigit() else 0
    if version == SCHEMA_VERSION:
        return
    written = f"comity {meta.get('comity', 'of unknown version')} (study format {version})"
    age = "newer" if version > SCHEMA_VERSION else "older"
    raise StudyError(
        f"{file} was written by {written}, which is {age} than this one's format {SCHEMA_VERSION}.",
        hint="Update comity to open it." if age == "newer" else REBUILD,
    )


def _told(error: duckdb.Error, path: str) -> StudyError:
    """Turn what the database says into a sentence a user can act on."""
    said = str(error)
    for sign, problem, hint in SAID:
        if re.search(sign, said, re.IGNORECASE):
            return StudyError(problem.format(path=path), hint=hint)
    return StudyError(f"{path}: {said.splitlines()[0]}")


# What DuckDB says, what it means, what to do.
SAID: Final = (
    (
        r"conflicting lock|could not set lock",
        "{path} is being written by another process.",
        "Wait until it is done, or copy the file and open the copy.",
    ),
    (
        r"no space left|disk.*full|could not write all bytes|file too large",
        "{path} cannot be written: the disk is full.",
        "Free some space and run again; what was committed before is safe.",
    ),
    (
        r"permission denied|read-only file system",
        "{path} cannot be written: permission denied.",
        "Check the rights of the file and its folder.",
    ),
    (
        r"not a valid duckdb|magic bytes|file header|newer version|storage version|version number",
        "{path} is no study, or one written by a newer database library.",
        "Name another file, or update comity.",
    ),
    (
        r"checksum|corrupt|failed to load|deserializ|could not read enough bytes|could not read all bytes|WAL",
        "{path} is damaged.",
        "Restore a copy, or make it anew from the documents with `comity add`.",
    ),
    (
        r"no such file or directory|cannot open file",
        "{path} cannot be opened: its folder does not exist.",
        "Create the folder first.",
    ),
)

"""The file of a study: opening it, making it, and refusing what is none or of another version."""

from pathlib import Path
from typing import Final

import duckdb

from comity.errors import StudyError
from comity.study.faults import told
from comity.study.storage import SCHEMA_VERSION, Store, statement

REBUILD: Final = (
    "Make a new one from the documents with `comity add`, or use the version that wrote it."
)


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
        raise told(error, str(file)) from error
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
            return _silent(duckdb.connect(str(file), config=SETTINGS))
        connection = _silent(duckdb.connect(":memory:", config=SETTINGS))
        connection.execute(
            f"attach '{str(file).replace(chr(39), chr(39) * 2)}' as read (read_only)"
        )
        connection.execute("use read")
        return connection
    except duckdb.Error as error:
        raise told(error, str(file)) from error


def _silent(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Return a connection that draws no progress bar: standard output is for answers."""
    connection.execute("set enable_progress_bar = false")
    return connection


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

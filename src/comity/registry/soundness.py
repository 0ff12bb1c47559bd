"""Whether a resource folder has the right shape: each file in its place, each table with its keys.

A folder is read row by row, so that one bad row or file hides no other: what is wrong with each is
told, and the rest can be used.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Final

from comity.errors import ResourceError
from comity.registry.schemas import SCHEMAS, Schema, schema_of
from comity.registry.tables import csv_rows

Row = dict[str, Any]
# Keys that describe a file as a whole.
ABOUT: Final = ("kind", "gloss")
UNREAD: Final = frozenset({".md", ".py", ".pyc"})
FOLDERS: Final = sorted({schema.where.partition("/")[0] for schema in SCHEMAS})


@dataclass(frozen=True, slots=True)
class Table:
    """One row of a resource file, with what is wrong with its shape."""

    path: Path
    schema: Schema
    row: Row
    problems: tuple[ResourceError, ...] = ()


def read_tables(folder: Path) -> Iterator[Table]:
    """Yield every row of a resource folder; a file that cannot be read is one empty row with a problem."""
    for path in _files(folder):
        schema = schema_of(path.relative_to(folder))
        if schema:
            try:
                yield from _rows(path, schema)
            except ResourceError as error:
                yield Table(path, schema, {}, (error,))


def sound_rows(folder: Path, where: str) -> list[Row]:
    """Return the rows of one kind of file whose shape is right, each with the path of its file."""
    return [
        {**table.row, "path": str(table.path)}
        for table in read_tables(folder)
        if table.schema.where == where and table.row and not table.problems
    ]


def shape_problems(folder: Path) -> list[ResourceError]:
    """Return what is wrong with the rows of a folder, file by file."""
    return [problem for table in read_tables(folder) for problem in table.problems]


def require_sound(folder: Path) -> None:
    """Raise ResourceError with the first problem of a folder's rows, and say how many there are."""
    problems = shape_problems(folder)
    if problems:
        first, more = problems[0], len(problems) - 1
        others = f" {more} more: run comity resources check {folder}." if more else ""
        raise ResourceError(
            first.problem, path=first.path, record=first.record, hint=first.hint + others
        )


def _files(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(p.startswith((".", "__")) for p in path.relative_to(folder).parts)
    )


def stray_files(folder: Path) -> Iterator[ResourceError]:
    """Yield a problem for each file of a folder that nothing reads, and for a folder of none."""
    found = [p for p in _files(folder) if p.suffix not in UNREAD]
    if not any(schema_of(p.relative_to(folder)) for p in found):
        hint = f"Expected: {', '.join(FOLDERS)}."
        yield ResourceError("holds nothing that comity reads.", path=str(folder), hint=hint)
    for path in found:
        relative = path.relative_to(folder)
        if schema_of(relative) is None:
            yield ResourceError("is never read.", path=str(path), hint=_place(relative))


def _place(relative: PurePath) -> str:
    """Return where a file that is out of place may belong."""
    top = relative.parts[0]
    if top == "words":
        return "The word lists are comity's own and cannot be overlaid."
    if top == "patterns":
        known = [s.where for s in SCHEMAS if s.where.startswith("patterns/")]
        return f"Patterns stand in {', '.join(known)}."
    near = _near(top, FOLDERS)
    if near and near[0] != top:
        return f"Did you mean {near[0]}?"
    places = [s.where for s in SCHEMAS if not near or s.where.startswith(near[0])]
    return f"Expected: {', '.join(places)}."


def _near(word: str, known: Sequence[str]) -> list[str]:
    """Return the known word that another is nearest to, if any is near."""
    import difflib

    return difflib.get_close_matches(word, known, 1, 0.6)


def _rows(path: Path, schema: Schema) -> Iterator[Table]:
    content = _content(path)
    if not schema.table:
        yield from _cells(path, schema, content)
        return
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(
            f"not valid TOML: {error}.", path=str(path), hint="Mend that line."
        ) from error
    for name, value in data.items():
        if name == schema.table and isinstance(value, list):
            yield from (_checked(path, schema, row, number) for number, row in enumerate(value, 1))
        elif name not in ABOUT or isinstance(value, list | dict):
            hint = f"Write [[{schema.table}]]."
            problem = ResourceError(f"{name} is never read.", path=str(path), hint=hint)
            yield Table(path, schema, {}, (problem,))


def _content(path: Path) -> str:
    """Return the text of a file; a byte order mark, as spreadsheets write it, is no part of it."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ResourceError("is not UTF-8.", path=str(path), hint="Save it as UTF-8.") from error
    except OSError as error:
        raise ResourceError(f"cannot be read: {error.strerror}.", path=str(path)) from error


def _cells(path: Path, schema: Schema, content: str) -> Iterator[Table]:
    header: list[str] | None = None
    for number, cells in csv_rows(content):
        if header is None:
            header = cells
            problems = tuple(_keys(path, "header", header, schema, "column"))
            if problems:
                yield Table(path, schema, {}, problems)
                return
        elif len(cells) != len(header):
            problem = f"line {number} has {len(cells)} cells, the header has {len(header)}."
            hint = "Quote cells that hold a comma."
            error = ResourceError(problem, path=str(path), record=cells[0], hint=hint)
            yield Table(path, schema, {}, (error,))
        else:
            yield Table(path, schema, dict(zip(header, cells, strict=True)))


def _checked(path: Path, schema: Schema, row: Any, number: int) -> Table:
    if not isinstance(row, dict):
        problem = ResourceError(
            f"{schema.table} {number} is no table.", path=str(path), hint=f"[[{schema.table}]]"
        )
        return Table(path, schema, {}, (problem,))
    record = row["id"] if isinstance(row.get("id"), str) else f"{schema.table} {number}"
    checks = {**schema.required, **schema.optional}
    problems = list(_keys(path, record, row, schema, "key"))
    for key, value in row.items():
        if key in checks and (wrong := checks[key](value)):
            problems.append(
                ResourceError(f"{key} {wrong}.", path=str(path), record=record, hint="")
            )
    return Table(path, schema, row, tuple(problems))


def _keys(
    path: Path, record: str, given: Iterable[str], schema: Schema, what: str
) -> Iterator[ResourceError]:
    """Yield a problem for each key that is missing and for each that nothing reads."""
    given = list(given)
    for key in schema.required:
        if key not in given:
            hint = f"Add it; a record has {', '.join(schema.required)}."
            yield ResourceError(
                f"lacks the {what} {key}.", path=str(path), record=record, hint=hint
            )
    for key in given:
        if key not in schema.keys:
            near = _near(key, schema.keys)
            hint = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(schema.keys)}."
            problem = f"the {what} {key} is never read."
            yield ResourceError(problem, path=str(path), record=record, hint=hint)

"""Resource folders to records, read once and kept compiled in a cache keyed by their content."""

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from comity.errors import ResourceError
from comity.registry import tables
from comity.registry.cache import cache_folder, content_hash, read_cache, write_cache
from comity.registry.records import Member, Record, Term
from comity.registry.schemas import RECORDS, schema_of
from comity.registry.soundness import read_tables

OWN_FOLDER = Path(__file__).resolve().parent.parent / "resources"
READERS: dict[str, Callable[[tables.Row], Record]] = {
    "actors.csv": tables.actor,
    "organs.csv": tables.organ,
    "places.csv": tables.place,
    "groups.csv": tables.group,
    "offices.csv": tables.office,
    **{schema.where: tables.standing(schema.table) for schema in RECORDS},
}
HOLDERS = "officeholders/*.csv"
CACHE_FORMAT = 6


def resource_files(folder: Path) -> list[Path]:
    """Return the resource files of a folder that name things, in a fixed order."""
    return sorted(p for p in folder.rglob("*") if _names_things(p.relative_to(folder)))


def _names_things(relative: Path) -> bool:
    schema = schema_of(relative)
    return schema is not None and (schema.where in READERS or schema.where == HOLDERS)


def read_records(folder: Path) -> Iterator[Record]:
    """Yield the records of a resource folder, each with the file it stands in.

    Rows of the wrong shape are passed over: `comity.registry.soundness` tells them.
    """
    holders: list[tables.Row] = []
    for table in read_tables(folder):
        if table.problems or not table.row:
            continue
        if table.schema.where == HOLDERS:
            holders.append(table.row)
        elif read := READERS.get(table.schema.where):
            yield dataclasses.replace(read(table.row), path=str(table.path))
    for person in tables.people(holders):
        yield dataclasses.replace(person, path=str(folder / "officeholders"))


def load_records(overlay: Path | None = None) -> tuple[Record, ...]:
    """Return all records: comity's own, then those of the user's folder, which replace equal ids."""
    own = _cached(OWN_FOLDER)
    if overlay is None:
        return own
    if not overlay.is_dir():
        raise ResourceError("no such folder.", path=str(overlay), hint="Give a resources folder.")
    added = _cached(overlay)
    replaced = {(record.type, record.id) for record in added}
    return tuple(r for r in own if (r.type, r.id) not in replaced) + added


@lru_cache(maxsize=8)
def _cached(folder: Path) -> tuple[Record, ...]:
    cache = cache_folder() / f"records-{CACHE_FORMAT}-{content_hash(resource_files(folder))}.json"
    kept = read_cache(cache)
    if kept is not None:
        with suppress(TypeError, ValueError, AttributeError):  # written by another version
            return tuple(_from_json(row) for row in kept)
    records = tuple(read_records(folder))
    write_cache(cache, [_to_json(r) for r in records])
    return records


def _to_json(record: Record) -> dict[str, Any]:
    row = {f.name: getattr(record, f.name) for f in dataclasses.fields(record)}
    row["parties"] = [[m.id, m.start, m.end] for m in record.parties]
    row["terms"] = [[t.office, t.start, t.end] for t in record.terms]
    return {name: value for name, value in row.items() if value}


def _from_json(row: dict[str, Any]) -> Record:
    for name in ("zh", "en", "char", "demonyms"):
        row[name] = tuple(row.get(name, ()))
    row["parties"] = tuple(Member(id=i, start=s, end=e) for i, s, e in row.get("parties", ()))
    row["terms"] = tuple(Term(office=o, start=s, end=e) for o, s, e in row.get("terms", ()))
    return Record(**row)

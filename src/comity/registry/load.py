"""Resource folders to records, read once and kept compiled in a cache keyed by their content."""

import dataclasses
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from comity.errors import ResourceError
from comity.registry import tables
from comity.registry.records import Member, Record, Term

OWN_FOLDER = Path(__file__).resolve().parent.parent / "resources"
SINGLE_TABLES: dict[str, Callable[[tables.Row], Record]] = {
    "actors.csv": tables.actor,
    "organs.csv": tables.organ,
    "places.csv": tables.place,
    "groups.csv": tables.group,
    "offices.csv": tables.office,
}
TOML_TABLES = {
    "mechanisms": "mechanism",
    "instruments": "instrument",
    "exercises": "exercise",
    "disputes": "dispute",
    "grades.toml": "grade",
}
CACHE_FORMAT = 4


def resource_files(folder: Path) -> list[Path]:
    """Return the resource files of a folder that name things, in a fixed order."""
    known = {*SINGLE_TABLES, *TOML_TABLES, "officeholders"}
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in {".csv", ".toml"} and path.relative_to(folder).parts[0] in known
    )


def read_records(folder: Path) -> Iterator[Record]:
    """Yield the records of a resource folder, each with the file it stands in."""
    holders: list[dict[str, Any]] = []
    for path in resource_files(folder):
        relative = path.relative_to(folder)
        try:
            content = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ResourceError(f"cannot be read: {error}.", path=str(path)) from error
        if relative.parts[0] == "officeholders":
            holders += tables.read_csv(str(path), content)
        else:
            yield from _read_file(str(path), relative, content)
    yield from _built(tables.people, holders, str(folder / "officeholders"))


def _read_file(path: str, relative: Path, content: str) -> Iterator[Record]:
    if path.endswith(".csv"):
        read: Callable[[tables.Row], Record] = SINGLE_TABLES[relative.name]
        rows: Iterable[dict[str, Any]] = tables.read_csv(path, content)
    else:
        kind = TOML_TABLES[relative.parts[0]]
        read = tables.standing(kind)
        rows = tables.read_toml(path, content).get(kind, ())
    for row in rows:
        yield from _built(lambda r: [read(r)], row, path)


def _built(build: Any, row: Any, path: str) -> Iterator[Record]:
    try:
        records = list(build(row))
    except (KeyError, TypeError, AttributeError) as error:
        name = row.get("id", "?") if isinstance(row, dict) else ""
        problem = (
            f"lacks the column or key {error}." if isinstance(error, KeyError) else f"{error}."
        )
        raise ResourceError(problem, path=path, record=str(name)) from error
    yield from (dataclasses.replace(record, path=path) for record in records)


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
    with suppress(OSError, ValueError, TypeError, KeyError):
        return tuple(_from_json(row) for row in json.loads(cache.read_text(encoding="utf-8")))
    records = tuple(read_records(folder))
    write_cache(cache, json.dumps([_to_json(r) for r in records], ensure_ascii=False))
    return records


def content_hash(paths: list[Path]) -> str:
    """Return one hash over the names and bytes of files."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:20]


def cache_folder() -> Path:
    """Return the XDG cache folder of comity; its content may be deleted at any time."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "comity"


def write_cache(path: Path, content: str) -> None:
    """Write a cache file whole or not at all; a read-only or full disk is no error."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}.tmp")
        partial.write_text(content, encoding="utf-8")
        partial.replace(path)


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

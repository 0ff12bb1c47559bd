"""A study made again from an export in Parquet or JSON Lines: the same claims, judgements and times."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from comity.errors import StudyError
from comity.study.columns import JSONS, to_claim
from comity.study.judge import Judgement
from comity.study.record import insert_claims, insert_documents
from comity.study.selection import NESTED, plain
from comity.study.storage import SCHEMA_VERSION, Store

MANIFEST: Final = "MANIFEST.json"
EXPORT_FORMAT: Final = 1
BATCH: Final = 5000
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did: what was new, and documents whose id belongs to another text (left out)."""

    documents: int = 0
    claims: int = 0
    judgements: int = 0
    observations: int = 0
    refused: tuple[str, ...] = ()


def restore(store: Store, folder: Path) -> Restored:
    """Record what an export holds, with the times it was first recorded; what is there adds nothing.

    All of it or none. Raises StudyError for a folder that holds no such export, for files that are not
    the ones exported, and for a claim or judgement that is not what its id was made of.
    """
    exported = Exported(store, folder)
    with store.transaction():
        new, refused = _documents(store, exported)
        claims = _claims(store, exported, refused)
        judgements = _judgements(store, exported)
        numbers = 0
        for table, name in (
            ("coverage", "coverage"),
            ("import", "imports"),
            ("observation", "observations"),
        ):
            rows = (row for row in exported.rows(name) if row["document"] in new)
            numbers = _as_they_are(store, table, rows)
    return Restored(len(new), claims, judgements, numbers, tuple(sorted(refused)))


class Exported:
    """The files of an export, checked against its manifest."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.ending, self.listed = check_export(folder)

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table; none when the export lacks it."""
        name = f"{table}{self.ending}"
        if name not in self.listed:
            return
        file = self.folder / name
        if _digest(file) != self.listed[name]:
            raise StudyError(
                f"{file} is not the file that was exported.", hint="Take an unchanged copy."
            )
        yield from self._parquet(file) if self.ending == ".parquet" else _lines(file)

    def _parquet(self, file: Path) -> Iterator[Row]:
        reader = self.store.aside()
        try:
            cursor = reader.run("read_exported", file=str(file))
            names = [column[0] for column in cursor.description]
            while found := cursor.fetchmany(BATCH):
                yield from (dict(zip(names, row, strict=True)) for row in found)
        finally:
            reader.close()


def check_export(folder: Path) -> tuple[str, dict[str, str]]:
    """Return the ending and the digests of an export's files; StudyError if no study can be made of them."""
    listed = {f["path"]: f["sha256"] for f in _manifest(folder)["files"]}
    endings = [e for e in (".parquet", ".jsonl") if f"claims{e}" in listed]
    if not endings:
        raise StudyError(
            f"{folder} holds no claims in Parquet or JSON Lines.",
            hint="Export with the format parquet or jsonl.",
        )
    return endings[0], listed


def _manifest(folder: Path) -> Row:
    file = folder / MANIFEST
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        version, study = found["export_format"], int(found["study_format"])
        files = [(f["path"], f["sha256"]) for f in found["files"]]
    except OSError as error:
        raise StudyError(
            f"{folder} holds no export: {MANIFEST} cannot be read.", hint="Name its folder."
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StudyError(f"{file} is no manifest of an export.") from error
    if version != EXPORT_FORMAT or study > SCHEMA_VERSION or not files:
        raise StudyError(
            f"{folder} was exported by comity {found.get('comity')}, in another format.",
            hint="Update comity to restore it.",
        )
    return dict(found)


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise StudyError(f"{file} cannot be read: {error.strerror}.") from error


def _lines(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="\n") as stream:
        for line in stream:
            yield json.loads(line)


def _documents(store: Store, exported: Exported) -> tuple[set[str], set[str]]:
    """Record the documents that are new; return their ids and those taken by another text."""
    new: set[str] = set()
    refused: set[str] = set()
    for rows in _batches(exported.rows("documents")):
        ids = [row["id"] for row in rows]
        known = {r["id"]: r["digest"] for r in store.rows("known_documents", ids=ids)}
        refused |= {r["id"] for r in rows if known.get(r["id"], r["digest"]) != r["digest"]}
        fresh = [_row(r) for r in rows if r["id"] not in known]
        insert_documents(store, fresh)
        new |= {r["id"] for r in fresh}
    return new, refused


def _claims(store: Store, exported: Exported, refused: set[str]) -> int:
    """Record the claims that are new as they were first recorded, in that order."""
    originals = {row["id"]: row for row in exported.rows("originals")}
    standing = (row for row in exported.rows("claims") if row["id"] not in originals)
    count = 0
    for rows in _batches(merge(standing, originals.values(), key=itemgetter("seq"))):
        for row in rows:
            _hold(row["id"], to_claim(row).id, "Claim", exported.folder)
        ids = [row["id"] for row in rows]
        known = {r["id"] for r in store.rows("kinds_of_claims", ids=ids)}
        fresh = [r for r in rows if r["id"] not in known and r["document"] not in refused]
        insert_claims(store, [_row(r) for r in fresh])
        count += len(fresh)
    return count


def _judgements(store: Store, exported: Exported) -> int:
    """Record the judgements that are new and about claims of the study."""
    count = 0
    for rows in _batches(exported.rows("judgements")):
        rows = [_row(row) for row in rows]
        for row in rows:
            _hold(row["id"], _judgement(row).id, "Judgement", exported.folder)
        named = [r[k] for r in rows for k in ("claim", "other") if r.get(k)]
        there = {r["id"] for r in store.rows("kinds_of_claims", ids=named)}
        fresh = [
            r
            for r in rows
            if all(r[k] in there for k in ("claim", "other") if r.get(k) is not None)
        ]
        fresh = [r for r in fresh if not store.value("count_judgement", id=r["id"])]
        store.run("insert_judgements", rows=json.dumps(fresh, ensure_ascii=False))
        count += len(fresh)
    return count


def _judgement(row: Row) -> Judgement:
    from datetime import datetime

    return Judgement(
        verdict=row["verdict"],
        author=row["author"],
        recorded=datetime.fromisoformat(row["recorded"]),
        claim=row.get("claim") or "",
        other=row.get("other") or "",
        changes=json.loads(row["changes"]) if row.get("changes") else None,
        reason=row.get("reason") or "",
        score=json.loads(row["score"]) if row.get("score") else None,
        withdraws=row.get("withdraws") or "",
    )


def _hold(id: str, made: str, what: str, folder: Path) -> None:
    if id != made:
        raise StudyError(
            f"{what} {id} of {folder} does not hold what its id was made of; nothing was restored.",
            hint="Take an unchanged export.",
        )


def _as_they_are(store: Store, table: str, rows: Iterable[Row]) -> int:
    """Record rows that have no id and return how many."""
    columns = {r["name"]: r["type"] for r in store.rows("columns_of", table=table)}
    count = 0
    for batch in _batches(rows):
        shape = {k: _shape(columns[k]) for k in batch[0] if k in columns}
        packed = json.dumps([_row(row) for row in batch], ensure_ascii=False)
        store.run(f"restore_{table}", rows=packed, shape=json.dumps([shape]))
        count += len(batch)
    return count


def _shape(type: str) -> Any:
    return [type.removesuffix("[]")] if type.endswith("[]") else type


def _row(row: Row) -> Row:
    """Return an exported row as the study's table holds it: nested values as JSON text. What an export adds
    (seq, happening…) stays: the study's statements take only the columns they know.
    """
    return {k: _text(k, v) if k in NESTED else plain(v) for k, v in row.items()}


def _text(name: str, value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":") if name in JSONS else None)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch

"""Importing data sets: in batches, restartable, a file only once."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

import comity
from comity.errors import ReadError, StudyError
from comity.feeds.files import Table, check_whole, digest_of_file, open_table
from comity.feeds.read import FeedReader, beside_file, joined_table
from comity.feeds.spec import Feed
from comity.model import Claim, Coverage, Observation
from comity.study.record import claim_row, insert_claims, insert_documents
from comity.study.storage import Store

V = TypeVar("V", Claim, Observation)
Tell = Callable[[int], None]
BATCH: Final = 10_000  # values a transaction: an interruption loses a second of work


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did. ``reasons`` tells why rows were skipped, ``absent`` which parts the file lacks.

    ``known``: the same file was imported before, and nothing was added. ``resumed``: values found there
    from an interrupted import. ``also``: other files of the feed in this study; series show the newest,
    but ties and events of all of them count.
    """

    feed: str
    document: str
    rows: int
    skipped: int
    claims: int = 0
    observations: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    known: bool = False
    resumed: int = 0
    also: tuple[str, ...] = ()


def import_file(
    store: Store,
    feed: Feed,
    path: Path,
    recorded: datetime,
    address: str = "",
    tell: Tell | None = None,
) -> Imported:
    """Record what a feed's file says. What it covers is recorded last: a data set that was interrupted
    half way covers nothing, so its silence never means no. Running again goes on where it stopped.
    """
    digest = digest_of_file(path)
    document = document_id(feed, digest)
    progress = store.rows("import_progress", document=document)[0]
    if progress["done"]:
        return _known(feed, document, progress)
    _same_reader(feed, progress["reader"], path)
    if not is_parquet(path):
        check_whole(path, feed)
    with whole_table(store, feed, path) as table:
        reader = FeedReader(feed, table, document)
        if progress["reader"] is None:
            with store.transaction():
                insert_documents(store, [_document_row(feed, document, digest, path, recorded)])
        done = _write(store, reader, document, recorded, progress, tell)
        coverage = tuple(reader.coverage())
        with store.transaction():
            _insert_coverage(store, document, coverage, recorded)
            manifest = _manifest(feed, document, digest, path, address, reader, recorded)
            store.run("insert_import", row=json.dumps(manifest, ensure_ascii=False))
    return Imported(
        feed=feed.id,
        document=document,
        rows=reader.rows,
        skipped=reader.skips.rows,
        claims=done[0],
        observations=done[1],
        reasons=_by_count(reader.skips.reasons),
        absent=reader.absent,
        coverage=coverage,
        resumed=progress["claims"] + progress["observations"],
        also=tuple(
            r["document"] for r in store.rows("imports_of_feed", feed=feed.id, document=document)
        ),
    )


def document_id(feed: Feed, digest: str) -> str:
    """Return the id of a data set: its feed and the hash of its file."""
    return f"{feed.id}-{hashlib.sha256(f'{feed.id} {digest}'.encode()).hexdigest()[:12]}"


def _known(feed: Feed, document: str, progress: dict[str, Any]) -> Imported:
    if progress["specification"] != feed.digest:
        raise StudyError(
            f"This file was imported by another version of the feed {feed.id}.",
            hint="Claims are never changed: give your feed a new id, or import into a new study.",
        )
    return Imported(
        feed=feed.id,
        document=document,
        rows=progress["rows"],
        skipped=progress["skipped"],
        reasons=json.loads(progress["reasons"] or "{}"),
        known=True,
    )


def _reader_of(feed: Feed) -> str:
    return f"comity {comity.__version__}, feed {feed.id} {feed.digest[:12]}"


def _same_reader(feed: Feed, reader: str | None, path: Path) -> None:
    if reader is not None and reader != _reader_of(feed):
        raise StudyError(
            f"An import of {path} was begun by {reader} and not finished.",
            hint="Finish it with that version, or import into a new study.",
        )


def is_parquet(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(4) == b"PAR1"
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}.", path=str(path)) from error


@contextmanager
def whole_table(store: Store, feed: Feed, path: Path) -> Iterator[Table]:
    """Open a feed's table, Parquet or text, with the columns of a second one beside it where it needs them."""
    with ExitStack() as stack:
        table = _one_table(stack, store, feed, path)
        lacks = feed.beside and not any(
            name.lower() in (c.lower() for c in table.header)
            for column in feed.beside["columns"]
            for name in feed.called(column)
        )
        beside = beside_file(feed, path) if lacks else None
        if beside is not None:
            table = joined_table(feed, table, _one_table(stack, store, feed, beside))
        yield table


def _one_table(stack: ExitStack, store: Store, feed: Feed, path: Path) -> Table:
    if not is_parquet(path):
        return stack.enter_context(open_table(path, feed))
    columns = [r["name"] for r in store.rows("parquet_columns", path=str(path))]
    return Table(path.name, tuple(columns), _parquet_rows(store, path))


def _parquet_rows(store: Store, path: Path) -> Iterator[list[str]]:
    cursor = Store(store.connection.cursor(), store.path).run("parquet_rows", path=str(path))
    while rows := cursor.fetchmany(10_000):
        yield from (["" if cell is None else cell for cell in row] for row in rows)


def _write(
    store: Store,
    reader: FeedReader,
    document: str,
    recorded: datetime,
    progress: dict[str, Any],
    tell: Tell | None,
) -> tuple[int, int]:
    """Write the values that are not there yet; return how many claims and observations were new."""
    left = [progress["claims"], progress["observations"]]
    new = [0, 0]
    values = reader.values()
    while batch := list(islice(values, BATCH)):
        claims = [v for v in batch if isinstance(v, Claim)]
        numbers = [v for v in batch if isinstance(v, Observation)]
        claims = _beyond(claims, left, 0, new)
        numbers = _beyond(numbers, left, 1, new)
        with store.transaction():
            insert_claims(store, [claim_row(c, recorded) for c in claims])
            _insert_numbers(store, document, numbers, recorded)
        if tell:
            tell(reader.rows)
    return new[0], new[1]


def _beyond(kept: list[V], left: list[int], kind: int, new: list[int]) -> list[V]:
    """Return the values past those that an interrupted import has written already."""
    past = min(left[kind], len(kept))
    left[kind] -= past
    new[kind] += len(kept) - past
    return kept[past:]


def _insert_numbers(
    store: Store, document: str, numbers: list[Observation], recorded: datetime
) -> None:
    if not numbers:
        return
    columns = {
        "series": [n.series for n in numbers],
        "a": [n.a for n in numbers],
        "b": [n.b for n in numbers],
        "start": [str(n.period.start) for n in numbers],
        "end": [str(n.period.end or n.period.start) for n in numbers],
        "value": [n.value for n in numbers],
        "unit": [n.unit for n in numbers],
        "row": [n.row for n in numbers],
    }
    rows = json.dumps(columns, ensure_ascii=False)
    store.run("insert_observations", rows=rows, document=document, recorded=recorded)


def _insert_coverage(
    store: Store, document: str, coverage: tuple[Coverage, ...], recorded: datetime
) -> None:
    rows = [
        {
            "document": document,
            "property": c.property,
            "actors": list(c.actors),
            "start": str(c.period.start),
            "end": str(c.period.end),
            "note": c.note or None,
            "silence": c.silence,
            "recorded": recorded.isoformat(),
        }
        for c in coverage
    ]
    if rows:
        store.run("insert_coverage", rows=json.dumps(rows, ensure_ascii=False))


def _document_row(
    feed: Feed, document: str, digest: str, path: Path, recorded: datetime
) -> dict[str, Any]:
    return {
        "id": document,
        "kind": "dataset",
        "title": " ".join(part for part in (feed.title, feed.version) if part),
        "issuer": feed.issuer or feed.id,
        "location": path.name,
        "digest": digest,
        "licence": feed.licence,
        "citation": feed.citation,
        "complete": True,
        "reader": _reader_of(feed),
        "recorded": recorded.isoformat(),
    }


def _manifest(
    feed: Feed,
    document: str,
    digest: str,
    path: Path,
    address: str,
    reader: FeedReader,
    recorded: datetime,
) -> dict[str, Any]:
    return {
        "document": document,
        "feed": feed.id,
        "address": address or None,
        "file": path.name,
        "bytes": path.stat().st_size,
        "digest": digest,
        "rows": reader.rows,
        "skipped": reader.skips.rows,
        "reasons": json.dumps(_by_count(reader.skips.reasons), ensure_ascii=False),
        "specification": feed.digest,
        "recorded": recorded.isoformat(),
    }


def _by_count(reasons: Any) -> dict[str, int]:
    """Return reasons with their counts, most frequent first."""
    return dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))

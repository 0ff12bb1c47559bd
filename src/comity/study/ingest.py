"""Importing data sets: in batches, restartable, a file only once."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from comity.errors import StudyError
from comity.feeds.blocks import plan_of
from comity.feeds.files import check_whole, digest_of_file
from comity.feeds.read import FeedReader
from comity.feeds.spec import Feed
from comity.model import Claim, Coverage, Observation
from comity.study.blocks import Blocks, Unlike
from comity.study.dataset import (
    by_count,
    dataset_row,
    document_id,
    insert_coverage,
    insert_numbers,
    manifest,
    reader_of,
)
from comity.study.record import claim_row, insert_claims, insert_documents
from comity.study.storage import Store
from comity.study.table import is_parquet, whole_table

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
    *,
    by_row: bool = False,
) -> Imported:
    """Record what a feed's file says. What it covers is recorded last: a data set that was interrupted
    half way covers nothing, so its silence never means no. Running again goes on where it stopped.

    Plain tables of events are read in blocks, whose claims are the same; ``by_row`` reads them row by row.
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
                insert_documents(store, [dataset_row(feed, document, digest, path, recorded)])
        plan = None if by_row or is_parquet(path) else plan_of(reader)
        if plan is not None:
            try:
                blocks = Blocks(store, reader, plan, recorded)
                done = blocks.write(path, progress["claims"], tell), 0
            except Unlike:
                rest = import_file(store, feed, path, recorded, address, tell, by_row=True)
                made = rest.resumed - progress["claims"]
                return replace(rest, claims=rest.claims + made, resumed=progress["claims"])
        else:
            done = _write(store, reader, document, recorded, progress, tell)
        coverage = tuple(reader.coverage())
        with store.transaction():
            insert_coverage(store, document, coverage, recorded)
            noted = manifest(feed, document, digest, path, address, reader, recorded)
            store.run("insert_import", row=json.dumps(noted, ensure_ascii=False))
    return Imported(
        feed=feed.id,
        document=document,
        rows=reader.rows,
        skipped=reader.skips.rows,
        claims=done[0],
        observations=done[1],
        reasons=by_count(reader.skips.reasons),
        absent=reader.absent,
        coverage=coverage,
        resumed=progress["claims"] + progress["observations"],
        also=tuple(
            r["document"] for r in store.rows("imports_of_feed", feed=feed.id, document=document)
        ),
    )


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


def _same_reader(feed: Feed, reader: str | None, path: Path) -> None:
    if reader is not None and reader != reader_of(feed):
        raise StudyError(
            f"An import of {path} was begun by {reader} and not finished.",
            hint="Finish it with that version, or import into a new study.",
        )


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
            insert_numbers(store, document, numbers, recorded)
        if tell:
            tell(reader.rows)
    return new[0], new[1]


def _beyond(kept: list[V], left: list[int], kind: int, new: list[int]) -> list[V]:
    """Return the values past those that an interrupted import has written already."""
    past = min(left[kind], len(kept))
    left[kind] -= past
    new[kind] += len(kept) - past
    return kept[past:]

"""A data set as rows of the study: its document, numbers, coverage and what is noted of its import."""

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import comity
from comity.feeds.read import FeedReader
from comity.feeds.spec import Feed
from comity.model import Coverage, Observation
from comity.study.storage import Store


def document_id(feed: Feed, digest: str) -> str:
    """Return the id of a data set: its feed and the hash of its file."""
    return f"{feed.id}-{hashlib.sha256(f'{feed.id} {digest}'.encode()).hexdigest()[:12]}"


def reader_of(feed: Feed) -> str:
    return f"comity {comity.__version__}, feed {feed.id} {feed.digest[:12]}"


def insert_numbers(
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


def insert_coverage(
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


def dataset_row(
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
        "reader": reader_of(feed),
        "recorded": recorded.isoformat(),
    }


def manifest(
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
        "reasons": json.dumps(by_count(reader.skips.reasons), ensure_ascii=False),
        "specification": feed.digest,
        "recorded": recorded.isoformat(),
    }


def by_count(reasons: Any) -> dict[str, int]:
    """Return reasons with their counts, most frequent first."""
    return dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))

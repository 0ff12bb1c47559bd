"""Writing documents and claims: append only, whole documents in one transaction, nothing twice."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

import comity
from comity.errors import StudyError
from comity.model import Claim, Document
from comity.study.columns import to_row
from comity.study.storage import Store

Read = tuple[Document, Sequence[Claim]]
BATCH: Final = 200  # documents a transaction: few enough that an interruption loses seconds of work


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: new documents and claims, and documents that were there already."""

    documents: int = 0
    claims: int = 0
    known: int = 0
    refused: tuple[str, ...] = ()

    def __add__(self, other: "Added") -> "Added":
        return Added(
            self.documents + other.documents,
            self.claims + other.claims,
            self.known + other.known,
            self.refused + other.refused,
        )


def add_readings(store: Store, read: Iterable[Read], recorded: datetime) -> Added:
    """Record documents with their claims; a document that is there already adds nothing.

    Each batch is one transaction: an interruption loses at most the batch at hand. A document whose id
    is taken by another text is refused and named in the result.
    """
    total = Added()
    for batch in _batches(iter(read), BATCH):
        total += _add_batch(store, batch, recorded)
    return total


def _batches(items: Iterator[Read], size: int) -> Iterator[list[Read]]:
    while batch := list(islice(items, size)):
        yield batch


def _add_batch(store: Store, batch: list[Read], recorded: datetime) -> Added:
    known = {
        row["id"]: row["digest"]
        for row in store.rows("known_documents", ids=[d.id for d, _ in batch])
    }
    new: list[Read] = []
    refused: list[str] = []
    again = 0
    for document, claims in batch:
        digest = digest_of(document.text)
        if document.id not in known:
            known[document.id] = digest
            new.append((document, claims))
        elif known[document.id] == digest:
            again += 1
        else:
            refused.append(document.source or document.id)
    rows = [claim_row(c, recorded) for _, claims in new for c in claims]
    with store.transaction():
        insert_documents(store, [document_row(d, recorded) for d, _ in new])
        insert_claims(store, rows)
    return Added(len(new), len(rows), again, tuple(refused))


def insert_documents(store: Store, rows: list[dict[str, Any]]) -> None:
    """Write document rows inside a transaction."""
    if rows:
        store.run("insert_documents", rows=json.dumps(rows, ensure_ascii=False))


def insert_claims(store: Store, rows: list[dict[str, Any]]) -> None:
    """Write claim rows inside a transaction. A row twice in what is given is written once."""
    unique = list({row["id"]: row for row in rows}.values())
    if unique:
        store.run("insert_claims", rows=_json(unique))


def claim_row(claim: Claim, recorded: datetime) -> dict[str, Any]:
    return {**to_row(claim), "recorded": recorded.isoformat()}


def document_row(document: Document, recorded: datetime) -> dict[str, Any]:
    """Return a document as the values of its columns."""
    issued = document.issued
    findings = [[f.kind, *f.span, f.message, f.repaired] for f in document.findings]
    return {
        "id": document.id,
        "kind": "text",
        "title": document.title,
        "language": document.language,
        "issuer": document.issuer,
        "issued_start": issued.start.isoformat() if issued.start else None,
        "issued_end": issued.end.isoformat() if issued.end else None,
        "issued_precision": issued.precision,
        "location": document.source,
        "digest": digest_of(document.text),
        "text": document.text,
        "complete": document.complete,
        "missing": list(document.missing),
        "findings": json.dumps(findings, ensure_ascii=False),
        "reader": f"comity {comity.__version__}",
        "recorded": recorded.isoformat(),
    }


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _json(rows: list[dict[str, Any]]) -> str:
    text = json.dumps(rows, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise StudyError("A claim holds half a character and cannot be stored.") from error
    return text

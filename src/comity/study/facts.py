"""Facts of a resource folder into a study: comity's own or a user's, as one data set each."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import comity
from comity.errors import StudyError
from comity.feeds.facts import FactReader
from comity.registry import load_registry
from comity.registry.fact_check import check_facts
from comity.registry.facts import digest_of_facts
from comity.registry.load import OWN_FOLDER
from comity.registry.tables import slug
from comity.study.record import Added, claim_row, insert_claims, insert_documents
from comity.study.storage import Store

OWN: Final = "comity-facts"
LICENCE: Final = "Apache-2.0"


def add_facts(store: Store, folder: Path | None, recorded: datetime) -> Added:
    """Record the facts of a folder, by default comity's own, in one transaction.

    The same facts again add nothing. Other facts under a name that is taken are refused: claims are never
    edited, so a study with newer facts is made anew.
    """
    place = folder or OWN_FOLDER
    document = OWN if folder is None else f"facts-{slug(place.resolve().name)}"
    digest = digest_of_facts(place)
    known = {r["id"]: r["digest"] for r in store.rows("known_documents", ids=[document])}
    if known.get(document) == digest:
        return Added(known=1)
    if document in known:
        raise StudyError(
            f"The study holds other facts as {document}.",
            hint="Make a new study, or give your folder another name.",
        )
    registry = load_registry(folder)
    if folder and (problems := check_facts(folder, registry.records)):
        raise problems[0]
    reader = FactReader(registry, document, place)
    claims = {c.id: c for c in reader.claims()}
    if not claims:
        raise StudyError(f"{place} holds no facts.", hint="Expected: facts/memberships.csv.")
    covered = [_cover(document, c, recorded) for c in reader.coverage()]
    with store.transaction():
        insert_documents(store, [_document(document, digest, place, recorded)])
        insert_claims(store, [claim_row(c, recorded) for c in claims.values()])
        if covered:
            store.run("insert_coverage", rows=json.dumps(covered, ensure_ascii=False))
    return Added(documents=1, claims=len(claims))


def _document(id: str, digest: str, place: Path, recorded: datetime) -> dict[str, Any]:
    own = id == OWN
    return {
        "id": id,
        "kind": "dataset",
        "title": "Mechanisms, memberships, partnerships and alliances: facts with kinds of date",
        "issuer": "comity" if own else id,
        "location": "facts" if own else place.name,
        "digest": digest,
        "licence": LICENCE if own else None,
        "citation": f"comity {comity.__version__}, facts; each row with its source"
        if own
        else None,
        "complete": True,
        "reader": f"comity {comity.__version__}",
        "recorded": recorded.isoformat(),
    }


def _cover(document: str, cover: Any, recorded: datetime) -> dict[str, Any]:
    return {
        "document": document,
        "property": cover.property,
        "actors": list(cover.actors),
        "start": str(cover.period.start) if cover.period.start else None,
        "end": str(cover.period.end) if cover.period.end else None,
        "note": cover.note or None,
        "silence": cover.silence,
        "recorded": recorded.isoformat(),
    }

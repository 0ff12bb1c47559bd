"""JSON-LD: claims as linked data, each derived (PROV-O) from its document at a place in it (Web Annotation).

The context stands in the file, so that nothing is fetched. Keys are ours alone: roles and other words that
come from documents are values, ids are percent-encoded, so that no @-keyword of a document is ever one.
"""

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from comity.export.exporter import Exporter, Job, Written
from comity.export.manifest import edition_row
from comity.export.nodes import named_in, node_of
from comity.export.safe import iri
from comity.study.selection import packed

Node = dict[str, Any]
NAME: Final = "claims.jsonld"
WORDS: Final = (
    *(
        "mode",
        "root",
        "start",
        "end",
        "precision",
        "resolved",
        "dated",
        "place",
        "ordinal",
        "count",
    ),
    *("status", "track", "stance", "target", "topics", "deadline", "relation", "grade", "role"),
    *("section", "rule", "fields", "verdict"),
)
ACTORS: Final = ("participants", "holders", "addressees")
ACTOR: Final = ("frame", "from", "to", "speaker")


def context_text() -> str:
    """Return the published context: docs/reference/context.jsonld holds the same."""
    return files("comity.export").joinpath("context.jsonld").read_text(encoding="utf-8")


def _write(job: Job) -> list[Written]:
    count = 0
    context = json.dumps(json.loads(context_text())["@context"], ensure_ascii=False)
    with (job.folder / NAME).open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(f'{{"@context": {context},\n"@graph": [\n')
        for node in _nodes(job):
            stream.write((",\n" if count else "") + json.dumps(node, ensure_ascii=False))
            count += 1
        stream.write("\n]}\n")
    return [Written(NAME, count, "nodes")]


def _nodes(job: Job) -> Iterator[Node]:
    yield _dataset(job)
    kinds: dict[str, str] = {}
    for row in job.selection.rows("documents"):
        kinds[row["id"]] = row["kind"]
        yield from _document(packed(row))
    named: set[str] = set()
    for claim in job.claims("jsonld"):
        named |= named_in(claim)
        yield _claim(claim, dataset=kinds.get(claim["document"]) == "dataset")
    if job.happenings:
        for row in job.selection.rows("happenings"):
            yield _happening(packed(row))
    for row in job.selection.rows("judgements"):
        yield _judgement(packed(row))
    for id in sorted(named):
        yield _actor(job, id)


def _filled(node: Mapping[str, Any]) -> Node:
    return {k: v for k, v in node.items() if v is not None and v != "" and v != [] and v != {}}


def _dataset(job: Job) -> Node:
    said = edition_row(job.edition)
    return _filled(
        {
            "id": "urn:comity:export",
            "type": ["Dataset", "Entity"],
            "title": said.get("title"),
            "creator": said.get("authors"),
            "issued": said.get("dated"),
            "version": said.get("version"),
            "licence": said.get("licence"),
        }
    )


def _document(row: Mapping[str, Any]) -> Iterator[Node]:
    start, end = row["issued_start"], row["issued_end"]
    reading = iri("reading", row["id"])
    yield _filled(
        {
            "id": iri("document", row["id"]),
            "type": ["Document", "Entity"],
            "title": row["title"],
            "publisher": iri("actor", row["issuer"]) if row["issuer"] else None,
            "language": row["language"],
            **({"issued": start} if start == end else {"issuedStart": start, "issuedEnd": end}),
            "licence": row["licence"],
            "citation": row["citation"],
            "digest": f"sha256:{row['digest']}",
            "location": row["location"],
        }
    )
    used = [iri("document", row["id"])]
    yield _filled({"id": reading, "type": "Activity", "used": used, "reader": row["reader"]})


def _claim(claim: Mapping[str, Any], *, dataset: bool) -> Node:
    document = iri("document", claim["document"])
    roles = (claim.get("roles") or {}).items()
    return _filled(
        {
            "id": iri("claim", claim["id"]),
            "type": [claim["kind"].capitalize(), "Entity"],
            **{k: claim[k] for k in WORDS if k in claim},
            **{k: [iri("actor", id) for id in claim[k]] for k in ACTORS if claim.get(k)},
            **{k: iri("actor", claim[k]) for k in ACTOR if claim.get(k)},
            "participation": [
                {"actor": iri("actor", id), "role": role} for role, ids in roles for id in ids
            ],
            "happening": iri("happening", claim["happening"]) if claim["kind"] == "event" else None,
            "wasDerivedFrom": document,
            "wasAttributedTo": iri("actor", claim["issuer"]) if claim["issuer"] else None,
            "wasGeneratedBy": iri("reading", claim["document"]),
            "generatedAtTime": claim["recorded"],
            "hasTarget": {
                "type": "SpecificResource",
                "hasSource": document,
                "hasSelector": _selectors(claim, dataset),
            },
        }
    )


def _selectors(claim: Mapping[str, Any], dataset: bool) -> list[Node]:
    """Return where the words stand: code points of the printed text, or the row of a data set."""
    words = {"type": "TextQuoteSelector", "exact": claim["quote"]}
    if dataset:
        return [{"type": "RowSelector", "row": claim["start_char"]}, words]
    ends = {"startOffset": claim["start_char"], "endOffset": claim["end_char"]}
    return [{"type": "TextPositionSelector", **ends}, words]


def _happening(row: Mapping[str, Any]) -> Node:
    kept = ("mode", "root", "start", "end", "earliest", "latest", "precision", "place", "ordinal")
    return _filled(
        {
            "id": iri("happening", row["happening"]),
            "type": ["Happening", "Entity"],
            **{k: row[k] for k in (*kept, "status", "track", "differs", "tellings", "issuers")},
            "participants": [iri("actor", id) for id in row["participants"] or ()],
            "frame": iri("actor", row["frame"]) if row["frame"] else None,
            "toldBy": [iri("claim", id) for id in row["claims"]],
        }
    )


def _judgement(row: Mapping[str, Any]) -> Node:
    return _filled(
        {
            "id": iri("judgement", row["id"]),
            "type": ["Judgement", "Activity"],
            "verdict": row["verdict"],
            "used": [iri("claim", row["claim"])] if row["claim"] else [],
            "other": iri("claim", row["other"]) if row["other"] else None,
            "withdraws": iri("judgement", row["withdraws"]) if row["withdraws"] else None,
            "changes": row["changes"],
            "score": row["score"],
            "reason": row["reason"],
            "wasAssociatedWith": iri("author", row["author"]),
            "endedAtTime": row["recorded"],
        }
    )


def _actor(job: Job, id: str) -> Node:
    node = node_of(id, job.registry)
    label = {"en": node.en, "zh": node.zh} if node.resolved else None
    return _filled(
        {
            "id": iri("actor", id),
            "type": ["Actor", "Agent"],
            "label": label,
            "name": None if label else id,
            "recordType": node.type,
            "known": node.resolved,
        }
    )


JSONLD: Final = Exporter(
    name="jsonld",
    files=(NAME,),
    help="Linked data with W3C provenance: every claim derived from its document, at its place in the text.",
    write=_write,
)

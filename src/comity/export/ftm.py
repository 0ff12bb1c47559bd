"""FollowTheMoney entities, one JSON object a line, for Aleph, OpenSanctions and their tools.

States, organs and mechanisms become PublicBody and Organization, names nobody knows yet LegalEntity,
events Event, memberships Membership, other ties UnknownLink, positions Note, sources PlainText and Table.
Statements are the documents': each entity names its document as proof and its issuer as publisher.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from comity.export.exporter import Exporter, Job, Written
from comity.export.nodes import Node, named_in, node_of
from comity.export.safe import line, slug
from comity.model import Period
from comity.study.describe import summary
from comity.study.selection import packed

NAME: Final = "entities.ftm.json"
BODIES: Final = ("mechanism", "exercise")
LANGUAGES: Final = {"zh": "zho", "en": "eng"}
# FollowTheMoney refuses longer values: 250 characters of an address, 384 of a name, 65,000 of a text.
SHORT: Final = 250
LONGEST: Final = {"description": 60_000, "notes": 60_000, "summary": 60_000, "sourceUrl": 4096}
Values = Mapping[str, Sequence[Any]]


def _write(job: Job) -> list[Written]:
    count = 0
    with (job.folder / NAME).open("w", encoding="utf-8", newline="\n") as stream:
        for entity in _entities(job):
            stream.write(json.dumps(entity, ensure_ascii=False) + "\n")
            count += 1
    return [Written(NAME, count, "entities")]


def _entities(job: Job) -> Iterator[dict[str, Any]]:
    sources = {}
    for row in job.selection.rows("documents"):
        sources[row["id"]] = _link(row["location"])
        yield _document(packed(row), job)
    named: set[str] = set()
    for claim in job.claims("ftm"):
        named |= named_in(claim, only=("participants", "holders", "from", "to"))
        if claim["kind"] != "event" or not job.happenings:
            yield _claim(claim, job, sources.get(claim["document"]))
    if job.happenings:
        for row in job.selection.rows("happenings"):
            yield _happening(packed(row), job)
    for id in sorted(named):
        yield _actor(node_of(id, job.registry))


def entity(schema: str, id: str, properties: Values) -> dict[str, Any]:
    """Return an entity: every property a list of texts on one line, empty ones left out, names sorted."""
    kept = {
        name: [
            line(v).replace("\u00ad", "")[: LONGEST.get(name, SHORT)].rstrip() for v in values if v
        ]
        for name, values in properties.items()
    }
    filled = {name: list(dict.fromkeys(filter(None, kept[name]))) for name in sorted(kept)}
    return {"id": id, "schema": schema, "properties": {k: v for k, v in filled.items() if v}}


def _id(kind: str, id: str) -> str:
    return f"comity-{kind}-{slug(id)}"


def _actor(node: Node) -> dict[str, Any]:
    code = country_code(node.id if len(node.id) == 3 else node.state)
    values = {"name": [node.en], "alias": [node.zh], "country": [code]}
    return entity(schema_of(node), _id("actor", node.id), values)


def schema_of(node: Node) -> str:
    """Return the schema of a named thing; a treaty is a text, a name without a record may be anyone."""
    if node.type == "person":
        return "Person"
    if node.type == "organ" or (node.type == "actor" and node.kind != "non-state"):
        return "PublicBody"
    if node.type == "instrument":
        return "PlainText"
    return "Organization" if node.type else "LegalEntity"


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    text = files("comity.export").joinpath("countries.csv").read_text(encoding="utf-8")
    return {row["id"]: row["code"] for row in csv.DictReader(text.splitlines())}


def country_code(id: str) -> str:
    """Return the two-letter code FollowTheMoney has for a state's id, or an empty text."""
    return _codes().get(id, "")


def _claim(claim: Mapping[str, Any], job: Job, link: str | None) -> dict[str, Any]:
    told: Values = {
        "description": [claim["quote"]],
        "proof": [_id("document", claim["document"])],
        "publisher": [job.registry.label(claim["issuer"], "en") if claim["issuer"] else ""],
        "sourceUrl": [link or ""],
    }
    return KINDS[claim["kind"]](claim, told, job)


def _event(claim: Mapping[str, Any], told: Values, job: Job) -> dict[str, Any]:
    values = {**_what(claim, job), **told, **dates(claim), "recordId": [claim["id"]]}
    return entity("Event", _id("claim", claim["id"]), values)


def _what(row: Mapping[str, Any], job: Job) -> Values:
    frame = job.registry.label(row["frame"], "en") if row["frame"] else ""
    sides = row["participants"] or []
    return {
        "name": [summary({"kind": "event", **row})],
        "involved": [_id("actor", id) for id in sides],
        "country": [country_code(id) for id in sides],
        "location": [(row["place"] or "").replace(" ;", ",").replace(";", ",")],
        "keywords": [row["mode"], row["root"], row["status"], frame],
    }


def _happening(row: Mapping[str, Any], job: Job) -> dict[str, Any]:
    values = {
        **_what(row, job),
        **dates(row),
        "description": row["quotes"],
        "proof": [_id("document", id) for id in row["documents"]],
        "recordId": row["claims"],
    }
    return entity("Event", _id("happening", row["happening"]), values)


def _position(claim: Mapping[str, Any], told: Values, job: Job) -> dict[str, Any]:
    holders = [_id("actor", id) for id in claim["holders"]]
    words = [claim["stance"], *claim["topics"]]
    values = {"name": [summary(claim)], "entity": holders, "keywords": words, **told}
    return entity("Note", _id("claim", claim["id"]), values)


def _tie(claim: Mapping[str, Any], told: Values, job: Job) -> dict[str, Any]:
    ends = [_id("actor", claim[end]) for end in ("from", "to")]
    role = [claim.get("role") or claim["relation"]]
    shared = {**told, **dates(claim), "recordId": [claim["id"]], "summary": [summary(claim)]}
    body = schema_of(node_of(claim["to"], job.registry)) in ("Organization", "PublicBody")
    if claim["relation"] in ("member", "founder") and body:
        values = {"member": ends[:1], "organization": ends[1:], "role": role, **shared}
        return entity("Membership", _id("claim", claim["id"]), values)
    grade = [claim.get("grade") or ""]
    values = {"subject": ends[:1], "object": ends[1:], "role": [*role, *grade], **shared}
    return entity("UnknownLink", _id("claim", claim["id"]), values)


KINDS: Final = {"event": _event, "position": _position, "tie": _tie}


def dates(row: Mapping[str, Any]) -> Values:
    """Return a period in dates whose length tells how exact they are.

    >>> dates({"start": "2016-09-01", "end": "2016-09-30", "precision": "month"})
    {'date': ['2016-09']}
    >>> dates({"start": "2011-01-01", "end": None, "precision": "year"})
    {'startDate': ['2011']}
    """
    start, end = row.get("start") or "", row.get("end") or ""
    for size in (10, 7, 4):
        if start and end and start[:size] == end[:size]:
            whole = Period.parse(start[:size])
            if (str(whole.start), str(whole.end)) == (start, end):
                return {"date": [start[:size]]}
    size = {"year": 4, "month": 7}.get(row.get("precision") or "", 10)
    return {k: [v[:size]] for k, v in (("startDate", start), ("endDate", end)) if v}


def _document(row: Mapping[str, Any], job: Job) -> dict[str, Any]:
    issued = {"start": row["issued_start"], "end": row["issued_end"]}
    published = dates(issued)
    values = {
        "name": [line(row["title"]) or row["id"]],
        "title": [row["title"]],
        "fileName": [row["location"] or row["id"]],
        "publishedAt": published.get("date") or published.get("endDate") or [],
        "publisher": [job.registry.label(row["issuer"], "en") if row["issuer"] else ""],
        "language": [LANGUAGES.get(row["language"], "")],
        "sourceUrl": [_link(row["location"])],
        "notes": [
            f"sha256:{row['digest']}",
            row["citation"],
            f"Licence: {row['licence']}" if row["licence"] else "",
        ],
    }
    schema = "Table" if row["kind"] == "dataset" else "PlainText"
    return entity(schema, _id("document", row["id"]), values)


def _link(location: str | None) -> str:
    return location if location and location.startswith(("https://", "http://")) else ""


FTM: Final = Exporter(
    name="ftm",
    files=(NAME,),
    help="FollowTheMoney entities as JSON lines, for Aleph and OpenSanctions tools.",
    write=_write,
)

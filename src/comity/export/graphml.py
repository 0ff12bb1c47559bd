"""GraphML: actors and mechanisms as nodes, one edge a tie and a pair of participants of an event."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import IO, Any, Final

from comity.export.exporter import Exporter, Job, Written
from comity.export.nodes import Node, node_of
from comity.export.safe import xml
from comity.model.vocabulary import MODES_BY_ROOT, SYMMETRIC_RELATIONS

NODE: Final = {"label": "string", "label_zh": "string", "type": "string", "kind": "string"} | {
    "state": "string",
    "resolved": "boolean",
}
TOLD: Final = {
    **dict.fromkeys(("kind", "mode", "root", "relation", "grade", "role", "dated"), "string"),
    **dict.fromkeys(("start", "end", "precision", "status", "track", "frame", "place"), "string"),
    **dict.fromkeys(("source_roles", "target_roles"), "string"),
    "symmetric": "boolean",
    "participants": "int",
    "happening": "string",
    "verdict": "string",
}
CLAIM: Final = {
    **dict.fromkeys(("claim", "document", "issuer", "speaker", "recorded", "rule"), "string"),
    "start_char": "int",
    "end_char": "int",
    "quote": "string",
}
HAPPENING: Final = {"tellings": "int", "issuers": "int"} | dict.fromkeys(
    ("earliest", "latest", "differs", "claims", "documents"), "string"
)
HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org'
    '/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
# Events done by one side to another; the acting side has one of these roles.
DIRECTED: Final = frozenset(
    mode
    for root in (
        "AID",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "COERCE",
        "ASSAULT",
    )
    for mode in MODES_BY_ROOT[root]
) | {"visit"}
ACTIVE: Final = frozenset({"subject", "guest"})
Edge = tuple[str, str, dict[str, Any]]


def _write(job: Job) -> list[Written]:
    ids = sorted({id for a, b, _ in _edges(job) for id in (a, b)})
    places = {id: f"n{number}" for number, id in enumerate(ids)}
    kept = TOLD | CLAIM | (HAPPENING if job.happenings else {})
    count = 0
    with (job.folder / "graph.graphml").open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(HEAD)
        _keys(stream, "node", {"id": "string", **NODE})
        _keys(stream, "edge", kept)
        stream.write('<graph id="comity" edgedefault="directed">\n')
        for id in ids:
            stream.write(_node(places[id], node_of(id, job.registry)))
        for source, target, values in _edges(job):
            ends = f'source="{places[source]}" target="{places[target]}"'
            stream.write(f'<edge id="e{count}" {ends}>{_data("e", values)}</edge>\n')
            count += 1
        stream.write("</graph>\n</graphml>\n")
    return [Written("graph.graphml", count, "edges")]


def _keys(stream: IO[str], of: str, names: Mapping[str, str]) -> None:
    for name, type in names.items():
        mark = f"{of[0]}_{name}"
        stream.write(f'<key id="{mark}" for="{of}" attr.name="{name}" attr.type="{type}"/>\n')


def _node(place: str, node: Node) -> str:
    values = {
        "id": node.id,
        "label": node.en,
        "label_zh": node.zh,
        "type": node.type,
        "kind": node.kind,
        "state": node.state,
        "resolved": node.resolved,
    }
    return f'<node id="{place}">{_data("n", values)}</node>\n'


def _data(mark: str, values: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{mark}_{name}">{xml(_scalar(value))}</data>'
        for name, value in values.items()
        if value not in (None, "", [])
    )


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ";".join(map(str, value)) if isinstance(value, list) else str(value)


def _edges(job: Job) -> Iterator[Edge]:
    """Yield every edge: ties, then pairs of participants; with happenings a pair counts once for each."""
    if not job.happenings:
        for claim in job.claims("graphml"):
            yield from _of_claim(claim)
        return
    for claim in job.claims("graphml"):
        if claim["kind"] == "tie":
            yield from _of_claim(claim)
    for row in job.selection.rows("happenings"):
        yield from _pairs(row, {**_values(row, HAPPENING), "kind": "event"})


def _of_claim(claim: dict[str, Any]) -> Iterator[Edge]:
    values = {**_values(claim, CLAIM), "claim": claim["id"], "kind": claim["kind"]}
    if claim["kind"] == "tie":
        told = _values(claim, TOLD) | {"symmetric": claim["relation"] in SYMMETRIC_RELATIONS}
        yield claim["from"], claim["to"], {**told, **values}
    elif claim["kind"] == "event":
        yield from _pairs(claim, values)


def _pairs(row: Mapping[str, Any], values: dict[str, Any]) -> Iterator[Edge]:
    """Yield an edge for each pair of participants; `participants` is how many the event has."""
    sides = sorted(set(row["participants"] or ()))
    told = {**_values(row, TOLD), "participants": len(sides), **values}
    roles = row["roles"] if isinstance(row["roles"], dict) else json.loads(row["roles"] or "{}")
    played = {side: sorted(r for r, ids in roles.items() if side in ids) for side in sides}
    for pair in combinations(sides, 2):
        a, b = sorted(pair, key=lambda side: ACTIVE.isdisjoint(played[side]))
        directed = row["mode"] in DIRECTED and ACTIVE.isdisjoint(played[b])
        directed = directed and not ACTIVE.isdisjoint(played[a])
        ends = {"source_roles": played[a], "target_roles": played[b], "symmetric": not directed}
        yield a, b, {**told, **ends}


def _values(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: row[name] for name in names if row.get(name) is not None}


GRAPHML: Final = Exporter(
    name="graphml",
    files=("graph.graphml",),
    help="A graph for Gephi, igraph, NetworkX: an edge a tie and a pair of an event's participants, with its source.",
    write=_write,
)

"""Everything that follows from claims and judgements, built anew whenever they have grown."""

import json
from typing import Any

from comity.model.vocabulary import ROOT_OF
from comity.study.columns import JSONS
from comity.study.storage import Store, statement


def ensure_derived(store: Store) -> None:
    """Build the derived tables if claims or judgements have come since they were built."""
    state = store.value("state")
    if store.value("derived_state") != state:
        with store.transaction():
            build(store)


def build(store: Store) -> None:
    """Build all derived tables and the view `said` from claims and judgements alone."""
    for part in statement("derived").split(";\n"):
        if part.strip():
            store.connection.execute(part)
    _corrections(store)
    store.run("party")
    _happenings(store)
    store.connection.execute(statement("said"))
    store.run("set_derived_state", state=store.value("state"))


def _corrections(store: Store) -> None:
    """Fill `correction` with the claims as corrected; later corrections of a field win."""
    changes: dict[str, dict[str, Any]] = {}
    for row in store.rows("corrections"):
        changes.setdefault(row["claim"], {}).update(json.loads(row["changes"]))
    store.run("empty_correction")
    rows = []
    for row in store.rows("claims_by_id", ids=sorted(changes)):
        said = {k: _plain(v) for k, v in row.items() if v is not None}
        said |= {k: json.dumps(v) if k in JSONS else v for k, v in changes[row["id"]].items()}
        if said.get("mode") in ROOT_OF:
            said["root"] = ROOT_OF[said["mode"]]
        rows.append(said)
    if rows:
        store.run("insert_corrections", rows=json.dumps(rows, ensure_ascii=False))


def _plain(value: Any) -> Any:
    return value if isinstance(value, str | int | list | float) else str(value)


def _happenings(store: Store) -> None:
    """Fill `happening`: claims joined by same-as judgements share the smallest claim id among them."""
    head: dict[str, str] = {}

    def find(claim: str) -> str:
        while (up := head.get(claim, claim)) != claim:
            claim = up
        return claim

    for row in store.rows("joined"):
        first, last = sorted((find(row["claim"]), find(row["other"])))
        head[last] = first
    rows = [[claim, find(claim)] for claim in sorted({*head, *head.values()})]
    store.run("fill_happening", rows=json.dumps(rows))

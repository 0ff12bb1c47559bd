"""Everything that follows from claims and judgements, built anew whenever they have grown."""

import json
from typing import Any

from comity.model.vocabulary import ROOT_OF
from comity.same.joining import Groups
from comity.study.columns import JSONS
from comity.study.storage import Store, statement


def ensure_derived(store: Store) -> None:
    """Build the derived tables if claims or judgements have come since they were built."""
    state, before = store.value("state"), store.value("derived_state")
    if before != state:
        with store.transaction():
            build(store, only_judged=_claims_of(before) == _claims_of(state))


def _claims_of(state: str | None) -> str:
    """Return the part of a state that tells how the tables are built and from which claims."""
    return (state or "").rpartition("/")[0]


def build(store: Store, *, only_judged: bool = False) -> None:
    """Build all derived tables and the view `said` from claims and judgements alone.

    ``only_judged``: the tables stand, and since then only judgements have come. Then `party`, by far the
    largest, is built anew only if one of them was a correction; a reviewer does not wait after each key.
    """
    before = store.rows("correction") if only_judged else None
    for part in statement("derived").split(";\n"):
        if part.strip():
            store.connection.execute(part)
    _corrections(store)
    if not only_judged or store.rows("correction") != before:
        store.run("party")
    if not only_judged:
        store.run("effect")
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
    """Fill `happening`, `parted` and `left_out` from decisions about pairs.

    Claims joined by same-as judgements share the smallest claim id among them. No chain of joins brings two
    claims together that are held to be different: the weakest join of the chain is left out.
    """
    groups = Groups()
    apart = [(row["claim"], row["other"]) for row in store.rows("apart")]
    for one, other in apart:
        groups.part(one, other)
    joins = {(r["claim"], r["other"]): r["judgement"] for r in store.rows("joined")}
    left_out = [[*pair, joins[pair]] for pair in groups.join_all(joins)]
    claims = sorted({claim for pair in joins for claim in pair})
    heads = [(claim, groups.find(claim)) for claim in claims]
    parted = [sorted((groups.find(one), groups.find(other))) for one, other in apart]
    store.run("fill_happening", rows=json.dumps(heads))
    store.run("fill_parted", rows=json.dumps(parted))
    store.run("fill_left_out", rows=json.dumps(left_out))

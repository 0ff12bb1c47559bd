"""Who belonged to a mechanism on a day, and whether a tie held, resolved by a named policy."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from comity.model.vocabulary import LESSER_ROLES, SYMMETRIC_RELATIONS
from comity.registry.facts import cells_of
from comity.study.account import Account, When, account, since
from comity.study.policy import Resolved, resolve
from comity.study.storage import Store
from comity.tables import Rows

Row = dict[str, Any]
# One belongs to a forum as a member, to a treaty as a party, to a fund as its founder: one question for all.
BELONGING: Final = ("member", "party", "host", "founder")
COLUMNS: Final = ("actor", "role", "standing", "since", "dated", "claims", "conflicts")


def accounts(
    store: Store,
    relation: str,
    a: str,
    b: str,
    when: When,
    *,
    grade: str = "",
    role: str = "",
) -> list[Account]:
    """Return what each source says of one tie at a time, the silent ones included."""
    relations, property = _family(relation)
    either = relation in SYMMETRIC_RELATIONS
    rows = store.rows("ties_of", relations=relations, a=a, b=b, either=either)
    rows = [r for r in rows if not grade or grade in (r["grade"] or "").split("; ")]
    covers = store.rows("coverage_of_tie", property=property, body=b)
    known = _sources(store, rows, covers)
    gaps = _gaps(store, relations, a, b, either, when)
    return _accounts(
        rows, _without(covers, {document for document, _ in gaps}), (a, b), when, known, role
    )


def members(store: Store, mechanism: str, at: date, policy: str) -> Rows:
    """Return who belonged to a mechanism on a day, in which capacity, since when, with who says otherwise.

    ``standing``: yes, suspended, unknown, and no only where another source says yes. An observer's is yes as
    an observer.
    """
    when = (at, at)
    rows = store.rows("ties_of", relations=list(BELONGING), a=None, b=mechanism, either=False)
    covers = store.rows("coverage_of_tie", property="member", body=mechanism)
    known = _sources(store, rows, covers)
    by_actor: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_actor[row["from"]].append(row)
    gaps = _gaps(store, list(BELONGING), None, mechanism, False, when)
    found = []
    for actor, own in sorted(by_actor.items()):
        missing = {document for document, who in gaps if who == actor}
        told = _accounts(own, _without(covers, missing), (actor, mechanism), when, known, "")
        row = _member(actor, resolve(told, policy))
        if row["standing"] != "no" or row["conflicts"]:
            found.append(row)
    return Rows.of(found, COLUMNS)


def _member(actor: str, resolved: Resolved) -> Row:
    chosen = resolved.account
    lesser = chosen is not None and chosen.role in LESSER_ROLES and resolved.value == "no"
    shown = chosen if chosen and (resolved.value != "no" or lesser) else None
    return {
        "actor": actor,
        "role": shown.role or "member" if shown else None,
        "standing": "yes" if lesser else resolved.value,
        "since": shown.since if shown else None,
        "dated": shown.dated if shown else None,
        "claims": [c["id"] for c in chosen.claims] if chosen else [],
        "conflicts": [conflict(c) for c in resolved.conflicts],
    }


def conflict(other: Account) -> str:
    """Return in words what a source says against the answer, and how its own claims differ."""
    also = "; also ".join(["", *(dating(row) for row in other.against)])
    return f"{other.document}: {other}{also}"


def dating(row: Mapping[str, Any]) -> str:
    """Return since when a tie is told to hold, and in which sense."""
    return f"{since(row) or 'undated'} ({row['dated'] or 'no kind of date'})"


def ties(store: Store, a: str, b: str, at: date, policy: str) -> Rows:
    """Return each relation that is told, or known not to hold, between two on a day.

    A relation nobody tells of is left out; a partnership of each grade is a row of its own.
    """
    found = []
    for relation in ("ally", "partner", "member"):
        either = relation in SYMMETRIC_RELATIONS
        relations, _ = _family(relation)
        rows = store.rows("ties_of", relations=relations, a=a, b=b, either=either)
        grades = sorted({r["grade"] or "" for r in rows}) if relation == "partner" else [""]
        for grade in grades:
            told = accounts(store, relation, a, b, (at, at), grade=grade)
            resolved = resolve(told, policy)
            if resolved.value != "unknown" or any(t.claims or t.against for t in told):
                found.append(_tie(relation, grade, resolved, told))
    return Rows.of(found)


def _tie(relation: str, grade: str, resolved: Resolved, told: Sequence[Account]) -> Row:
    chosen = resolved.account
    claims = chosen.claims if chosen else ()
    grades = dict.fromkeys(c["grade"] for c in claims if c["grade"])
    return {
        "relation": relation,
        "grade": grade or "; ".join(grades) or None,
        "holds": resolved.value,
        "role": chosen.role if chosen else None,
        "since": chosen.since if chosen else None,
        "dated": chosen.dated if chosen else None,
        "sources": [f"{t.document}: {t}" for t in told if t.value != "unknown" or t.claims],
        "conflicts": [conflict(c) for c in resolved.conflicts],
        "claims": [c["id"] for c in claims],
    }


def last_covered(store: Store, mechanism: str | None = None) -> date | None:
    """Return the last day that any source covers of a mechanism's members, or of any ties."""
    found: date | None = store.value("last_covered", body=mechanism)
    return found


def foundings(store: Store, mechanism: str) -> Rows:
    """Return the dates of a mechanism's life, each with its kind, its source and the members then."""
    found = []
    for row in store.rows("foundings", mechanism=mechanism):
        cells = cells_of(row["quote"] or "") if (row["rule"] or "").startswith("facts.") else {}
        found.append(
            {
                "date": since({**row, "start": row["date"], "dated": None}),
                "dated": row["dated"],
                "members": int(cells["members"]) if "members" in cells else None,
                "document": row["document"],
                "source": cells.get("source") or row["title"],
                "standing": cells.get("standing"),
                "note": cells.get("note"),
                "claim": row["id"],
            }
        )
    return Rows.of(found)


def _family(relation: str) -> tuple[list[str], str]:
    if relation in BELONGING:
        return list(BELONGING), "member"
    return [relation], relation


def _gaps(
    store: Store, relations: list[str], a: str | None, b: str, either: bool, when: When
) -> set[tuple[str, str]]:
    """Return the documents, and the actors, whose tie is marked as missing at a time."""
    ends = {"start": when[0], "end": when[1]}
    rows = store.rows("gaps", relations=relations, a=a, b=b, either=either, **ends)
    return {(row["document"], row["a"]) for row in rows}


def _without(covers: Sequence[Row], documents: set[str]) -> list[Row]:
    """Return coverage in which the silence of some documents means nothing."""
    return [{**c, "silence": "unknown"} if c["document"] in documents else c for c in covers]


def _sources(store: Store, rows: Iterable[Row], covers: Iterable[Row]) -> dict[str, Row]:
    ids = sorted({r["document"] for r in (*rows, *covers)})
    return {row["id"]: row for row in store.rows("sources_of", ids=ids)}


def _accounts(
    rows: Sequence[Row],
    covers: Sequence[Row],
    actors: tuple[str, str],
    when: When,
    known: Mapping[str, Row],
    role: str,
) -> list[Account]:
    found = []
    for document, source in known.items():
        own = [r for r in rows if r["document"] == document]
        covered = [c for c in covers if c["document"] == document]
        if own or covered:
            told = account(document, own, covered, actors, when, role=role)
            rank = _rank(source, told, actors)
            found.append(replace(told, rank=rank, told=source["told"]))
    return found


def _rank(source: Row, told: Account, parties: tuple[str, str]) -> int:
    """Return the place of a source under `official`: parties, our checked facts, data sets, texts, the rest."""
    if source["kind"] == "text":
        return 0 if source["issuer"] in parties else 3
    claims = told.claims or told.elsewhere
    rule = claims[0]["rule"] if claims else ""
    if not rule.startswith("facts."):
        return 2
    return 4 if rule.endswith(".unverified") else 1

"""Directed pairs of countries and PLOVER roots on the PLOVER gold sentences."""

from collections.abc import Iterator
from itertools import permutations
from typing import Any

from scores import Count, line

import comity
from comity.model import Claim, Event, Position
from comity.model.vocabulary import ROOT_OF
from comity.registry import load_registry

Pair = tuple[str, str]
# A stance is an act of speech; these PLOVER categories are what it comes to.
ROOT_OF_STANCE = {
    "support": "SUPPORT",
    "oppose": "REJECT",
    "call": "REQUEST",
    "commit": "AGREE",
    "propose": "REQUEST",
    "reaffirm": "SUPPORT",
    "concern": "ACCUSE",
}
TWO_WAY = {"CONSULT", "AGREE", "COOPERATE"}


def pairs_of(claim: Claim) -> set[Pair]:
    """Return who acts on whom: every way round between the sides of talks, from subject to others else."""
    if isinstance(claim, Position):
        return {(a, b) for a in claim.holders for b in claim.addressees if a != b}
    if not isinstance(claim, Event):
        return set()
    if ROOT_OF[claim.mode] in TWO_WAY:
        return set(permutations(claim.participants, 2))
    subjects = claim.roles.get("subject", claim.participants[:1])
    return {(a, b) for a in subjects for b in claim.participants if b not in subjects}


def root_of(claim: Claim) -> str:
    """Return the PLOVER category of an event or position."""
    return (
        ROOT_OF[claim.mode]
        if isinstance(claim, Event)
        else ROOT_OF_STANCE[getattr(claim, "stance", "")]
    )


def read(row: dict[str, Any]) -> list[Claim]:
    """Return the events and positions of one sentence."""
    reading = comity.read(row["text"] + "\n", language="en", issued=row["date"])
    return [c for c in reading.claims if isinstance(c, Event | Position)]


def wanted_pairs(row: dict[str, Any]) -> set[Pair]:
    """Return the pairs of states that the gold names."""
    states = {r.id for r in load_registry().of_type("actor")}
    pairs = {(e["source"][:3], e["target"][:3]) for e in row["expected"]}
    return {(a, b) for a, b in pairs if a in states and b in states and a != b}


def report(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the printed lines of this set."""
    states = {r.id for r in load_registry().of_type("actor")}
    dyads, either, roots, silent = [], [], [], 0
    for row in rows:
        claims, wanted = read(row), wanted_pairs(row)
        found = {p for c in claims for p in pairs_of(c) if set(p) <= states}
        silent += not claims
        dyads.append(Count(row["group"], len(found & wanted), len(found), len(wanted)))
        loose, asked = {frozenset(p) for p in found}, {frozenset(p) for p in wanted}
        either.append(Count(row["group"], len(loose & asked), len(loose), len(asked)))
        read_roots = {root_of(c) for c in claims}
        roots.append(Count(row["group"], int(row["plover"] in read_roots), len(read_roots), 1))
    yield line("country pairs, directed", dyads)
    yield line("country pairs, either way", either)
    yield line("PLOVER category", roots)
    yield f"{silent} of {len(rows)} sentences gave nothing"

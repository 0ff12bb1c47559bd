"""Penta class (statement, verbal and material cooperation and conflict) on the ConfliBERT sentences."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from scores import Count, line

import comity
from comity.model import Claim, Event, Position
from comity.model.vocabulary import ROOT_OF

# CAMEO roots 01-02, 03-05, 06-08, 09-13, 14-20 (ICEWS package); PLOVER roots by their CAMEO codes.
PENTA_OF_ROOT = {
    "CONSULT": 1,
    "AGREE": 1,
    "COOPERATE": 2,
    "AID": 2,
    "REQUEST": 0,
    "OTHER": 0,
    "RETREAT": 2,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
PENTA_OF_STANCE = {"oppose": 3, "concern": 3, "call": 0, "propose": 0, "support": 1, "commit": 1}


def penta_of(claims: list[Claim]) -> int | None:
    """Return the class of a sentence: that of its first event, else of its first position, if any."""
    for claim in claims:
        if isinstance(claim, Event):
            return PENTA_OF_ROOT[ROOT_OF[claim.mode]]
    for claim in claims:
        if isinstance(claim, Position):
            return PENTA_OF_STANCE.get(claim.stance, 0)
    return None


def report(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield accuracy over all and over read sentences, and F1 of each class."""
    rows = [row for row in rows if row.get("penta") is not None]
    read = [penta_of(list(comity.read(r["text"] + "\n", language="en").claims)) for r in rows]
    right = sum(p == r["penta"] for p, r in zip(read, rows, strict=True))
    spoken = sum(p is not None for p in read)
    common = Counter(r["penta"] for r in rows).most_common(1)[0][1]
    yield f"right {right}/{len(rows)} = {right / len(rows):.3f}; the commonest class alone {common / len(rows):.3f}"
    yield f"right where something was read {right / max(1, spoken):.3f}; {len(rows) - spoken} sentences gave nothing"
    for kind in range(5):
        counts = [
            Count(r["group"], int(p == kind == r["penta"]), int(p == kind), int(r["penta"] == kind))
            for p, r in zip(read, rows, strict=True)
        ]
        yield line(f"class {kind}", counts)

"""When a reader's claim and an annotated fact agree, and how well."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from comity.model.vocabulary import RELATIONS, ROOT_OF, STANCES, SYMMETRIC_RELATIONS

Row = Mapping[str, Any]
KINDS: Final = ("event", "position", "tie")
NAMED: Final = {"event": "mode", "position": "stance", "tie": "relation"}


def slug(value: object) -> str:
    return re.sub(r"[^0-9a-z\u4e00-\u9fff]+", "-", str(value or "").lower()).strip("-")


def is_valid(row: Row) -> bool:
    """Say whether a row has a span and a known mode, stance or relation."""
    start, end = row.get("start_char"), row.get("end_char")
    if not (isinstance(start, int) and isinstance(end, int) and start < end):
        return False
    known = {
        "event": row.get("mode") in ROOT_OF,
        "position": row.get("stance") in STANCES,
        "tie": row.get("relation") in RELATIONS,
    }
    return known.get(str(row.get("kind")), False)


def shared_words(gold: Row, found: Row) -> int:
    """Return how many characters two rows share if their evidence agrees, else 0.

    They agree when they share at least half of the shorter one and the found one is no longer than three
    times the annotated one plus 200 characters.
    """
    shared = min(gold["end_char"], found["end_char"]) - max(gold["start_char"], found["start_char"])
    g, p = (row["end_char"] - row["start_char"] for row in (gold, found))
    return shared if shared > 0 and 2 * shared >= min(g, p) and p <= 3 * g + 200 else 0


def same_who(gold: Row, found: Row) -> bool:
    return _ids(gold, "participants") == _ids(found, "participants")


def same_holders(gold: Row, found: Row) -> bool:
    return _ids(gold, "holders") == _ids(found, "holders")


def _ids(row: Row, field: str) -> frozenset[str]:
    return frozenset(slug(i) for i in row.get(field) or ())


def same_when(gold: Row, found: Row) -> bool:
    """Say whether the dates agree; of an open interval only the start counts."""
    fields = ("start",) if gold.get("precision") == "open" else ("start", "end")
    return all((gold.get(f) or None) == (found.get(f) or None) for f in fields)


def same_frame(gold: Row, found: Row) -> bool:
    """Say whether one frame's name contains the other's words, at most two apart."""
    g, p = (set(slug(row.get("frame")).split("-")) - {""} for row in (gold, found))
    return bool(g and p) and (g <= p or p <= g) and abs(len(g) - len(p)) <= 2


def same_tie(gold: Row, found: Row) -> bool:
    if gold["relation"] != found["relation"]:
        return False
    g, p = ([slug(row.get("from")), slug(row.get("to"))] for row in (gold, found))
    return g == p or (gold["relation"] in SYMMETRIC_RELATIONS and g == p[::-1])


def _near(gold: Row, found: Row) -> float:
    return min(0.2, shared_words(gold, found) / 1000)


def _events(gold: Row, found: Row) -> float:
    if ROOT_OF[gold["mode"]] != ROOT_OF[found["mode"]]:
        return 0
    parts = (
        3 * (gold["mode"] == found["mode"]) + 2 * same_who(gold, found) + 2 * same_when(gold, found)
    )
    return float(1 + parts + 0.5 * same_frame(gold, found) + _near(gold, found))


def _positions(gold: Row, found: Row) -> float:
    stance, holders = gold["stance"] == found["stance"], same_holders(gold, found)
    return float(0.1 + 2 * stance + holders + _near(gold, found))


def _ties(gold: Row, found: Row) -> float:
    return float(gold["relation"] == found["relation"]) * (
        1 + 2 * same_tie(gold, found) + _near(gold, found)
    )


AGREEMENT: Final[dict[str, Callable[[Row, Row], float]]] = {
    "event": _events,
    "position": _positions,
    "tie": _ties,
}

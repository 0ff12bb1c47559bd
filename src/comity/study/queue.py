"""Which claims to judge first: those likely misread that much rests on.

Uncertainty is how likely a claim is misread: one less the share of claims of its kind and language that the
reader gets right (``resources/coding.toml``), higher where its date was not read beside it or fewer than two
actors are named. Effect is the share of a tie's evidence that rests on it: one over the number of claims that
tell the same kind of thing of the same actors. The order is by their product. Both factors are ours: there is
no accepted measure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from comity.study.storage import Store

# What each sign of doubt leaves of certainty, and how it is told: our judgement.
SIGNS: Final[dict[str, tuple[float, str]]] = {
    "undated": (0.7, "it has no date"),
    "inherited": (0.85, "its date was taken from the text around it"),
    "alone": (0.8, "fewer than two actors are named"),
    "held": (0.9, "it is not told as having occurred"),
}
ROUGH: Final = 0.7  # right, where no rate is published for a kind and language


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim to be judged, as first read: ``uncertainty`` and ``effect`` are 0 to 1."""

    row: dict[str, Any]
    uncertainty: float
    effect: float
    why: tuple[str, ...]


def next_claims(store: Store, author: str, limit: int, chosen: Mapping[str, Any]) -> list[Waiting]:
    """Return the next claims of an author's queue, as they were first read."""
    from comity.measure.uncertainty.coding import own_rates

    rates = own_rates()
    values = {
        "kinds": list(rates),
        "right": [r.right / r.read if r.read else ROUGH for r in rates.values()],
        "rough": ROUGH,
        **{name: left for name, (left, _) in SIGNS.items()},
    }
    order = store.rows("queue", author=author, limit=limit, **chosen, **values)
    seqs = [row["seq"] for row in order]
    rows = {r["seq"]: r for r in store.rows("claims_queued", seqs=seqs)} if seqs else {}
    return [
        Waiting(
            row=rows[each["seq"]],
            uncertainty=each["uncertainty"],
            effect=each["effect"],
            why=signs_of(rows[each["seq"]]),
        )
        for each in order
    ]


def signs_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return in words what makes a claim uncertain, by the signs that the queue counts."""
    event = row["kind"] == "event"
    held = {
        "undated": event and not (row["start"] or row["end"]),
        "inherited": row["resolved"] in ("inherited", "relative", "document"),
        "alone": event and len(row["participants"] or ()) < 2,
        "held": (row["status"] or "occurred") != "occurred",
    }
    return tuple(word for name, (_, word) in SIGNS.items() if held[name])

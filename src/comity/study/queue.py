"""Which claims to judge first: those likely misread that much rests on.

Uncertainty is how likely a claim is misread: one less the share of claims of its kind and language that the
reader gets right (``resources/coding.toml``), higher where its date was not read beside it or a named body is
not known. Effect is the share of a tie's evidence that rests on it: one over the number of claims that tell
the same kind of thing of the same actors. The order is by their product; both factors are ours, there is no
accepted measure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from comity.study.storage import Store

# Of each sign, how much of what was certain is lost: our judgement, told with every claim.
SIGNS: Final[tuple[tuple[str, float, str], ...]] = (
    ("undated", 0.3, "it has no date"),
    ("inherited", 0.15, "its date was taken from the text around"),
    ("alone", 0.2, "fewer than two actors are named"),
    ("held", 0.1, "its status is not that it occurred"),
)
ROUGH: Final = 0.3  # where no rate is published for a kind and language


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
        "wrong": [1 - r.right / r.read if r.read else ROUGH for r in rates.values()],
        "signs": [name for name, _, _ in SIGNS],
        "lost": [lost for _, lost, _ in SIGNS],
        "rough": ROUGH,
    }
    order = store.rows("queue", author=author, limit=limit, **chosen, **values)
    seqs = [row["seq"] for row in order]
    rows = {r["seq"]: r for r in store.rows("claims_queued", seqs=seqs)} if seqs else {}
    words = {name: word for name, _, word in SIGNS}
    return [
        Waiting(
            row=rows[each["seq"]],
            uncertainty=each["uncertainty"],
            effect=each["effect"],
            why=tuple(words[sign] for sign in each["signs"]),
        )
        for each in order
    ]

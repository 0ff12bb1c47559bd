"""Rivals in the same room.

Of the bodies that either party to a dispute belongs to, the share that both belong to.

Formula: s_ij = |bodies of i and j| / |bodies of i or j|, for each pair i, j with a dispute.
Source: no accepted measure of common security was found; a substitute of ours. The ratio is Jaccard's of 1901.
Inputs: memberships on the day (`layer`); pairs with any conduct against each other in the layer `disputes` on the day, or the pairs the user names (`rivals`). Bodies of which it is unknown whether one of the two belongs are left out.
Unit: share
Range: 0 (never in one room) to 1 (always). Unknown where neither is known to belong to any body.
Pitfalls: A seat is not a talk: it says that both belong, not that either speaks to the other, nor that the body deals with the
  dispute. Two who belong to few bodies jump. Universal bodies lift all pairs: leave them out of the evidence to see it. `missing`
  counts bodies left out as unknown. What a dispute is follows from the conduct that sources tell within the layer's window.
Uncertainty: sampling (Beta: bodies as trials); coding of memberships, not of disputes.
Status: substitute.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.define import define
from comity.measure.institutions.membership import membership_of
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import share_interval
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

Rivals = Sequence[tuple[str, str]]


def room(
    network: Network,
    rivals: Rivals | None = None,
    layer: str = "membership",
    level: float = 0.9,
) -> Scores:
    """Return how many of their bodies two rivals share."""
    pairs = disputing(network) if rivals is None else _named(network, rivals)
    told = membership_of(network, layer)
    held: NDArray[np.bool_] = np.asarray(told.held > 0)
    known: NDArray[np.bool_] = np.asarray(told.known | held)
    one, two = (np.array([network.index[p[k]] for p in pairs], np.int64) for k in range(2))
    sure: NDArray[np.bool_] = np.asarray(known[:, one] & known[:, two])
    either = ((held[:, one] | held[:, two]) & sure).sum(0)
    both = (held[:, one] & held[:, two]).sum(0)
    lo, hi = share_interval(both, either, level)

    def inputs(k: int) -> Inputs:
        return _behind(network, layer, pairs[k], rivals is None)

    with np.errstate(invalid="ignore"):
        values = np.where(either > 0, both / either, np.nan)
    return Scores(
        subjects=tuple(Subject(actors=p, layer=layer, period=str(network.day)) for p in pairs),
        values=values,
        missing=_open(held, sure),
        lo=lo,
        hi=hi,
        inputs=inputs,
        method="disputes told in the layer" if rivals is None else "rivals as named",
    )


def disputing(network: Network) -> tuple[tuple[str, str], ...]:
    """Return the pairs with a dispute as the evidence stands, also in a draw of its errors."""
    told = network if network.draw is None else Network(network.plan, network.day)
    ties = told.layer("disputes").ties
    one, two = np.nonzero(np.triu(ties | ties.T, 1))
    return tuple((network.actors[i], network.actors[j]) for i, j in zip(one, two, strict=True))


def _named(network: Network, rivals: Rivals) -> tuple[tuple[str, str], ...]:
    for actor in (a for pair in rivals for a in pair):
        if actor not in network.index:
            raise QueryError(f"{actor} is no actor of this network.", hint="See network.actors.")
    return tuple((a, b) for a, b in rivals)


def _open(held: NDArray[np.bool_], sure: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return of how many bodies that have members it is unknown whether both belong."""
    alive = held.sum(1, keepdims=True) > 0
    return np.asarray((alive & ~sure).sum(0), np.int64)


def _behind(network: Network, layer: str, pair: tuple[str, str], disputes: bool) -> Inputs:
    held = membership_of(network, layer)
    found: dict[object, None] = {}
    for body in held.mechanisms:
        for actor in pair:
            found |= dict.fromkeys(network.layer(layer).belonging(body, actor))
    if disputes:
        for a, b in (pair, pair[::-1]):
            found |= dict.fromkeys(network.layer("disputes").behind(a, b))
    return tuple(found)  # type: ignore[arg-type]


MEASURE = define("common.room", room, page=__doc__, zh="对手同席率")

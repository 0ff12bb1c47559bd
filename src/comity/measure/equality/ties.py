"""Inequality of ties.

Whether all actors have as many ties in a layer, or few have most of them.

Formula: G = sum over i, j of |k_i - k_j| / (2 N sum over i of k_i), where k_i is the number of others i is tied to; `weighted`, the sum of the weights of its ties.
Source: Gini 1912, Variabilità e mutabilità; Lorenz 1905, Methods of measuring the concentration of wealth, Publications of the American Statistical Association 9(70): 209-219; a standard measure of inequality, for which no use on architectures is accepted.
Inputs: one layer on the day (`layer`, membership by default), each direction of a directed one counting as a tie; `members` names the actors among whom ties are shared (else all of the network).
Unit: share
Range: 0 (all alike) to 1 - 1/N (which no network reaches: the ties of one are those of others too). Unknown where nobody is tied.
Pitfalls: Equal is not good in itself. In a network every tie counts for both ends, so that hubs lift others. It depends on who is listed: states without any tie
  raise it. The note gives points of Lorenz's curve: the share of ties that the least tied share of actors has. `missing` counts pairs that are unknown.
Uncertainty: sampling (bootstrap over actors with `seed`: what if others had been listed?); coding.
Status: substitute.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from comity.measure.define import define
from comity.measure.equality.gini import gini, lorenz
from comity.measure.multiplex.layers import behind_actor
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import bootstrap
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

Floats = NDArray[np.float64]
DRAWS = 200
POINTS = (0.25, 0.5, 0.75, 0.9)


def ties(
    network: Network,
    layer: str = "membership",
    weighted: bool = False,
    members: Sequence[str] | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return how unevenly the ties of a layer are shared out."""
    held = network.layer(layer)
    among = [i for i, a in enumerate(network.actors) if members is None or a in members]
    cells = np.ix_(among, among)
    weights = np.maximum(held.weights, held.weights.T)[cells]
    counts = (weights if weighted else (weights > 0).astype(float)).sum(1)
    known = (held.known | held.known.T)[cells]

    def statistic(sample: Floats) -> Floats:
        return np.array([gini(sample)])

    lo = hi = np.array([np.nan])
    if network.draw is None and len(counts) > 1 and counts.sum() > 0:
        lo, hi = bootstrap(np.sort(counts), statistic, np.random.default_rng(seed), DRAWS, level)
        own = gini(counts)
        lo, hi = np.minimum(lo, own), np.maximum(hi, own)

    def inputs(_: int) -> Inputs:
        told = (x for i in among for x in behind_actor(network, (layer,), network.actors[i]))
        return tuple(dict.fromkeys(told))

    return Scores(
        subjects=(Subject(layer=layer, period=str(network.day)),),
        values=np.array([gini(counts)]),
        missing=np.array([int((~known)[np.triu_indices(len(among), 1)].sum())]),
        lo=lo,
        hi=hi,
        inputs=inputs,
        notes=[_curve(counts)],
        method=f"{'weights' if weighted else 'ties'} of {len(among)} actors; seed {seed}",
    )


def _curve(counts: Floats) -> str:
    """Return points of Lorenz's curve in words."""
    if not counts.sum() > 0:
        return ""
    share, had = lorenz(counts)
    points = (f"{p:.0%} have {np.interp(p, share, had):.0%}" for p in POINTS)
    return f"least tied {', '.join(points)}"


MEASURE = define("equal.ties", ties, page=__doc__, zh="关系分布不平等")

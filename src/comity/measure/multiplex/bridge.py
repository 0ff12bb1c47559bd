"""Rank as a bridge.

Which place an actor has by betweenness, and between which places it may stand if some ties are not known of.

Formula: rank of b_i among all actors, 1 for the greatest; equal ones share the mean of their places. Interval: best and worst place over draws in which each tie is lost with probability `loss`, and in the evidence as it stands.
Source: betweenness: Freeman 1977, Sociometry 40(1): 35-41; rank intervals: Saisana, Saltelli and Tarantola 2005, Journal of the Royal Statistical Society A 168(2): 307-323; that betweenness fails under missing ties: Borgatti, Carley and Krackhardt 2006, Social Networks 28(2): 124-136.
Inputs: as mux.between; `loss` (0.1 by default, our choice), `samples` draws from `seed`.
Unit: place
Range: 1 to the number of actors.
Pitfalls: Read the interval, not the place: where two overlap there is no order. Ties are lost at random here; real sources lose those of
  the same actors together, and ties that exist and nobody tells are not drawn unless coding errors are. A bridge is a place in a network, neither merit nor power.
Uncertainty: missing ties; coding.
Status: accepted.
"""

from collections.abc import Sequence

import numpy as np

from comity.errors import QueryError
from comity.measure.define import define
from comity.measure.multiplex.bridges import betweenness, ordered, thinned, together
from comity.measure.multiplex.layers import behind_actor, chosen_layers
from comity.measure.scores import Scores, actors_of
from comity.measure.uncertainty.ranks import rank_intervals
from comity.network.network import Network


def bridge(
    network: Network,
    layers: Sequence[str] | None = None,
    *,
    loss: float = 0.1,
    samples: int = 40,
    seed: int = 0,
    level: float = 0.9,
) -> Scores:
    """Return the rank of each actor by betweenness, with its rank interval."""
    if not 0 <= loss < 1:
        raise QueryError(f"A share of ties lost is from 0 to below 1, not {loss}.")
    names = chosen_layers(network, layers)
    count, missing = together(network, names)
    ties = count > 0
    best, worst = (x.astype(float) for x in _ranks([betweenness(ties)], level))
    lo, hi = best, worst
    if network.draw is None:
        order = ordered(ties[None].astype(float))
        held, rng = ties[np.ix_(order, order)], np.random.default_rng(seed)
        drawn = [betweenness(thinned(held, loss, rng)) for _ in range(samples)]
        if drawn:
            low, high = _ranks(drawn, level)
            lo, hi = best.copy(), worst.copy()
            lo[order] = np.minimum(best[order], low)
            hi[order] = np.maximum(worst[order], high)
    return Scores(
        subjects=actors_of(network.actors, str(network.day)),
        values=(best + worst) / 2,
        missing=missing,
        lo=lo,
        hi=hi,
        cause="missing",
        inputs=lambda k: behind_actor(network, names, network.actors[k]),
        method=f"layers: {', '.join(names)}; {samples} draws without {loss:.0%} of ties, "
        f"seed {seed}, {level:.0%} rank interval",
    )


def _ranks(drawn: list[np.ndarray], level: float) -> tuple[np.ndarray, np.ndarray]:
    """Return best and worst places; values that differ by rounding alone are equal."""
    return rank_intervals(np.round(np.stack(drawn), 10), level)


MEASURE = define("mux.bridge", bridge, page=__doc__, zh="桥梁位次")

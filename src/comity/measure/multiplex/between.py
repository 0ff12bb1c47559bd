"""Betweenness.

On how many of the shortest paths between two others an actor lies.

Formula: b_i = 2 / ((N-1)(N-2)) * sum over pairs s, t of sigma_st(i) / sigma_st, where sigma_st is the number of shortest paths from s to t, and sigma_st(i) of those through i.
Source: Freeman 1977, A set of measures of centrality based on betweenness, Sociometry 40(1): 35-41; computed as in Brandes 2001, Journal of Mathematical Sociology 25(2): 163-177.
Inputs: ties of the chosen layers on a day, together, each of length 1; layers of conduct against each other are left out unless named.
Unit: share of shortest paths
Range: 0 (on none) to 1 (the middle of a star).
Pitfalls: A single missing tie can change it much: do not rank by it, take mux.bridge. In dense networks nearly everybody is tied to
  everybody and it is about 0. `missing` counts unknown pairs of the actor.
Uncertainty: coding; missing ties.
Status: accepted.
"""

from collections.abc import Sequence

from comity.measure.define import define
from comity.measure.multiplex.bridges import betweenness, together
from comity.measure.multiplex.layers import behind_actor, chosen_layers
from comity.measure.scores import Scores, actors_of
from comity.network.network import Network


def between(network: Network, layers: Sequence[str] | None = None) -> Scores:
    """Return the betweenness of each actor."""
    names = chosen_layers(network, layers)
    count, missing = together(network, names)
    return Scores(
        subjects=actors_of(network.actors, str(network.day)),
        values=betweenness(count > 0),
        missing=missing,
        inputs=lambda k: behind_actor(network, names, network.actors[k]),
        method=f"layers: {', '.join(names)}",
    )


MEASURE = define("mux.between", between, page=__doc__, zh="中介中心性")

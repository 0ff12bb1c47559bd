"""Participation across layers.

Whether an actor is active in all layers evenly, or in one of them alone.

Formula: P_i = L/(L-1) * (1 - sum over layers l of (k_i^[l] / o_i)^2), where k_i^[l] is the degree of i in layer l, and o_i its sum over layers.
Source: Battiston, Nicosia and Latora 2014, Structural measures for multiplex networks, Physical Review E 89, 032804, equation for the multiplex participation coefficient.
Inputs: ties of the chosen layers on a day; layers of conduct against each other are left out unless named.
Unit: share
Range: 0 (all ties in one layer) to 1 (the same degree in every layer). Unknown for an actor without ties, or with one layer.
Pitfalls: It depends on how finely layers are cut: merge two layers and see what it does (`multiverse` over `layers`). A
  layer of few ties in which nobody can be active lowers everybody. `missing` counts unknown pairs of the actor.
Uncertainty: coding; choice of layers.
Status: accepted.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from comity.measure.define import define
from comity.measure.multiplex.layers import behind_actor, chosen_layers
from comity.measure.scores import Scores, actors_of
from comity.measure.value import Inputs
from comity.network.network import Network


def coefficient(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the participation of actors from their degrees (L, N); NaN without ties or with one layer.

    >>> coefficient(np.array([[2.0, 3.0], [2.0, 0.0]])).tolist()
    [1.0, 0.0]
    """
    layers = len(degrees)
    total = degrees.sum(0)
    if layers < 2:
        return np.full(total.shape, np.nan)
    with np.errstate(invalid="ignore"):
        shares = np.where(total > 0, degrees / total, np.nan)
    return np.asarray(layers / (layers - 1) * (1 - (shares**2).sum(0)))


def participation(network: Network, layers: Sequence[str] | None = None) -> Scores:
    """Return how evenly each actor's ties are spread over layers."""
    names = chosen_layers(network, layers)
    n = len(network.actors)
    ties = [network.layer(name).ties for name in names]
    degrees = np.array([(t | t.T).sum(1) for t in ties], float).reshape(len(names), n)
    known = [network.layer(name).known for name in names]
    unknown = np.array([(~(k | k.T)).sum(1) - ~np.diag(k) for k in known]).reshape(len(names), n)
    subjects = actors_of(network.actors, str(network.day))

    def inputs(k: int) -> Inputs:
        return behind_actor(network, names, network.actors[k])

    return Scores(
        subjects=subjects,
        values=coefficient(degrees),
        missing=unknown.sum(0),
        inputs=inputs,
        method=f"layers: {', '.join(names)}",
    )


MEASURE = define("mux.P", participation, page=__doc__, zh="跨层参与度")

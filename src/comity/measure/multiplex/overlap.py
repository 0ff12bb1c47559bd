"""Overlap of layers.

In how many layers two actors are tied. A relation carried by many layers does not hang on one of them.

Formula: o_ij = sum over layers l of a_ij^[l], where a_ij^[l] is 1 if i and j are tied in layer l in either direction.
Source: Battiston, Nicosia and Latora 2014, Structural measures for multiplex networks, Physical Review E 89, 032804.
Inputs: ties of the chosen layers on a day; layers of conduct against each other are left out unless named.
Unit: layers
Range: 0 to the number of layers.
Pitfalls: Layers are correlated by construction: a treaty brings meetings with it. A layer of which nothing is known adds
  nothing, so compare pairs only over the same layers; `missing` counts the layers that are unknown for the pair.
Uncertainty: coding.
Status: accepted.
"""

from collections.abc import Sequence

import numpy as np

from comity.measure.define import define
from comity.measure.multiplex.layers import behind_pair, chosen_layers
from comity.measure.scores import Scores, pairs_of, upper
from comity.measure.value import Inputs
from comity.network.network import Network


def overlap(network: Network, layers: Sequence[str] | None = None) -> Scores:
    """Return the number of layers that tie each pair; NaN where every layer is unknown."""
    names = chosen_layers(network, layers)
    one, two = upper(len(network.actors))
    ties = np.array([(t | t.T)[one, two] for t in (network.layer(n).ties for n in names)])
    known = np.array([(k | k.T)[one, two] for k in (network.layer(n).known for n in names)])
    shape = (len(names), len(one))
    count = ties.reshape(shape).sum(0).astype(float)
    missing = (~known.reshape(shape)).sum(0)
    count[missing == len(names)] = np.nan
    subjects = pairs_of(network.actors, str(network.day))

    def inputs(k: int) -> Inputs:
        return behind_pair(network, names, *subjects[k].actors)

    return Scores(
        subjects=subjects,
        values=count,
        missing=missing,
        inputs=inputs,
        method=f"layers: {', '.join(names)}",
    )


MEASURE = define("mux.overlap", overlap, page=__doc__, zh="层间重叠")

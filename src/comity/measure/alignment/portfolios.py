"""Portfolios: what two actors hold towards third ones, and how far they agree beyond chance.

Both indices are 1 - observed / expected disagreement, with squared distances. For kappa what is expected is
the mean squared distance if either actor dealt its own ties out at random, for pi if both dealt from their
common stock. With ties of 0 and 1 these are Cohen's kappa and Scott's pi.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from comity.measure.scores import Scores, pairs_of, upper
from comity.measure.value import Inputs
from comity.network.network import Layer, Network

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def agreement(rows: Floats, known: Flags, *, pooled: bool) -> tuple[Floats, NDArray[np.int64]]:
    """Return the agreement of every two rows beyond chance, (N, N), and the columns it rests on.

    ``rows`` (N, K) are portfolios, ``known`` (N, K) the cells that are known: two rows are held against each
    other over the columns known for both. ``pooled`` gives Scott's pi, else Cohen's kappa. NaN where nothing
    can be expected to differ.
    """
    sure = known.astype(float)
    held = np.where(known, rows, 0.0)
    count = sure @ sure.T
    with np.errstate(invalid="ignore", divide="ignore"):
        mean_x = (held @ sure.T) / count
        square_x = (held**2 @ sure.T) / count
        mean_y, square_y = mean_x.T, square_x.T
        observed = square_x + square_y - 2 * (held @ held.T) / count
        if pooled:
            expected = square_x + square_y - (mean_x + mean_y) ** 2 / 2
        else:
            expected = square_x + square_y - 2 * mean_x * mean_y
        score = 1 - observed / expected
    score[~(expected > 1e-12)] = np.nan
    return score, count.astype(np.int64)


def portfolios(layer: Layer, *, binary: bool) -> tuple[Floats, Flags]:
    """Return what each actor holds towards each, (N, N); bodies for a layer of co-membership, (N, M).

    Where ties are between actors, each is held to be tied to itself, as in the studies of alliances: two
    allies of each other with nobody else are then alike.
    """
    if (belongs := layer.membership) is not None:
        return belongs.held.T, belongs.known.T
    rows = layer.weights if layer.rule.directed else np.maximum(layer.weights, layer.weights.T)
    rows = (rows > 0).astype(float) if binary else rows.copy()
    known = layer.known.copy()
    np.fill_diagonal(rows, rows.max(initial=1.0))
    np.fill_diagonal(known, True)
    return rows, known


def scored(network: Network, layer: str, *, pooled: bool, binary: bool) -> Scores:
    """Return the agreement of the portfolios of every pair in a layer."""
    held = network.layer(layer)
    rows, known = portfolios(held, binary=binary)
    score, count = agreement(rows, known, pooled=pooled)
    one, two = upper(len(network.actors))
    subjects = pairs_of(network.actors, str(network.day), layer)

    def inputs(k: int) -> Inputs:
        return behind(held, subjects[k].actors, np.flatnonzero(known[one[k]] & known[two[k]]))

    return Scores(
        subjects=subjects,
        values=score[one, two],
        missing=rows.shape[1] - count[one, two],
        inputs=inputs,
        method=f"squared distances over {rows.shape[1]} columns of {layer}"
        + (", ties as 0 and 1" if binary else ""),
    )


def behind(layer: Layer, pair: Sequence[str], columns: NDArray[np.int64]) -> Inputs:
    """Return the links of both portfolios."""
    found: dict[object, None] = {}
    for actor in pair:
        for column in columns.tolist():
            if layer.membership is not None:
                body = layer.membership.mechanisms[column]
                found |= dict.fromkeys(layer.belonging(body, actor))
            elif layer.actors[column] != actor:
                found |= dict.fromkeys(layer.behind(actor, layer.actors[column]))
    return tuple(found)  # type: ignore[arg-type]

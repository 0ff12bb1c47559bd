"""Shapes: how a number of evidence becomes a contribution to the log-odds.

Every number has a place on its own scale: 0 for nothing at all, then 1 to K between its K knots. A shape is a value at
every place, straight lines between them. A surface is the same for two numbers together. The sum of shapes and
surfaces is the score, so every contribution is exact. Generalised additive models with interactions of two: Lou,
Caruana, Gehrke and Hooker, KDD 2013.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.forecast.compiled import compiled

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
KNOTS: Final = 12
# How often the actor did the deed before: what the evidence of its own past is worth depends on it.
TIMES: Final = (0.5, 2.5, 8.5, 30.5, 120.5)
COARSE: Final = 0.5  # a surface has half as many places along each side


def knots_of(values: Singles) -> Floats:
    """Return the knots of each number of evidence, as (F, K): quantiles of what is not zero in ``values`` (M, F)."""
    out = np.empty((values.shape[1], KNOTS))
    for f in range(values.shape[1]):
        told = values[:, f][values[:, f] > 0].astype(float)
        at = np.linspace(0.02, 0.995, KNOTS)
        found = np.quantile(told, at) if len(told) else np.arange(1.0, KNOTS + 1)
        out[f] = np.maximum.accumulate(found) + np.arange(KNOTS) * 1e-9
    return out


def context_of(times: Singles) -> NDArray[np.int64]:
    """Return the context of questions by how often the actor did the deed."""
    return np.searchsorted(np.array(TIMES), times).astype(np.int64)


def places_of(values: Singles, knots: Floats) -> Singles:
    """Return the places of numbers of evidence, in the shape of ``values`` (..., F)."""
    flat = np.ascontiguousarray(values.reshape(-1, values.shape[-1]))
    out = np.empty(flat.shape, np.float32)
    _place(flat, knots, out)
    return out.reshape(values.shape)


@compiled
def _place(values: Any, knots: Any, out: Any) -> Any:
    last = knots.shape[1] - 1
    for i in range(values.shape[0]):
        for f in range(values.shape[1]):
            x, k = values[i, f], knots[f]
            if x <= 0:
                out[i, f] = 0
            elif x <= k[0]:
                out[i, f] = 1
            elif x >= k[last]:
                out[i, f] = last + 1
            else:
                low, high = 0, last
                while high - low > 1:
                    middle = (low + high) // 2
                    if k[middle] <= x:
                        low = middle
                    else:
                        high = middle
                out[i, f] = 1 + low + (x - k[low]) / (k[high] - k[low])


@compiled
def shape_at(shape: Any, place: Any) -> Any:
    """Return the value of one shape at a place."""
    a = int(place)
    w = place - a
    return shape[a] * (1 - w) + shape[a + 1] * w


@compiled
def surface_at(surface: Any, one: Any, two: Any) -> Any:
    """Return the value of one surface at two places."""
    x, y = one * COARSE, two * COARSE
    a, b = int(x), int(y)
    u, v = x - a, y - b
    low = (1 - u) * surface[a, b] + u * surface[a + 1, b]
    return low * (1 - v) + v * ((1 - u) * surface[a, b + 1] + u * surface[a + 1, b + 1])


@compiled
def score_one(places: Any, shapes: Any, pairs: Any, surfaces: Any) -> Any:
    """Return the score of one answer from its places (F,), the shapes (F, K + 2) and the surfaces."""
    total = 0.0
    for f in range(len(places)):
        total += shape_at(shapes[f], places[f])
    for k in range(len(pairs)):
        total += surface_at(surfaces[k], places[pairs[k, 0]], places[pairs[k, 1]])
    return total


@compiled
def score_all(places: Any, context: Any, shapes: Any, pairs: Any, surfaces: Any, out: Any) -> Any:
    """Fill ``out`` (Q, K) with the scores of all answers; ``shapes`` is (C, F, K + 2)."""
    for q in range(places.shape[0]):
        for j in range(places.shape[1]):
            out[q, j] = score_one(places[q, j], shapes[context[q]], pairs, surfaces)

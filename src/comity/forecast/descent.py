"""One pass of fitting: softmax cross-entropy over the candidates of every question, by AdaGrad.

Duchi, Hazan and Singer, JMLR 12 (2011). The order of questions is given, so the same data makes the same model.
"""

from typing import Any

import numpy as np

from comity.forecast.compiled import compiled
from comity.forecast.shapes import COARSE, score_one


@compiled
def descend(
    places: Any,
    offset: Any,
    context: Any,
    order: Any,
    common: Any,
    special: Any,
    pairs: Any,
    surfaces: Any,
    seen: Any,
    rate: Any,
    ridge: Any,
    batch: Any,
) -> Any:
    """Change ``common`` (F, K + 2), ``special`` (C, F, K + 2) and ``surfaces`` in place; return the mean loss.

    ``places`` (Q, K, F) with the true answer first; ``offset`` (K,) the logarithm of how many rivals each
    of the K stands for; ``seen`` holds the squared gradients of all three so far;
    ``ridge`` their three penalties; a negative one for ``special`` leaves it at zero.
    """
    seen_c, seen_s, seen_p = seen
    g_c, g_s, g_p = np.zeros(common.shape), np.zeros(special.shape), np.zeros(surfaces.shape)
    scores = np.empty(places.shape[1])
    total = 0.0
    for first in range(0, len(order), batch):
        g_c[:] = 0
        g_s[:] = 0
        g_p[:] = 0
        some = order[first : first + batch]
        for q in some:
            c = context[q]
            shapes = common + special[c]
            for j in range(len(scores)):
                scores[j] = score_one(places[q, j], shapes, pairs, surfaces) + offset[j]
            scores -= scores.max()
            total -= scores[0]
            part = np.exp(scores)
            total += np.log(part.sum())
            part /= part.sum()
            part[0] -= 1
            for j in range(len(scores)):
                if abs(part[j]) >= 1e-4:
                    _add(places[q, j], part[j] / len(some), g_c, g_s[c], pairs, g_p)
        _step(common, g_c, seen_c, rate, ridge[0])
        if ridge[1] >= 0:
            _step(special, g_s, seen_s, rate, ridge[1])
        _step(surfaces, g_p, seen_p, rate, ridge[2])
    return total / max(len(order), 1)


@compiled
def _add(places: Any, g: Any, common: Any, special: Any, pairs: Any, surfaces: Any) -> Any:
    for f in range(len(places)):
        a = int(places[f])
        w = places[f] - a
        common[f, a] += g * (1 - w)
        common[f, a + 1] += g * w
        special[f, a] += g * (1 - w)
        special[f, a + 1] += g * w
    for k in range(len(pairs)):
        x, y = places[pairs[k, 0]] * COARSE, places[pairs[k, 1]] * COARSE
        a, b = int(x), int(y)
        u, v = x - a, y - b
        surfaces[k, a, b] += g * (1 - u) * (1 - v)
        surfaces[k, a + 1, b] += g * u * (1 - v)
        surfaces[k, a, b + 1] += g * (1 - u) * v
        surfaces[k, a + 1, b + 1] += g * u * v


@compiled
def _step(weights: Any, gradient: Any, seen: Any, rate: Any, ridge: Any) -> Any:
    gradient += ridge * weights
    seen += gradient * gradient
    weights -= rate * gradient / (np.sqrt(seen) + 1e-6)

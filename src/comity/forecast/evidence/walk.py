"""Evidence over a third actor: with whom those dealt with whom the actor dealt."""

from typing import Any, Final

import numpy as np

from comity.forecast.compiled import compiled
from comity.forecast.evidence.own import AGAIN_10, PAIR, PAIR_20, WALK_ANY, WALK_END, WALK_START

NEIGHBOURS: Final = 25
REACH: Final = 60  # steps back
MOST: Final = 300  # events of each neighbour


@compiled
def walk(
    s: Any,
    r: Any,
    now: Any,
    start: Any,
    relation: Any,
    object_: Any,
    time: Any,
    fade: Any,
    busy: Any,
    sums: Any,
    hit: Any,
    touched: Any,
) -> Any:
    """Fill the three columns of walks; return how many others are touched now.

    A third actor counts by its share in the actor's faded events, each of its own events by its share in what the
    third did: one who deals with everybody leads nowhere.
    """
    near = np.empty(touched)
    total = 1e-9
    again = 1e-9
    for i in range(touched):
        near[i] = sums[hit[i], PAIR_20]
        total += near[i]
        again += sums[hit[i], AGAIN_10]
    order = np.argsort(-near, kind="mergesort")[:NEIGHBOURS]
    reached = touched
    for i in order:
        z = hit[i]
        share = sums[z, PAIR_20] / total
        deed = sums[z, AGAIN_10] / again
        left = MOST
        for k in range(start[z + 1] - 1, start[z] - 1, -1):
            age = now - time[k]
            if age <= 0:
                continue
            left -= 1
            if age > REACH or left < 0:
                break
            o = object_[k]
            if o == s:
                continue
            row = sums[o]
            if row[PAIR] == 0 and row[WALK_ANY] == 0:
                hit[reached] = o
                reached += 1
            step = fade[4, age] / (busy[z] + 1.0)
            row[WALK_ANY] += share * step
            row[WALK_START] += deed * step
            if relation[k] == r:
                row[WALK_END] += share * fade[4, age]
    return reached

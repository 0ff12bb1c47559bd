"""Evidence from the actor's own past: one pass over its events, newest first."""

from typing import Any, Final

import numpy as np

from comity.forecast.compiled import compiled

# Columns of what the pass sums up for every other actor.
AGAIN_2, AGAIN_10, AGAIN_45, AGAIN, AGAIN_NEW = 0, 1, 2, 3, 4
PAIR_3, PAIR_20, PAIR, PAIR_NEW, BACK, RULE_SUM, RULE_MAX = 5, 6, 7, 8, 9, 10, 11
WALK_ANY, WALK_END, WALK_START = 12, 13, 14
SUMS: Final = 15
# Of every country or role.
LAND_DEED, LAND_MINE = 0, 1
FADES: Final = (2.0, 10.0, 45.0, 3.0, 20.0)  # half-lives, in the order of the rows of `fades`


def fades(longest: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return what is left of an event by half-life and age in steps, as (5, longest + 1)."""
    return np.stack([np.exp2(-np.arange(longest + 1) / half) for half in FADES])


@compiled
def own_past(
    s: Any,
    r: Any,
    now: Any,
    start: Any,
    relation: Any,
    object_: Any,
    time: Any,
    fade: Any,
    rules: Any,
    country: Any,
    role: Any,
    sums: Any,
    lands: Any,
    roles: Any,
    hit: Any,
) -> Any:
    """Sum up the past of actor ``s`` before step ``now`` for deed ``r``; return how many others were touched.

    ``sums`` (N, SUMS), ``lands`` (C, 2), ``roles`` (P,) must be zero and are filled; ``hit`` lists the others.
    """
    touched = 0
    half = rules.shape[0] // 2
    inverse = r + half if r < half else r - half
    for k in range(start[s + 1] - 1, start[s] - 1, -1):
        if time[k] >= now:
            continue
        o, q, age = object_[k], relation[k], now - time[k]
        row = sums[o]
        if row[PAIR] == 0:
            hit[touched] = o
            touched += 1
            row[PAIR_NEW] = 1.0 / age
        row[PAIR] += 1
        row[PAIR_3] += fade[3, age]
        row[PAIR_20] += fade[4, age]
        lead = rules[q, r] * fade[4, age]
        row[RULE_SUM] += lead
        if lead > row[RULE_MAX]:
            row[RULE_MAX] = lead
        lands[country[o], LAND_MINE] += fade[2, age]
        roles[role[o]] += fade[2, age]
        if q == inverse:
            row[BACK] += fade[4, age]
        if q == r:
            if row[AGAIN] == 0:
                row[AGAIN_NEW] = 1.0 / age
            row[AGAIN] += 1
            row[AGAIN_2] += fade[0, age]
            row[AGAIN_10] += fade[1, age]
            row[AGAIN_45] += fade[2, age]
            lands[country[o], LAND_DEED] += fade[2, age]
    return touched

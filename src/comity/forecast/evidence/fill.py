"""Candidates and their evidence for the questions of one step."""

from typing import Any

import numpy as np

from comity.forecast.compiled import compiled
from comity.forecast.evidence.own import (
    AGAIN,
    AGAIN_2,
    AGAIN_10,
    AGAIN_45,
    AGAIN_NEW,
    BACK,
    LAND_DEED,
    LAND_MINE,
    PAIR,
    PAIR_3,
    PAIR_20,
    PAIR_NEW,
    RULE_MAX,
    RULE_SUM,
    SUMS,
    WALK_ANY,
    WALK_END,
    WALK_START,
    own_past,
)
from comity.forecast.evidence.walk import walk


@compiled
def fill(asked_s: Any, asked_r: Any, now: Any, past: Any, faded: Any, out: Any) -> Any:
    """Fill candidates (Q, K), their evidence (Q, K, F), the times the deed was done (Q,) and the first guess (Q, N).

    ``past`` and ``faded`` are the arrays of `comity.forecast.past`. Candidates stand in order of their numbers,
    those at the edge last.
    """
    start, relation, object_, time, fade, rules, country, role = past
    objects, busy, land_other, land_pair, role_pair, _, _, object_sum, busy_sum = faded
    chosen, values, times, rough = out
    n = busy.shape[1]
    sums, hit = np.zeros((n, SUMS)), np.empty(n, np.int64)
    lands, roles = np.zeros((land_pair.shape[0], 2)), np.zeros(role_pair.shape[0])
    prior, ready = np.zeros((rules.shape[0], n), np.float32), np.zeros(rules.shape[0], np.bool_)
    for i in range(len(asked_s)):
        s, r = asked_s[i], asked_r[i]
        if not ready[r]:
            ready[r] = True
            _prior(prior[r], objects[1, r], objects[2, r], busy[1], object_sum[:, r], busy_sum[1])
        touched = own_past(
            s, r, now, start, relation, object_, time, fade, rules, country, role, sums, lands, roles, hit
        )  # fmt: skip
        touched = walk(s, r, now, start, relation, object_, time, fade, busy[1], sums, hit, touched)
        rough[i] = prior[r]
        _guess_by_land(rough[i], country[s], country, land_pair, land_other, lands)
        total = _guess_by_past(rough[i], sums, hit, touched)
        rough[i, s] -= 4.0  # hardly anybody is told to do something to itself
        times[i] = total[0]
        _choose(rough[i], chosen[i])
        for j in range(chosen.shape[1]):
            o = chosen[i, j]
            _write_own(values[i, j], sums[o], total)
            _write_shared(values[i, j], s, r, o, lands, roles, country, role, faded)
        for j in range(touched):
            sums[hit[j]] = 0.0
        lands[:] = 0.0
        roles[:] = 0.0


@compiled
def _prior(out: Any, recent: Any, ever: Any, busy: Any, sums: Any, busy_sum: Any) -> Any:
    """Fill the first guess from how often each actor was object of the deed and busy at all.

    The factors of the first guess only choose candidates; no probability rests on them.
    """
    for o in range(len(out)):
        a = recent[o] / (sums[1] + 1.0)
        b = ever[o] / (sums[2] + 1.0)
        c = busy[o] / (busy_sum + 1.0)
        out[o] = 0.35 * np.log(1e-5 + a) + 0.3 * np.log(1e-5 + b) + 0.25 * np.log(1e-5 + c)


@compiled
def _guess_by_land(mark: Any, land: Any, country: Any, pair: Any, other: Any, lands: Any) -> Any:
    if land == 0:
        return
    for o in range(len(mark)):
        c = country[o]
        if c > 0:
            mark[o] += 0.25 * np.log(1.0 + pair[land, c] + 4.0 * lands[c, LAND_MINE])
            if c == land:
                mark[o] += 1.0
        if other[land, o] > 0:
            mark[o] += 0.3 * np.log(1.0 + 4.0 * other[land, o])


@compiled
def _guess_by_past(mark: Any, sums: Any, hit: Any, touched: Any) -> Any:
    """Add to the first guess; return times the deed was done, the same faded, all events faded."""
    times, faded, mine = 0.0, 0.0, 0.0
    for j in range(touched):
        row = sums[hit[j]]
        times += row[AGAIN]
        faded += row[AGAIN_45]
        mine += row[PAIR_20]
        again = 1.5 * np.log(1.0 + 8.0 * row[AGAIN_10] + 2.0 * row[AGAIN])
        pair = 1.2 * np.log(1.0 + 5.0 * row[PAIR_20]) + 0.8 * np.log(1.0 + 3.0 * row[PAIR])
        mark[hit[j]] += again + pair + 0.7 * np.log(1.0 + 200.0 * (row[WALK_ANY] + row[WALK_END]))
    return times, faded, mine


@compiled
def _choose(mark: Any, chosen: Any) -> Any:
    """Fill ``chosen`` with the actors of the greatest first guess."""
    n, k = len(mark), len(chosen)
    edge = np.partition(mark, n - k)[n - k]
    m = 0
    for o in range(n):
        if mark[o] > edge:
            chosen[m] = o
            m += 1
    for o in range(n):
        if m < k and mark[o] == edge:
            chosen[m] = o
            m += 1


@compiled
def _write_own(v: Any, row: Any, total: Any) -> Any:
    """Write what rests on the actor's own past, in the order of the catalogue."""
    v[0], v[1], v[2], v[3] = row[AGAIN_2], row[AGAIN_10], row[AGAIN_45], row[AGAIN]
    v[4], v[5] = row[AGAIN_45] / (total[1] + 0.05), row[AGAIN_NEW]
    v[6], v[7], v[8] = row[PAIR_3], row[PAIR_20], row[PAIR]
    v[9], v[10], v[11] = row[PAIR_20] / (total[2] + 0.05), row[PAIR_NEW], row[BACK]
    v[12], v[13] = row[RULE_SUM], row[RULE_MAX]
    v[20], v[21], v[22] = row[WALK_ANY], row[WALK_END], row[WALK_START]


@compiled
def _write_shared(
    v: Any, s: Any, r: Any, o: Any, lands: Any, roles: Any, country: Any, role: Any, faded: Any
) -> Any:
    """Write what rests on all actors and on groups, in the order of the catalogue."""
    objects, busy, land_other, land_pair, role_pair, role_deed, role_other, object_sum, busy_sum = (
        faded
    )
    for k in range(3):
        v[14 + k] = objects[k, r, o] / (object_sum[k, r] + 0.5)
        v[17 + k] = busy[k, o] / (busy_sum[k] + 1.0)
    cs, co, ps, po = country[s], country[o], role[s], role[o]
    v[23] = 1.0 if co > 0 and co == cs else 0.0
    v[24] = lands[co, LAND_DEED] if co > 0 else 0.0
    v[25] = lands[co, LAND_MINE] if co > 0 else 0.0
    v[26], v[27] = land_other[cs, o], land_pair[cs, co]
    v[28] = roles[po] if po > 0 else 0.0
    v[29], v[30], v[31] = role_pair[ps, po], role_deed[r, po], role_other[ps, o]

"""The least number of ties that must go for a signed network to fall into two camps.

Every cut of the network in two is a candidate: a tie is frustrated if it is negative within a camp or
positive between them. Search gives a good cut, disjoint unbalanced triangles say that none can be much
better, and where the two do not meet, an integer programme decides.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse.csgraph import connected_components

Floats = NDArray[np.float64]
Signs = NDArray[np.int8]
STARTS: Final = 12  # cuts from which the search sets out, each a fixed one
NODES: Final = 20_000  # of the integer programme, after which it stops with a bound: no clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Frustration:
    """How many ties are frustrated in the best cut found, and how few there can be at all."""

    found: int
    least: int
    ties: int

    @property
    def exact(self) -> bool:
        return self.found == self.least


def frustration(signs: Signs, nodes: int = NODES) -> Frustration:
    """Return the frustration of a symmetric network (N, N) of 1, -1 and 0.

    >>> frustration(np.array([[0, 1, 1], [1, 0, -1], [1, -1, 0]], np.int8)).found
    1
    """
    signs = np.ascontiguousarray(signs, np.int8)
    return _frustration(signs.tobytes(), len(signs), nodes)


@lru_cache(maxsize=4096)
def _frustration(told: bytes, n: int, nodes: int) -> Frustration:
    signs = np.frombuffer(told, np.int8).reshape(n, n)
    ties = int(np.count_nonzero(np.triu(signs, 1)))
    found = least = 0
    _, part = connected_components(sparse.csr_array(core(signs) != 0), directed=False)
    for label in np.unique(part):
        own = np.flatnonzero(part == label)
        if len(own) > 2:
            one, two = _solved(core(signs)[np.ix_(own, own)], nodes)
            found, least = found + one, least + two
    return Frustration(found=found, least=least, ties=ties)


def core(signs: Signs) -> Signs:
    """Return the network without ties that no circle runs through: those can always be satisfied."""
    left = np.array(signs)
    while (ends := (np.count_nonzero(left, axis=1) == 1)).any():
        left[ends, :] = 0
        left[:, ends] = 0
    return left


def _solved(signs: Signs, nodes: int) -> tuple[int, int]:
    """Return the frustration of a connected network: of the best cut, and the least there can be."""
    camps, found = best_cut(signs)
    turned = (signs * np.outer(camps, camps)).astype(np.int8)
    if found == packed(turned):
        return found, found
    return _programme(turned, found, nodes)


def best_cut(signs: Signs) -> tuple[Signs, int]:
    """Return the camps (1 or -1) of the best cut that moves of single actors lead to, and its frustration."""
    n = len(signs)
    rng = np.random.default_rng(0)
    wide = signs.astype(np.int64)
    best, least = np.ones(n, np.int8), int(np.sum(np.triu(signs, 1) < 0))
    leading = np.where(np.linalg.eigh(wide.astype(float))[1][:, -1] < 0, -1, 1)
    starts = [np.ones(n, np.int64), leading, *rng.choice([-1, 1], (STARTS, n))]
    for camps in starts:
        pull = camps * (wide @ camps)
        while (worst := int(np.argmin(pull))) >= 0 and pull[worst] < 0:
            camps[worst] *= -1
            pull[worst] *= -1
            pull += 2 * camps * wide[:, worst] * camps[worst]
        bad = int(np.sum(np.triu(wide * np.outer(camps, camps), 1) < 0))
        if bad < least:
            best, least = camps.astype(np.int8), bad
    return best, least


def packed(turned: Signs) -> int:
    """Return a number of unbalanced triangles no two of which share a tie: each costs a tie at least."""
    free = turned.copy()
    count = 0
    for i, j in np.argwhere(np.triu(turned, 1) < 0).tolist():
        thirds = np.flatnonzero((free[i] > 0) & (free[j] > 0))
        if len(thirds):
            k = thirds[0]
            for a, b in ((i, j), (i, k), (j, k)):
                free[a, b] = free[b, a] = 0
            count += 1
    return count


def _programme(turned: Signs, found: int, nodes: int) -> tuple[int, int]:
    """Return the frustration by integer programme: a 0 or 1 for each actor, and one for each tie.

    The model is that of two constraints a tie (Aref, Mason and Wilson 2020); every unbalanced triangle adds
    that one of its ties is frustrated, which tightens the relaxation.
    """
    n = len(turned)
    one, two = np.nonzero(np.triu(turned, 1))
    m = len(one)
    place = np.full((n, n), -1)
    place[one, two] = place[two, one] = np.arange(m)
    positive = turned[one, two] > 0
    # f >= x_i - x_j and x_j - x_i of a positive tie; f >= x_i + x_j - 1 and 1 - x_i - x_j of a negative.
    sign = np.where(positive, -1.0, 1.0)
    rows = np.arange(m)
    f = sparse.csr_array((np.ones(m), (rows, n + rows)), shape=(m, n + m))
    pair = sparse.csr_array(
        (np.r_[np.ones(m), sign], (np.r_[rows, rows], np.r_[one, two])), shape=(m, n + m)
    )
    odd = np.where(positive, 0.0, 1.0)
    blocks = [f - pair, f + pair]
    floors = [-odd, odd]
    if len(triangles := _triangles(turned)):
        count = len(triangles)
        cells = n + place[triangles[:, [0, 0, 1]], triangles[:, [1, 2, 2]]]
        which = np.repeat(np.arange(count), 3)
        blocks.append(
            sparse.csr_array((np.ones(3 * count), (which, cells.ravel())), shape=(count, n + m))
        )
        floors.append(np.ones(count))
    lower, upper = np.zeros(n + m), np.ones(n + m)
    upper[int(np.argmax(np.count_nonzero(turned, axis=1)))] = 0  # the camps have no names
    kinds = np.r_[np.ones(n), np.zeros(m)]
    result = milp(
        np.r_[np.zeros(n), np.ones(m)],
        constraints=LinearConstraint(sparse.vstack(blocks).tocsr(), np.concatenate(floors), np.inf),
        bounds=Bounds(lower, upper),
        integrality=kinds,
        options={"node_limit": nodes, "mip_rel_gap": 0.0},
    )
    bound = 0.0 if result.mip_dual_bound is None else float(result.mip_dual_bound)
    if result.x is not None:
        found = min(found, round(float(result.fun)))
    return found, min(found, max(int(np.ceil(bound - 1e-6)), packed(turned)))


def _triangles(turned: Signs) -> NDArray[np.int64]:
    """Return the unbalanced triangles, (T, 3), each once."""
    one, two = np.nonzero(np.triu(turned, 1))
    made = []
    for i, j in zip(one.tolist(), two.tolist(), strict=True):
        thirds = np.flatnonzero(turned[i, j] * turned[i] * turned[j] < 0)
        made += [(i, j, k) for k in thirds[thirds > j].tolist()]
    return np.array(made, np.int64).reshape(-1, 3)


def brute_force(signs: Signs) -> int:
    """Return the frustration by trying every cut, for small networks."""
    n = len(signs)
    cuts = np.arange(2 ** max(n - 1, 0))
    camps = 1 - 2 * ((cuts[:, None] >> np.arange(n)) & 1)
    wide = signs.astype(np.int64)
    kept = np.einsum("ci,ij,cj->c", camps, np.triu(wide, 1), camps)
    return int((np.count_nonzero(np.triu(wide, 1)) - kept.max()) // 2)

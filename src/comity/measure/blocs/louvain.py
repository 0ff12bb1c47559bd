"""Multislice modularity and a search for its best partition.

The modularity is that of Mucha et al. 2010: each slice (a layer, or a year) against its own configuration
model, and each actor coupled to itself in other slices. The search is that of Blondel et al. 2008, moves of
single nodes and then of whole groups, with the moves of single nodes once more on what comes out (the
refinement of Rotta and Noack 2011). Written from the papers. Many starts run side by side as arrays.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
GAIN: Final = 1e-10  # a smaller gain is rounding
ROUNDS: Final = 40  # sweeps over all nodes at most; searches end far sooner


def benefits(stack: Floats, gamma: float, omega: float, *, chain: bool = False) -> Floats:
    """Return what it adds to modularity that two nodes share a group, (S*N, S*N), as shares that sum with Q.

    ``stack`` (S, N, N) are symmetric weights. ``omega`` couples an actor to itself in every other slice, or
    with ``chain`` in the one before and after. The diagonal is kept: Q is the sum over nodes that share.
    """
    s, n = len(stack), stack.shape[1]
    out = np.zeros((s * n, s * n))
    for k, weights in enumerate(stack):
        degree = weights.sum(1)
        total = degree.sum()
        part = slice(k * n, (k + 1) * n)
        if total > 0:
            out[part, part] = weights - gamma * np.outer(degree, degree) / total
    for one in range(s):
        for two in range(s):
            if one != two and (not chain or abs(one - two) == 1):
                at = np.arange(n)
                out[one * n + at, two * n + at] = omega
    links = s * (s - 1) if not chain else 2 * max(s - 1, 0)
    whole = float(stack.sum()) + omega * n * links
    return out / whole if whole > 0 else out


def modularity(benefit: Floats, groups: Ints) -> float:
    """Return the modularity of a partition.

    >>> pair = np.kron(np.eye(2), 1 - np.eye(2))[None]
    >>> modularity(benefits(pair, 1.0, 1.0), np.array([0, 0, 1, 1]))
    0.5
    """
    return float(benefit[groups[:, None] == groups[None, :]].sum())


def partitions(benefit: Floats, seed: int, starts: int) -> tuple[Ints, Floats]:
    """Return the partition found from each of some starts, (R, V), and its modularity, (R,)."""
    rng = np.random.default_rng(seed)
    size = len(benefit)
    groups = np.tile(np.arange(size), (starts, 1))
    if size == 0 or starts == 0:
        return groups, np.zeros(starts)
    _sweep(benefit, groups, rng)
    for row in groups:
        _merge(benefit, row)
    _sweep(benefit, groups, rng)
    out = np.stack([_named(row) for row in groups])
    return out, np.array([modularity(benefit, row) for row in out])


def _sweep(benefit: Floats, groups: Ints, rng: np.random.Generator) -> None:
    """Move single nodes to the group that gains most, in random orders, until none gains.

    An empty group pulls with 0: a node that every group repels goes into one of its own.
    """
    starts, size = groups.shape
    offset = np.arange(starts)[:, None] * size
    lines = np.arange(starts)
    bare = benefit.copy()
    np.fill_diagonal(bare, 0)
    for _ in range(ROUNDS):
        order = np.argsort(rng.random((starts, size)), axis=1)
        moved = np.zeros(starts, bool)
        for step in range(size):
            node = order[:, step]
            pull = np.bincount(
                (groups + offset).ravel(), bare[node].ravel(), minlength=starts * size
            ).reshape(starts, size)
            here = groups[lines, node]
            best = pull.argmax(1)
            gain = pull[lines, best] - pull[lines, here]
            go = gain > GAIN
            groups[lines[go], node[go]] = best[go]
            moved |= go
        if not moved.any():
            return


def _merge(benefit: Floats, groups: Ints) -> None:
    """Merge whole groups while that gains, the pair that gains most first, in place."""
    names, place = np.unique(groups, return_inverse=True)
    order = np.argsort(place, kind="stable")
    heads = np.searchsorted(place[order], np.arange(len(names)))
    lines = np.add.reduceat(benefit[order], heads, axis=0)
    between = np.add.reduceat(lines[:, order], heads, axis=1)
    np.fill_diagonal(between, -np.inf)
    label = np.arange(len(names))
    while len(names) > 1:
        one, two = divmod(int(np.argmax(between)), len(between))
        if not between[one, two] > GAIN:
            break
        label[label == two] = one
        between[one] += between[two]
        between[:, one] += between[:, two]
        between[two] = between[:, two] = -np.inf
        between[one, one] = -np.inf
    groups[:] = names[label[place]]


def _named(groups: Ints) -> Ints:
    """Return the groups numbered in the order of their first nodes."""
    _, first, place = np.unique(groups, return_index=True, return_inverse=True)
    rank = np.argsort(np.argsort(first))
    return np.asarray(rank[place], np.int64)


def consensus(benefit: Floats, found: Ints, seed: int, rounds: int = 10) -> Ints:
    """Return the partition that many searches agree on, (V,).

    How often two nodes share a group, less what chance gives, is partitioned again until all searches agree
    (Lancichinetti and Fortunato 2012; the comparison with chance is that of Jeub et al. 2018, for groups of
    the sizes found).
    """
    for turn in range(rounds):
        if (found == found[0]).all():
            break
        starts, size = found.shape
        shared = np.zeros((size, size))
        chance = np.zeros(starts)
        for r, row in enumerate(found):
            shared += row[:, None] == row[None, :]
            counts = np.bincount(row)
            chance[r] = (counts * (counts - 1)).sum() / max(size * (size - 1), 1)
        agreed = shared / starts - chance.mean()
        np.fill_diagonal(agreed, 0)
        found, _ = partitions(
            agreed / max(float(np.abs(agreed).sum()), 1e-12), seed + turn + 1, starts
        )
    return np.asarray(found[0])

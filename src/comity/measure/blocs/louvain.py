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
    which = np.zeros(starts, np.int64)
    found, q = searched(benefit[None], which, np.random.default_rng(seed))
    return np.array([_named(row) for row in found], np.int64).reshape(found.shape), q


def searched(benefit: Floats, which: Ints, rng: np.random.Generator) -> tuple[Ints, Floats]:
    """Return a partition for each start, (R, V), and its modularity, (R,), searched side by side.

    ``benefit`` (K, V, V) are of several networks of the same size, ``which`` (R,) says of which each start is.
    """
    size, starts = benefit.shape[1], len(which)
    groups = np.tile(np.arange(size), (starts, 1))
    if size == 0 or starts == 0:
        return groups, np.zeros(starts)
    _sweep(benefit, which, groups, rng)
    _merge(benefit, which, groups)
    _sweep(benefit, which, groups, rng)
    return groups, np.array([np.trace(held) for _, held in _between(benefit, which, groups)])


def _sweep(benefit: Floats, which: Ints, groups: Ints, rng: np.random.Generator) -> None:
    """Move single nodes to the group that gains most, in random orders, until none gains.

    An empty group pulls with 0: a node that every group repels goes into one of its own.
    """
    size = groups.shape[1]
    bare = benefit.copy()
    bare[:, range(size), range(size)] = 0
    left = np.arange(len(groups))
    for _ in range(ROUNDS):
        own, at = groups[left], which[left]
        lines = np.arange(len(left))
        offset = lines[:, None] * size
        order = np.argsort(rng.random(own.shape), axis=1)
        moved = np.zeros(len(left), bool)
        for step in range(size):
            node = order[:, step]
            pull = np.bincount(
                (own + offset).ravel(), bare[at, node].ravel(), minlength=own.size
            ).reshape(own.shape)
            best = pull.argmax(1)
            go = pull[lines, best] - pull[lines, own[lines, node]] > GAIN
            own[lines[go], node[go]] = best[go]
            moved |= go
        groups[left] = own
        left = left[moved]
        if not len(left):
            return


def _between(benefit: Floats, which: Ints, groups: Ints) -> list[tuple[Ints, Floats]]:
    """Return for each start the names of its groups, (G,), and what each two bring each other, (G, G).

    Starts that led to the same groups share one answer.
    """
    known: dict[tuple[int, bytes], tuple[Ints, Floats]] = {}
    found = []
    for k, row in zip(which.tolist(), groups, strict=True):
        key = (k, row.tobytes())
        if key not in known:
            order = np.argsort(row, kind="stable")
            ranked = row[order]
            heads = np.flatnonzero(np.r_[True, ranked[1:] != ranked[:-1]])
            lines = np.add.reduceat(benefit[k][order], heads, axis=0)
            known[key] = ranked[heads], np.add.reduceat(lines[:, order], heads, axis=1)
        found.append(known[key])
    return found


def _merge(benefit: Floats, which: Ints, groups: Ints) -> None:
    """Merge whole groups while that gains, the pair that gains most first, in place, all starts at once."""
    each = _between(benefit, which, groups)
    most = max(len(names) for names, _ in each)
    between = np.full((len(groups), most, most), -np.inf)
    for k, (names, held) in enumerate(each):
        between[k, : len(names), : len(names)] = held
    between[:, range(most), range(most)] = -np.inf
    label = np.tile(np.arange(most), (len(groups), 1))
    left = np.arange(len(groups))
    while len(left):
        gain = between[left].reshape(len(left), -1)
        one, two = np.divmod(gain.argmax(1), most)
        go = gain.max(1) > GAIN
        left, one, two = left[go], one[go], two[go]
        label[left] = np.where(label[left] == two[:, None], one[:, None], label[left])
        between[left, one] += between[left, two]
        between[left, :, one] += between[left, :, two]
        between[left, two] = between[left, :, two] = between[left, one, one] = -np.inf
    new = np.arange(groups.shape[1])
    for k, (names, _) in enumerate(each):
        new[names] = names[label[k, : len(names)]]
        groups[k] = new[groups[k]]


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

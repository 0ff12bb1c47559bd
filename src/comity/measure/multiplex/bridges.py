"""The layers together as one network, and what runs through whom."""

from collections.abc import Sequence

import numpy as np
import rustworkx
from numpy.typing import NDArray

from comity.network.network import Network

Floats = NDArray[np.float64]


def together(network: Network, names: Sequence[str]) -> tuple[Floats, NDArray[np.int64]]:
    """Return in how many layers each two actors are tied (N, N), and each actor's unknown pairs (N,)."""
    n = len(network.actors)
    count, missing = np.zeros((n, n)), np.zeros(n, np.int64)
    for name in names:
        layer = network.layer(name)
        count += layer.ties | layer.ties.T
        unknown = ~(layer.known | layer.known.T)
        missing += unknown.sum(1) - np.diag(unknown)
    np.fill_diagonal(count, 0)
    return count, missing


def betweenness(ties: NDArray[np.bool_]) -> Floats:
    """Return the share of shortest paths between two others that run through each actor, (N,).

    >>> betweenness(np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]], bool)).tolist()
    [1.0, 0.0, 0.0]
    """
    n = len(ties)
    graph = rustworkx.PyGraph(multigraph=True)
    graph.add_nodes_from(range(n))
    one, two = np.nonzero(np.triu(ties, 1))
    graph.add_edges_from_no_data(list(zip(one.tolist(), two.tolist(), strict=True)))
    found = rustworkx.betweenness_centrality(graph, normalized=True, parallel_threshold=10**9)
    return np.array([found[i] for i in range(n)], float)


def constraint(weights: Floats) -> Floats:
    """Return Burt's constraint of each actor of an undirected network (N, N); NaN without ties.

    >>> constraint(np.ones((2, 2)) - np.eye(2)).tolist()
    [1.0, 1.0]
    """
    total = weights.sum(1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        p = np.where(total > 0, weights / total, 0.0)
    reach = (p + p @ p) ** 2
    found = np.where(weights > 0, reach, 0.0).sum(1)
    return np.where(total[:, 0] > 0, found, np.nan)


def thinned(ties: NDArray[np.bool_], loss: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Return the ties that are left when each is lost with a probability."""
    kept = np.triu(ties, 1) & (rng.random(ties.shape) >= loss)
    return np.asarray(kept | kept.T)


def ordered(weights: Floats) -> NDArray[np.int64]:
    """Return an order of actors that follows from the network (L, N, N) alone, not from their names.

    Each actor is told apart by its neighbours, theirs, and so on; of those that look alike the first is
    singled out and the rest told apart again. Random draws in this order are the same under any names.
    """
    stack = np.asarray(weights, float)
    n = stack.shape[1]
    factors = np.sqrt(np.arange(2, 2 + len(stack)))
    mixed = np.tensordot(factors, stack, 1) if len(stack) else np.zeros((n, n))
    mixed = mixed / max(float(np.abs(mixed).max(initial=0.0)), 1e-12)
    rank = _refined(mixed, np.zeros(n, np.int64))
    while len(np.unique(rank)) < n:
        values, counts = np.unique(rank, return_counts=True)
        alike = values[np.argmax(counts > 1)]
        rank = rank * 2
        rank[np.flatnonzero(rank == 2 * alike)[0]] -= 1
        rank = _refined(mixed, rank)
    return np.argsort(rank)


def _refined(mixed: Floats, rank: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return ranks told apart by the ranks of neighbours, until that tells no more apart."""
    _, rank = np.unique(rank, return_inverse=True)
    while True:
        held = np.cos(rank * 1.7 + 0.3)
        told = np.stack([rank, *np.round([mixed @ held, (mixed**2) @ held], 8) + 0.0], 1)
        _, finer = np.unique(told, axis=0, return_inverse=True)
        finer = finer.reshape(-1)
        if finer.max(initial=-1) == rank.max(initial=-1):
            return np.asarray(finer, np.int64)
        rank = finer

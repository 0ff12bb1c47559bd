"""Chance structure: networks with the same degrees and nothing else in common with the real one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
SWAPS: Final = (
    10  # swaps tried for each tie; Milo et al. 2003 (arXiv cond-mat/0312028) find 10 enough
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Null:
    """What chance gives for a statistic: its draws, and where the real value stands among them.

    ``beyond`` is the value less the mean of chance: about 0 on a random network. ``share`` is the share of
    draws at or above the value, with one added to both counts.
    """

    value: float
    draws: Floats
    lo: float
    hi: float

    @property
    def mean(self) -> float:
        return float(np.mean(self.draws))

    @property
    def beyond(self) -> float:
        return self.value - self.mean

    @property
    def share(self) -> float:
        return float((1 + np.sum(self.draws >= self.value)) / (1 + len(self.draws)))


def rewired(weights: Floats, rng: np.random.Generator, swaps: int = SWAPS) -> Floats:
    """Return an undirected network (N, N) with the same degrees, its ties' weights carried along.

    Two ties a-b and c-d become a-d and c-b where neither is there yet (Maslov and Sneppen 2002, Science
    296: 910-913). Strengths change where weights differ; degrees never do.
    """
    out = np.array(weights, float)
    n = len(out)
    first, second = np.nonzero(np.triu(out, 1))
    count = len(first)
    if count < 2:
        return out
    one, two = first.tolist(), second.tolist()
    carried = out[first, second].tolist()
    tied = bytearray((out != 0).tobytes())
    picks = rng.integers(0, count, (swaps * count, 2)).tolist()
    turns = (rng.random(swaps * count) < 0.5).tolist()
    for (e, f), turn in zip(picks, turns, strict=True):
        a, b = one[e], two[e]
        c, d = (two[f], one[f]) if turn else (one[f], two[f])
        if a in (c, d) or b in (c, d) or tied[a * n + d] or tied[c * n + b]:
            continue
        tied[a * n + b] = tied[b * n + a] = tied[c * n + d] = tied[d * n + c] = 0
        tied[a * n + d] = tied[d * n + a] = tied[c * n + b] = tied[b * n + c] = 1
        one[e], two[e], one[f], two[f] = a, d, c, b
    out[first, second] = out[second, first] = 0
    out[one, two] = out[two, one] = carried
    return out


def traded(held: Floats, rng: np.random.Generator, trades: int = SWAPS) -> Floats:
    """Return memberships (M, N) of 0 and 1 with the same sizes of bodies and numbers of memberships.

    Two bodies trade the members they do not share (the curveball algorithm of Strona et al. 2014, Nature
    Communications 5: 4114).
    """
    rows = [set(np.flatnonzero(row).tolist()) for row in held]
    m = len(rows)
    for _ in range(trades * m if m > 1 else 0):
        i, j = rng.choice(m, 2, replace=False)
        only_i, only_j = sorted(rows[i] - rows[j]), sorted(rows[j] - rows[i])
        pool = np.array(only_i + only_j, np.int64)
        rng.shuffle(pool)
        shared = rows[i] & rows[j]
        rows[i] = shared | set(pool[: len(only_i)].tolist())
        rows[j] = shared | set(pool[len(only_i) :].tolist())
    out = np.zeros_like(held)
    for i, row in enumerate(rows):
        out[i, sorted(row)] = 1
    return out


def against_chance(
    network: Floats,
    statistic: Callable[[Floats], float],
    *,
    seed: int,
    draws: int = 200,
    level: float = 0.9,
    shuffle: Callable[[Floats, np.random.Generator], Floats] = rewired,
) -> Null:
    """Return a statistic of a network beside its draws by chance; ``shuffle`` makes one random network."""
    found = np.array(
        [statistic(shuffle(network, np.random.default_rng([seed, d]))) for d in range(draws)]
    )
    tail = (1 - level) / 2
    lo, hi = np.quantile(found, [tail, 1 - tail])
    return Null(value=float(statistic(network)), draws=found, lo=float(lo), hi=float(hi))

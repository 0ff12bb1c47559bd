"""Rank intervals, not ranks."""

import numpy as np
from numpy.typing import NDArray


def rank_intervals(
    draws: NDArray[np.float64], level: float = 0.9
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the best and worst rank of each of S subjects over draws (D, S); 1 is the greatest value.

    Equal values share the best rank on the one side and the worst on the other, so that a tie never looks
    like an order. Unknown values rank last.

    >>> [x.tolist() for x in rank_intervals(np.array([[3.0, 1.0, 1.0]]))]
    [[1, 2, 2], [1, 3, 3]]
    """
    told = np.where(np.isnan(draws), -np.inf, draws)
    ordered = np.sort(told, axis=1)
    size = draws.shape[1]
    best = np.empty(draws.shape)
    worst = np.empty(draws.shape)
    for d, (row, values) in enumerate(zip(ordered, told, strict=True)):
        best[d] = size - np.searchsorted(row, values, "right") + 1
        worst[d] = size - np.searchsorted(row, values, "left")
    tail = (1 - level) / 2
    lo = np.quantile(best, tail, axis=0, method="lower")
    hi = np.quantile(worst, 1 - tail, axis=0, method="higher")
    return lo.astype(np.int64), hi.astype(np.int64)

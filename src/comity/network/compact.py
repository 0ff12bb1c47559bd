"""Years of a layer in few numbers: runs of years in which a pair's weight, or its absence, stays the same."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

PLACES = 4  # decimals of a weight


def weight_runs(
    weights: NDArray[np.floating], *, directed: bool
) -> list[tuple[int, int, int, int, float]]:
    """Return (a, b, first, last, weight) for each run of years of one weight above 0, by pair and year.

    ``weights`` is (Y, N, N); actors and years are told by their places. Without direction each pair stands
    once, a before b. Weights are rounded to 4 decimals.

    >>> weight_runs(np.array([[[0, 1.0], [1.0, 0]]] * 3), directed=False)
    [(0, 1, 0, 2, 1.0)]
    """
    kept = np.round(np.asarray(weights, np.float64), PLACES)
    found = []
    for a, b, series in _pairs(kept, kept > 0, directed):
        for first, last in _runs(series):
            if series[first] > 0:
                found.append((a, b, first, last, float(series[first])))
    return found


def absent_runs(
    weights: NDArray[np.floating], known: NDArray[np.bool_], *, directed: bool
) -> list[tuple[int, int, int, int]]:
    """Return (a, b, first, last) for each run of years in which a pair is known to have no tie."""
    gone = np.asarray(known & ~(weights > 0))
    found = []
    for a, b, series in _pairs(gone, gone, directed):
        found += [(a, b, first, last) for first, last in _runs(series) if series[first]]
    return found


def _pairs(
    values: NDArray[np.generic], there: NDArray[np.bool_], directed: bool
) -> Iterator[tuple[int, int, NDArray[np.generic]]]:
    """Yield the pairs that have anything in any year, with their values over the years."""
    any_year = np.asarray(there.any(axis=0))
    chosen = any_year & ~np.eye(len(any_year), dtype=np.bool_) if directed else np.triu(any_year, 1)
    for a, b in np.argwhere(chosen):
        yield int(a), int(b), values[:, a, b]


def _runs(series: NDArray[np.generic]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each stretch of equal values."""
    cuts = np.flatnonzero(series[1:] != series[:-1]) + 1
    ends = (0, *(int(c) for c in cuts), len(series))
    for first, after in zip(ends, ends[1:], strict=False):
        yield first, after - 1

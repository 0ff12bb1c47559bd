"""Intervals: of shares, of rates, of draws, and of means by resampling."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaincinv, gammaincinv

Floats = NDArray[np.float64]


def share_interval(k: ArrayLike, n: ArrayLike, level: float = 0.9) -> tuple[Floats, Floats]:
    """Return the interval of a share from ``k`` of ``n``: the Beta posterior under Jeffreys' prior.

    At 0 of n and n of n the end is closed at 0 and 1 (Brown, Cai and DasGupta 2001, Statistical Science
    16(2): 101-133). Without any trial it is 0 to 1.

    >>> [round(float(x), 2) for x in share_interval(5, 10)]
    [0.26, 0.74]
    """
    k, n = np.asarray(k, float), np.asarray(n, float)
    tail = (1 - level) / 2
    lo = np.where(k > 0, betaincinv(k + 0.5, n - k + 0.5, tail), 0.0)
    hi = np.where(k < n, betaincinv(k + 0.5, n - k + 0.5, 1 - tail), 1.0)
    return np.where(n > 0, lo, 0.0), np.where(n > 0, hi, 1.0)


def rate_interval(
    count: ArrayLike, exposure: ArrayLike, level: float = 0.9
) -> tuple[Floats, Floats]:
    """Return the interval of a rate from a count over an exposure: exact for a Poisson count (Garwood 1936).

    >>> [round(float(x), 1) for x in rate_interval(10, 1, 0.95)]
    [4.8, 18.4]
    """
    count, exposure = np.asarray(count, float), np.asarray(exposure, float)
    tail = (1 - level) / 2
    lo = np.where(count > 0, gammaincinv(np.maximum(count, 0.5), tail), 0.0)
    return lo / exposure, gammaincinv(count + 1, 1 - tail) / exposure


def band(draws: NDArray[np.floating], level: float = 0.9) -> tuple[Floats, Floats]:
    """Return the ends of draws (D, S) at a level, (S,); draws that are unknown are left out."""
    tail = (1 - level) / 2
    ordered = np.sort(draws, axis=0)  # what is unknown stands last
    count = (~np.isnan(draws)).sum(axis=0)
    return _quantile(ordered, count, tail), _quantile(ordered, count, 1 - tail)


def _quantile(ordered: NDArray[np.floating], count: NDArray[np.int64], share: float) -> Floats:
    """Return a quantile of the first ``count`` of each column, between its neighbours in proportion."""
    at = share * np.maximum(count - 1, 0)
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, np.maximum(count - 1, 0))
    one = np.take_along_axis(ordered, low[None], 0)[0].astype(float)
    two = np.take_along_axis(ordered, high[None], 0)[0].astype(float)
    return np.where(count > 0, one + (two - one) * (at - low), np.nan)


def bootstrap(
    rows: NDArray[np.float64],
    statistic: Callable[[NDArray[np.float64]], Floats],
    rng: np.random.Generator,
    draws: int = 200,
    level: float = 0.9,
) -> tuple[Floats, Floats]:
    """Return the percentile interval of a statistic under resampling of the first axis of ``rows``."""
    n = len(rows)
    found = [np.atleast_1d(statistic(rows[rng.integers(0, n, n)])) for _ in range(draws)]
    return band(np.stack(found), level)

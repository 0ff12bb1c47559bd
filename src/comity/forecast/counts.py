"""How many events a pair will have next: a distribution, from how many there were each period.

A gamma prior shared by all pairs, updated by each pair's own past that fades with a half-life, gives a negative binomial
(Bolstad 2007, chapter 10). The half-life and prior are those with the best log score on earlier periods.
"""

from dataclasses import dataclass
from math import lgamma, log
from typing import Final

import numpy as np

from comity.errors import QueryError
from comity.forecast.scores import crps
from comity.forecast.shapes import Floats

HALVES: Final = (2.0, 6.0, 18.0, 1e6)
STRENGTHS: Final = (0.3, 1.0, 3.0)
LONGEST: Final = 100_000  # the greatest count that is told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class CountForecast:
    """Chances of 0, 1, 2, ... events, their mean, an interval that holds 80 %, and two plain forecasts' means."""

    chances: Floats
    mean: float
    low: int
    high: int
    half_life: float
    climatology: float
    persistence: float


def count_forecast(counts: Floats, row: int) -> CountForecast:
    """Return the distribution of the next count of one pair. ``counts`` (pairs, periods) are all before it.

    Raises QueryError with fewer than three periods.
    """
    if counts.ndim != 2 or counts.shape[1] < 3:
        raise QueryError("Counts over three periods at least are needed.")
    half, strength = _choose(counts)
    shape, rate = _posterior(counts, half, strength)
    chances = negative_binomial(float(shape[row]), float(rate[row]))
    below = np.cumsum(chances)
    return CountForecast(
        chances=chances,
        mean=float(shape[row] / rate[row]),
        low=int(np.searchsorted(below, 0.1)),
        high=int(np.searchsorted(below, 0.9)),
        half_life=half,
        climatology=float(counts[row].mean()),
        persistence=float(counts[row, -1]),
    )


def negative_binomial(shape: float, rate: float) -> Floats:
    """Return the chances of 0, 1, 2, ... up to where all but a ten-thousandth is told.

    >>> float(negative_binomial(1.0, 1.0)[0])
    0.5
    """
    out, total, k = [], 0.0, 0
    while total < 0.9999 and k < LONGEST:
        told = lgamma(shape + k) - lgamma(shape) - lgamma(k + 1)
        out.append(float(np.exp(told + shape * log(rate / (rate + 1)) - k * log(rate + 1))))
        total += out[-1]
        k += 1
    return np.array(out)


def _posterior(counts: Floats, half: float, strength: float) -> tuple[Floats, Floats]:
    """Return shape and rate of each pair's rate of events; the prior's mean is that of all pairs."""
    fade = np.exp2(-np.arange(counts.shape[1])[::-1] / half)
    prior = max(float(counts.mean()), 1e-6)
    shape = strength * prior + counts @ fade
    return shape, np.full(len(counts), strength + fade.sum())


def _choose(counts: Floats) -> tuple[float, float]:
    """Return half-life and strength of the prior with the best log score over the last periods."""
    best, found = np.inf, (HALVES[0], STRENGTHS[0])
    last = counts.shape[1]
    for half in HALVES:
        for strength in STRENGTHS:
            loss = 0.0
            for t in range(max(2, last - 6), last):
                shape, rate = _posterior(counts[:, :t], half, strength)
                loss += _loss(shape, rate, counts[:, t])
            if loss < best - 1e-9:
                best, found = loss, (half, strength)
    return found


def _loss(shape: Floats, rate: Floats, y: Floats) -> float:
    rise = np.array(
        [lgamma(a + k) - lgamma(a) - lgamma(k + 1) for a, k in zip(shape, y, strict=True)]
    )
    return float(-(rise + shape * np.log(rate / (rate + 1)) - y * np.log(rate + 1)).sum())


def count_scores(counts: Floats, periods: int = 6) -> dict[str, float]:
    """Return mean CRPS over the last periods, each forecast from those before, beside climatology and persistence."""
    told: dict[str, list[float]] = {"forecast": [], "climatology": [], "persistence": []}
    for t in range(max(3, counts.shape[1] - periods), counts.shape[1]):
        half, strength = _choose(counts[:, :t])
        shape, rate = _posterior(counts[:, :t], half, strength)
        for i in range(len(counts)):
            y, before = int(counts[i, t]), counts[i, :t].astype(int)
            told["forecast"].append(crps(negative_binomial(float(shape[i]), float(rate[i])), y))
            told["climatology"].append(crps(np.bincount(before) / len(before), y))
            told["persistence"].append(float(abs(y - before[-1])))
    return {name: round(float(np.mean(v)), 4) for name, v in told.items() if v}

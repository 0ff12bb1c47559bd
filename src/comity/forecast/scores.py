"""Proper scores of probabilities and counts, and how reliable they are.

Brier, Monthly Weather Review 78 (1950); its decomposition: Murphy, Journal of Applied Meteorology 12 (1973). CRPS of
a count: Epstein 1969; Gneiting and Raftery, JASA 102 (2007).
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.forecast.shapes import Floats

BINS: Final = 10
TINY: Final = 1e-12
Flags = NDArray[np.bool_]


def bin_of(probability: Floats, bins: int = BINS) -> NDArray[np.int64]:
    """Return the bin of equal width each probability falls in."""
    return np.minimum((probability * bins).astype(np.int64), bins - 1)


def log_score(probability: Floats, came: Flags) -> float:
    """Return the mean negative logarithm of the probability of what happened: less is better."""
    told = np.where(came, probability, 1 - probability)
    return float(-np.log(np.maximum(told, TINY)).mean())


def brier(probability: Floats, came: Flags) -> dict[str, float]:
    """Return the Brier score with reliability, resolution and uncertainty: score = rel - res + unc + within.

    ``within`` is what probabilities differ inside a bin (Stephenson, Coelho and Jolliffe 2008), so that the sum holds
    exactly.

    >>> brier(np.array([0.25, 0.75]), np.array([False, True]))["score"]
    0.0625
    """
    y = came.astype(float)
    base, at = y.mean(), bin_of(probability)
    score = float(((probability - y) ** 2).mean())
    reliability = resolution = 0.0
    for b in np.unique(at):
        here = at == b
        share = float(here.mean())
        reliability += share * float(probability[here].mean() - y[here].mean()) ** 2
        resolution += share * float(y[here].mean() - base) ** 2
    uncertainty = float(base * (1 - base))
    rest = score - (reliability - resolution + uncertainty)
    return {
        "score": score,
        "reliability": reliability,
        "resolution": resolution,
        "uncertainty": uncertainty,
        "within": rest,
    }


def skill(score: float, reference: float) -> float | None:
    """Return the share of a reference's score that a forecast saves; None where the reference is perfect."""
    return None if reference <= 0 else 1 - score / reference


def calibration_error(probability: Floats, came: Flags) -> float:
    """Return the expected calibration error over bins of equal width."""
    rows = reliability(probability, came, 0)
    off = sum(float(abs(r["stated"] - r["came"]) * r["forecasts"]) for r in rows)
    return off / max(len(came), 1)


def reliability(
    probability: Floats, came: Flags, draws: int = 200, seed: int = 0
) -> list[dict[str, Any]]:
    """Return by bin: forecasts, mean stated probability, share that came true, and a 90 % bootstrap band."""
    rng = np.random.default_rng(seed)
    at, rows = bin_of(probability), []
    for b in np.unique(at):
        here = at == b
        y, n = came[here].astype(float), int(here.sum())
        row = {
            "bin": int(b),
            "forecasts": n,
            "stated": float(probability[here].mean()),
            "came": float(y.mean()),
        }
        if draws:
            low, high = np.quantile(rng.binomial(n, y.mean(), draws) / n, [0.05, 0.95])
            row |= {"low": float(low), "high": float(high)}
        rows.append(row)
    return rows


def crps(chances: Floats, count: int) -> float:
    """Return the continuous ranked probability score of a count from the chances of 0, 1, 2, ...

    >>> crps(np.array([0.5, 0.5]), 1)
    0.25
    """
    steps = max(len(chances), count + 1)
    below = np.ones(steps)
    below[: len(chances)] = np.minimum(np.cumsum(chances), 1)
    return float(((below - (np.arange(steps) >= count)) ** 2).sum())


def report(probability: Floats, came: Flags) -> dict[str, Any]:
    """Return all scores of forecasts of what came true or not, skill against the base rate among them."""
    if not len(came):
        return {"forecasts": 0}
    parts = brier(probability, came)
    rows = reliability(probability, came)
    worst = max((abs(r["stated"] - r["came"]) for r in rows if r["forecasts"] >= 30), default=0.0)
    return {
        "forecasts": len(came),
        "base_rate": round(float(came.mean()), 4),
        "log_score": round(log_score(probability, came), 4),
        "brier": {k: round(v, 5) for k, v in parts.items()},
        "skill_against_climatology": _round(skill(parts["score"], parts["uncertainty"])),
        "calibration_error": round(calibration_error(probability, came), 4),
        "worst_bin": round(worst, 4),
        "table": [{k: round(v, 4) for k, v in r.items()} for r in rows],
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)

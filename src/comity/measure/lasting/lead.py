"""Lead and lag of economic and security ties.

Whether a pair's trade tends to change before its security ties do, with them, or after them.

Formula: r_k = correlation over pairs and years of the change of trade in year t with the change of security ties in year t + k, each less the mean of its year. Trade is the economic layer's weight, security 1 for a pair tied in any of `security`. k > 0: trade goes first. k < 0: security goes first.
Source: no accepted measure of coupling was found; permutation of actors: Krackhardt 1988, Predicting with networks, Social Networks 10: 359-381. The trade and peace literature tests effects, not coupling as such.
Inputs: the layers `economy` and `security` (alliance, partnership and military by default; those in which no pair is known to be untied are left out) of a sequence of years; changes between years known for both. `lags` in years.
Unit: correlation
Range: -1 to 1; about 0 by chance. Unknown where either never changes, or with fewer than three years.
Pitfalls: To come first is not to cause. Security ties change seldom, so few pairs decide the sign; a treaty of many changes many pairs at once, which is why the year's
  mean is taken off. The weights of events fade by a half-life, but here only whether there is a tie counts. Imports are logarithms: changes are rates of growth. The layer names the lag. `missing` counts changes left out as unknown.
Uncertainty: sampling (bootstrap over pairs with `seed`; pairs share actors, so it is too narrow); null: the note says what `chance` permutations of the actors of the security layers give.
Status: substitute.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from comity.measure.define import define
from comity.measure.scores import Scores, upper
from comity.measure.uncertainty.null import Null
from comity.measure.value import Inputs, Subject
from comity.network.years import Sequence as Years

Floats = NDArray[np.float64]
DRAWS = 200
LAGS = (-3, -2, -1, 0, 1, 2, 3)


class Steps(NamedTuple):
    """Changes from year to year of pairs, less the mean of the year, and which are known; unknown ones are 0."""

    change: Floats
    known: Floats


def lead(
    years: Years,
    economy: str = "economy",
    security: Sequence[str] = ("alliance", "partnership", "military"),
    lags: Sequence[int] = LAGS,
    chance: int = 100,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return the correlation of changes in trade with later and earlier changes in security ties."""
    trade, tied, used = _layers(years, economy, security)
    one, two = upper(len(years.actors))
    rich, bound = _steps(trade)[:, :, one, two], _steps(tied)
    pairs = Steps(*rich), Steps(*bound[:, :, one, two])
    values = np.array([_correlation(_sums(*pairs, k).sum(-1)) for k in lags])
    lo = hi = np.full(len(lags), np.nan)
    notes = [""] * len(lags)
    if years.draw is None:
        lo, hi = _bootstrap(*pairs, lags, level, seed)
        notes = _null(pairs[0], bound, values, lags, chance, level, seed)

    def inputs(_: int) -> Inputs:
        wanted = {economy, *used}
        links = (x for x in years.evidence.links if x.layer in wanted)
        return tuple(dict.fromkeys(links))

    span = f"{years.years[0]}–{years.years[-1]}" if years.years else ""
    return Scores(
        subjects=tuple(
            Subject(layer=f"{economy}–{'+'.join(security)} {k:+d}", period=span) for k in lags
        ),
        values=values,
        missing=np.array([_open(*pairs, k) for k in lags], np.int64),
        lo=np.where(np.isnan(values), np.nan, np.fmin(lo, values)),
        hi=np.where(np.isnan(values), np.nan, np.fmax(hi, values)),
        inputs=inputs,
        notes=notes,
        method=f"security: {', '.join(used) or 'none known'}; seed {seed}",
    )


def _layers(
    years: Years, economy: str, security: Sequence[str]
) -> tuple[Floats, Floats, tuple[str, ...]]:
    """Return trade and security ties, (Y, N, N), NaN where unknown, and the security layers used."""
    weights, known = years.weights[economy], years.known[economy]
    both = np.maximum(weights, weights.transpose(0, 2, 1)).astype(float)
    trade = np.where(known | known.transpose(0, 2, 1), both, np.nan)
    tied, sure, used = np.zeros(both.shape, bool), np.ones(both.shape, bool), []
    for name in security:
        held = years.weights[name] > 0
        told = years.known[name]
        if (told & ~held)[:, ~np.eye(both.shape[1], dtype=bool)].any():
            tied |= held | held.transpose(0, 2, 1)
            sure &= told | told.transpose(0, 2, 1)
            used.append(name)
    ties = np.where(sure, tied.astype(float), np.nan) if used else np.full(both.shape, np.nan)
    return trade, ties, tuple(used)


def _steps(rows: Floats) -> Floats:
    """Return changes of all pairs less the mean of their year, and which are known, (2, Y - 1, N, N)."""
    steps = np.diff(rows, axis=0)
    known = ~np.isnan(steps)
    known[:, np.eye(rows.shape[1], dtype=bool)] = False
    count = np.maximum(known.sum((1, 2), keepdims=True), 1)
    filled = np.where(known, steps, 0.0)
    mean = filled.sum((1, 2), keepdims=True) / count
    return np.stack([np.where(known, filled - mean, 0.0), known.astype(float)])


def _together(trade: Steps, ties: Steps, lag: int) -> tuple[Steps, Steps]:
    """Return changes of trade and those of ties so many years later, of the same shape."""
    size = len(trade.change)
    first, last = (max(0, -lag), size - max(0, lag)) if abs(lag) < size else (0, 0)
    then = slice(first + lag, last + lag) if last else slice(0, 0)
    one = Steps(trade.change[first:last], trade.known[first:last])
    return one, Steps(ties.change[then], ties.known[then])


def _sums(trade: Steps, ties: Steps, lag: int) -> Floats:
    """Return n, sums, squares and products of each pair, (6, P): all that a correlation needs."""
    (x, sure), (y, known) = _together(trade, ties, lag)
    parts = ((sure, known), (x, known), (sure, y), (x * x, known), (sure, y * y), (x, y))
    return np.stack([np.einsum("tp,tp->p", a, b) for a, b in parts])


def _correlation(sums: Floats) -> float:
    """Return the correlation from sums; NaN where either does not vary."""
    n, x, y, xx, yy, xy = (float(s) for s in sums)
    if n < 3:
        return float("nan")
    spread = (xx - x * x / n) * (yy - y * y / n)
    return (xy - x * y / n) / spread**0.5 if spread > 1e-18 else float("nan")


def _open(trade: Steps, ties: Steps, lag: int) -> int:
    one, two = _together(trade, ties, lag)
    return int((one.known * two.known == 0).sum())


def _bootstrap(
    trade: Steps, ties: Steps, lags: Sequence[int], level: float, seed: int
) -> tuple[Floats, Floats]:
    size, rng = trade.change.shape[1], np.random.default_rng(seed)
    often = rng.multinomial(size, np.full(size, 1 / size), DRAWS) if size else np.zeros((DRAWS, 0))
    drawn = [(_sums(trade, ties, k) @ often.T).T for k in lags]
    ends = [_ends([_correlation(row) for row in each], level) for each in drawn]
    return np.array([e[0] for e in ends]), np.array([e[1] for e in ends])


def _ends(drawn: Sequence[float], level: float) -> tuple[float, float]:
    known = np.array([x for x in drawn if x == x])
    if not len(known):
        return float("nan"), float("nan")
    lo, hi = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(lo), float(hi)


def _null(
    trade: Steps,
    bound: Floats,
    values: Floats,
    lags: Sequence[int],
    chance: int,
    level: float,
    seed: int,
) -> list[str]:
    """Return in words what permuted actors give for each lag.

    The mean of a year is over all pairs, so that changes may be taken off it before the actors are permuted.
    """
    one, two = upper(bound.shape[2])
    rows = []
    for d in range(chance):
        order = np.random.default_rng([seed, d]).permutation(bound.shape[2])
        moved = Steps(*bound[:, :, order[one], order[two]])
        rows.append([_correlation(_sums(trade, moved, k).sum(-1)) for k in lags])
    drawn = np.array(rows).reshape(len(rows), len(lags))
    return [_words(v, drawn[:, i], level) for i, v in enumerate(values)]


def _words(value: float, drawn: Floats, level: float) -> str:
    known = drawn[~np.isnan(drawn)]
    if value != value or not len(known):
        return ""
    lo, hi = _ends(known.tolist(), level)
    null = Null(value=value, draws=known, lo=lo, hi=hi)
    return f"permuted actors {null.mean:.3f} ({lo:.3f} to {hi:.3f}), {null.share:.3f} at or above"


MEASURE = define(
    "sust.lead", lead, page=__doc__, zh="经济与安全先后关系", takes="sequence", draws=False
)

"""Coupling of economic and security layers.

Whether those who trade much with each other are also those tied in security, beyond what the numbers of either would give.

Formula: Cohen's kappa over pairs, (p_o - p_e) / (1 - p_e): p_o is the share of pairs that are tied in both or in neither, p_e what is expected of it from the shares tied in each. A pair is tied in the economy if its weight is above the `cut` quantile of known pairs; in security if it is tied in any of `security`.
Source: no accepted measure of coupling was found; kappa: Cohen 1960, Educational and Psychological Measurement 20: 37-46; permutation of actors: Krackhardt 1988, Predicting with networks: nonparametric multiple regression analysis of dyadic data, Social Networks 10: 359-381.
Inputs: the layers `economy` and `security` (alliance and military by default) on the day; pairs unknown in either are left out. Of a directed layer the greater of both directions counts.
Unit: agreement beyond chance
Range: -1 to 1; 0 is what chance gives. Unknown where all pairs are alike in either layer.
Pitfalls: Large economies trade and ally with many: kappa holds no size constant, but the permutation keeps both networks whole
  and so does. Where security ties are few, kappa cannot reach 1. It says nothing about which came first. `missing` counts pairs left out.
  A security layer in which no pair is known to be untied would keep its ties alone; it is left out, and the method says which.
Uncertainty: choice (the value under each of `cuts`); coding; null: the method says what `chance` permutations give, drawn with `seed`.
Status: substitute.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from comity.measure.define import define
from comity.measure.multiplex.layers import behind_actor
from comity.measure.scores import Scores, upper
from comity.measure.uncertainty.null import Null
from comity.measure.value import Inputs, Subject
from comity.network.network import Layer, Network

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
CUTS: Final = (0.25, 0.5, 0.75, 0.9)


def kappa(one: Flags, two: Flags) -> float:
    """Return Cohen's kappa of two lists of yes and no; NaN where all are alike in either.

    >>> kappa(np.array([True, True, False, False]), np.array([True, False, False, False]))
    0.5
    """
    if not len(one):
        return float("nan")
    p, q = float(one.mean()), float(two.mean())
    if p in (0, 1) or q in (0, 1):
        return float("nan")
    expected = p * q + (1 - p) * (1 - q)
    return (float((one == two).mean()) - expected) / (1 - expected)


def permuted(rich: Flags, tied: Flags, sure: Flags, rng: np.random.Generator) -> float:
    """Return kappa when the actors of the security network have changed places; pairs unknown stay out."""
    order = rng.permutation(len(rich))
    one, two = upper(len(rich))
    moved, known = tied[np.ix_(order, order)], sure[1][np.ix_(order, order)]
    on = sure[0][one, two] & known[one, two]
    return kappa(rich[one, two][on], moved[one, two][on])


def coupling(
    network: Network,
    economy: str = "economy",
    security: Sequence[str] = ("alliance", "military"),
    cut: float = 0.5,
    cuts: Sequence[float] = CUTS,
    chance: int = 200,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return the agreement of two layers over pairs, beyond chance."""
    trade, trading = _both_ways(network.layer(economy))
    tied, known, used = _security(network, security)
    one, two = upper(len(network.actors))
    on = (trading & known)[one, two]
    weights, ties = trade[one, two][on], tied[one, two][on]

    def of(share: float) -> float:
        return kappa(weights > _line(weights, share), ties)

    value, lo, hi = of(cut), np.array([np.nan]), np.array([np.nan])
    method = f"{int(on.sum())} pairs; trade above quantile {cut:g}; {_used(used, security)}"
    if network.draw is None and value == value:
        found = [x for x in (value, *map(of, cuts)) if x == x]
        lo, hi = np.array([min(found)]), np.array([max(found)])
        if chance:
            rich = trade > _line(weights, cut)
            sure = np.stack([trading, known])
            method += _null(value, rich, tied, sure, chance, level, seed)

    def inputs(_: int) -> Inputs:
        names = (economy, *security)
        found = (x for a in network.actors for x in behind_actor(network, names, a))
        return tuple(dict.fromkeys(found))

    return Scores(
        subjects=(Subject(layer=f"{economy}–{'+'.join(security)}", period=str(network.day)),),
        values=np.array([value]),
        missing=np.array([len(one) - int(on.sum())]),
        lo=lo,
        hi=hi,
        cause="choice",
        inputs=inputs,
        method=method,
    )


def _null(
    value: float, rich: Flags, tied: Flags, sure: Flags, chance: int, level: float, seed: int
) -> str:
    draws = [permuted(rich, tied, sure, np.random.default_rng([seed, d])) for d in range(chance)]
    known = np.array([x for x in draws if x == x])
    if not len(known):
        return ""
    lo, hi = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    null = Null(value=value, draws=known, lo=float(lo), hi=float(hi))
    return (
        f"; permuted actors give {null.mean:.3f} ({null.lo:.3f} to {null.hi:.3f}) in {len(known)}"
        f" draws, {null.share:.3f} at or above; seed {seed}"
    )


def _used(used: Sequence[str], asked: Sequence[str]) -> str:
    out = [name for name in asked if name not in used]
    return ", ".join(used) + (
        f"; without {', '.join(out)}, of which no absence is known" if out else ""
    )


def _line(weights: Floats, share: float) -> float:
    return float(np.quantile(weights, share)) if len(weights) else 0.0


def _both_ways(layer: Layer) -> tuple[Floats, Flags]:
    weights = np.maximum(layer.weights, layer.weights.T)
    return weights, np.asarray(layer.known | layer.known.T)


def _security(network: Network, names: Sequence[str]) -> tuple[Flags, Flags, tuple[str, ...]]:
    """Return which pairs are tied in any layer, of which all layers are known, and the layers used.

    A layer in which nobody is known to be untied is left out: only its ties would remain.
    """
    n = len(network.actors)
    one, two = upper(n)
    tied, sure, used = np.zeros((n, n), bool), np.ones((n, n), bool), []
    for name in names:
        weights, known = _both_ways(network.layer(name))
        if (known & (weights == 0))[one, two].any():
            tied |= weights > 0
            sure &= known
            used.append(name)
    return tied, sure if used else np.zeros((n, n), bool), tuple(used)


MEASURE = define("sust.coupling", coupling, page=__doc__, zh="经济与安全耦合度")

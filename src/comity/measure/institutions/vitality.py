"""Sessions a year.

How often a body met. The number of a round tells how many were before it: between a third round in 2010 and an eighth in 2016 five were held, told or not.

Formula: r = (n - k) / (t_n - t_k), where k and n are the first and the last round whose number and date are told, t in years. Where no two numbered rounds are dated, r = (m - 1) / (t_m - t_1) / p for m sessions told without number, with p the share of sessions that texts tell of.
Source: Number of rounds from the ordinal: ours. Interval of a rate: Garwood 1936, Biometrika 28: 437-442. That bodies which exist on paper may have stopped to meet: Gray 2018, Life, Death, or Zombie? International Studies Quarterly 62(1): 1-13.
Inputs: meetings, dialogues, conferences and exercises whose frame is the body, up to the day. `detection_rate` gives p as (told, held); left out, it is counted on the rounds of all numbered bodies below their highest.
Unit: sessions a year
Range: 0 and more. Unknown where fewer than two sessions are dated, and where none is numbered and p cannot be told.
Pitfalls: Absence of a report is not absence of a meeting. The rate is that between the first and the last session told: a
  body that fell silent afterwards keeps it. `missing` counts the rounds that must have been and are told nowhere. A round may be
  numbered anew after a reform or a change of level. Sessions of one day count once.
Uncertainty: sampling (Poisson for numbered rounds; gamma for the rate and beta for p, drawn with `seed`, for others); coding (misread sessions dropped). The Poisson interval is wide for a body that meets by the calendar.
Status: substitute.
"""

from collections.abc import Sequence

import numpy as np

from comity.measure.define import define
from comity.measure.institutions.sessions import (
    YEAR,
    Rounds,
    behind_body,
    bodies,
    detection,
    rounds_of,
)
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import rate_interval
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

DRAWS = 2000


def span(rounds: Rounds) -> tuple[int, float, bool]:
    """Return sessions after the first, the years they took, and whether numbers tell it; 0 years: unknown.

    >>> span(Rounds(told=(3, 8), day=((3, 0), (8, 3652)), plain=(), links=()))[0]
    5
    """
    if len(rounds.day) > 1:
        (k, first), (n, last) = rounds.day[0], rounds.day[-1]
        if last > first:
            return n - k, (last - first) / YEAR, True
    days = sorted({*rounds.plain, *(day for _, day in rounds.day)})
    if len(days) > 1:
        return len(days) - 1, (days[-1] - days[0]) / YEAR, False
    return 0, 0.0, False


def unseen_interval(
    count: int, years: float, told: int, held: int, level: float, seed: int
) -> tuple[float, float]:
    """Return the interval of a rate of which only a share is told: Jeffreys' priors on rate and share."""
    rng = np.random.default_rng(seed)
    rate = rng.gamma(count + 0.5, 1 / years, DRAWS)
    share = rng.beta(told + 0.5, held - told + 0.5, DRAWS)
    tail = (1 - level) / 2
    lo, hi = np.quantile(rate / share, [tail, 1 - tail])
    return float(lo), float(hi)


def vitality(
    network: Network,
    mechanisms: Sequence[str] | None = None,
    detection_rate: tuple[int, int] | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return sessions a year of each body, with the interval of its own."""
    chosen = tuple(mechanisms) if mechanisms is not None else bodies(network)
    found = [rounds_of(network, body) for body in chosen]
    every = found if mechanisms is None else (rounds_of(network, b) for b in bodies(network))
    told, held = detection_rate or detection(every)
    values, lo, hi = (np.full(len(chosen), np.nan) for _ in range(3))
    for place, rounds in enumerate(found):
        count, years, exact = span(rounds)
        if not years or not (exact or told):
            continue
        values[place] = count / years if exact else count / years * held / told
        if network.draw is None:
            ends = (
                rate_interval(count, years, level)
                if exact
                else unseen_interval(count, years, told, held, level, seed)
            )
            lo[place], hi[place] = float(ends[0]), float(ends[1])

    def inputs(k: int) -> Inputs:
        return behind_body(network, chosen[k])

    return Scores(
        subjects=tuple(Subject(mechanism=m, period=str(network.day)) for m in chosen),
        values=values,
        missing=np.array([r.missing for r in found], np.int64),
        lo=lo,
        hi=hi,
        inputs=inputs,
        method=f"told: {told} of {held} rounds that must have been; seed {seed}",
    )


MEASURE = define("inst.vital", vitality, page=__doc__, zh="机制活力（每年届数）")

"""Longest gap between sessions.

How many of its usual intervals a body once let pass without a session.

Formula: g = max over neighbouring dated sessions of (t_(k+1) - t_k), over the stated interval; where none is stated, over the mean interval of the body's rounds. Between rounds k and n with n - k - 1 untold ones the longest gap is at least (t_n - t_k) / (n - k), and at most t_n - t_k.
Source: ours, after the idea that continuity shows whether a body is alive: Gray 2018, Life, Death, or Zombie? International Studies Quarterly 62(1): 1-13.
Inputs: numbered and dated rounds of the body up to the day; `stated` gives intervals in years by body.
Unit: intervals
Range: above 0; 1 is a body that met by the calendar. Unknown with fewer than two numbered rounds that are dated.
Pitfalls: The value is the least the gap can be: untold rounds are spread evenly. The time since the last round told is no
  gap, since silence of the sources is not absence of a meeting. Without a stated interval a body that always meets late looks regular. `missing` counts rounds told nowhere.
Uncertainty: missing (where in the untold stretch the rounds lay); coding.
Status: substitute.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from comity.measure.define import define
from comity.measure.institutions.sessions import YEAR, Rounds, behind_body, bodies, rounds_of
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.network import Network


def longest(rounds: Rounds, stated: float | None = None) -> tuple[float, float]:
    """Return the least and the most the longest gap can be, in intervals; NaN where it is unknown.

    >>> longest(Rounds(told=(1, 2, 4), day=((1, 0), (2, 400), (4, 1200)), plain=(), links=()))
    (1.0, 2.0)
    """
    pairs = list(zip(rounds.day, rounds.day[1:], strict=False))
    if not pairs or rounds.day[-1][1] <= rounds.day[0][1]:
        return float("nan"), float("nan")
    (k, first), (n, last) = rounds.day[0], rounds.day[-1]
    usual = stated * YEAR if stated else (last - first) / (n - k)
    least = max((t - s) / (j - i) for (i, s), (j, t) in pairs)
    return least / usual, max(t - s for (_, s), (_, t) in pairs) / usual


def gaps(
    network: Network,
    mechanisms: Sequence[str] | None = None,
    stated: Mapping[str, float] | None = None,
) -> Scores:
    """Return the longest gap of each body."""
    chosen = tuple(mechanisms) if mechanisms is not None else bodies(network)
    found = [rounds_of(network, body) for body in chosen]
    ends = [longest(r, (stated or {}).get(b)) for b, r in zip(chosen, found, strict=True)]
    lo, hi = np.array(ends, float).reshape(-1, 2).T

    def inputs(k: int) -> Inputs:
        return behind_body(network, chosen[k])

    return Scores(
        subjects=tuple(Subject(mechanism=m, period=str(network.day)) for m in chosen),
        values=lo,
        missing=np.array([r.missing for r in found], np.int64),
        lo=lo,
        hi=hi,
        cause="missing",
        inputs=inputs,
        method="intervals stated" if stated else "each body's mean interval",
    )


MEASURE = define("inst.gap", gaps, page=__doc__, zh="最长间隔")

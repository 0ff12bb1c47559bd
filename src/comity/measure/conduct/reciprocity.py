"""Reciprocity.

Whether two actors give as they get, in kind and at the same time.

Formula: r = 1 - sum over t and q of abs(a_ij - a_ji) / sum over t and q of (a_ij + a_ji), where a_ij is the number of events of class q from i to j in period t. With one period and one class: 1 - abs(a_ij - a_ji) / (a_ij + a_ji).
Source: the simple index of the literature on reciprocity: Goldstein and Freeman 1990, Three-Way Street (University of Chicago Press); Ward and Rajmaira 1992, Journal of Conflict Resolution 36(2): 342-368; the sum over periods and classes is ours; interval: circular block bootstrap of Politis and Romano 1992.
Inputs: events over the years of a sequence that go from one to the other, in periods of `months` (12 by default). Meetings, agreements and joint exercises are left out: they are mutual by the way they are coded.
Unit: share
Range: 0 (all from one side, or never the same thing in the same period) to 1 (each period alike). Pairs without any directed event are not listed.
Pitfalls: It is a match of numbers, no cause: see recip.beyond for what chance in time gives. Long periods raise it, since there is
  more time to answer. Models of reciprocity disagree on the same data (Patchen and Bogumil 1995). A source that tells one side's acts makes it low. Few periods make the bootstrap too sure; with fewer than 3 there is none.
Uncertainty: coding; sampling (blocks of periods).
Status: accepted.
"""

from typing import Final

import numpy as np

from comity.measure.conduct.answers import answered, answers, resampled
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import band
from comity.network.years import Sequence as Years

LEAST: Final = 3  # periods for a bootstrap


def reciprocity(
    sequence: Years, months: int = 12, *, seed: int = 0, samples: int = 200, level: float = 0.9
) -> Scores:
    """Return how far the conduct of each pair is mutual, over the years."""
    found = answers(sequence, months)
    values = answered(found.there, found.back)
    size = found.there.shape[2]
    lo = hi = np.full(len(values), np.nan)
    block = max(round(size ** (1 / 3)), 1)
    if sequence.draw is None and size >= LEAST and len(values):
        lo, hi = band(resampled(found.there, found.back, seed, samples, block), level)
        lo, hi = np.fmin(lo, values), np.fmax(hi, values)
    return Scores(
        subjects=found.subjects,
        values=values,
        lo=lo,
        hi=hi,
        inputs=found.behind,
        method=f"{size} periods of {months} months; bootstrap of blocks of {block}, "
        f"{samples} draws, seed {seed}",
    )


MEASURE = define("recip", reciprocity, page=__doc__, zh="行为互惠性", takes="sequence")

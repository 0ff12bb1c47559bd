"""Reciprocity beyond chance.

How much more two actors answer each other in time than they would if the one's acts came in random order.

Formula: r - mean of r over draws in which the periods of one side are put in random order; r as in recip. Interval: r less the quantiles of those draws.
Source: permutation null for two series, after the simple index of Goldstein and Freeman 1990, Three-Way Street (University of Chicago Press); that records of events must be held against shuffled time is our rule.
Inputs: as recip, with periods of `months` (12 by default); `samples` draws from `seed`.
Unit: difference of shares
Range: -1 to 1; about 0 where time makes no difference. Unknown with fewer than 3 periods.
Pitfalls: A trend or crisis that moves both sides makes it positive without any answer. Random order breaks what follows upon itself,
  so the interval is too narrow for slow series. Where the interval holds 0, chance in time is enough. The interval is that of chance, not of the events told.
Uncertainty: null (shuffled time); coding.
Status: substitute.
"""

import numpy as np

from comity.measure.conduct.answers import answered, answers, shuffled
from comity.measure.conduct.reciprocity import LEAST
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import band
from comity.network.years import Sequence as Years


def beyond(
    sequence: Years, months: int = 12, *, seed: int = 0, samples: int = 200, level: float = 0.9
) -> Scores:
    """Return how far the reciprocity of each pair exceeds that of shuffled time."""
    found = answers(sequence, months)
    size = found.there.shape[2]
    values = answered(found.there, found.back)
    lo = hi = np.full(len(values), np.nan)
    if size < LEAST:
        values = np.full(len(values), np.nan)
    elif len(values):
        chance = shuffled(found.there, found.back, seed, samples)
        low, high = band(chance, level)
        mean = chance.mean(0)
        lo, hi = np.minimum(values - high, values - mean), np.maximum(values - low, values - mean)
        values = values - mean
    return Scores(
        subjects=found.subjects,
        values=values,
        lo=lo,
        hi=hi,
        cause="null",
        inputs=found.behind,
        method=f"{size} periods of {months} months; {samples} random orders, seed {seed}",
    )


MEASURE = define("recip.beyond", beyond, page=__doc__, zh="超出随机的互惠性", takes="sequence")

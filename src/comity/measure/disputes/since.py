"""Time since the last escalation.

How many years ago two actors last used, threatened or showed arms against each other, as far as is told.

Formula: t = (day - last day of the latest militarised entry of the pair) / 365.25, by the entries of `dispute.count`, whenever they were.
Source: years at peace as in studies of militarised disputes: Beck, Katz and Tucker 1998, Taking time seriously, American Journal of Political Science 42(4): 1260-1288.
Inputs: militarised entries of `dispute.count` up to the day; `rivals` (pairs to list even if nothing is told).
Unit: years
Range: 0 and above. Unknown for pairs of which no militarised entry is told: they are listed only if named.
Pitfalls: A data set of pair-years tells the year alone: the end of it is taken. After its last year nobody would have told: the interval then goes
  down to 0, and `missing` is 1. Before its first year likewise nothing is told. A long time is not a settlement.
Uncertainty: missing (what the dates leave open, and what may have happened since the coverage of militarised disputes ends).
Status: substitute.
"""

from collections.abc import Sequence

import numpy as np

from comity.measure.define import define
from comity.measure.disputes.attempts import COURTS, Attempt, Pair, attempts, behind, named, silence
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

YEAR = 365.25


def since(network: Network, rivals: Sequence[Pair] | None = None) -> Scores:
    """Return the years since the last militarised entry of each pair."""
    last = _latest(network)
    pairs = sorted(last) if rivals is None else named(network, rivals)
    day, known = network.day.toordinal(), silence(network)
    told = [last.get(pair) for pair in pairs]
    ends = [_years(day, one) for one in told]
    open_ = [not known[network.index[a], network.index[b]] for a, b in pairs]

    def inputs(k: int) -> Inputs:
        one = told[k]
        return () if one is None else behind([one])

    return Scores(
        subjects=tuple(Subject(actors=p, period=str(network.day)) for p in pairs),
        values=np.array([e[0] for e in ends]),
        missing=np.array(open_, np.int64),
        lo=np.array(
            [0.0 if gone and e[0] == e[0] else e[0] for e, gone in zip(ends, open_, strict=True)]
        ),
        hi=np.array([e[1] for e in ends]),
        cause="missing",
        inputs=inputs,
        method="from the last day it may have been",
    )


def _latest(network: Network) -> dict[Pair, Attempt]:
    """Return the latest militarised entry of each pair up to the day."""
    day, found = network.day.toordinal(), dict[Pair, Attempt]()
    for attempt in attempts(network.plan, COURTS):
        on = attempt.kind == "militarised" and attempt.first <= day
        if on and attempt.times(network.draw) > 0:
            before = found.get(attempt.pair)
            if before is None or (attempt.last, attempt.first) > (before.last, before.first):
                found[attempt.pair] = attempt
    return found


def _years(day: int, one: Attempt | None) -> tuple[float, float]:
    """Return the least and the most years since an entry; unknown where there is none."""
    if one is None:
        return float("nan"), float("nan")
    return max(0, day - one.last) / YEAR, max(0, day - one.first) / YEAR


MEASURE = define("dispute.since", since, page=__doc__, zh="距上次军事化冲突年数", draws=False)

"""Handling of disputes, counted.

How often two actors talked about their disputes between themselves, with third parties, before a court, or used arms against each other. Counts come first; the share rests on them.

Formula: n_q = number of entries of class q in the months that end with the day. bilateral: talks and agreements on the track of disputes of the two alone; third-party: the same with others taking part; court: before a court or tribunal (`courts`), whether or not both accept it; militarised: pair-years of a militarised dispute of hostility 2 (threat) or more, and threats of force, coercion and attacks told by texts in years for which no data set tells one; offer: proposals and commitments on a dispute addressed to the other.
Source: classes after the attempts at settlement of the Issue Correlates of War project: Hensel, Mitchell, Sowers and Thyne 2008, Bones of contention, Journal of Conflict Resolution 52(1): 117-143; militarised: Palmer et al. 2021, The MID5 dataset, Conflict Management and Peace Science 39(4): 470-482. Which comity's events fall into which class is ours.
Inputs: events of the modes meet, visit, call, dialogue, conference, sign, declare, adopt and establish whose track is dispute; events of the modes threaten (military), coerce and attack; the series mid-hostility; positions of the track dispute. `months` (120 by default), `rivals` (pairs to list even if nothing is told).
Unit: entries
Range: 0 and above. Unknown where nothing is told of a class, unless data on militarised disputes cover the pair on the day. Pairs of which nothing is told are not listed unless named.
Pitfalls: Entries of classes differ in kind: a meeting takes an hour, a pair-year a year. Talks held in silence are not told; a court that the register does not know counts as a third party. No claim is endorsed, and
  no salience is given to any: what a dispute is worth to its parties is in no input. An event of many about one dispute counts for every two of them, also for those who do not dispute. The layer names the class.
Uncertainty: sampling (Poisson); coding.
Status: substitute.
"""

from collections.abc import Sequence

import numpy as np

from comity.measure.define import define
from comity.measure.disputes.attempts import CLASSES, COURTS, Pair, handled, silence
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import rate_interval
from comity.measure.value import Inputs, Subject
from comity.network.network import Network


def tally(
    network: Network,
    months: int = 120,
    courts: Sequence[str] = COURTS,
    rivals: Sequence[Pair] | None = None,
    level: float = 0.9,
) -> Scores:
    """Return the number of entries of each class, pair by pair."""
    found = handled(network, months, courts, rivals)
    silent = silence(network)
    known = found.counts > 0
    for row, (a, b) in enumerate(found.pairs):
        arms = CLASSES.index("militarised")
        known[row, arms] |= silent[network.index[a], network.index[b]]
    lo, hi = rate_interval(found.counts, 1.0, level)
    size = len(CLASSES)

    def inputs(k: int) -> Inputs:
        return found.of(k // size, CLASSES[k % size : k % size + 1])

    return Scores(
        subjects=tuple(
            Subject(actors=p, layer=kind, period=str(network.day))
            for p in found.pairs
            for kind in CLASSES
        ),
        values=np.where(known, found.counts, np.nan).ravel(),
        missing=(~known).ravel().astype(np.int64),
        lo=np.where(known, lo, np.nan).ravel(),
        hi=np.where(known, hi, np.nan).ravel(),
        inputs=inputs,
        method=f"{months} months; {level:.0%} Poisson interval",
    )


MEASURE = define("dispute.count", tally, page=__doc__, zh="争端处理计数")

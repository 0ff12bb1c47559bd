"""Peaceful handling of disputes.

Of what two actors did about their disputes, the share that was peaceful: talks of the two, with third parties, or before a court.

Formula: s = (bilateral + third-party + court) / (bilateral + third-party + court + militarised), with the classes of `dispute.count` in the months that end with the day.
Source: the ratio of peaceful to militarised attempts over an issue: Hensel, Mitchell, Sowers and Thyne 2008, Bones of contention, Journal of Conflict Resolution 52(1): 117-143; the normation as one share is ours.
Inputs: those of `dispute.count` (`months`, `courts`, `rivals`).
Unit: share
Range: 0 (arms alone) to 1 (talks alone). Unknown where nothing of either is told.
Pitfalls: Many talks may mean a quarrel that goes on, few that it rests: 1 is not peace, and 0 of one entry says little. Texts of the parties tell talks, data sets tell
  disputes, and they end in different years: outside the coverage of militarised disputes the share is too high (`missing` is 1 there). Entries are not weighed.
Uncertainty: sampling (Beta: entries as trials); coding.
Status: substitute.
"""

from collections.abc import Sequence

import numpy as np

from comity.measure.define import define
from comity.measure.disputes.attempts import (
    CLASSES,
    COURTS,
    PEACEFUL,
    Pair,
    handled,
    silence,
)
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import share_interval
from comity.measure.value import Inputs, Subject
from comity.network.network import Network


def peaceful(
    network: Network,
    months: int = 120,
    courts: Sequence[str] = COURTS,
    rivals: Sequence[Pair] | None = None,
    level: float = 0.9,
) -> Scores:
    """Return the share of peaceful entries of each pair."""
    found = handled(network, months, courts, rivals, (*PEACEFUL, "militarised"))
    talks = found.counts[:, : len(PEACEFUL)].sum(1)
    every = talks + found.counts[:, CLASSES.index("militarised")]
    lo, hi = share_interval(talks, every, level)
    known = silence(network)
    with np.errstate(invalid="ignore"):
        values = np.where(every > 0, talks / every, np.nan)

    def inputs(k: int) -> Inputs:
        return found.of(k, (*PEACEFUL, "militarised"))

    open_ = [not known[network.index[a], network.index[b]] for a, b in found.pairs]
    return Scores(
        subjects=tuple(Subject(actors=p, period=str(network.day)) for p in found.pairs),
        values=values,
        missing=np.array(open_, np.int64),
        lo=lo,
        hi=hi,
        inputs=inputs,
        notes=[
            ", ".join(f"{kind} {n:g}" for kind, n in zip(CLASSES, row, strict=True))
            for row in found.counts
        ],
        method=f"{months} months",
    )


MEASURE = define("dispute.peaceful", peaceful, page=__doc__, zh="和平处理争端比例")

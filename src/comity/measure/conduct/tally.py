"""Counts of cooperation and conflict.

How many events of four classes two actors had: words and deeds, with and against each other. Counts come first; shares and scales rest on them.

Formula: n_q = number of events of class q in the months that end with the day, for q of verbal cooperation, material cooperation, verbal conflict, material conflict.
Source: the four classes of CAMEO and PLOVER: PLOVER manual 0.8 (openeventdata/PLOVER); Duval and Thompson 1980, Reconsidering the aggregate relationship between size, economic development, and some types of foreign policy behavior, American Journal of Political Science 24(3): 511-525.
Inputs: events of two actors of the network in `months` (12 by default). What is done together (CONSULT, AGREE, COOPERATE) counts for every two participants, what is done to somebody from the one to the other. Appeals, proposals and publications are in no class. Events whose date is open at an end are left out.
Unit: events
Range: 0 and above. Unknown where nothing is told of a class and no source covers it.
Pitfalls: These are events told, not events that were. Sources differ in what they tell: media tell conflict, state news agencies tell
  visits; hold one family of sources against the other (`leave_one_family_out`). Pairs of which no event is told are not listed. A protest is a government's and counts as words; PLOVER's root PROTEST means demonstrations, so imported events of that root stand in the wrong class.
Uncertainty: coding; sampling (Poisson).
Status: accepted.
"""

import numpy as np

from comity.measure.conduct.events import counts
from comity.measure.conduct.scales import QUADS
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import rate_interval
from comity.measure.value import Inputs
from comity.network.network import Network


def tally(network: Network, months: int = 12, level: float = 0.9) -> Scores:
    """Return the number of events of each class for each pair of which any is told."""
    found = counts(network, months)
    told = np.where(found.known, found.told, np.nan)
    lo, hi = rate_interval(found.told, 1.0, level)
    lo, hi = (np.where(found.known, end, np.nan).T.ravel() for end in (lo, hi))
    size = len(found.pairs)

    def inputs(k: int) -> Inputs:
        return found.behind(k % size, (k // size,))

    return Scores(
        subjects=[s for quad in QUADS for s in found.subjects(quad)],
        values=told.T.ravel(),
        missing=(~found.known).T.ravel().astype(np.int64),
        lo=lo,
        hi=hi,
        inputs=inputs,
        method=f"events of {months} months; {level:.0%} Poisson interval",
    )


MEASURE = define("coop.count", tally, page=__doc__, zh="合作与冲突事件计数")

"""Promises by what became of them.

How many dated commitments and plans of an actor were kept, moved, are open, overdue or without news. Counts come first; the share kept rests on them.

Formula: n_aq = number of promises that a made by the day and that stand as q on it. kept: a later document tells of it in the time promised; moved: told, or planned anew, with another date; open: not yet due; overdue: due, and later documents of these actors do not tell of it; no news: due, and no later document of these actors is there.
Source: no accepted measure was found; a substitute of ours. How promises are followed: docs/explanation/study.md.
Inputs: positions that commit or propose with a deadline, planned and proposed events with a date, and later claims that answer them, told by the day. A promise of several counts for each. Without actors: all promises, each once.
Unit: promises
Range: 0 and above. Actors without any promise are not listed.
Pitfalls: Documents tell more of what was kept, and a later document may answer in words that the reader misses. A promise repeated in another document counts again.
  Overdue is what documents do not tell: it is never the same as broken. The layer names what became of them.
Uncertainty: sampling (Poisson). Draws of coding errors do not move it: they are of links, and promises are claims.
Status: substitute.
"""

import numpy as np

from comity.measure.define import define
from comity.measure.promises.standing import STANDINGS, behind, makers, standings
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import rate_interval
from comity.measure.value import Inputs, Subject
from comity.network.network import Network


def tally(network: Network, level: float = 0.9) -> Scores:
    """Return the number of promises of each actor by what became of them."""
    found = standings(network)
    who: list[tuple[str, ...]] = [(a,) for a in makers(network, found)]
    who += [()] if found else []
    own = [
        [s for s in found if s.name == name and (not w or w[0] in s.pledge.actors)]
        for w in who
        for name in STANDINGS
    ]
    counts = np.array([len(each) for each in own], float)
    lo, hi = rate_interval(counts, 1.0, level)

    def inputs(k: int) -> Inputs:
        return behind(own[k])

    return Scores(
        subjects=tuple(
            Subject(actors=w, layer=name, period=str(network.day))
            for w in who
            for name in STANDINGS
        ),
        values=counts,
        lo=lo,
        hi=hi,
        inputs=inputs,
        method=f"told by the day; {level:.0%} Poisson interval",
    )


MEASURE = define("promise.count", tally, page=__doc__, zh="承诺履行计数", draws=False)

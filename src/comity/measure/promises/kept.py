"""Promises kept.

Of the promises of an actor of which the outcome is told, the share that was kept in time.

Formula: s_a = kept / (kept + moved). What is due and not told of (overdue, no news) is unknown, and not in it: the interval says what it could make of the share.
Source: no accepted measure was found; a substitute of ours. How promises are followed: docs/explanation/study.md.
Inputs: the counts of `promise.count`. Promises that are not yet due are left out.
Unit: share
Range: 0 to 1. Unknown where no outcome is told. Without actors: all promises, each once.
Pitfalls: What was kept is told more readily than what was dropped, so the value lies high: read the interval. Moved may mean earlier, or by a day at sea. Promises of many
  actors count for each. Small promises weigh as much as great ones. `missing` counts those due without news.
Uncertainty: missing (from none of the unknown kept to all of them, each end with the Beta interval of its share).
Status: substitute.
"""

import numpy as np

from comity.measure.define import define
from comity.measure.promises.standing import UNKNOWN, Standing, behind, makers, standings
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import share_interval
from comity.measure.value import Inputs, Subject
from comity.network.network import Network


def kept(network: Network, level: float = 0.9) -> Scores:
    """Return the share of promises kept, of each actor and of all."""
    found = [s for s in standings(network) if s.name != "open"]
    who: list[tuple[str, ...]] = [(a,) for a in makers(network, found)]
    who += [()] if found else []
    own = [[s for s in found if not w or w[0] in s.pledge.actors] for w in who]
    good, bad = (_count(own, name) for name in (("kept",), ("moved",)))
    open_ = _count(own, UNKNOWN)
    every = good + bad + open_
    with np.errstate(invalid="ignore"):
        values = np.where(good + bad > 0, good / (good + bad), np.nan)

    def inputs(k: int) -> Inputs:
        return behind(own[k])

    return Scores(
        subjects=tuple(Subject(actors=w, period=str(network.day)) for w in who),
        values=values,
        missing=open_.astype(np.int64),
        lo=share_interval(good, every, level)[0],
        hi=share_interval(good + open_, every, level)[1],
        cause="missing",
        inputs=inputs,
        notes=[f"{g:g} kept, {b:g} moved" for g, b in zip(good, bad, strict=True)],
        method="due and not told of is unknown",
    )


def _count(
    own: list[list[Standing]], names: tuple[str, ...]
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([sum(s.name in names for s in each) for each in own], float)


MEASURE = define("promise.kept", kept, page=__doc__, zh="承诺兑现率", draws=False)

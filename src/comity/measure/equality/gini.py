"""Inequality of shares: Gini's coefficient, blind to size or weighted by population."""

from datetime import date
from functools import lru_cache
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import bootstrap, share_interval
from comity.measure.value import Inputs, Subject
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan

Floats = NDArray[np.float64]
DRAWS = 200
TINY = 1e-12  # what is left of 0 by rounding


def gini(counts: Floats, weights: Floats | None = None) -> float:
    """Return Gini's coefficient of counts; with weights, of counts per head, each head counted once.

    Half the mean absolute difference of two, over the mean. NaN where there is nothing to share out.

    >>> gini(np.array([0.0, 0, 0, 4])), gini(np.array([1.0, 3]), np.array([1.0, 3]))
    (0.75, 0.0)
    """
    sizes = np.ones(len(counts)) if weights is None else np.asarray(weights, float)
    if not len(counts) or not counts.sum() > 0:
        return float("nan")
    head = counts / sizes
    order = np.argsort(head, kind="stable")
    part = sizes[order] / sizes.sum()
    had = np.cumsum(counts[order]) / counts.sum()
    below = np.concatenate([[0.0], had[:-1]])
    found = float(1 - (part * (had + below)).sum())  # less twice the area under Lorenz's curve
    return found if found > TINY else 0.0


def lorenz(counts: Floats, weights: Floats | None = None) -> tuple[Floats, Floats]:
    """Return Lorenz's curve: shares of heads, from those who have least, and the shares they have.

    >>> [x.tolist() for x in lorenz(np.array([3.0, 1.0]))]
    [[0.0, 0.5, 1.0], [0.0, 0.25, 1.0]]
    """
    sizes = np.ones(len(counts)) if weights is None else np.asarray(weights, float)
    order = np.argsort(counts / sizes, kind="stable")
    heads = np.cumsum(sizes[order]) / sizes.sum()
    had = np.cumsum(counts[order]) / counts.sum()
    return np.concatenate([[0.0], heads]), np.concatenate([[0.0], had])


@lru_cache(maxsize=4)
def _told_of(plan: Plan, series: str) -> tuple[tuple[int, date, int, float], ...]:
    """Return the numbers of a series by when they end: last day, first day, place of the actor, number."""
    found = []
    for family, numbers in sorted(plan.evidence.series.items()):
        for n in numbers:
            end = n.period.end or n.period.start
            if n.series == series and n.a in plan.index and n.value is not None and end is not None:
                start = n.period.start or end
                found.append((end.toordinal(), family, start, plan.index[n.a], n.value))
    found.sort(key=itemgetter(0, 1))
    return tuple((end, start, place, value) for end, _, start, place, value in found)


def population(network: Network, series: str = "population") -> Floats:
    """Return the latest number of each actor up to the day; NaN where none is told."""
    found = np.full(len(network.actors), np.nan)
    for _, start, place, value in _told_of(network.plan, series):
        if start <= network.day:
            found[place] = value
    return found


def inequality(
    network: Network,
    acts: list[tuple[int, tuple[str, ...]]],
    *,
    weighted: bool,
    level: float,
    seed: int,
    what: str,
    members: tuple[str, ...] | None = None,
) -> Scores:
    """Return the inequality of acts, each of the place of its link and those who did it, who share it."""
    taken = network.actors if members is None else members
    sizes = population(network)
    among = [a for a in network.actors if a in taken]
    kept = [a for a in among if not weighted or sizes[network.index[a]] > 0]
    rows = _rows(network, acts, kept)
    weights = np.array([sizes[network.index[a]] for a in kept]) if weighted else None

    def statistic(sample: Floats) -> Floats:
        return np.array([gini(sample.sum(0), weights)])

    lo = hi = np.array([np.nan])
    if network.draw is None and len(rows) > 1:
        lo, hi = bootstrap(rows, statistic, np.random.default_rng(seed), DRAWS, level)
    did = rows.sum(0) > 0
    if network.draw is None and did.sum() == 1:
        lo, hi = _alone(did, len(rows), weights, level)
    links = tuple(network.evidence.links[i] for i, _ in acts)
    return Scores(
        subjects=(Subject(period=str(network.day)),),
        values=statistic(rows) if kept else np.array([np.nan]),
        missing=np.array([len(among) - len(kept)]),
        lo=lo,
        hi=hi,
        inputs=lambda _: _told(links),
        method=_method(what, len(rows), len(kept), weighted, seed),
    )


def _alone(
    who: NDArray[np.bool_], acts: int, weights: Floats | None, level: float
) -> tuple[Floats, Floats]:
    """Return the interval where one did everything, which resampling would call certain.

    The least is what remains if its share is at the lower end of a share's interval, the rest shared out evenly.
    """
    least = float(share_interval(acts, acts, level)[0])
    others = np.where(who, 0.0, np.ones(len(who)) if weights is None else weights)
    rest = (1 - least) * others / others.sum() if others.sum() else others
    ends = (gini(np.where(who, least, rest), weights), gini(who.astype(float), weights))
    return np.array([min(ends)]), np.array([max(ends)])


def _method(what: str, acts: int, actors: int, weighted: bool, seed: int) -> str:
    least = max(0.0, 1 - acts / actors) if actors else 0.0
    told = f"{acts} {what} over {actors} actors"
    if weighted:
        return f"{told}, by population; seed {seed}"
    # Fewer acts than actors cannot be shared out evenly.
    return f"{told}; {least:.2f} is the least so few acts of one actor each can give; seed {seed}"


def _rows(network: Network, acts: list[tuple[int, tuple[str, ...]]], kept: list[str]) -> Floats:
    place = {a: k for k, a in enumerate(kept)}
    times = None if network.draw is None else network.draw.times
    rows = np.zeros((len(acts), len(kept)))
    for row, (i, who) in enumerate(acts):
        own = [place[a] for a in who if a in place]
        if own:
            rows[row, own] = (1.0 if times is None else float(times[i])) / len(own)
    return np.asarray(rows[rows.sum(1) > 0])


def _told(links: tuple[Link, ...]) -> Inputs:
    return links

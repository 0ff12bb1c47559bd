"""Survival of ties.

Of the ties of a kind, the share that still holds so many years after it began.

Formula: S(t) = product over times t_k <= t at which ties ended of (1 - d_k / n_k), where d_k ended at t_k and n_k still held just before.
Source: Kaplan and Meier 1958, Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical Association 53: 457-481; variance of Greenwood 1926, on the scale of log(-log S), Kalbfleisch and Prentice 1980.
Inputs: ties of one `relation` (ally by default) up to the day, whose beginning is dated; a pair, or an actor and a body, is one tie as long as its spells touch or overlap by `bridge` days. A tie still open on the day, or on the last day that its source covers, is censored then.
Unit: share
Range: 0 to 1. Unknown where nobody is left at risk before `years`, unless all had ended.
Pitfalls: Ties that ended before sources began, or that nobody dates, are not in it: short ones are seen less. A renewal with
  another text is one tie here. Sources that give years only make ends fall on New Year. Lasting is not the same as good.
  `missing` counts ties whose beginning is not dated, which are left out.
Uncertainty: sampling (Greenwood; ties of one treaty end together, so it is too narrow for alliances of many); coding. Where none ended, the lower end is what so many ties without an end leave possible (Beta).
Status: accepted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import share_interval
from comity.measure.value import Inputs, Subject
from comity.model.vocabulary import RELATIONS
from comity.network.knowledge import bounds, reaches
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan

Floats = NDArray[np.float64]
YEAR = 365.25
Spell = tuple[int, int, bool]  # first day, last day, whether it ended


@dataclass(frozen=True, slots=True)
class Curve:
    """A survival curve: at each of ``times`` the share that is left, and Greenwood's sum up to it."""

    times: Floats
    share: Floats
    spread: Floats
    last: float

    def at(self, years: float) -> tuple[float, float]:
        """Return share and Greenwood's sum at a time; NaN beyond the last tie that was watched."""
        if not years <= self.last and not (len(self.share) and self.share[-1] == 0):
            return float("nan"), float("nan")
        place = int(np.searchsorted(self.times, years, "right")) - 1
        return (1.0, 0.0) if place < 0 else (float(self.share[place]), float(self.spread[place]))


def kaplan_meier(years: Sequence[float], ended: Sequence[bool]) -> Curve:
    """Return the survival curve of spells: how long each was seen, and whether it then ended.

    >>> kaplan_meier([1, 2, 3, 4], [True, False, True, True]).share.tolist()
    [0.75, 0.375, 0.0]
    """
    seen, over = np.asarray(years, float), np.asarray(ended, bool)
    times = np.unique(seen[over])
    risk = (seen[None, :] >= times[:, None]).sum(1)
    gone = ((seen[None, :] == times[:, None]) & over[None, :]).sum(1)
    with np.errstate(divide="ignore"):
        spread = np.cumsum(gone / (risk * (risk - gone)))
    return Curve(times, np.cumprod(1 - gone / risk), spread, float(seen.max(initial=0)))


def greenwood(share: float, spread: float, level: float = 0.9) -> tuple[float, float]:
    """Return the interval of a share between 0 and 1 on the scale of log(-log S)."""
    z = NormalDist().inv_cdf(0.5 + level / 2)
    width = z * np.sqrt(spread) / abs(np.log(share))
    return float(share ** np.exp(width)), float(share ** np.exp(-width))


@lru_cache(maxsize=8)
def _units(plan: Plan, relation: str) -> dict[tuple[str, ...], tuple[int, ...]]:
    """Return the places of the links of each tie: of two actors, or of an actor and a body."""
    links = plan.evidence.links
    found: dict[tuple[str, ...], list[int]] = {}
    for i in plan.chosen:
        link = links[i]
        if link.kind == relation and set(link.actors) <= set(plan.index):
            who = tuple(sorted(link.actors)) + ((link.frame,) if link.frame else ())
            found.setdefault(who, []).append(i)
    return {who: tuple(found[who]) for who in sorted(found)}


def _reach(link: Link, day: int, reach: dict[tuple[str, str], int]) -> int:
    """Return the last day on which the sources of a link, or we, could have seen it end."""
    ends = [reach[k] for f in link.families for k in ((f, ""), (f, link.frame or "")) if k in reach]
    return min(day, max(ends, default=day))


def spells_of(network: Network, relation: str, bridge: int = 1) -> tuple[list[Spell], int]:
    """Return the spells of ties up to the day, and how many links have no beginning."""
    plan, day = network.plan, network.day.toordinal()
    times = None if network.draw is None else network.draw.times
    words = {relation, "member"} if relation in ("party", "host", "founder") else {relation}
    covers = [
        (c, c.coverage.property.partition(":")[2])
        for c in plan.covers
        if c.coverage.property.partition(":")[0] in words
    ]
    reach = reaches(covers)
    found: list[Spell] = []
    undated = 0
    for places in _units(plan, relation).values():
        links = [plan.evidence.links[i] for i in places if times is None or times[i] > 0]
        undated += sum(x.period.start is None for x in links)
        own = [_spell(x, day, reach) for x in links if x.period.start is not None]
        found += _joined(sorted(s for s in own if s[0] <= day), bridge)
    return found, undated


def _spell(link: Link, day: int, reach: dict[tuple[str, str], int]) -> Spell:
    first, last = bounds(link.period.start, link.period.end)
    seen = _reach(link, day, reach)
    return first, max(first, min(last, seen)), last < seen


def _joined(spells: Sequence[Spell], bridge: int) -> list[Spell]:
    """Return spells with those that touch or overlap made one; it ended if its latest end did.

    >>> _joined([(1, 5, True), (6, 9, False), (20, 30, True)], 1)
    [(1, 9, False), (20, 30, True)]
    """
    found: list[Spell] = []
    for first, last, over in spells:
        if found and first <= found[-1][1] + bridge:
            begun, until, ended = found[-1]
            ends = ended if until > last else over if last > until else ended and over
            found[-1] = (begun, max(until, last), ends)
        else:
            found.append((first, last, over))
    return found


def survival(
    network: Network,
    relation: str = "ally",
    years: float = 10.0,
    bridge: int = 1,
    level: float = 0.9,
) -> Scores:
    """Return the share of ties that last so many years."""
    if relation not in RELATIONS:
        raise QueryError(
            f"There is no relation {relation}.", hint=f"Known: {', '.join(RELATIONS)}."
        )
    spells, undated = spells_of(network, relation, bridge)
    lengths = [(last - first) / YEAR for first, last, _ in spells]
    curve = kaplan_meier(lengths, [over for _, _, over in spells])
    share, spread = curve.at(years) if spells else (float("nan"), float("nan"))
    ends = (float("nan"), float("nan"))
    if 0 < share < 1:
        ends = greenwood(share, spread, level)
    elif share == share:  # none ended, or all did: Greenwood's variance is nought there
        risk = sum(n >= years for n in lengths) if share else sum(over for _, _, over in spells)
        lo, hi = share_interval(risk if share else 0, risk, level)
        ends = (float(lo), float(hi))

    def inputs(_: int) -> Inputs:
        links = network.evidence.links
        return tuple(links[i] for own in _units(network.plan, relation).values() for i in own)

    ended = sum(over for _, _, over in spells)
    return Scores(
        subjects=(Subject(layer=relation, period=str(network.day)),),
        values=np.array([share]),
        missing=np.array([undated]),
        lo=np.array([ends[0]]),
        hi=np.array([ends[1]]),
        inputs=inputs,
        method=f"after {years:g} years; {len(spells)} ties, of which {ended} ended",
    )


MEASURE = define("sust.survival", survival, page=__doc__, zh="关系存续率")

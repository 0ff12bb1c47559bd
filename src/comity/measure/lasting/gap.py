"""Gap in wealth.

How far apart the actors are in output per head: what narrowing gaps would make smaller.

Formula: s = standard deviation over actors of ln(y_i), where y_i is output per head.
Source: sigma convergence: Barro and Sala-i-Martin 1992, Convergence, Journal of Political Economy 100(2): 223-251; Sala-i-Martin 1996, Economic Journal 106: 1019-1036.
Inputs: the latest number up to the day, not older than `years` (3), of the series `series` (gdp-per-capita), else of gdp over population. No feed of comity brings them: import them with the feed `table`, and read them into evidence with `study.evidence(series=[...])`.
Unit: log points
Range: 0 (all alike) and above; 0.7 is a typical distance of a factor of two. Unknown where fewer than two actors have a number.
Pitfalls: Each state counts alike, however many people it has; a large state that catches up lowers the gap between people more than this one. Output is no welfare and hides gaps within states.
  Sources in other prices give other values: never mix them. That actors without numbers are often the poorest makes it look small. `missing` counts them.
Uncertainty: sampling (bootstrap over actors with `seed`: what if others had been listed?).
Status: accepted.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import bootstrap
from comity.measure.value import Inputs, Subject
from comity.model import Observation
from comity.network.network import Network
from comity.network.plan import Plan

Floats = NDArray[np.float64]
DRAWS = 200
YEAR = 365.25


def gap(
    network: Network,
    series: str = "gdp-per-capita",
    years: float = 3.0,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return the dispersion of output per head among the actors."""
    told = _latest(network, series, years)
    gdp, heads = _latest(network, "gdp", years), _latest(network, "population", years)
    each: list[tuple[float, tuple[Observation, ...]]] = []
    for actor in network.actors:
        if actor in told:
            each.append((_number(told[actor]), (told[actor],)))
        elif actor in gdp and actor in heads and _number(heads[actor]) > 0:
            output, people = gdp[actor], heads[actor]
            each.append((_number(output) / _number(people), (output, people)))
    logs = np.log(np.array(sorted(n for n, _ in each if n > 0)))
    value = lo = hi = np.array([np.nan])
    if len(logs) > 1:
        value = np.array([logs.std(ddof=1)])
        rng = np.random.default_rng(seed)
        lo, hi = bootstrap(logs, lambda x: np.array([x.std(ddof=1)]), rng, DRAWS, level)
        lo, hi = np.minimum(lo, value), np.maximum(hi, value)

    def inputs(_: int) -> Inputs:
        return tuple(x for _, own in each for x in own)

    return Scores(
        subjects=(Subject(period=str(network.day)),),
        values=value,
        missing=np.array([len(network.actors) - len(logs)]),
        lo=lo,
        hi=hi,
        inputs=inputs,
        method=f"{len(logs)} actors; numbers of {years:g} years; seed {seed}",
    )


def _number(observation: Observation) -> float:
    return float(observation.value or 0.0)


def _latest(network: Network, series: str, years: float) -> dict[str, Observation]:
    """Return the latest number of each actor that began by the day and is not too old."""
    oldest = network.day.toordinal() - years * YEAR
    found: dict[str, Observation] = {}
    for n, start, end in _numbers(network.plan, series):
        if start <= network.day.toordinal() and end >= oldest:
            found[n.a] = n
    return found


@lru_cache(maxsize=8)
def _numbers(plan: Plan, series: str) -> tuple[tuple[Observation, int, int], ...]:
    """Return the numbers of a series of single actors with their first and last day, the latest last."""
    heard = plan.options.sources
    found = []
    for family, numbers in sorted(plan.evidence.series.items()):
        for n in numbers if heard is None or family in heard else ():
            single = n.series == series and n.value is not None and n.b is None
            if single and n.a in plan.index and n.period.end is not None:
                end = n.period.end.toordinal()
                start = n.period.start.toordinal() if n.period.start else end
                found.append((end, family, start, n))
    found.sort(key=lambda x: x[:2])
    return tuple((n, start, end) for end, _, start, n in found)


MEASURE = define("sust.gap", gap, page=__doc__, zh="贫富差距", draws=False)

"""Level of cooperation and conflict.

What the events of two actors come to on a scale from conflict to cooperation, under every scale at once.

Formula: g = mean over events of v(mode), or their sum (`how`), where v is the scale's value of a mode; interval: from the least to the greatest over the scales.
Source: Goldstein 1992, A conflict-cooperation scale for WEIS events data, Journal of Conflict Resolution 36(2): 369-385; PLOVER manual 0.8; the values and their sources stand in resources/scales.toml.
Inputs: events of the pair in `months` (12 by default), as in coop.count; the scale of the value (`scale`, goldstein by default) and those of the interval (`scales`, all by default).
Unit: points of a scale from -10 to 10
Range: -10 to 10 for the mean; any number for the sum. Pairs without any event are not listed.
Pitfalls: The sum follows how much is told, the mean hides it: read coop.count first. Goldstein's numbers were made for WEIS and carried over to
  CAMEO by hand; tables disagree. The two Goldstein tables differ in one mode here, and so do not count as two opinions. PLOVER's older table is left out: we could not read all of it. Whether one line from war to peace exists at all is open. An order of pairs that changes with the scale is no order.
Uncertainty: choice of scale; coding.
Status: accepted.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.conduct.events import Counts, counts, table_of
from comity.measure.conduct.scales import own_scales
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.network.network import Network

HOW = ("mean", "sum")


def level(
    network: Network,
    scale: str = "goldstein",
    scales: Sequence[str] | None = None,
    *,
    how: str = "mean",
    months: int = 12,
) -> Scores:
    """Return the level of cooperation and conflict of each pair, under one scale and over several."""
    if how not in HOW:
        raise QueryError(f"How is {' or '.join(HOW)}, not {how}.")
    found = counts(network, months)
    names = [s.id for s in own_scales().scales] if scales is None else list(scales)
    values = scaled(found, scale, how)
    every = np.stack([values, *(scaled(found, name, how) for name in names)])
    return Scores(
        subjects=found.subjects(),
        values=values,
        missing=(~found.known).sum(1),
        lo=every.min(0),
        hi=every.max(0),
        cause="choice",
        inputs=found.behind,
        method=f"{how} over events of {months} months on {scale}; interval: {', '.join(names)}",
    )


def scaled(found: Counts, scale: str, how: str) -> NDArray[np.float64]:
    """Return the level of each pair on one scale; NaN without events."""
    table = table_of(found.network.plan)
    worth = own_scales().scale(scale).values
    points = np.array([worth[mode] for mode in table.modes])[table.mode]
    rows = table.within(found.first, found.network.day)
    times = table.times(found.network.draw)[rows]
    size = len(table.pairs)
    total = np.bincount(table.pair[rows], points[rows] * times, minlength=size)[found.chosen]
    count = np.bincount(table.pair[rows], times, minlength=size)[found.chosen]
    if how == "sum":
        return np.where(count > 0, total, np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(count > 0, total / count, np.nan)


MEASURE = define("coop.net", level, page=__doc__, zh="合作—冲突水平")

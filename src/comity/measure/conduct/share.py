"""Share of cooperation.

How much of what two actors had to do with each other was cooperation.

Formula: s = (VC + MC) / (VC + MC + VK + MK), with V for verbal, M for material, C for cooperation, K for conflict.
Source: the four classes of the PLOVER manual 0.8 (openeventdata/PLOVER); interval: Brown, Cai and DasGupta 2001, Statistical Science 16(2): 101-133.
Inputs: events of the pair in `months` (12 by default), as in coop.count.
Unit: share
Range: 0 (conflict alone) to 1 (cooperation alone). Pairs without any event are not listed.
Pitfalls: Media tell conflict more, state news agencies tell visits more: compute it for each family of sources (`sources` of the
  network, or `leave_one_family_out`). One meeting and one war weigh alike. The interval takes events as independent; they come in chains. `missing` counts classes that no source covers.
Uncertainty: coding; sampling (Beta posterior).
Status: accepted.
"""

import numpy as np
from numpy.typing import NDArray

from comity.measure.conduct.events import Counts, counts
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import share_interval
from comity.network.network import Network

Floats = NDArray[np.float64]


def share(network: Network, months: int = 12, level: float = 0.9) -> Scores:
    """Return the share of cooperation in the events of each pair."""
    return shared(counts(network, months), (0, 1), (0, 1, 2, 3), months, level)


def shared(
    found: Counts, part: tuple[int, ...], whole: tuple[int, ...], months: int, level: float
) -> Scores:
    """Return the share of some classes in others; unknown without events."""
    k, n = found.told[:, part].sum(1), found.told[:, whole].sum(1)
    with np.errstate(invalid="ignore", divide="ignore"):
        values = np.where(n > 0, k / n, np.nan)
    lo, hi = share_interval(k, n, level)
    return Scores(
        subjects=found.subjects(),
        values=values,
        missing=(~found.known[:, whole]).sum(1),
        lo=np.where(n > 0, np.minimum(lo, values), np.nan),
        hi=np.where(n > 0, np.maximum(hi, values), np.nan),
        inputs=lambda i: found.behind(i, whole),
        method=f"events of {months} months; {level:.0%} Beta interval, Jeffreys' prior",
    )


MEASURE = define("coop.share", share, page=__doc__, zh="合作占比")

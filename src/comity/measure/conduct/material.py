"""Deeds in cooperation.

How much of the cooperation of two actors was material rather than words.

Formula: s = MC / (VC + MC), with MC material and VC verbal cooperation.
Source: the four classes of the PLOVER manual 0.8 (openeventdata/PLOVER); interval: Brown, Cai and DasGupta 2001, Statistical Science 16(2): 101-133.
Inputs: events of the pair in `months` (12 by default), as in coop.count.
Unit: share
Range: 0 (words alone) to 1 (deeds alone). Unknown for a pair without cooperation.
Pitfalls: Sources name meetings more safely than aid or intelligence, so it is too low rather than too high. Exercises, operations,
  exchanges, projects and notifications are deeds here; a signature is words. The interval takes events as independent; they come in series.
Uncertainty: coding; sampling (Beta posterior).
Status: accepted.
"""

from comity.measure.conduct.events import counts
from comity.measure.conduct.share import shared
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.network.network import Network


def material(network: Network, months: int = 12, level: float = 0.9) -> Scores:
    """Return the share of deeds in the cooperation of each pair."""
    return shared(counts(network, months), (1,), (0, 1), months, level)


MEASURE = define("coop.material", material, page=__doc__, zh="实质合作占比")

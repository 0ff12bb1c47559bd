"""Obligations of an alliance.

What two allies owe each other by treaty: defence, offence, neutrality, non-aggression, consultation. A label, never a number.

Formula: the obligations named in the grades of the ties of alliance that stand between the two on the day, each once, in the order above.
Source: types of obligations: Leeds, Ritter, Mitchell and Long 2002, Alliance Treaty Obligations and Provisions, 1815-1944, International Interactions 28(3): 237-260; entente: Correlates of War, Gibler 2009, International Military Alliances.
Inputs: ties of the relation ally on the day with their grade, from data sets (ATOP, Correlates of War), comity's facts and texts.
Unit: label
Range: words; unknown where an alliance is told without its kind.
Pitfalls: ATOP counts treaties of non-aggression as alliances, also the Treaty of Amity and Cooperation; Correlates of War does not: the note says which source names what. The obligations of a
  pair are those of either side. An obligation that no source names may stand in a text that none of them read. What is owed is not what will be done. `missing` counts ties without a kind.
Uncertainty: none: a label stands or falls with the rows and claims it names.
Status: accepted.
"""

from collections.abc import Sequence

import numpy as np

from comity.measure.checklists.pairs import OBLIGATIONS, allied, allies
from comity.measure.checklists.pairs import obligations as named
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.link import Link
from comity.network.network import Network

REASON = "it is a label: there is nothing between two obligations"


def obligations(network: Network) -> Scores:
    """Return the obligations of each pair of allies."""
    pairs = allies(network)
    ties = [allied(network, pair) for pair in pairs]

    def inputs(k: int) -> Inputs:
        return ties[k]

    return Scores(
        subjects=tuple(Subject(actors=p, layer="alliance", period=str(network.day)) for p in pairs),
        values=np.full(len(pairs), np.nan),
        missing=np.array([sum(not named(x) for x in own) for own in ties], np.int64),
        labels=[_label(own) for own in ties],
        inputs=inputs,
        no_interval=REASON,
        notes=[_sources(own) for own in ties],
        method="as the sources name them",
    )


def _label(own: Sequence[Link]) -> str | None:
    told = {o for x in own for o in named(x)}
    return ", ".join(o for o in OBLIGATIONS if o in told) or None


def _sources(own: Sequence[Link]) -> str:
    """Return which source names which obligations."""
    found: dict[str, set[str]] = {}
    for link in own:
        for family in link.families:
            found.setdefault(family, set()).update(named(link))
    parts = (
        f"{f}: {', '.join(o for o in OBLIGATIONS if o in found[f]) or 'none named'}"
        for f in sorted(found)
    )
    return "; ".join(parts)


MEASURE = define("ally.form", obligations, page=__doc__, zh="同盟义务", draws=False)

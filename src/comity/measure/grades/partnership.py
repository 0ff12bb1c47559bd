"""Grade of a partnership.

What two actors call their partnership, word for word. A label, never a number.

Formula: the grade of the tie that stands on the day and began last; with `order`, of those standing the one that the order names last. Grades of the same day or place stand side by side.
Source: Strüver 2016, International Alignment between Interests and Ideology: The Case of China's Partnership Diplomacy, GIGA Working Papers 283; Li and Ye 2019, China's emerging partnership network: what, who, where, when and why, International Trade, Politics and Development 3(2): 66-81, who find 24 types.
Inputs: ties of the relation partner on the day, with their grade as the text prints it.
Unit: label
Range: the words of the text; unknown where a partnership is told without a grade.
Pitfalls: The parties never set out an order of grades: whoever ranks them infers it, so `order` is the user's, with a source, and
  two orders should be held against each other. The same words may mean less between others. Grades in Chinese and English
  are not matched here. A partnership told by one side is not thereby one of both. `missing` counts ties without grade.
Uncertainty: none: a label is read, and stands or falls with the claims it names.
Status: accepted.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np

from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.link import Link
from comity.network.network import Network

REASON = "it is a label as the text prints it: there is nothing between two labels"


def grade_of(links: Sequence[Link], order: Sequence[str] = ()) -> str | None:
    """Return the grade that stands: the latest, or the last in a given order; None where none is told."""
    graded = [x for x in links if x.grade]
    ranked = [x for x in graded if x.grade in order]
    if ranked:
        place = max(order.index(str(x.grade)) for x in ranked)
        return order[place]
    begun = max((x.period.start or date.min for x in graded), default=None)
    latest = {str(x.grade) for x in graded if (x.period.start or date.min) == begun}
    return "; ".join(sorted(latest)) or None


def partnership(network: Network, order: Sequence[str] = ()) -> Scores:
    """Return the grade of the partnership of each pair that has one."""
    told = Network(network.plan, network.day) if network.draw is not None else network
    layer = told.layer("partnership")
    pairs = [
        (network.actors[i], network.actors[j])
        for i, j in zip(*np.nonzero(np.triu(layer.ties, 1)), strict=True)
    ]
    behind: list[tuple[Link, ...]] = [layer.behind(a, b) for a, b in pairs]

    def inputs(k: int) -> Inputs:
        return behind[k]

    return Scores(
        subjects=tuple(
            Subject(actors=p, layer="partnership", period=str(network.day)) for p in pairs
        ),
        values=np.full(len(pairs), np.nan),
        missing=np.array([sum(not x.grade for x in links) for links in behind], np.int64),
        labels=[grade_of(links, order) for links in behind],
        inputs=inputs,
        no_interval=REASON,
        method=f"order: {' < '.join(order)}" if order else "the latest that stands; no order",
    )


MEASURE = define("partner.grade", partnership, page=__doc__, zh="伙伴关系等级", draws=False)

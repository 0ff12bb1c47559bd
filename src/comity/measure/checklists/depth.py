"""Depth of a body.

Of six marks of an institution, how many a body has: secretariat, charter, budget, clause on disputes, treaty in force, regular sessions. Which ones stands with each value.

Formula: s_m = items answered yes / items answered. Unknown items are not in it: the interval goes from none of them yes to all of them.
Source: marks after Boehmer, Gartzke and Nordstrom 2004, Do intergovernmental organizations promote peace?, World Politics 57(1): 1-38, whose own three levels are not rebuilt here; where it covers a body, the Measure of International Authority (Hooghe, Lenz and Marks 2019, A Theory of International Organization) says more: delegation and pooling. Items: resources/checklists.toml.
Inputs: answers with their source (resources/checklists.csv, or `read_checklists(FOLDER)` as `lists`); regular sessions also from the evidence: sessions in at least three of the five years up to the day. `bodies` names them, else those of which an answer or session is told.
Unit: share
Range: 0 to 1. Unknown where no item is answered.
Pitfalls: The items are not of one weight, and a share of two answered says little: read which they are. An informal forum lacks them by design, which is no fault. Most bodies have no
  answers yet: they are unknown, not shallow. Two sources that contradict each other leave an item unknown. `missing` counts unknown items.
Uncertainty: missing.
Status: substitute.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from comity.measure.checklists.answers import Checklists, own_checklists
from comity.measure.checklists.marks import marks, shares
from comity.measure.define import define
from comity.measure.institutions.sessions import sessions_told
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.spells import dates

SPAN, LEAST = 5, 3  # years looked at, and years with a session


def depth(
    network: Network, bodies: Sequence[str] | None = None, lists: Checklists | None = None
) -> Scores:
    """Return the share of the marks of an institution that each body has."""
    known = lists or own_checklists()
    meeting = set(sessions_told(network.plan))
    if bodies is None:
        bodies = sorted({*known.subjects("inst.depth"), *meeting})
    items = known.of("inst.depth")
    filled = [
        marks(
            items,
            known.given("inst.depth", body, network.day),
            {"sessions": _sessions(network, body) if body in meeting else ()},
        )
        for body in bodies
    ]
    subjects = [Subject(mechanism=body, period=str(network.day)) for body in bodies]
    return shares(subjects, filled, f"{len(items)} items")


def _sessions(network: Network, body: str) -> Inputs:
    """Return the recent sessions of a body if it met in enough of the years up to the day."""
    found = [
        (year, link)
        for year, day, link in _dated(network.plan).get(body, ())
        if network.day.year - SPAN < year and day <= network.day.toordinal()
    ]
    return tuple(x for _, x in found) if len({y for y, _ in found}) >= LEAST else ()


@lru_cache(maxsize=4)
def _dated(plan: Plan) -> dict[str, list[tuple[int, int, Link]]]:
    """Return the dated sessions of each body: year, first day, link."""
    found: dict[str, list[tuple[int, int, Link]]] = {}
    for body, own in sessions_told(plan).items():
        for link in (told.link for told in own):
            first, last = dates(link.period, plan.options.edges)
            if first <= last:
                found.setdefault(body, []).append((date.fromordinal(first).year, first, link))
    return found


MEASURE = define("inst.depth", depth, page=__doc__, zh="机制化程度清单", draws=False)

"""Openness of an alliance.

Of three marks of openness, how many an alliance has: its text is published, exercises are notified to others, others are invited to observe. Which ones stands with each value.

Formula: s_ij = items answered yes / items answered. Unknown items are not in it: the interval goes from none of them yes to all of them.
Source: no accepted measure of the transparency of alliances was found; a substitute of ours, after catalogues of confidence-building measures: OSCE, Vienna Document 2011, chapters V and VI; CICA catalogue of confidence-building measures 2004. Items: resources/checklists.toml.
Inputs: pairs with a tie of the relation ally on the day; answers with their source (resources/checklists.csv, or `read_checklists(FOLDER)` as `lists`); military notices of either to a third state, and military exercises of both with an observer, guest or invited state, in the five years up to the day.
Unit: share
Range: 0 to 1. Unknown where no item is answered.
Pitfalls: The evidence can only say yes: that nobody tells of a notice is no answer. A published text may have a secret annex. A notice may be of something else than an exercise: read the claim. Three items are a short list, and they are the document's notion of open. `missing` counts unknown items.
Uncertainty: missing.
Status: substitute.
"""

from comity.measure.checklists.answers import Checklists, own_checklists, subject_of
from comity.measure.checklists.marks import marks, shares
from comity.measure.checklists.pairs import allied, allies, notified, told
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.value import Subject
from comity.network.network import Network


def openness(network: Network, lists: Checklists | None = None) -> Scores:
    """Return the share of the marks of openness that each alliance of two has."""
    known = lists or own_checklists()
    pairs, items = allies(network), known.of("ally.open")
    filled = [
        marks(
            items,
            known.given("ally.open", subject_of(pair), network.day),
            {**told(network, pair), "notified": notified(network, pair)},
        )
        for pair in pairs
    ]
    subjects = [Subject(actors=pair, layer="alliance", period=str(network.day)) for pair in pairs]
    return shares(subjects, filled, f"{len(items)} items; alliances told: {_count(network)}")


def _count(network: Network) -> int:
    return sum(len(allied(network, pair)) for pair in allies(network))


MEASURE = define("ally.open", openness, page=__doc__, zh="同盟透明度清单", draws=False)

"""Stage of an alignment.

How far the military alignment of two actors has come, by a checklist of stages: early, moderate, advanced. A label, never a number.

Formula: the highest stage of which an item is answered yes, and below which none is answered no.
Source: stages of military cooperation: Korolev 2019, On the verge of an alliance: contemporary China-Russia military cooperation, Asian Security 15(3): 233-252; Korolev 2024, The stadial model of alignment formation, European Journal of International Security. We could not hold the items and their parting into stages against the papers' own tables: they are ours after an account of them, and stand in resources/checklists.toml to be mended.
Inputs: security events of the two in the five years up to the day (military notices, dialogues and exercises in three of the years, exchange, projects), ties of alliance on the day that oblige to defence or offence; answers with their source for the rest (resources/checklists.csv, or `read_checklists(FOLDER)` as `lists`).
Unit: label
Range: early, moderate, advanced; unknown where no item is answered yes. Pairs of which no security event is told in these years, nor an alliance on the day, are not listed.
Pitfalls: One item is enough, and unknown ones below it do not hold it down: read which are which. What nobody tells of may be there, so a stage is the least that the evidence shows. The order of items is a model's, not a law. `missing` counts unknown items.
Uncertainty: none: a label stands or falls with the claims it names.
Status: substitute.
"""

from collections.abc import Sequence

import numpy as np

from comity.measure.checklists.answers import STAGES, Checklists, own_checklists, subject_of
from comity.measure.checklists.marks import Mark, marks, words
from comity.measure.checklists.pairs import allies, paired, told
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

REASON = "it is a label of an order, not a number: there is nothing between two stages"


def reached(found: Sequence[Mark]) -> str | None:
    """Return the highest stage with a yes and without a no below it; None where there is none."""
    best = None
    for stage in STAGES:
        own = [m.yes for m in found if m.item.stage == stage]
        best = stage if True in own else best
        if False in own:
            break
    return best


def stage(network: Network, lists: Checklists | None = None) -> Scores:
    """Return the stage of alignment of each pair with any security tie."""
    known = lists or own_checklists()
    pairs, items = sorted({*paired(network), *allies(network)}), known.of("align.stage")
    filled = [
        marks(
            items,
            known.given("align.stage", subject_of(pair), network.day),
            told(network, pair),
        )
        for pair in pairs
    ]

    def inputs(k: int) -> Inputs:
        return tuple(dict.fromkeys(x for m in filled[k] for x in m.behind))

    return Scores(
        subjects=tuple(Subject(actors=p, period=str(network.day)) for p in pairs),
        values=np.full(len(pairs), np.nan),
        missing=np.array([sum(m.yes is None for m in f) for f in filled], np.int64),
        labels=[reached(f) for f in filled],
        inputs=inputs,
        no_interval=REASON,
        notes=[words(f) for f in filled],
        method=f"order: {' < '.join(STAGES)}",
    )


MEASURE = define("align.stage", stage, page=__doc__, zh="结盟阶段清单", draws=False)

"""Every measure there is: one row for each, in the order they are shown."""

from typing import Final

from comity.errors import QueryError
from comity.measure.alignment import kappa, pi, similarity
from comity.measure.balance import frustration
from comity.measure.blocs import polarization
from comity.measure.checklists import depth, obligations, openness, stage
from comity.measure.common import ledger, room, third
from comity.measure.conduct import beyond, level, material, reciprocity, share, tally
from comity.measure.define import Measure
from comity.measure.disputes import peaceful, since
from comity.measure.disputes import tally as disputes_tally
from comity.measure.equality import agenda, agenda_weighted, hosting, hosting_weighted, ties
from comity.measure.fields import cover, diversity, easy, evenness, first
from comity.measure.grades import ladder, pace, partnership
from comity.measure.institutions import central, density, gaps, scope, vitality
from comity.measure.institutions import overlap as bodies_overlap
from comity.measure.lasting import coupling, gap, lead, survival
from comity.measure.multiplex import between, bridge, constraint, overlap, participation
from comity.measure.promises import delay, kept
from comity.measure.promises import tally as promises_tally
from comity.measure.tracks import profile

MEASURES: Final[tuple[Measure, ...]] = (
    overlap.MEASURE,
    participation.MEASURE,
    bridge.MEASURE,
    between.MEASURE,
    constraint.MEASURE,
    kappa.MEASURE,
    pi.MEASURE,
    similarity.MEASURE,
    stage.MEASURE,
    obligations.MEASURE,
    openness.MEASURE,
    third.MEASURE,
    vitality.MEASURE,
    gaps.MEASURE,
    bodies_overlap.MEASURE,
    density.MEASURE,
    central.MEASURE,
    scope.MEASURE,
    depth.MEASURE,
    cover.MEASURE,
    evenness.MEASURE,
    diversity.MEASURE,
    first.MEASURE,
    easy.MEASURE,
    hosting.MEASURE,
    hosting_weighted.MEASURE,
    agenda.MEASURE,
    agenda_weighted.MEASURE,
    ties.MEASURE,
    room.MEASURE,
    ledger.MEASURE,
    disputes_tally.MEASURE,
    peaceful.MEASURE,
    since.MEASURE,
    survival.MEASURE,
    coupling.MEASURE,
    lead.MEASURE,
    gap.MEASURE,
    partnership.MEASURE,
    ladder.MEASURE,
    pace.MEASURE,
    promises_tally.MEASURE,
    kept.MEASURE,
    delay.MEASURE,
    profile.MEASURE,
    frustration.MEASURE,
    polarization.MEASURE,
    tally.MEASURE,
    share.MEASURE,
    material.MEASURE,
    level.MEASURE,
    reciprocity.MEASURE,
    beyond.MEASURE,
)


def measures() -> tuple[Measure, ...]:
    """Return every measure, in order."""
    return MEASURES


def measure_of(id: str) -> Measure:
    """Return a measure by its id; an unknown id is an error that lists those there are."""
    found = next((m for m in MEASURES if m.id == id), None)
    if found is None:
        known = ", ".join(m.id for m in MEASURES)
        raise QueryError(f"There is no measure {id}.", hint=f"Known: {known}.")
    return found

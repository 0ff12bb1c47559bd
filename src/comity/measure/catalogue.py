"""Every measure there is: one row for each, in the order they are shown."""

from typing import Final

from comity.errors import QueryError
from comity.measure.alignment import kappa, pi
from comity.measure.balance import frustration
from comity.measure.blocs import polarization
from comity.measure.common import ledger, room
from comity.measure.conduct import beyond, level, material, reciprocity, share, tally
from comity.measure.define import Measure
from comity.measure.equality import agenda, agenda_weighted, hosting, hosting_weighted
from comity.measure.grades import ladder, partnership
from comity.measure.institutions import central, density, gaps, scope, vitality
from comity.measure.institutions import overlap as bodies_overlap
from comity.measure.lasting import coupling, survival
from comity.measure.multiplex import between, bridge, constraint, overlap, participation

MEASURES: Final[tuple[Measure, ...]] = (
    overlap.MEASURE,
    participation.MEASURE,
    bridge.MEASURE,
    between.MEASURE,
    constraint.MEASURE,
    kappa.MEASURE,
    pi.MEASURE,
    vitality.MEASURE,
    gaps.MEASURE,
    bodies_overlap.MEASURE,
    density.MEASURE,
    central.MEASURE,
    scope.MEASURE,
    hosting.MEASURE,
    hosting_weighted.MEASURE,
    agenda.MEASURE,
    agenda_weighted.MEASURE,
    room.MEASURE,
    ledger.MEASURE,
    survival.MEASURE,
    coupling.MEASURE,
    partnership.MEASURE,
    ladder.MEASURE,
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

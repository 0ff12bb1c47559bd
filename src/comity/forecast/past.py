"""The past as evidence: what was known before a step, and the numbers it gives for every candidate."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from comity.errors import QueryError
from comity.forecast.evidence.catalogue import NAMES
from comity.forecast.evidence.counts import Counts, Singles, advance, empty_counts
from comity.forecast.evidence.fill import fill
from comity.forecast.evidence.own import fades
from comity.forecast.groups import Groups, groups_of
from comity.forecast.history import History, history_of
from comity.forecast.shapes import Floats
from comity.forecast.table import EventTable, Ints

CANDIDATES: Final = 300


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """For Q questions of one step: candidates (Q, K), evidence (Q, K, F), times the deed was done (Q,).

    ``rough`` (Q, N) is the first guess by which candidates were chosen, over all actors.
    """

    chosen: Ints
    values: Singles
    times: Singles
    rough: Singles


class Past:
    """A history that goes forward step by step: nothing at or after ``time`` is ever seen."""

    def __init__(self, table: EventTable, groups: Groups | None = None) -> None:
        self.groups = groups or groups_of(table.actors)
        self.history: History = history_of(table)
        self.counts: Counts = empty_counts(self.history, self.groups)
        self._fade = fades(1)

    @property
    def time(self) -> int:
        """Return the step before which everything is in."""
        return self.counts.time

    def reach(self, time: int) -> None:
        """Go forward to a later step. Raises QueryError for an earlier one."""
        if time < self.time:
            raise QueryError(f"The past stands at step {self.time} and does not go back to {time}.")
        advance(self.counts, self.history, self.groups, time)

    def gather(self, subject: Ints, relation: Ints, most: int = CANDIDATES) -> Gathered:
        """Return candidates with evidence for questions at the present step."""
        h, g, c = self.history, self.groups, self.counts
        if self._fade.shape[1] <= self.time + 1:
            self._fade = fades(2 * self.time + 2)
        q, k = len(subject), min(most, h.actors)
        found = Gathered(
            np.zeros((q, k), np.int64),
            np.zeros((q, k, len(NAMES)), np.float32),
            np.zeros(q, np.float32),
            np.zeros((q, h.actors), np.float32),
        )
        past = (h.start, h.relation, h.object, h.time, self._fade, c.rules(), g.country, g.role)
        faded = (
            *(c.object, c.busy, c.land_other, c.land_pair, c.role_pair, c.role_deed, c.role_other),
            *(c.object.sum(2), c.busy.sum(1)),
        )
        out = found.chosen, found.values, found.times, found.rough
        fill(subject, relation, self.time, past, faded, out)
        return found


def best_of(values: Floats, most: int) -> Ints:
    """Return the places of the greatest values, greatest first; equals keep their order."""
    return np.argsort(-values, kind="stable")[:most].astype(np.int64)

"""Counts over all actors that fade as steps go by: taken forward one step at a time."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.forecast.compiled import compiled
from comity.forecast.groups import Groups
from comity.forecast.history import History
from comity.forecast.table import Ints

Singles = NDArray[np.float32]
HALF_OBJECT: Final = (3.0, 30.0, 0.0)
HALF_BUSY: Final = (2.0, 20.0, 0.0)
HALF_GROUP: Final = 45.0
RULE_HALF: Final = 20.0
RULE_REACH: Final = 90  # steps: an older deed leads to nothing
RULE_PRIOR: Final = 30.0


@dataclass(slots=True, eq=False)
class Counts:
    """Counts as they stand before step ``time``.

    ``object`` (3, 2R, N) by half-life, relation, object; ``busy`` (3, N); ``land_other`` (C, N); ``land_pair``
    (C, C); ``role_pair`` (P, P); ``role_deed`` (2R, P); ``role_other`` (P, N). ``led`` (2R, 2R): how often
    the second deed followed the first between the same two, faded; ``chances`` (2R,): how often it could have.
    """

    time: int
    object: Singles
    busy: Singles
    land_other: Singles
    land_pair: Singles
    role_pair: Singles
    role_deed: Singles
    role_other: Singles
    led: Singles
    chances: Singles
    running: Singles

    def rules(self) -> Singles:
        """Return by deed and deed how likely the second follows the first on one step, as (2R, 2R)."""
        return np.asarray(self.led / (self.chances[:, None] + RULE_PRIOR), np.float32)


def empty_counts(history: History, groups: Groups) -> Counts:
    """Return counts before anything happened."""
    n, r = history.actors, history.relations
    c, p = len(groups.countries), len(groups.roles)
    shapes = ((3, r, n), (3, n), (c, n), (c, c), (p, p), (r, p), (p, n), (r, r), (r,), (r,))
    return Counts(0, *(np.zeros(shape, np.float32) for shape in shapes))


def advance(counts: Counts, history: History, groups: Groups, time: int) -> None:
    """Take counts forward to a later step: all events before it are in."""
    order = np.argsort(history.time, kind="stable")
    bounds = np.searchsorted(history.time[order], np.arange(counts.time, time + 1))
    owner = np.repeat(np.arange(history.actors), np.diff(history.start))
    for k in range(time - counts.time):
        _take_in(counts, history, groups, order[bounds[k] : bounds[k + 1]], owner)
        _fade(counts)
        counts.time += 1


def _fade(counts: Counts) -> None:
    for k, half in enumerate(HALF_OBJECT[:2]):
        counts.object[k] *= np.float32(2 ** (-1 / half))
    for k, half in enumerate(HALF_BUSY[:2]):
        counts.busy[k] *= np.float32(2 ** (-1 / half))
    slow = np.float32(2 ** (-1 / HALF_GROUP))
    for table in (
        counts.land_other,
        counts.land_pair,
        counts.role_pair,
        counts.role_deed,
        counts.role_other,
    ):
        table *= slow
    counts.running *= np.float32(2 ** (-1 / RULE_HALF))
    counts.chances += counts.running


def _take_in(counts: Counts, history: History, groups: Groups, rows: Ints, owner: Ints) -> None:
    s, r, o = owner[rows], history.relation[rows], history.object[rows]
    cs, co, ps, po = groups.country[s], groups.country[o], groups.role[s], groups.role[o]
    for k in range(3):
        np.add.at(counts.object[k], (r, o), 1)
        np.add.at(counts.busy[k], o, 1)
    np.add.at(counts.land_other, (cs, o), 1)
    np.add.at(counts.land_pair, (cs, co), 1)
    np.add.at(counts.role_pair, (ps, po), 1)
    np.add.at(counts.role_deed, (r, po), 1)
    np.add.at(counts.role_other, (ps, o), 1)
    np.add.at(counts.running, r, 1)
    for none in (counts.land_other, counts.land_pair, counts.role_pair, counts.role_other):
        none[0] = 0
    counts.land_pair[:, 0] = counts.role_pair[:, 0] = counts.role_deed[:, 0] = 0
    _follow(history.start, history.relation, history.object, history.time, rows, s, counts.led)


@compiled
def _follow(
    start: Any, relation: Any, object_: Any, time: Any, rows: Any, subjects: Any, led: Any
) -> Any:
    """Add to ``led`` the deeds between the same two that came before the events ``rows`` of one step.

    Of several deeds of one kind the last counts alone: a habit does not prove a consequence.
    """
    seen = np.full(led.shape[0], -1, np.int64)
    for i in range(len(rows)):
        j, s = rows[i], subjects[i]
        for k in range(j - 1, start[s] - 1, -1):
            age = time[j] - time[k]
            if age > RULE_REACH:
                break
            if age > 0 and object_[k] == object_[j] and seen[relation[k]] != i:
                seen[relation[k]] = i
                led[relation[k], relation[j]] += 2.0 ** (-age / RULE_HALF)

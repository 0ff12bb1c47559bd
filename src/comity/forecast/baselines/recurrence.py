"""The recurrence baseline: what happened comes back, the sooner ago the likelier.

Written from equations 3 to 6 of Gastinger, Meilicke, Errica, Sztyler, Schuelke and Stuckenschmidt, "History
repeats itself: a baseline for temporal knowledge graph forecasting", IJCAI 2024 (arXiv:2404.16726). For question
(s, r, ?) at t: the strict score of o is 2 ** (lambda * (k - t)) with k the last step at which (s, r, o) was known; the
relaxed score is the share of o among all known events of relation r; the score is alpha times the strict plus
(1 - alpha) times the relaxed one. lambda and alpha are chosen by relation on known questions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from comity.forecast.history import both_ways
from comity.forecast.ranks import Floats, Questions
from comity.forecast.table import EventTable, Ints

LAMBDAS: Final = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.0)
ALPHAS: Final = (0.0, 0.00001, 0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.995, 0.999, 0.9999, 1.0)
USUAL: Final = (0.02, 0.999)


@dataclass(frozen=True, slots=True, eq=False)
class Recurrence:
    """lambda and alpha of each directed relation, each as (2R,)."""

    decay: Floats
    share: Floats


def usual(relations: int) -> Recurrence:
    """Return the same lambda and alpha for all ``relations``, directed ones."""
    return Recurrence(np.full(relations, USUAL[0]), np.full(relations, USUAL[1]))


class _Known:
    """What is known as the steps go by: last step of each triple, counts of objects by relation."""

    def __init__(self, known: EventTable, actors: int, relations: int) -> None:
        self.rows = both_ways(known)
        self.order = np.argsort(self.rows[3], kind="stable")
        self.at = 0
        self.last: dict[tuple[int, int], dict[int, int]] = {}
        self.count = np.zeros((relations, actors))

    def reach(self, time: int) -> None:
        """Take in all events before a step."""
        s, r, o, t = self.rows
        while self.at < len(self.order) and t[self.order[self.at]] < time:
            i = self.order[self.at]
            self.last.setdefault((int(s[i]), int(r[i])), {})[int(o[i])] = int(t[i])
            self.count[r[i], o[i]] += 1
            self.at += 1


def _asked(
    known: EventTable, asked: Questions, horizon: int | None
) -> Iterator[tuple[int, Ints, Floats, Floats]]:
    """Yield question, objects of its own past, their ages, shares of all actors for the relation."""
    state = _Known(known, len(known.actors), 2 * len(known.relations))
    for i in range(len(asked)):
        s, r, t = int(asked.subject[i]), int(asked.relation[i]), int(asked.time[i])
        state.reach(t if horizon is None else min(t, horizon))
        past = state.last.get((s, r), {})
        objects = np.fromiter(past, np.int64, len(past))
        ages = t - np.fromiter(past.values(), float, len(past))
        row = state.count[r]
        yield i, objects, ages, row / max(row.sum(), 1.0)


def recurrence_ranks(
    fitted: Recurrence, known: EventTable, asked: Questions, horizon: int | None = None
) -> Floats:
    """Return the rank of every answer; with ``horizon`` nothing at or after that step is ever known."""
    out = np.empty(len(asked))
    for i, objects, ages, share in _asked(known, asked, horizon):
        r = asked.relation[i]
        pairs = fitted.decay[[r]], fitted.share[[r]]
        out[i] = _grid(objects, ages, share, int(asked.answer[i]), asked.others[i], *pairs)[0, 0]
    return out


def fit_recurrence(known: EventTable, asked: Questions, horizon: int | None = None) -> Recurrence:
    """Return lambda and alpha by relation with the best mean reciprocal rank; relations not asked keep the usual."""
    total = np.zeros((2 * len(known.relations), len(LAMBDAS), len(ALPHAS)))
    grid = np.array(LAMBDAS), np.array(ALPHAS)
    for i, objects, ages, share in _asked(known, asked, horizon):
        ranks = _grid(objects, ages, share, int(asked.answer[i]), asked.others[i], *grid)
        total[asked.relation[i]] += 1 / ranks
    found = usual(len(total))
    for r in np.unique(asked.relation):
        a, b = np.unravel_index(int(total[r].argmax()), total[r].shape)
        found.decay[r], found.share[r] = LAMBDAS[a], ALPHAS[b]
    return found


def _grid(
    objects: Ints,
    ages: Floats,
    share: Floats,
    answer: int,
    others: Ints,
    decay: Floats,
    alpha: Floats,
) -> Floats:
    """Return the average rank of an answer for every lambda and alpha, as (L, A)."""
    strict = np.exp2(-np.outer(decay, ages))
    blend = alpha[None, :, None] * strict[:, None, :] + (1 - alpha)[None, :, None] * share[objects]
    rest = (1 - alpha) * share[answer]
    mine = np.broadcast_to(rest, blend.shape[:2]).copy()
    here = np.flatnonzero(objects == answer)
    if len(here):
        mine = blend[:, :, here[0]].copy()
    fair = ~np.isin(objects, others)
    above = (blend[:, :, fair] > mine[..., None]).sum(2)
    equal = (blend[:, :, fair] == mine[..., None]).sum(2)
    away: NDArray[np.bool_] = np.ones(len(share), bool)
    away[objects] = away[others] = False
    unseen = np.sort(share[away])
    plain = (1 - alpha)[None, :, None] * unseen
    for b in range(len(alpha)):
        low = np.searchsorted(plain[0, b], mine[:, b], "left")
        high = np.searchsorted(plain[0, b], mine[:, b], "right")
        above[:, b] += len(unseen) - high
        equal[:, b] += high - low
    return np.asarray(above + (equal + 1) / 2, float)

"""The rank of the true answer among all actors, and what is reported of ranks.

Filter: time-aware, that is, only other true answers of the same question at the same step leave the ranking (Han et
al. 2021, arXiv:2012.15537). Ties: the average of the best and the worst place among equals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from comity.forecast.history import both_ways
from comity.forecast.table import EventTable, Ints

Floats = NDArray[np.float64]
PROTOCOL: Final[Mapping[str, str]] = {
    "filter": "time-aware",
    "ties": "average",
    "candidates": "all actors",
    "directions": "both",
}


@dataclass(frozen=True, slots=True, eq=False)
class Questions:
    """Questions (s, r, ?) at a step, in order of time, with the true answer of each.

    ``others[i]`` are the other true answers of question i at its step; ``event`` its place in both directions.
    """

    subject: Ints
    relation: Ints
    answer: Ints
    time: Ints
    others: tuple[Ints, ...]
    event: Ints

    def __len__(self) -> int:
        return len(self.time)


def questions_of(table: EventTable) -> Questions:
    """Return a question for every event in both directions."""
    s, r, o, t = both_ways(table)
    order = np.lexsort((o, r, s, t))
    s, r, o, t = s[order], r[order], o[order], t[order]
    fresh = np.ones(len(t), bool)
    fresh[1:] = (np.diff(s) != 0) | (np.diff(r) != 0) | (np.diff(t) != 0)
    group = np.cumsum(fresh) - 1
    bounds = [*np.flatnonzero(fresh), len(t)]
    others = []
    for i, g in enumerate(group):
        told = o[bounds[g] : bounds[g + 1]]
        others.append(told[told != o[i]])
    return Questions(s, r, o, t, tuple(others), order.astype(np.int64))


def rank_of(scores: Floats, answer: int, others: Ints) -> float:
    """Return the average rank of an answer, best first, when the other true answers are left out.

    >>> rank_of(np.array([3.0, 2.0, 2.0, 9.0]), 1, np.array([3]))
    2.5
    """
    mine = scores[answer]
    above = int((scores > mine).sum() - (scores[others] > mine).sum())
    equal = int((scores == mine).sum() - (scores[others] == mine).sum())
    return above + (equal + 1) / 2


def rank_scores(ranks: Floats) -> dict[str, float]:
    """Return mean reciprocal rank and hits at 1, 3 and 10, in percent.

    >>> rank_scores(np.array([1.0, 2.0]))["mrr"]
    75.0
    """
    if not len(ranks):
        return {"queries": 0}
    found = {"queries": len(ranks), "mrr": round(100 * float((1 / ranks).mean()), 3)}
    return found | {f"h{k}": round(100 * float((ranks <= k).mean()), 3) for k in (1, 3, 10)}

"""Who next: the ranked answers to a question, each with its probability."""

from dataclasses import dataclass

import numpy as np

from comity.forecast.answers import chances_of, scores_of
from comity.forecast.calibrate import calibrate
from comity.forecast.history import check_past
from comity.forecast.model import Model
from comity.forecast.past import Past, best_of
from comity.forecast.table import EventTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One answer: its rank, probability, how often and how lately it was true before (in steps; None: never)."""

    rank: int
    answer: str
    probability: float
    calibrated: float
    times: int
    last: int | None
    base_rate: float


def past_at(known: EventTable, time: int) -> Past:
    """Return the past at a step. Raises QueryError if any event is dated at or after it."""
    check_past(known, time)
    past = Past(known)
    past.reach(time)
    return past


def directed(table: EventTable, relation: str, *, inverse: bool = False) -> int:
    """Return the number of a relation, or of its inverse: who does it to the actor?"""
    return table.kind(relation) + (len(table.relations) if inverse else 0)


def who(
    model: Model, past: Past, subject: str, relation: str, *, inverse: bool = False, top: int = 10
) -> list[Candidate]:
    """Return the likeliest answers to "whom does ``subject`` ``relation`` next?", or who does it to it."""
    table, h = past.history.table, past.history
    s, r = table.actor(subject), directed(table, relation, inverse=inverse)
    found = past.gather(np.array([s]), np.array([r]))
    chances = chances_of(model, scores_of(model, found)[0])
    even = calibrate(model.calibration, chances)
    base = past.counts.object[2, r]
    mine = slice(h.start[s], h.start[s + 1])
    told = (h.relation[mine] == r) & (h.time[mine] < past.time)
    out = []
    for rank, at in enumerate(best_of(chances, top), 1):
        o = int(found.chosen[0, at])
        times = h.time[mine][told & (h.object[mine] == o)]
        out.append(
            Candidate(
                rank=rank,
                answer=table.actors[o],
                probability=float(chances[at]),
                calibrated=float(even[at]),
                times=len(times),
                last=int(times.max()) if len(times) else None,
                base_rate=float(base[o] / max(base.sum(), 1)),
            )
        )
    return out

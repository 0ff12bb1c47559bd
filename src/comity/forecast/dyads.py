"""Counts of events by pair of actors and step, from a table."""

import numpy as np

from comity.errors import QueryError
from comity.forecast.counts import CountForecast, count_forecast, count_scores
from comity.forecast.shapes import Floats
from comity.forecast.table import EventTable, Ints

MOST = 500  # pairs that share a prior: those with the most events


def dyad_counts(
    known: EventTable, one: str, two: str, time: int, deed: str | None = None
) -> tuple[CountForecast, dict[str, float]]:
    """Return the forecast of how many events two actors have at step ``time``, and how such forecasts held before.

    All events before ``time`` are used, in both directions. Raises QueryError for names nobody knows.
    """
    a, b = known.actor(one), known.actor(two)
    if a == b:
        raise QueryError("Two different actors are needed.")
    kept = known.time < time
    if deed is not None:
        kept &= known.relation == known.kind(deed)
    counts, names = counts_of(known.take(kept), time)
    mine = min(a, b) * len(known.actors) + max(a, b)
    here = np.flatnonzero(names == mine)
    if not len(here):
        counts = np.concatenate([np.zeros((1, counts.shape[1])), counts])
        here = np.array([0])
    return count_forecast(counts, int(here[0])), count_scores(counts)


def counts_of(known: EventTable, time: int) -> tuple[Floats, Ints]:
    """Return counts (pairs, steps before ``time``) and the pairs, those with the most events first."""
    n = len(known.actors)
    pair = np.minimum(known.subject, known.object) * n + np.maximum(known.subject, known.object)
    names, place, total = np.unique(pair, return_inverse=True, return_counts=True)
    counts = np.zeros((len(names), max(time, 0)))
    np.add.at(counts, (place, known.time), 1)
    order = np.argsort(-total, kind="stable")[:MOST]
    return counts[order], names[order]

"""Answers to many questions: the rank and probability of what came true, with what was known at each step."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.forecast.model import Model
from comity.forecast.past import CANDIDATES, Gathered, Past
from comity.forecast.ranks import Questions
from comity.forecast.shapes import Floats, context_of, places_of, score_all
from comity.forecast.table import EventTable


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """For every question: ``rank``; ``stated`` probability of the true answer; the probability of the first
    answer ``top`` and whether it came true, ``right``; ``found``: was the true answer a candidate; ``new_triple``
    and ``new_pair``: had the deed to the other, had any event of the two, never been known.
    """

    rank: Floats
    stated: Floats
    top: Floats
    right: NDArray[np.bool_]
    found: NDArray[np.bool_]
    new_triple: NDArray[np.bool_]
    new_pair: NDArray[np.bool_]


def scores_of(model: Model, found: Gathered) -> Floats:
    """Return the score of every candidate, as (Q, K): the sum of its contributions."""
    out = np.zeros(found.chosen.shape)
    places = places_of(found.values, model.knots)
    score_all(places, context_of(found.times), model.shapes, model.pairs, model.surfaces, out)
    return out


def chances_of(model: Model, scores: Floats) -> Floats:
    """Return the probability of every candidate of one question, as (K,).

    What candidates missed when the model was fitted is kept for all other actors together.
    """
    part = np.exp(scores - scores.max())
    return np.asarray((1 - model.missed) * part / part.sum())


def answer(
    model: Model,
    known: EventTable,
    asked: Questions,
    *,
    start: int | None = None,
    most: int = CANDIDATES,
) -> Answers:
    """Return how a model answers questions. ``known`` may hold later events: those before each step are used.

    For answers several steps ahead, give in ``known`` only what is known at the start.
    """
    parts = list(_by_step(model, known, asked, most))
    columns = [np.concatenate(c) for c in zip(*parts, strict=True)] if parts else [np.zeros(0)] * 8
    order = np.argsort(columns[0], kind="stable")
    rank, stated, top, right, found, triple, pair = (c[order] for c in columns[1:])
    flags = (right.astype(bool), found.astype(bool), triple.astype(bool), pair.astype(bool))
    return Answers(rank, stated, top, *flags)


def _by_step(
    model: Model, known: EventTable, asked: Questions, most: int
) -> Iterator[tuple[Floats, ...]]:
    past = Past(known)
    for step in np.unique(asked.time):
        rows = np.flatnonzero(asked.time == step)
        past.reach(int(step))
        found = past.gather(asked.subject[rows], asked.relation[rows], most)
        scores = scores_of(model, found)
        told = [_one(model, found, scores, asked, j, int(i)) for j, i in enumerate(rows)]
        yield rows.astype(float), *np.array(told, float).T


def _one(
    model: Model, found: Gathered, scores: Floats, asked: Questions, j: int, i: int
) -> tuple[float, ...]:
    """Return rank, stated probability, top probability, right, found, new triple, new pair of one question."""
    from comity.forecast.evidence.catalogue import PLACE

    right, others = int(asked.answer[i]), asked.others[i]
    chosen, mine = found.chosen[j], scores[j]
    fair = ~np.isin(chosen, others)
    chances = chances_of(model, mine)
    first = int(mine.argmax())
    came = float(chosen[first] == right or chosen[first] in others)
    here = np.flatnonzero(chosen == right)
    if not len(here):
        return (
            _far(found, j, right, others, int(fair.sum())),
            0.0,
            chances[first],
            came,
            0.0,
            1.0,
            1.0,
        )
    at = int(here[0])
    above = (mine[fair] > mine[at]).sum()
    equal = (mine[fair] == mine[at]).sum()
    values = found.values[j, at]
    new = values[PLACE["again_ever"]] == 0, values[PLACE["pair_ever"]] == 0
    return above + (equal + 1) / 2, chances[at], chances[first], came, 1.0, *map(float, new)


def _far(found: Gathered, j: int, right: int, others: object, candidates: int) -> float:
    """Return the rank of an answer that was no candidate: behind all of them, by the first guess."""
    rough = found.rough[j].copy()
    rough[found.chosen[j]] = -np.inf
    mine = rough[right]
    rough[others] = -np.inf
    equal = int((rough == mine).sum())
    return candidates + int((rough > mine).sum()) + (equal + 1) / 2

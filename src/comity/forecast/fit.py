"""Fitting: what the last known steps teach about which evidence counts for how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.forecast.descent import descend
from comity.forecast.evidence.catalogue import NAMES, PLACE
from comity.forecast.model import PLACES, SIDE, Model
from comity.forecast.past import CANDIDATES, Gathered, Past, best_of
from comity.forecast.ranks import Questions, questions_of
from comity.forecast.shapes import TIMES, Singles, context_of, knots_of, places_of
from comity.forecast.table import EventTable, Ints

# Chosen by hand among what may depend on each other, in two rounds on the first half of the validation month.
TOGETHER: Final = (
    *(("again_45", "pair_20"), ("again_new", "pair_new"), ("again_share", "pair_share")),
    *(("object_30", "pair_20"), ("object_30", "busy_20"), ("again_10", "object_30")),
    *(("land_same", "object_30"), ("walk_any", "object_30"), ("rule_sum", "again_45")),
    *(("land_other", "pair_ever"), ("pair_share", "busy_20"), ("land_deed", "object_30")),
    *(("role_deed", "land_mine"), ("again_ever", "again_new"), ("pair_3", "pair_ever")),
    *(("role_pair", "pair_ever"), ("busy_2", "pair_20"), ("object_3", "object_30")),
    *(("land_same", "role_deed"), ("land_mine", "busy_20"), ("role_other", "object_30")),
    *(("walk_end", "object_30"), ("pair_share", "object_30"), ("again_share", "object_30")),
    *(("back", "pair_20"), ("rule_max", "pair_new"), ("again_2", "again_ever")),
    *(("role_mine", "land_same"), ("object_ever", "object_30"), ("again_share", "again_new")),
    *(("land_pair", "land_same"), ("role_pair", "land_same"), ("walk_any", "pair_ever")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a model is fitted; the usual ones were chosen on the first half of the validation month of ICEWS14.

    ``window``: how many of the last known steps teach. ``rivals``: candidates a question
    keeps, of them the ``near`` best by the first guess and, of all others, some drawn from the seed. ``lead``: up to
    how many steps ahead the model is to answer (1: the next step). ``surfaces``: pairs of evidence together.
    """

    window: int = 85
    rivals: int = 64
    near: int = 32
    passes: int = 4
    rate: float = 0.1
    batch: int = 64
    ridge: tuple[float, float, float] = (1e-4, 1e-2, 1e-2)
    special: bool = True
    surfaces: tuple[tuple[str, str], ...] = TOGETHER
    lead: int = 1
    seed: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as plain values."""
        names = ("window", "rivals", "near", "passes", "rate", "batch", "special", "lead", "seed")
        return {n: getattr(self, n) for n in names} | {
            "ridge": list(self.ridge),
            "surfaces": [list(p) for p in self.surfaces],
        }


def fit_model(known: EventTable, settings: Settings | None = None) -> Model:
    """Return a model fitted on the last steps of what is known. Raises QueryError where there is too little."""
    chosen = settings or Settings()
    values, times, missed = _lessons(known, chosen)
    if len(values) < 10:
        raise QueryError(
            f"{len(values)} questions are too few to learn from.",
            hint="Give more events, or a coarser grain.",
        )
    knots = knots_of(values.reshape(-1, len(NAMES))[::7])
    places = places_of(values, knots)
    context = context_of(times) if chosen.special else np.zeros(len(times), np.int64)
    pairs = np.array([(PLACE[a], PLACE[b]) for a, b in chosen.surfaces], np.int64).reshape(-1, 2)
    common = np.zeros((len(NAMES), PLACES))
    special = np.zeros((len(TIMES) + 1, len(NAMES), PLACES))
    surfaces = np.zeros((len(pairs), SIDE, SIDE))
    loss = _passes(places, context, common, special, pairs, surfaces, chosen)
    about = {"data": known.digest(), "questions": len(values), "loss": round(loss, 6)}
    shapes = common + special
    return Model(knots, shapes, pairs, surfaces, missed, about=about | chosen.to_dict())


def _passes(
    places: Singles,
    context: Ints,
    common: Any,
    special: Any,
    pairs: Ints,
    surfaces: Any,
    chosen: Settings,
) -> float:
    rng = np.random.default_rng(chosen.seed)
    seen = tuple(np.full(a.shape, 1e-8) for a in (common, special, surfaces))
    offset = _offset(chosen, places.shape[1])
    ridge, loss = np.array(chosen.ridge), 0.0
    if not chosen.special:
        ridge[1] = -1.0
    for k in range(chosen.passes):
        rate, order = chosen.rate * (1 - k / chosen.passes) ** 0.5, rng.permutation(len(places))
        told = (places, offset, context, order, common, special, pairs, surfaces, seen)
        loss = descend(*told, rate, ridge, chosen.batch)
    return float(loss)


def _lessons(known: EventTable, chosen: Settings) -> tuple[Singles, Singles, float]:
    """Return evidence (Q, K, F) with the true answer first, times (Q,), and the share of answers missed."""
    rng = np.random.default_rng(chosen.seed)
    kept_by = min(chosen.rivals, CANDIDATES, len(known.actors))
    values = np.zeros((0, kept_by, len(NAMES)), np.float32)
    times: list[float] = []
    missed = 0
    for past, asked, rows in _steps(known, chosen):
        if not len(values):  # once, for all: a list of parts would take twice the room
            values = np.zeros((len(asked), kept_by, len(NAMES)), np.float32)
        found = past.gather(asked.subject[rows], asked.relation[rows])
        for j, i in enumerate(rows):
            kept = _rivals(found, j, int(asked.answer[i]), asked.others[i], chosen, rng)
            if kept is None:
                missed += 1
            else:
                values[len(times)] = found.values[j][kept]
                times.append(float(found.times[j]))
    share = missed / max(missed + len(times), 1)
    return values[: len(times)], np.array(times, np.float32), share


def _steps(known: EventTable, chosen: Settings) -> Iterator[tuple[Past, Questions, Ints]]:
    """Yield the past, the questions, and which of them are asked at the step the past stands at.

    With a lead beyond 1 the past stands still for as many steps: what happens meanwhile is not known.
    """
    last = int(known.time.max()) if len(known) else -1
    first = max(last + 1 - chosen.window, min(5, last))
    asked = questions_of(known.take(known.time >= first))
    past = Past(known)
    for step in range(first, last + 1):
        if chosen.lead > 1 and (step - first) % chosen.lead == 0:
            past = Past(known.until(step))
        rows = np.flatnonzero(asked.time == step)
        if len(rows):
            past.reach(step)
            yield past, asked, rows


def _offset(chosen: Settings, kept: int) -> NDArray[np.float64]:
    """Return for how many rivals each kept one stands, as a logarithm: one that was drawn for several."""
    out = np.zeros(kept)
    if kept == chosen.rivals and kept < CANDIDATES:
        out[chosen.near :] = np.log(
            max(CANDIDATES - chosen.near, 1) / (chosen.rivals - chosen.near)
        )
    return out


def _rivals(
    found: Gathered, j: int, answer: int, others: Ints, chosen: Settings, rng: np.random.Generator
) -> Ints | None:
    """Return the places of the true answer and its best rivals; None if it is no candidate."""
    here = np.flatnonzero(found.chosen[j] == answer)
    if not len(here):
        return None
    mark = found.rough[j][found.chosen[j]].astype(float)
    mark[np.isin(found.chosen[j], others)] = -1e6
    mark[here[0]] = 1e6
    order = best_of(mark, len(mark))
    if len(order) <= chosen.rivals:
        return order
    drawn = rng.choice(len(order) - chosen.near, chosen.rivals - chosen.near, replace=False)
    return np.concatenate([order[: chosen.near], order[chosen.near + np.sort(drawn)]])

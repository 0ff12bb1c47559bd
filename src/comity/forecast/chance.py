"""Will A do T to B within N steps: an additive logistic model of dated cases, beside base rate and persistence.

Cases are all triples known at an origin, some time before the forecast; each came true or not within N steps. The
logarithm of one plus each number of evidence has one weight, so contributions sum to the log-odds exactly.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.forecast.history import check_past
from comity.forecast.shapes import Floats
from comity.forecast.table import EventTable, Ints

HALVES: Final = (3.0, 15.0, 60.0)
USED: Final = (
    "nothing known",
    *(f"same deed to the same other, half-life {h:g} steps" for h in HALVES),
    *(f"any event of the two, half-life {h:g} steps" for h in HALVES),
    "times the same deed was done to the same other",
    "the deed by the actor to anybody, half-life 15 steps",
    "the deed to the other by anybody, half-life 15 steps",
)
ORIGINS: Final = 6
RIDGE: Final = 1.0
MOST: Final = 20_000  # cases of one origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """The probability with its contributions to the log-odds, and two plain forecasts beside it.

    ``base_rate``: the share of the earlier cases that came true; ``persistence``: 1 if the deed was done in the last N
    steps, else 0. ``onset``: it was not. ``events``: rows of the newest events of the triple.
    """

    probability: float
    log_odds: float
    contributions: tuple[tuple[str, float], ...]
    base_rate: float
    persistence: float
    onset: bool
    cases: int
    events: tuple[int, ...]


def whether(
    known: EventTable, subject: str, relation: str, other: str, *, time: int, within: int
) -> Chance:
    """Return the probability that a deed is reported within steps ``time`` to ``time + within - 1``.

    Raises QueryError for events at or after ``time``, for names nobody knows and where there is too little past.
    """
    check_past(known, time)
    if within < 1:
        raise QueryError("Within how many steps? One at least.")
    triple = np.array([[known.actor(subject), known.kind(relation), known.actor(other)]])
    weights, base, cases = fit_whether(known, time, within)
    row = _evidence(known, triple, time)[0]
    parts = weights * row
    odds = float(parts.sum())
    mine = _rows_of(known, triple[0])
    last = int(known.time[mine].max()) if len(mine) else None
    onset = last is None or last < time - within
    return Chance(
        probability=float(1 / (1 + np.exp(-odds))),
        log_odds=odds,
        contributions=tuple((n, float(v)) for n, v in zip(USED, parts, strict=True)),
        base_rate=base,
        persistence=float(not onset),
        onset=onset,
        cases=cases,
        events=tuple(int(i) for i in mine[::-1][:5]),
    )


def _rows_of(known: EventTable, triple: Ints) -> Ints:
    s, r, o = triple
    return np.flatnonzero((known.subject == s) & (known.relation == r) & (known.object == o))


def fit_whether(known: EventTable, time: int, within: int) -> tuple[Floats, float, int]:
    """Return weights, base rate and number of cases, of origins at least ``within`` steps before ``time``."""
    first = int(known.time.min()) if len(known) else time
    origins = [t for k in range(1, ORIGINS + 1) if (t := time - k * within) > first]
    rows, came = [], []
    for origin in origins:
        triples = triples_of(known, origin)
        rows.append(_evidence(known, triples, origin))
        came.append(came_true(known, triples, origin, within))
    if not rows:
        raise QueryError(
            f"Nothing is known {within} steps before step {time}: there is nothing to learn from.",
            hint="Ask for fewer steps, or give an earlier past.",
        )
    x, y = np.concatenate(rows), np.concatenate(came)
    return _logistic(x, y.astype(float)), float(y.mean()), len(y)


def triples_of(known: EventTable, time: int) -> Ints:
    """Return the triples that were known before a step, as (M, 3), the ones seen last first, at most MOST."""
    before = np.flatnonzero(known.time < time)[::-1]
    columns = np.stack([known.subject, known.relation, known.object], 1)[before]
    _, first = np.unique(columns, axis=0, return_index=True)
    return np.asarray(columns[np.sort(first)][:MOST])


def came_true(known: EventTable, triples: Ints, time: int, within: int) -> NDArray[np.bool_]:
    """Return for each triple whether it happened from step ``time`` on within so many steps."""
    n = len(known.actors), len(known.relations)
    when = (known.time >= time) & (known.time < time + within)
    told = _code(np.stack([known.subject, known.relation, known.object], 1)[when], *n)
    return np.isin(_code(triples, *n), told)


def _code(triples: Ints, actors: int, relations: int) -> Ints:
    return np.asarray((triples[:, 0] * relations + triples[:, 1]) * actors + triples[:, 2])


def _evidence(known: EventTable, triples: Ints, time: int) -> Floats:
    """Return the evidence for triples before a step, as (M, len(USED)); the first column is one."""
    before = known.time < time
    s, r, o = known.subject[before], known.relation[before], known.object[before]
    age = time - known.time[before]
    n, kinds = len(known.actors), len(known.relations)
    own = _code(np.stack([s, r, o], 1), n, kinds), _code(triples, n, kinds)
    low, high = np.minimum(s, o), np.maximum(s, o)
    a, _, b = triples.T
    pair = low * n + high, np.minimum(a, b) * n + np.maximum(a, b)
    out = [np.ones(len(triples))]
    out += [_sums(*own, np.exp2(-age / h)) for h in HALVES]
    out += [_sums(*pair, np.exp2(-age / h)) for h in HALVES]
    out.append(_sums(*own, np.ones(len(age))))
    out.append(_sums(s * kinds + r, triples[:, 0] * kinds + triples[:, 1], np.exp2(-age / 15)))
    out.append(_sums(o * kinds + r, triples[:, 2] * kinds + triples[:, 1], np.exp2(-age / 15)))
    found = np.log1p(np.stack(out, 1))
    found[:, 0] = 1.0
    return found


def _sums(keys: Ints, wanted: Ints, weight: Floats) -> Floats:
    """Return the sum of weights by key for the wanted keys."""
    names, place = np.unique(keys, return_inverse=True)
    total = np.bincount(place, weight, len(names)) if len(names) else np.zeros(0)
    at = np.searchsorted(names, wanted)
    found = np.zeros(len(wanted))
    inside = at < len(names)
    hit = np.zeros(len(wanted), bool)
    hit[inside] = names[at[inside]] == wanted[inside]
    found[hit] = total[at[hit]]
    return found


def _logistic(x: Floats, y: Floats) -> Floats:
    """Return ridge logistic weights by Newton's method; the constant is not shrunk."""
    w = np.zeros(x.shape[1])
    shrink = np.full(len(w), RIDGE)
    shrink[0] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (p - y) + shrink * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(shrink)
        step = np.linalg.solve(curve, slope)
        w -= step
        if np.abs(step).max() < 1e-9:
            break
    return np.asarray(w)

"""One number out of several, with the user's own weights alone, and always with rank intervals.

comity has no composite of its own and none stands in the catalogue. Weights say what matters to whom, so
without them this refuses. Rules: Nardo, Saisana, Saltelli, Tarantola, Hoffmann and Giovannini 2008, Handbook
on Constructing Composite Indicators (OECD and JRC); Saisana, Saltelli and Tarantola 2005, Journal of the Royal
Statistical Society A 168(2): 307-323: normalisation, aggregation, weights and the values themselves are drawn
again and again, and what comes out is how far a rank moves.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.uncertainty.ranks import rank_intervals
from comity.measure.value import Subject, Value

Floats = NDArray[np.float64]
FLOOR: Final = 0.01  # of a normalised value in a geometric mean, where a single 0 would decide all
SPREAD: Final = 0.25  # by how much of itself a weight is moved either way


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A subject's place. ``score`` is that of the choices named; ``best`` and ``worst`` bound its rank."""

    subject: Subject
    score: float
    lo: float
    hi: float
    best: int
    worst: int

    def to_dict(self) -> dict[str, Any]:
        return {
            "actors": list(self.subject.actors),
            "mechanism": self.subject.mechanism or None,
            "period": self.subject.period or None,
            "best_rank": self.best,
            "worst_rank": self.worst,
            "score": self.score,
            "lo": self.lo,
            "hi": self.hi,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """What weights make of values. ``left_out`` are subjects that lack a value, with what they lack."""

    standings: tuple[Standing, ...]
    weights: Mapping[str, float]
    left_out: tuple[tuple[Subject, str], ...]
    method: str
    level: float

    def to_dict(self) -> dict[str, Any]:
        return {
            "weights": dict(self.weights),
            "method": self.method,
            "level": self.level,
            "standings": [s.to_dict() for s in self.standings],
            "left_out": [{"subject": str(s), "lacks": what} for s, what in self.left_out],
        }


def min_max(column: Floats) -> Floats:
    """Return values from 0, the least, to 1, the greatest; all alike are 0.5."""
    span = float(np.ptp(column))
    return (column - column.min()) / span if span else np.full(len(column), 0.5)


def z_score(column: Floats) -> Floats:
    """Return standard scores brought to 0 to 1 by the normal distribution's curve."""
    from scipy.special import ndtr

    spread = float(column.std())
    return (
        np.asarray(ndtr((column - column.mean()) / spread)) if spread else np.full(len(column), 0.5)
    )


def ranked(column: Floats) -> Floats:
    """Return the share of the others that each is above, ties counted half."""
    if len(column) < 2:
        return np.full(len(column), 0.5)
    less = (column[None, :] < column[:, None]).sum(1)
    same = (column[None, :] == column[:, None]).sum(1) - 1
    return np.asarray((less + same / 2) / (len(column) - 1))


NORMALISE: Final[Mapping[str, Callable[[Floats], Floats]]] = {
    "min-max": min_max,
    "z-score": z_score,
    "rank": ranked,
}
AGGREGATE: Final = ("linear", "geometric")


def composite(
    values: Iterable[Value],
    weights: Mapping[str, float] | None,
    *,
    normalise: str = "min-max",
    aggregate: str = "linear",
    draws: int = 1000,
    spread: float = SPREAD,
    level: float = 0.9,
    seed: int = 0,
) -> Composite:
    """Return the rank interval of each subject under the user's weights.

    ``weights`` are by measure id, or by ``id:layer`` for a measure with several layers; a negative one says
    that less of it counts for more. ``normalise`` and ``aggregate`` give the score shown; every draw takes any
    of them at random, moves each weight by up to ``spread`` of itself, and draws each value from its interval.
    Subjects lacking a value are left out and named. Raises QueryError without weights, for weights of measures
    that have no values or only labels, and for values of several periods.
    """
    chosen = _weights(weights)
    _known(normalise, NORMALISE, "normalisation")
    _known(aggregate, AGGREGATE, "aggregation")
    if draws < 1 or not 0 < level < 1 or not 0 <= spread < 1:
        hint = "Give draws of 1 or more, a level between 0 and 1, a spread from 0 to below 1."
        raise QueryError("These draws, level or spread cannot be taken.", hint=hint)
    subjects, cells, left_out = _table(values, chosen)
    base = np.array(list(chosen.values()))
    score = _scores(cells[0], base, normalise, aggregate)
    drawn = _drawn(cells, base, draws, spread, seed)
    best, worst = rank_intervals(drawn, level)
    lo, hi = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=0)
    standings = [
        Standing(
            subject=subject,
            score=float(score[k]),
            lo=float(min(lo[k], score[k])),
            hi=float(max(hi[k], score[k])),
            best=int(best[k]),
            worst=int(worst[k]),
        )
        for k, subject in enumerate(subjects)
    ]
    return Composite(
        standings=tuple(sorted(standings, key=lambda s: (s.best, s.worst, str(s.subject)))),
        weights=chosen,
        left_out=left_out,
        method=f"score: {normalise}, {aggregate}; ranks over {draws} draws of {', '.join(NORMALISE)};"
        f" {', '.join(AGGREGATE)}; weights moved by {spread:.0%}; values within their intervals;"
        f" seed {seed}",
        level=level,
    )


def _known(word: str, words: Iterable[str], what: str) -> None:
    if word not in words:
        raise QueryError(f"There is no {what} {word}.", hint=f"Known: {', '.join(words)}.")


def _weights(weights: Mapping[str, float] | None) -> dict[str, float]:
    """Return the weights with their sizes summing to 1; none is an error, not a default."""
    hint = "Say what each measure counts: comity has no weights of its own."
    if not weights:
        raise QueryError("A composite needs weights.", hint=hint)
    wrong = [k for k, w in weights.items() if isinstance(w, bool) or not isinstance(w, int | float)]
    wrong += [k for k, w in weights.items() if k not in wrong and (not isfinite(w) or w == 0)]
    if wrong:
        raise QueryError(f"The weight of {wrong[0]} is no number other than 0.", hint=hint)
    total = sum(abs(w) for w in weights.values())
    if not isfinite(total) or any(abs(w) / total < 1e-9 for w in weights.values()):
        raise QueryError("The weights are too far apart to be added up.", hint=hint)
    return {k: w / total for k, w in weights.items()}


def _table(
    values: Iterable[Value], weights: Mapping[str, float]
) -> tuple[list[Subject], Floats, tuple[tuple[Subject, str], ...]]:
    """Return subjects, their values with both ends (3, S, M), and the subjects left out."""
    found: dict[Subject, dict[str, Value]] = {}
    labels, periods = set[str](), set[str]()
    for value in values:
        key, whole = _key(value, weights), not (value.subject.actors or value.subject.mechanism)
        if key is None or whole:  # the sum of all is nobody to be compared with
            continue
        labels |= {key} if isinstance(value.value, str) else set()
        periods.add(value.subject.period)
        own = found.setdefault(_subject(value.subject), {})
        if key in own:
            hint = f"Weigh one of its layers, as {value.measure}:{value.subject.layer or 'LAYER'}."
            raise QueryError(f"{key} has several values for one subject.", hint=hint)
        own[key] = value
    if labels:
        hint = "An order of labels is no number: leave it out."
        raise QueryError(f"{min(labels)} gives labels, which cannot be added up.", hint=hint)
    if len(periods) > 1:
        raise QueryError("The values are of several periods.", hint="Take those of one day.")
    told = {key for own in found.values() for key in own}
    if absent := [k for k in weights if k not in told]:
        raise QueryError(f"There are no values of {absent[0]}.", hint="Weigh what was measured.")
    return _rows(found, weights)


def _rows(
    found: Mapping[Subject, Mapping[str, Value]], weights: Mapping[str, float]
) -> tuple[list[Subject], Floats, tuple[tuple[Subject, str], ...]]:
    kept, rows, left_out = [], [], []
    for subject in sorted(found, key=str):
        cells = [_cell(found[subject].get(key)) for key in weights]
        lacking = [k for k, cell in zip(weights, cells, strict=True) if cell is None]
        if lacking:
            left_out.append((subject, ", ".join(lacking)))
        else:
            kept.append(subject)
            rows.append([c for c in cells if c is not None])
    if len(kept) < 2:
        names = "; ".join(f"{s} lacks {what}" for s, what in left_out[:3])
        raise QueryError("Fewer than two subjects have every value.", hint=names or "Measure more.")
    return kept, np.array(rows).transpose(2, 0, 1), tuple(left_out)


def _key(value: Value, weights: Mapping[str, float]) -> str | None:
    exact = f"{value.measure}:{value.subject.layer}"
    return exact if exact in weights else value.measure if value.measure in weights else None


def _subject(subject: Subject) -> Subject:
    actors = tuple(sorted(subject.actors))
    return Subject(actors=actors, mechanism=subject.mechanism, period=subject.period)


def _cell(value: Value | None) -> tuple[float, float, float] | None:
    if value is None or not isinstance(value.value, int | float):
        return None
    number = float(value.value)
    lo, hi = (number if end is None else end for end in (value.lo, value.hi))
    cell = number, min(lo, number), max(hi, number)
    return cell if all(map(isfinite, cell)) else None


def _scores(cells: Floats, weights: Floats, normalise: str, aggregate: str) -> Floats:
    """Return the score of each subject (S,) from values (S, M); a negative weight turns its measure round."""
    columns = np.stack([NORMALISE[normalise](c) for c in cells.T], axis=1)
    turned = np.where(weights < 0, 1 - columns, columns)
    sizes = np.abs(weights) / np.abs(weights).sum()
    if aggregate == "linear":
        return np.asarray(turned @ sizes)
    return np.asarray(np.exp(np.log(np.maximum(turned, FLOOR)) @ sizes))


def _drawn(cells: Floats, weights: Floats, draws: int, spread: float, seed: int) -> Floats:
    """Return scores (D, S) under other normalisations, aggregations, weights, and values in their intervals."""
    rng = np.random.default_rng(seed)
    value, lo, hi = cells
    rules: Sequence[str] = tuple(NORMALISE)
    found = np.empty((draws, value.shape[0]))
    for d in range(draws):
        moved = weights * rng.uniform(1 - spread, 1 + spread, len(weights))
        within = np.where(hi > lo, rng.triangular(lo, value, np.where(hi > lo, hi, lo + 1)), value)
        rule = rules[int(rng.integers(len(rules)))]
        found[d] = _scores(within, moved, rule, AGGREGATE[int(rng.integers(len(AGGREGATE)))])
    return found

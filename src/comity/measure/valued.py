"""Scores and their draws made into values, each with its interval or the reason why it has none."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.measure.define import Measure
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import band
from comity.measure.value import Envelope, Inputs, Subject, Value, nothing

UNKNOWN: Final = "it is unknown"
READ: Final = "its value is read, not estimated"
Ends = tuple[NDArray[Any], NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What the values of one measure in one run share; ``reason`` is why those without interval have none."""

    level: float
    lens: str
    data_version: str
    choices: tuple[tuple[str, str], ...]
    reason: str


def valued(
    measure: Measure,
    scores: Scores,
    kept: NDArray[np.int64],
    drawn: NDArray[np.float32] | None,
    common: Common,
) -> list[Value]:
    """Return the values of some subjects; ``drawn`` (D, K) are theirs in every draw."""
    spread = None if drawn is None else band(drawn, common.level)
    drawable = measure.draws and measure.takes != "evidence"
    reason = scores.no_interval or (common.reason if drawable else READ)
    nth = _turns(scores.subjects, kept) if measure.takes == "evidence" else repeat(1)
    missing = repeat(0) if scores.missing is None else scores.missing[kept].tolist()
    parts = zip(
        kept.tolist(), _known(scores, kept), _ends(scores, kept, spread), nth, missing, strict=False
    )
    same: dict[str, Any] = {
        "measure": measure.id,
        "unit": measure.unit,
        "level": common.level,
        "lens": common.lens,
        "data_version": common.data_version,
        "choices": common.choices,
    }
    found = []
    for k, known, all_ends, turn, unknown in parts:
        ends = () if known is None else all_ends
        lo, hi = _hull(ends)
        found.append(
            Value(
                subject=scores.subjects[k],
                value=known,
                lo=lo,
                hi=hi,
                no_interval="" if ends else UNKNOWN if known is None else reason,
                method=_method(scores, k),
                missing=unknown,
                envelopes=ends,
                nth=turn,
                behind=_behind(scores, k),
                **same,
            )
        )
    return found


def _hull(ends: tuple[Envelope, ...]) -> tuple[float | None, float | None]:
    if len(ends) == 1:
        return ends[0].lo, ends[0].hi
    return (min(e.lo for e in ends), max(e.hi for e in ends)) if ends else (None, None)


def _turns(subjects: Sequence[Subject], kept: NDArray[np.int64]) -> Iterator[int]:
    """Yield for each value whether it is the first, second, … of its subject: a ledger has several lines."""
    told: Counter[Subject] = Counter()
    for k in kept.tolist():
        told[subjects[k]] += 1
        yield told[subjects[k]]


def _known(scores: Scores, kept: NDArray[np.int64]) -> Iterable[float | str | None]:
    if scores.labels is not None:
        return [scores.labels[k] for k in kept.tolist()]
    numbers = np.asarray(scores.values, float)[kept].tolist()
    return [None if number != number else number for number in numbers]


def _ends(
    scores: Scores, kept: NDArray[np.int64], spread: Ends | None
) -> Iterable[tuple[Envelope, ...]]:
    """Return the envelopes of each value: the measure's own, and that of the draws."""
    own = None
    if scores.lo is not None and scores.hi is not None:
        own = _envelopes(scores.cause, scores.lo[kept], scores.hi[kept])
    drawn = None if spread is None else _envelopes("coding", *spread)
    if own is None or drawn is None:
        return own or drawn or repeat(())
    return [a + b for a, b in zip(own, drawn, strict=True)]


def _envelopes(cause: str, lo: NDArray[Any], hi: NDArray[Any]) -> list[tuple[Envelope, ...]]:
    ends = zip(lo.astype(float).tolist(), hi.astype(float).tolist(), strict=True)
    return [() if a != a else (Envelope(cause=cause, lo=a, hi=b),) for a, b in ends]


def _method(scores: Scores, k: int) -> str:
    if scores.notes is None:
        return scores.method
    note = scores.notes[k]
    return "; ".join(part for part in (note, scores.method) if part)


def _behind(scores: Scores, k: int) -> Callable[[], Inputs]:
    return nothing if scores.inputs is None else partial(scores.inputs, k)

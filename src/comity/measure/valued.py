"""Scores and their draws made into values, each with its interval or the reason why it has none."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
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
    told: Counter[Subject] = Counter()
    found = []
    for column, k in enumerate(kept.tolist()):
        subject = scores.subjects[k]
        told[subject] += 1
        known = _known(scores, k)
        envelopes = () if known is None else tuple(_envelopes(scores, spread, k, column))
        found.append(
            Value(
                measure=measure.id,
                subject=subject,
                value=known,
                unit=measure.unit,
                lo=min((e.lo for e in envelopes), default=None),
                hi=max((e.hi for e in envelopes), default=None),
                level=common.level,
                no_interval="" if envelopes else UNKNOWN if known is None else reason,
                method=scores.method,
                lens=common.lens,
                data_version=common.data_version,
                missing=int(scores.missing[k]) if scores.missing is not None else 0,
                envelopes=envelopes,
                choices=common.choices,
                nth=told[subject],
                behind=_behind(scores, k),
            )
        )
    return found


def _known(scores: Scores, k: int) -> float | str | None:
    if scores.labels is not None:
        return scores.labels[k]
    number = float(scores.values[k])
    return None if np.isnan(number) else number


def _envelopes(scores: Scores, spread: Ends | None, k: int, column: int) -> list[Envelope]:
    found = []
    if scores.lo is not None and scores.hi is not None and not np.isnan(scores.lo[k]):
        found.append(Envelope(cause=scores.cause, lo=float(scores.lo[k]), hi=float(scores.hi[k])))
    if spread is not None and not np.isnan(spread[0][column]):
        lo, hi = float(spread[0][column]), float(spread[1][column])
        found.append(Envelope(cause="coding", lo=lo, hi=hi))
    return found


def _behind(scores: Scores, k: int) -> Callable[[], Inputs]:
    return nothing if scores.inputs is None else partial(scores.inputs, k)

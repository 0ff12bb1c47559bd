"""Measures computed: once on the evidence as it stands, then again in draws of its errors."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.catalogue import measure_of, measures
from comity.measure.define import Measure
from comity.measure.scores import Scores
from comity.measure.uncertainty.coding import Coding, Rates
from comity.measure.uncertainty.intervals import band
from comity.measure.value import Envelope, Inputs, Value, nothing
from comity.network.evidence import Evidence
from comity.network.network import Network
from comity.network.years import Sequence as Years

Target = Network | Years | Evidence
Given = Mapping[str, Mapping[str, Any]]
NO_RATES: Final = (
    "it rests on rows of data sets and checked facts, for which no rate of error is published"
)
NO_DRAWS: Final = "no draws were asked for"
UNKNOWN: Final = "it is unknown"


def run(
    target: Target,
    ids: Sequence[str] | None = None,
    *,
    draws: int = 200,
    seed: int = 0,
    level: float = 0.9,
    rates: Rates | None = None,
    lens: str = "",
    options: Given | None = None,
) -> tuple[Value, ...]:
    """Return the values of measures on a network, a sequence or evidence.

    Without ``ids`` every measure that the target allows. A measure of a network is taken of every year of a
    sequence. ``draws`` of coding errors make the interval at ``level``; ``rates`` are those of `Coding`.
    ``options`` are by measure id: the arguments of its function.
    """
    chosen = _chosen(target, ids)
    given = options or {}
    base = [_scores(m, target, given.get(m.id, {})) for m in chosen]
    spread, reason = _spread(target, chosen, given, draws, seed, rates)
    common = {"level": level, "lens": lens, "data_version": _version(target)}
    values: list[Value] = []
    for place, (measure, parts) in enumerate(zip(chosen, base, strict=True)):
        drawn, start = spread.get(place), 0
        for scores in parts:
            size = len(scores.values)
            own = None if drawn is None else drawn[:, start : start + size]
            values += _values(measure, scores, own, reason, common)
            start += size
    return tuple(values)


def _chosen(target: Target, ids: Sequence[str] | None) -> list[Measure]:
    """Return the measures to run; one that the target cannot give is an error when it was asked for."""
    fits = _fits(target)
    if ids is None:
        return [m for m in measures() if m.takes in fits]
    found = [measure_of(id) for id in ids]
    for measure in found:
        if measure.takes not in fits:
            raise QueryError(
                f"{measure.id} is measured on {_a(measure.takes)}, not on {_a(fits[0])}.",
                hint="Build one with network_at or sequence.",
            )
    return found


def _a(word: str) -> str:
    return word if word == "evidence" else f"a {word}"


def _fits(target: Target) -> tuple[str, ...]:
    if isinstance(target, Network):
        return ("network", "evidence")
    return ("sequence", "network", "evidence") if isinstance(target, Years) else ("evidence",)


def _version(target: Target) -> str:
    return target.version if isinstance(target, Evidence) else target.evidence.version


def _scores(measure: Measure, target: Target, options: Mapping[str, Any]) -> list[Scores]:
    """Return the scores of a measure, of every year for a measure of a network on a sequence."""
    if measure.takes == "evidence" and not isinstance(target, Evidence):
        return [measure.compute(target.evidence, **options)]
    if measure.takes == "network" and isinstance(target, Years):
        return list(_yearly(measure, target, options))
    return [measure.compute(target, **options)]


def _yearly(measure: Measure, target: Years, options: Mapping[str, Any]) -> Iterator[Scores]:
    for network in target:
        yield measure.compute(network, **options)
        network.forget()  # scores keep the network to find their inputs, not its arrays


def _spread(
    target: Target,
    chosen: Sequence[Measure],
    given: Given,
    draws: int,
    seed: int,
    rates: Rates | None,
) -> tuple[dict[int, NDArray[np.float32]], str]:
    """Return the values of each measure in every draw, (D, S), by place; or the reason why there are none.

    Draws are the outer loop: one set of drawn layers serves all measures.
    """
    if isinstance(target, Evidence) or draws <= 0:
        return {}, NO_DRAWS
    coding = Coding(target.plan, rates)
    if not coding.moves:
        return {}, NO_RATES
    moved = [i for i, m in enumerate(chosen) if m.draws and m.takes != "evidence"]
    rows: dict[int, list[NDArray[np.float32]]] = {i: [] for i in moved}
    for number in range(draws):
        drawn = target.drawn(coding.draw(np.random.default_rng([seed, number])))
        for i in moved:
            parts = _scores(chosen[i], drawn, given.get(chosen[i].id, {}))
            rows[i].append(np.concatenate([s.values for s in parts]).astype(np.float32))
    return {i: np.stack(r) for i, r in rows.items()}, NO_DRAWS


def _values(
    measure: Measure,
    scores: Scores,
    drawn: NDArray[np.float32] | None,
    reason: str,
    common: Mapping[str, Any],
) -> list[Value]:
    reason = scores.no_interval or (reason if measure.draws else "its value is read, not estimated")
    spread = None if drawn is None else band(drawn, common["level"])
    unit = measure.unit
    found = []
    for k, subject in enumerate(scores.subjects):
        number = float(scores.values[k])
        label = scores.labels[k] if scores.labels is not None else None
        known = label if scores.labels is not None else None if np.isnan(number) else number
        envelopes = () if known is None else tuple(_envelopes(scores, spread, k))
        found.append(
            Value(
                measure=measure.id,
                subject=subject,
                value=known,
                unit=unit,
                lo=min((e.lo for e in envelopes), default=None),
                hi=max((e.hi for e in envelopes), default=None),
                no_interval="" if envelopes else UNKNOWN if known is None else reason,
                method=_method(scores, k),
                missing=int(scores.missing[k]) if scores.missing is not None else 0,
                envelopes=envelopes,
                behind=_behind(scores, k),
                **common,
            )
        )
    return found


def _envelopes(
    scores: Scores, spread: tuple[NDArray[Any], NDArray[Any]] | None, k: int
) -> list[Envelope]:
    found = []
    if scores.lo is not None and scores.hi is not None and not np.isnan(scores.lo[k]):
        found.append(Envelope(cause=scores.cause, lo=float(scores.lo[k]), hi=float(scores.hi[k])))
    if spread is not None and not np.isnan(spread[0][k]):
        found.append(Envelope(cause="coding", lo=float(spread[0][k]), hi=float(spread[1][k])))
    return found


def _method(scores: Scores, k: int) -> str:
    note = scores.notes[k] if scores.notes is not None else ""
    return "; ".join(part for part in (note, scores.method) if part)


def _behind(scores: Scores, k: int) -> Callable[[], Inputs]:
    return nothing if scores.inputs is None else partial(scores.inputs, k)

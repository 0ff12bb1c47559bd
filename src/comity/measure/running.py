"""Measures computed: once on the evidence as it stands, then again in draws of its errors."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from inspect import signature
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.address import choice_word
from comity.measure.catalogue import measure_of, measures
from comity.measure.define import Measure
from comity.measure.scores import Scores
from comity.measure.uncertainty.coding import Coding, Rates
from comity.measure.value import Subject, Value
from comity.measure.valued import Common, valued
from comity.network.evidence import Evidence
from comity.network.network import Network
from comity.network.years import Sequence as Years

Target = Network | Years | Evidence
Given = Mapping[str, Mapping[str, Any]]
Keep = Callable[[Subject], bool]
Tell = Callable[[int, int | None], None]
NO_RATES: Final = (
    "it rests on rows of data sets and checked facts, for which no rate of error is published"
)
NO_DRAWS: Final = "no draws were asked for"
SHARED: Final = ("level", "seed")  # what a measure takes from the run unless its options say else


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
    keep: Keep | None = None,
    tell: Tell | None = None,
    left_out: dict[str, str] | None = None,
) -> tuple[Value, ...]:
    """Return the values of measures on a network, a sequence or evidence.

    Without ``ids`` every measure that the target allows. A measure of a network is taken of every year of a
    sequence. ``draws`` of coding errors make the interval at ``level``; ``rates`` are those of `Coding`.
    ``options`` are by measure id: the arguments of its function. ``keep`` says of which subjects values are
    wanted. ``tell`` is called with how many steps are done and of how many. ``left_out`` is filled with the
    measures that cannot be taken, and why; without it the first of them is an error.
    """
    _check(draws, level)
    given = _shared(options or {}, seed, level)
    chosen, base = _base(target, _chosen(target, ids), given, tell, draws, left_out)
    spread, reason = _spread(target, chosen, base, given, draws, seed, rates, keep, tell)
    values: list[Value] = []
    for place, (measure, parts) in enumerate(zip(chosen, base, strict=True)):
        drawn, start = spread.get(place), 0
        words = _choices(target, measure, options or {}, draws, seed, level)
        common = Common(
            level=level, lens=lens, data_version=_version(target), choices=words, reason=reason
        )
        for scores in parts:
            kept = _kept(scores, keep)
            own = None if drawn is None else drawn[:, start : start + len(kept)]
            values += valued(measure, scores, kept, own, common)
            start += len(kept)
    return tuple(values)


def _check(draws: int, level: float) -> None:
    if draws < 0:
        raise QueryError(f"{draws} draws cannot be made.", hint="Give 0 or more.")
    if not 0 < level < 1:
        raise QueryError(f"A level of {level} is none.", hint="Give a share such as 0.9.")


def _base(
    target: Target,
    wanted: Sequence[Measure],
    given: Callable[[Measure], dict[str, Any]],
    tell: Tell | None,
    draws: int,
    left_out: dict[str, str] | None,
) -> tuple[list[Measure], list[list[Scores]]]:
    """Return the measures that can be taken, each with its scores on the evidence as it stands."""
    chosen, base = [], []
    for done, measure in enumerate(wanted, 1):
        try:
            scores = _scores(measure, target, given(measure))
        except QueryError as error:
            if left_out is None:
                raise
            left_out[measure.id] = str(error)
        else:
            chosen.append(measure)
            base.append(scores)
        if tell is not None:
            tell(done, len(wanted) + draws)
    return chosen, base


def _shared(given: Given, seed: int, level: float) -> Callable[[Measure], dict[str, Any]]:
    """Return what gives a measure its options: those asked for, else seed and level of the run."""
    run_wide = {"level": level, "seed": seed}

    def options(measure: Measure) -> dict[str, Any]:
        takes = signature(measure.compute).parameters
        return {**{k: run_wide[k] for k in SHARED if k in takes}, **given.get(measure.id, {})}

    return options


def _choices(
    target: Target, measure: Measure, given: Given, draws: int, seed: int, level: float
) -> tuple[tuple[str, str], ...]:
    """Return the choices behind a value that are not the usual ones, as words of an address."""
    found: dict[str, Any] = {}
    if isinstance(target, Years) and measure.takes == "sequence":
        found["years"] = f"{target.years[0]}-{target.years[-1]}" if target.years else ""
    if not isinstance(target, Evidence):
        found |= target.plan.options.shown()
    found |= {f".{k}": v for k, v in given.get(measure.id, {}).items()}
    usual = {"draws": (draws, 200), "seed": (seed, 0), "level": (level, 0.9)}
    found |= {name: value for name, (value, default) in usual.items() if value != default}
    return tuple((name, choice_word(value)) for name, value in found.items())


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
        if not target.small:
            network.forget()  # scores keep the network to find their inputs, not its arrays


def _kept(scores: Scores, keep: Keep | None) -> NDArray[np.int64]:
    """Return the places of the subjects of which values are wanted."""
    if keep is None:
        return np.arange(len(scores.subjects))
    return np.array([k for k, s in enumerate(scores.subjects) if keep(s)], np.int64)


def _spread(
    target: Target,
    chosen: Sequence[Measure],
    base: Sequence[Sequence[Scores]],
    given: Callable[[Measure], dict[str, Any]],
    draws: int,
    seed: int,
    rates: Rates | None,
    keep: Keep | None,
    tell: Tell | None,
) -> tuple[dict[int, NDArray[np.float32]], str]:
    """Return the wanted values of each measure in every draw, (D, S), by place; or why there are none.

    Draws are the outer loop: one set of drawn layers serves all measures.
    """
    if isinstance(target, Evidence) or draws <= 0:
        return {}, NO_DRAWS
    coding = Coding(target.plan, rates)
    if not coding.moves:
        return {}, NO_RATES
    moved = [i for i, m in enumerate(chosen) if m.draws and m.takes != "evidence"]
    kept = {i: [_kept(scores, keep) for scores in base[i]] for i in moved}
    rows: dict[int, list[NDArray[np.float32]]] = {i: [] for i in moved}
    for number in range(draws):
        drawn = target.drawn(coding.draw(np.random.default_rng([seed, number])))
        for i in moved:
            if number >= (chosen[i].most_draws or draws):
                continue
            parts = zip(_scores(chosen[i], drawn, given(chosen[i])), kept[i], strict=True)
            rows[i].append(np.concatenate([s.values[k] for s, k in parts]).astype(np.float32))
        if tell is not None:
            tell(len(chosen) + number + 1, len(chosen) + draws)
    return {i: np.stack(r) for i, r in rows.items()}, NO_DRAWS

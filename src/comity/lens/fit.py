"""Whether the measures that a lens names exist and take its options."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from inspect import signature
from typing import TYPE_CHECKING, Any, Final

from comity.errors import ComityError, QueryError, ResourceError
from comity.lens.lens import Lens, Speaking

if TYPE_CHECKING:
    from comity.measure import Measure

# Given by whoever runs a lens, so a lens cannot set them.
RUNNERS: Final = ("level", "seed")
DAY: Final = date(2016, 12, 31)


def problems_of_fit(lens: Lens, *, tried: bool = False) -> Iterator[ResourceError]:
    """Yield each unknown measure and option of a lens; ``tried``: also each that fails on a made-up network."""
    for criterion in lens.criteria:
        for speaking in criterion.measures:
            record = f"{lens.id}/{criterion.id}/{speaking.measure}"
            problem, hint = _problem(speaking, tried)
            if problem:
                yield ResourceError(problem, path=lens.path, record=record, hint=hint)


def options_of(measure: "Measure") -> tuple[str, ...]:
    """Return the names of the options of a measure, in order."""
    return tuple(p.name for p in list(signature(measure.compute).parameters.values())[1:])


def _problem(speaking: Speaking, tried: bool) -> tuple[str, str]:
    from comity.measure import measure_of

    try:
        measure = measure_of(speaking.measure)
    except QueryError as error:
        return f"names the unknown measure {speaking.measure}.", error.hint
    known = [name for name in options_of(measure) if name not in RUNNERS]
    for name in speaking.options:
        if name in RUNNERS:
            return f"sets {name}, which whoever runs the lens gives.", f"Leave {name} out."
        if name not in known:
            return f"has the unknown option {name}.", f"Known: {', '.join(known) or 'none'}."
    return _trial(measure, speaking.options) if tried else ("", "")


def _trial(measure: "Measure", options: Mapping[str, Any]) -> tuple[str, str]:
    from comity.measure import run

    try:
        run(_targets()[measure.takes], [measure.id], draws=0, options={measure.id: options})
    except ComityError as error:
        return f"options cannot be used: {error.problem}", error.hint
    except Exception as error:  # noqa: BLE001 - an option of the wrong kind can fail anyhow
        hint = "See the page of the measure for what its options take."
        return f"options cannot be used: {type(error).__name__}: {error}.", hint
    return "", ""


@lru_cache(maxsize=1)
def _targets() -> dict[str, Any]:
    """Return a made-up network of three states, its sequence and its evidence, by what a measure takes."""
    from comity.network import evidence_of_rows, network_at, sequence

    start, end = date(2015, 3, 1), date(2016, 9, 1)
    pairs = (("AAA", "BBB"), ("BBB", "CCC"))
    rows: list[dict[str, Any]] = [
        {"kind": kind, "members": pair, "start": start, "end": None}
        for kind in ("ally", "partner")
        for pair in pairs
    ]
    rows += [
        {"kind": "member", "members": (actor,), "start": start, "end": None, "frame": body}
        for actor in ("AAA", "BBB", "CCC")
        for body in ("one", "two", "three")
    ]
    rows += [
        {"kind": kind, "members": pair, "start": day, "end": day, "track": "military"}
        for kind in ("meet", "exercise")
        for pair in pairs
        for day in (start, end)
    ]
    evidence = evidence_of_rows(rows, family="made-up")
    return {
        "evidence": evidence,
        "network": network_at(evidence, DAY),
        "sequence": sequence(evidence, range(2014, 2017)),
    }

"""How far a value hangs on one source or on one choice: everything is computed again under each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from comity.measure.value import Envelope, Value
from comity.network.evidence import Evidence

Computed = Callable[..., Sequence[Value]]


def leave_one_family_out(
    evidence: Evidence, compute: Callable[[Evidence], Sequence[Value]]
) -> tuple[Value, ...]:
    """Return the values with an envelope over leaving out each family of sources in turn.

    ``compute`` makes values of evidence: give the network the same actors each time.
    """
    base = compute(evidence)
    others = ((f"without {f}", compute(evidence.without(f))) for f in evidence.families)
    return tuple(widened(base, others, "source"))


def multiverse(
    compute: Computed, choices: Mapping[str, Sequence[Any]], *, cause: str = "choice"
) -> tuple[Value, ...]:
    """Return the values under the first of each choice, with an envelope over all combinations.

    ``compute`` takes the choices by name. An envelope holds the value of every single combination, and
    names it.
    """
    names = list(choices)
    every = [dict(zip(names, each, strict=True)) for each in product(*choices.values())]
    base = compute(**every[0])
    others = ((_named(one), compute(**one)) for one in every)
    return tuple(widened(base, others, cause))


def _named(choice: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in choice.items())


def widened(
    base: Sequence[Value], others: Iterable[tuple[str, Sequence[Value]]], cause: str
) -> Iterator[Value]:
    """Yield values with an envelope over their likes in other computations, found by measure and subject."""
    parts: dict[Any, list[tuple[str, float]]] = {}
    for name, values in others:
        for value in values:
            if isinstance(value.value, float):
                parts.setdefault((value.measure, value.subject), []).append((name, value.value))
    for value in base:
        found = parts.get((value.measure, value.subject), [])
        yield with_envelope(value, cause, found) if isinstance(value.value, float) else value


def with_envelope(value: Value, cause: str, parts: Sequence[tuple[str, float]]) -> Value:
    """Return a value whose interval also holds its value under other choices."""
    if not parts or not isinstance(value.value, float):
        return value
    numbers = [value.value, *(number for _, number in parts)]
    envelope = Envelope(cause=cause, lo=min(numbers), hi=max(numbers), parts=tuple(parts))
    return replace(
        value,
        lo=min(x for x in (value.lo, envelope.lo) if x is not None),
        hi=max(x for x in (value.hi, envelope.hi) if x is not None),
        no_interval="",
        envelopes=(*value.envelopes, envelope),
    )

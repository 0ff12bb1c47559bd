"""The values of a run, as a small table that shows itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, overload

from comity.measure.value import Value
from comity.tables import Rows

ZERO: Final = 1e-12  # what is nearer to 0 is rounding
GREAT: Final = 10_000  # from here on whole numbers are read more easily


@dataclass(frozen=True, slots=True)
class Values(Sequence[Value]):
    """Values in the order of measures, years and subjects. ``left_out``: measures not taken, and why."""

    values: tuple[Value, ...]
    left_out: Mapping[str, str] = field(default_factory=dict)

    @overload
    def __getitem__(self, index: int) -> Value: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Value, ...]: ...
    def __getitem__(self, index: int | slice) -> Value | tuple[Value, ...]:
        return self.values[index]

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[Value]:
        return iter(self.values)

    def of(self, measure: str) -> "Values":
        """Return the values of one measure."""
        return Values(tuple(v for v in self.values if v.measure == measure))

    def top(self, count: int = 10) -> "Values":
        """Return the greatest values of each measure, labels in their order; of one that is all unknown, one."""
        own: dict[str, list[Value]] = {}
        for value in self.values:
            own.setdefault(value.measure, []).append(value)
        kept: list[Value] = []
        for values in own.values():
            known = [v for v in values if v.value is not None]
            kept += sorted(known, key=_greatest)[:count] or values[:1]
        return Values(tuple(kept), self.left_out)

    def to_rows(self) -> Rows:
        """Return the values as rows with the keys of `Value.to_dict`."""
        return Rows.of([v.to_dict() for v in self.values])

    def shown(self) -> Rows:
        """Return the values as people read them: a number always with its interval, or why there is none."""
        return Rows.of([shown(v) for v in self.values], SHOWN)

    def _repr_html_(self) -> str:
        return self.shown()._repr_html_()

    def __repr__(self) -> str:
        names = ", ".join(dict.fromkeys(v.measure for v in self.values))
        return f"<{len(self.values)} values of {names or 'no measure'}>"


SHOWN = ("address", "value", "interval", "unit", "claims", "sources", "missing")


def shown(value: Value) -> dict[str, Any]:
    """Return a value as people read it, in strings and counts."""
    return {
        "address": value.address,
        "value": number(value.value),
        "interval": interval(value),
        "unit": value.unit,
        "claims": value.n_claims,
        "sources": value.n_sources,
        "missing": value.missing,
    }


def number(value: float | str | None) -> str:
    """Return a value in four figures; a label as it is, unknown as a word.

    >>> number(2.0), number(0.123456), number(125610.0), number(None)
    ('2', '0.1235', '125,610', 'unknown')
    """
    if value is None:
        return "unknown"
    if isinstance(value, str):
        return value
    return f"{value:,.0f}" if abs(value) >= GREAT else f"{0 if abs(value) < ZERO else value:.4g}"


def interval(value: Value) -> str:
    """Return the interval with its level and causes, or the reason why there is none."""
    if value.lo is None or value.hi is None:
        return f"none: {value.no_interval}"
    causes = ", ".join(dict.fromkeys(e.cause for e in value.envelopes))
    ends = f"{number(value.lo)} to {number(value.hi)}"
    return f"{ends} ({value.level:.0%}{f'; {causes}' if causes else ''})"


def _greatest(value: Value) -> tuple[int, float]:
    return (0, -value.value) if isinstance(value.value, float) else (1, 0.0)

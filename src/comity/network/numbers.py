"""Numbers of series between two actors, as arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from comity.model import Observation
from comity.network.knowledge import Flags, bounds
from comity.network.layers import LayerRule
from comity.network.spells import Ints

if TYPE_CHECKING:
    from comity.network.plan import Draw

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of series between two actors; where several sources give one, their mean."""

    index: Mapping[str, int]
    numbers: tuple[Observation, ...]
    cell: Ints
    start: Ints
    end: Ints
    value: Floats

    @classmethod
    def of(
        cls,
        series: Mapping[str, Sequence[Observation]],
        index: Mapping[str, int],
        rule: LayerRule,
    ) -> "Numbers":
        n, wanted = len(index), set(rule.series)
        kept = [
            o
            for numbers in series.values()
            for o in numbers
            if o.series in wanted and o.b is not None and o.a in index and o.b in index
        ]
        cells = [index[o.a] * n + index[str(o.b)] for o in kept]
        if rule.directed and rule.mutual:
            both = [k for k, o in enumerate(kept) if o.series in rule.mutual]
            cells += [index[str(kept[k].b)] * n + index[kept[k].a] for k in both]
            kept += [kept[k] for k in both]
        if not rule.directed:
            cells = [min(c, (c % n) * n + c // n) for c in cells]
        days = np.array([bounds(o.period.start, o.period.end) for o in kept], np.int64)
        days = days.reshape(-1, 2)
        value = np.array([np.nan if o.value is None else o.value for o in kept], float)
        if rule.transform == "log1p":
            value = np.log1p(np.maximum(value, 0))
        cell = np.array(cells, np.int64)
        return cls(index, tuple(kept), cell, days[:, 0], days[:, 1], value)

    def weights(self, days: Ints, draw: "Draw | None", layer: str) -> Floats:
        """Return the numbers, as (T, N * N); 0 where there is none."""
        size = len(self.index) ** 2
        out = np.zeros((len(days), size))
        there = ~np.isnan(self.value)
        for t, day in enumerate(days):
            on = there & (self.start <= day) & (day <= self.end)
            count = np.bincount(self.cell[on], minlength=size)
            total = np.bincount(self.cell[on], self.value[on], minlength=size)
            out[t] = total / np.maximum(count, 1)
        return out

    def told(self, days: Ints) -> Flags:
        """Return the pairs of which a number is told, 0 among them, as (T, N * N)."""
        return self._marked(days, ~np.isnan(self.value))

    def gaps(self, days: Ints) -> Flags:
        """Return the pairs whose number the source says is missing, as (T, N * N)."""
        return self._marked(days, np.isnan(self.value)) & ~self.told(days)

    def _marked(self, days: Ints, which: Flags) -> Flags:
        out = np.zeros((len(days), len(self.index) ** 2), bool)
        for t, day in enumerate(days):
            out[t, self.cell[which & (self.start <= day) & (day <= self.end)]] = True
        return out

    def standing(self, day: int) -> list[int]:
        """Return none: numbers are no links."""
        return []

    def entries(self, i: int, j: int, day: int) -> list[int]:
        on = (self.cell == i * len(self.index) + j) & (self.start <= day) & (day <= self.end)
        return [int(k) for k in np.flatnonzero(on)]

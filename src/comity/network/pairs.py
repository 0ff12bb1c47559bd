"""Ties of two actors, as arrays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from comity.network.knowledge import Flags, known_pairs, reaches
from comity.network.link import Link
from comity.network.options import Options
from comity.network.spells import Covers, Ints, Spells, added_on, by_family, heard_families

if TYPE_CHECKING:
    from comity.network.plan import Draw

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Ties of two actors: a pair counts once, whoever tells it."""

    index: Mapping[str, int]
    one: Ints
    two: Ints
    spells: Spells
    covers: Covers
    policy: str

    @classmethod
    def of(
        cls,
        links: Sequence[Link],
        chosen: Iterable[int],
        index: Mapping[str, int],
        options: Options,
        covers: Covers,
    ) -> "Pairs":
        units: dict[tuple[int, int], int] = {}
        told = []
        for i in chosen:
            places = sorted({index[a] for a in links[i].actors if a in index})
            for pair in combinations(places, 2):
                unit = units.setdefault((pair[0], pair[1]), len(units))
                told += [(unit, i, f) for f in heard_families(links[i], options)]
        ends = np.array(list(units), np.int64).reshape(-1, 2)
        spells = Spells.of(links, told, len(units), options.edges, reaches(covers))
        return cls(index, ends[:, 0], ends[:, 1], spells, covers, options.policy)

    def _standing(self, days: Ints, times: Ints | None) -> tuple[Flags, Flags]:
        return self.spells.standing(days, times, self.policy, self._silences)

    def _silences(self, days: Ints) -> list[tuple[str, Flags]]:
        return [
            (family, known_pairs(own, self.index, days)[:, self.one, self.two].T)
            for family, own in by_family(self.covers).items()
        ]

    def weights(self, days: Ints, draw: "Draw | None", layer: str) -> Floats:
        """Return 1 for each pair that is tied, as (T, N * N), upper half only."""
        n = len(self.index)
        out = np.zeros((len(days), n * n))
        on, _ = self._standing(days, draw.times if draw else None)
        out[:, self.one * n + self.two] = on.T
        if draw and layer in draw.added:
            a, b, link = draw.added[layer]
            low, high = np.minimum(a, b), np.maximum(a, b)
            shown = added_on(self.spells, link, days)
            for t in range(len(days)):
                out[t, (low * n + high)[shown[:, t]]] = 1
        return out

    def gaps(self, days: Ints) -> Flags:
        """Return the pairs whose sources leave it open, as (T, N * N)."""
        n = len(self.index)
        out = np.zeros((len(days), n * n), bool)
        if self.policy == "majority":
            _, open_ = self._standing(days, None)
            out[:, self.one * n + self.two] = open_.T
            out[:, self.two * n + self.one] = open_.T
        return out

    def standing(self, day: int) -> list[int]:
        """Return the links that count on a day, whoever they tie."""
        return self.spells.on(day)

    def entries(self, i: int, j: int, day: int) -> list[int]:
        spells = self.spells
        units = (self.one == i) & (self.two == j)
        on = units[spells.unit] & (spells.start <= day) & (day <= spells.end)
        return [int(k) for k in spells.link[on]]

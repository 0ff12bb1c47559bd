"""Events of a layer, as arrays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from comity.network.layers import LayerRule
from comity.network.link import Link
from comity.network.options import Options
from comity.network.spells import Ints, dates

if TYPE_CHECKING:
    from comity.network.plan import Draw

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Events:
    """Events: each weighs on its pairs, less as it grows old."""

    n: int
    link: Ints
    start: Ints
    end: Ints
    weight: Floats
    pairs: Any
    half_life: float
    window: float

    @classmethod
    def of(
        cls,
        links: Sequence[Link],
        chosen: Iterable[int],
        index: Mapping[str, int],
        options: Options,
        rule: LayerRule,
    ) -> "Events":
        n = len(index)
        kept: list[int] = []
        rows: list[int] = []
        cells: list[int] = []
        factors: list[float] = []
        for i in chosen:
            found = list(_pairs(links[i], index, rule))
            if found:
                rows += [len(kept)] * len(found)
                cells += [a * n + b for a, b, _ in found]
                factors += [f for _, _, f in found]
                kept.append(i)
        days = np.array([dates(links[i].period, options.edges) for i in kept], np.int64)
        days = days.reshape(-1, 2)
        shape = (n * n, len(kept))
        return cls(
            n,
            np.array(kept, np.int64),
            days[:, 0],
            days[:, 1],
            np.array([links[i].weight for i in kept], float),
            sparse.csr_array((np.array(factors, float), (cells, rows)), shape=shape),
            rule.half_life if options.half_life is None else options.half_life,
            rule.window if options.window is None else options.window,
        )

    def fading(self, day: int) -> Floats:
        """Return the weight of each event on a day, as (E,): 0 before it, halved every half-life after."""
        age = np.maximum(day - np.minimum(self.end, day), 0)
        on = self.start <= day
        if self.window:
            on &= age <= self.window
        fade = np.exp2(-age / self.half_life) if self.half_life else 1.0
        return np.asarray(np.where(on & (self.end >= self.start), self.weight * fade, 0.0))

    def weights(self, days: Ints, draw: "Draw | None", layer: str) -> Floats:
        """Return the weight of each pair, as (T, N * N); undirected layers fill the upper half only."""
        out = np.empty((len(days), self.n * self.n))
        times = draw.times[self.link] if draw else None
        for t, day in enumerate(days):
            told = self.fading(int(day))
            out[t] = self.pairs @ (told if times is None else told * times)
        return out

    def standing(self, day: int) -> list[int]:
        """Return the links that count on a day, whoever they tie."""
        return [int(k) for k in self.link[self.fading(day) > 0]]

    def entries(self, i: int, j: int, day: int) -> list[int]:
        row = self.pairs[[i * self.n + j], :].tocoo().col
        told = self.fading(day)
        return [int(self.link[e]) for e in row if told[e] > 0]


def _pairs(
    link: Link, index: Mapping[str, int], rule: LayerRule
) -> Iterable[tuple[int, int, float]]:
    """Yield the pairs of an event under a layer's projection, with the share each has of its weight."""
    if rule.projection == "roles":
        givers = [index[a] for a in link.within(rule.givers) if a in index]
        takers = [index[a] for a in link.within(rule.takers) if a in index]
        ends = {(a, b) for a, b in product(givers, takers) if a != b}
        if not rule.directed:
            ends = {(min(p), max(p)) for p in ends}
        return [(a, b, 1.0) for a, b in sorted(ends)]
    actors = link.actors
    share = 1 / (len(actors) - 1) if rule.projection == "newman" and len(actors) > 1 else 1.0
    places = sorted(index[a] for a in actors if a in index)
    return [(a, b, share) for a, b in combinations(places, 2)]

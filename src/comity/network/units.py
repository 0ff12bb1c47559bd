"""The tables of a layer: ties of pairs, memberships of bodies, events, and numbers of series."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from comity.model import Observation
from comity.model.vocabulary import HELD_ROLES, LESSER_ROLES
from comity.network.evidence import Cover
from comity.network.knowledge import Flags, bounds, known_cells, known_pairs, reaches
from comity.network.layers import LayerRule
from comity.network.link import Link
from comity.network.options import Options
from comity.network.spells import Ints, Spells, dates

if TYPE_CHECKING:
    from comity.network.plan import Draw

Floats = NDArray[np.float64]
Covers = Sequence[tuple[Cover, str]]
MOST: Final = 0.5


def _families(link: Link, options: Options) -> tuple[str, ...]:
    heard = options.sources
    return tuple(f for f in link.families if heard is None or f in heard) or ("",)


def _by_family(covers: Covers) -> dict[str, list[tuple[Cover, str]]]:
    found: dict[str, list[tuple[Cover, str]]] = {}
    for cover in covers:
        found.setdefault(cover[0].family, []).append(cover)
    return found


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
                told += [(unit, i, f) for f in _families(links[i], options)]
        ends = np.array(list(units), np.int64).reshape(-1, 2)
        spells = Spells.of(links, told, len(units), options.edges, reaches(covers))
        return cls(index, ends[:, 0], ends[:, 1], spells, covers, options.policy)

    def _standing(self, days: Ints, times: Ints | None) -> tuple[Flags, Flags]:
        return self.spells.standing(days, times, self.policy, self._silences)

    def _silences(self, days: Ints) -> list[tuple[str, Flags]]:
        return [
            (family, known_pairs(own, self.index, days)[:, self.one, self.two].T)
            for family, own in _by_family(self.covers).items()
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
            shown = _spells_of(self.spells, link, days)
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

    def entries(self, i: int, j: int, day: int) -> list[int]:
        spells = self.spells
        units = (self.one == i) & (self.two == j)
        on = units[spells.unit] & (spells.start <= day) & (day <= spells.end)
        return [int(k) for k in spells.link[on]]


def _spells_of(spells: Spells, link: Ints, days: Ints) -> Flags:
    """Return on which days added ties hold, dated as the links they are like, as (K, T)."""
    if not len(link):
        return np.zeros((0, len(days)), bool)
    like = spells.like(link)
    return np.asarray((spells.start[like][:, None] <= days) & (days <= spells.end[like][:, None]))


@dataclass(frozen=True, slots=True)
class Belongings:
    """Memberships: two actors are tied once for each body that both fully belong to."""

    index: Mapping[str, int]
    mechanisms: tuple[str, ...]
    places: Mapping[str, int]
    body: Ints
    actor: Ints
    full: Spells
    lesser: Spells
    resting: Spells
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
    ) -> "Belongings":
        known = [i for i in chosen if links[i].frame and links[i].members[0][0] in index]
        mechanisms = tuple(sorted({str(links[i].frame) for i in known}))
        places = {m: k for k, m in enumerate(mechanisms)}
        units: dict[tuple[int, int], int] = {}
        told: dict[str, list[tuple[int, int, str]]] = {"full": [], "lesser": [], "resting": []}
        for i in known:
            actor, role = links[i].members[0]
            unit = units.setdefault((places[str(links[i].frame)], index[actor]), len(units))
            told[_capacity(role)] += [(unit, i, f) for f in _families(links[i], options)]
        cells = np.array(list(units), np.int64).reshape(-1, 2)
        reach = reaches(covers)
        full, lesser, resting = (
            Spells.of(links, told[c], len(units), options.edges, reach) for c in told
        )
        return cls(
            index,
            mechanisms,
            places,
            cells[:, 0],
            cells[:, 1],
            full,
            lesser,
            resting,
            covers,
            options.policy,
        )

    def _silences(self, days: Ints) -> list[tuple[str, Flags]]:
        return [
            (family, known_cells(own, self.index, self.places, days)[:, self.body, self.actor].T)
            for family, own in _by_family(self.covers).items()
        ]

    def held(self, days: Ints, draw: "Draw | None", layer: str = "") -> Floats:
        """Return who fully belongs to which body, as (T, M, N) of 0 and 1."""
        times = draw.times if draw else None
        on, _ = self.full.standing(days, times, self.policy, self._silences)
        rests, _ = self.resting.standing(days, times, "any", self._silences)
        out = np.zeros((len(days), len(self.mechanisms), len(self.index)))
        out[:, self.body, self.actor] = (on & ~rests).T
        if draw and layer in draw.added:
            body, actor, link = draw.added[layer]
            shown = _spells_of(self.full, link, days)
            for t in range(len(days)):
                out[t, body[shown[:, t]], actor[shown[:, t]]] = 1
        return out

    def capacities(self, days: Ints) -> tuple[Flags, Flags]:
        """Return who is tied to a body in a lesser capacity, and whose membership rests, as (T, M, N)."""
        found = []
        for spells in (self.lesser, self.resting):
            on, _ = spells.standing(days, None, "any", self._silences)
            out = np.zeros((len(days), len(self.mechanisms), len(self.index)), bool)
            out[:, self.body, self.actor] = on.T
            found.append(out)
        return found[0], found[1]

    def cells_known(self, days: Ints) -> Flags:
        """Return of which body and actor it is known whether the one belongs to the other, as (T, M, N)."""
        lesser, resting = self.capacities(days)
        sure = known_cells(self.covers, self.index, self.places, days) | lesser | resting
        if self.policy == "majority":
            _, open_ = self.full.standing(days, None, self.policy, self._silences)
            sure[:, self.body, self.actor] &= ~open_.T
        return sure | (self.held(days, None) > 0)

    def lists_known(self, days: Ints) -> Flags:
        """Return of which pairs most bodies are known that have a member on the day, as (T, N, N).

        No source tells of every body there is, so that two share none can only be said of those it lists.
        """
        cells = self.cells_known(days)
        alive = (self.held(days, None) > 0).any(2)
        out = np.zeros((len(days), len(self.index), len(self.index)), bool)
        for t in range(len(days)):
            sure = cells[t, alive[t]].astype(np.float32)
            out[t] = (sure.T @ sure) >= max(MOST * len(sure), 1)
        return out

    def weights(self, days: Ints, draw: "Draw | None", layer: str) -> Floats:
        """Return the number of bodies that two share, as (T, N * N)."""
        n = len(self.index)
        out = np.empty((len(days), n * n))
        for t, held in enumerate(self.held(days, draw, layer).astype(np.float32)):
            out[t] = (held.T @ held).ravel()
        return out

    def entries(self, i: int, j: int, day: int) -> list[int]:
        at = np.array([day])
        shared = self.held(at, None)[0]
        bodies = np.flatnonzero((shared[:, i] > 0) & (shared[:, j] > 0))
        cells = np.isin(self.body, bodies) & ((self.actor == i) | (self.actor == j))
        return self._of_cells(cells, day)

    def _of_cells(self, cells: Flags, day: int) -> list[int]:
        found: list[int] = []
        for spells in (self.full, self.lesser, self.resting):
            if len(spells.link):
                on = cells[spells.unit] & (spells.start <= day) & (day <= spells.end)
                found += [int(k) for k in spells.link[on]]
        return found

    def behind(self, body: int, actor: int, day: int) -> list[int]:
        """Return the links that tell of one membership on a day."""
        return self._of_cells((self.body == body) & (self.actor == actor), day)


def _capacity(role: str) -> str:
    if role in HELD_ROLES:
        return "resting"
    return "lesser" if role in LESSER_ROLES else "full"


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
    by_pair: list[Any] = field(default_factory=list)

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

    def entries(self, i: int, j: int, day: int) -> list[int]:
        on = (self.cell == i * len(self.index) + j) & (self.start <= day) & (day <= self.end)
        return [int(k) for k in np.flatnonzero(on)]

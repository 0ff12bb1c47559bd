"""The architecture over years: the same layers, cut at the last day of each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from comity.network.evidence import Evidence
from comity.network.network import Network, _options
from comity.network.numbers import Numbers
from comity.network.options import Options
from comity.network.plan import Draw, Plan

BYTES = 5  # of one weight and what is known of it
KEPT = 192 * 2**20  # bytes of arrays kept at hand; a greater sequence computes a layer when asked
SMALL = (
    32 * 2**20
)  # bytes up to which the networks of all years are kept with what was cut from them
Weights = NDArray[np.float32]
Flags = NDArray[np.bool_]
Array = TypeVar("Array", Weights, Flags)


class Stack(Mapping[str, Array], Generic[Array]):
    """Arrays by layer, made when they are asked for and kept while they fit."""

    def __init__(self, names: tuple[str, ...], make: Callable[[str], Array]) -> None:
        self._names = names
        self._make: Callable[[str], Array] = make
        self._kept: dict[str, Array] = {}

    def __getitem__(self, name: str) -> Array:
        if name not in self._names:
            raise KeyError(name)
        if name in self._kept:
            return self._kept[name]
        made = self._make(name)
        if sum(a.nbytes for a in self._kept.values()) + made.nbytes <= KEPT:
            self._kept[name] = made
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True)
class Sequence:
    """Years of an architecture. ``weights[layer]`` and ``known[layer]`` are (Y, N, N)."""

    plan: Plan
    years: tuple[int, ...]
    draw: Draw | None = None
    told: "Sequence | None" = None

    @property
    def actors(self) -> tuple[str, ...]:
        return self.plan.actors

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(rule.id for rule in self.plan.rules)

    @property
    def evidence(self) -> Evidence:
        return self.plan.evidence

    @property
    def days(self) -> NDArray[np.int64]:
        """Return the last days of the years as ordinals, (Y,)."""
        return np.array([date(year, 12, 31).toordinal() for year in self.years], np.int64)

    @cached_property
    def weights(self) -> Stack[Weights]:
        def make(name: str) -> Weights:
            numbers = all(isinstance(t, Numbers) for t in self.plan.tables[name])
            if self.told is not None and numbers:
                return self.told.weights[name]  # no draw moves the numbers of a data set
            return self.plan.weights(name, self.days, self.draw).astype(np.float32)

        return Stack(self.names, make)

    @cached_property
    def known(self) -> Stack[Flags]:
        def make(name: str) -> Flags:
            if self.told is not None:
                return self.told.known[name] | (self.weights[name] > 0)
            return self.plan.known(name, self.days, self.plan.weights(name, self.days))

        return Stack(self.names, make)

    @property
    def size(self) -> int:
        """Return the bytes that the weights of all years take, and what is known of them."""
        return len(self.names) * len(self.years) * len(self.actors) ** 2 * BYTES

    @property
    def small(self) -> bool:
        """Say whether the networks of all years are kept: measures then share what each cuts from them."""
        return self.size <= SMALL

    @cached_property
    def _networks(self) -> dict[int, Network]:
        return {}

    def at(self, year: int) -> Network:
        """Return the network at the end of a year."""
        if not self.small:
            return self._cut(year)
        if year not in self._networks:
            self._networks[year] = self._cut(year)
        return self._networks[year]

    def _cut(self, year: int) -> Network:
        if year not in self.years or self.size > KEPT:
            return Network(self.plan, date(year, 12, 31), self.draw)
        place = self.years.index(year)

        def cut(name: str) -> tuple[NDArray[np.float64], Flags]:
            return self.weights[name][place].astype(float), self.known[name][place]

        return Network(self.plan, date(year, 12, 31), self.draw, cut=cut)

    def __iter__(self) -> Iterator[Network]:
        return (self.at(year) for year in self.years)

    def __len__(self) -> int:
        return len(self.years)

    def drawn(self, draw: Draw) -> "Sequence":
        """Return the sequence as it would be under one draw of coding errors."""
        return Sequence(self.plan, self.years, draw, self)

    def __repr__(self) -> str:
        span = f"{self.years[0]} to {self.years[-1]}" if self.years else "no years"
        return f"<Sequence of {span}: {len(self.actors)} actors, {len(self.names)} layers>"


def sequence(
    evidence: Evidence, years: Iterable[int], *, options: Options | None = None, **chosen: Any
) -> Sequence:
    """Return the architecture at the end of each year. ``chosen``: the fields of `Options`."""
    return Sequence(Plan(evidence, _options(options, chosen)), tuple(years))

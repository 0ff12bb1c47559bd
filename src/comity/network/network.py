"""The architecture on one day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.network.belongings import Belongings
from comity.network.evidence import Evidence
from comity.network.layers import LayerRule
from comity.network.options import Options
from comity.network.plan import Draw, Plan

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Membership:
    """Who belongs to which body on a day.

    ``held`` (M, N) is 1 for full members; ``lesser`` marks observers, partners and signatories, ``resting``
    those suspended. ``known`` marks the cells where it is known whether the actor belongs.
    """

    mechanisms: tuple[str, ...]
    actors: tuple[str, ...]
    held: Floats
    lesser: Flags
    resting: Flags
    known: Flags

    def members(self, mechanism: str) -> tuple[str, ...]:
        """Return the full members of a body, none for a body nobody tells of."""
        if mechanism not in self.mechanisms:
            return ()
        row = self.held[self.mechanisms.index(mechanism)]
        return tuple(a for a, on in zip(self.actors, row, strict=True) if on)


@dataclass(frozen=True)
class Layer:
    """One layer on a day: ``weights`` (N, N) of at least 0, and ``known`` (N, N).

    A weight of 0 that is known is an absent tie; one that is not known is no statement at all.
    """

    rule: LayerRule
    actors: tuple[str, ...]
    day: date
    weights: Floats
    known: Flags
    plan: Plan
    draw: Draw | None = None

    @property
    def name(self) -> str:
        return self.rule.id

    @cached_property
    def ties(self) -> Flags:
        """Return which pairs are tied at all, as (N, N)."""
        return np.asarray(self.weights > 0)

    @cached_property
    def membership(self) -> Membership | None:
        """Return who belongs to which body, for a layer of co-membership."""
        table = next((t for t in self.plan.tables[self.name] if isinstance(t, Belongings)), None)
        if table is None:
            return None
        days = np.array([self.day.toordinal()])
        lesser, resting = table.capacities(days)
        return Membership(
            table.mechanisms,
            self.actors,
            table.held(days, self.draw, self.name)[0],
            lesser[0],
            resting[0],
            table.cells_known(days)[0],
        )

    def behind(self, a: str, b: str) -> tuple[Any, ...]:
        """Return the links, or numbers of a series, that make the weight of a pair."""
        return self.plan.behind(self.name, a, b, self.day)

    def belonging(self, mechanism: str, actor: str) -> tuple[Any, ...]:
        """Return the links that tell of one membership."""
        links = self.plan.evidence.links
        found: list[int] = []
        for table in self.plan.tables[self.name]:
            if isinstance(table, Belongings) and mechanism in table.places:
                place, who = table.places[mechanism], self.plan.index[actor]
                found += table.behind(place, who, self.day.toordinal())
        return tuple(links[i] for i in dict.fromkeys(found))


@dataclass(frozen=True)
class Network:
    """Actors, bodies and named layers on a day. Layers are cut from ``plan`` when they are asked for.

    ``cut`` gives weights and what is known where a sequence has them at hand; ``told`` is, of a draw, the
    network that was drawn again.
    """

    plan: Plan
    day: date
    draw: Draw | None = None
    told: "Network | None" = None
    cut: Callable[[str], tuple[Floats, Flags]] | None = None

    @property
    def actors(self) -> tuple[str, ...]:
        return self.plan.actors

    @property
    def mechanisms(self) -> tuple[str, ...]:
        return self.plan.mechanisms

    @property
    def names(self) -> tuple[str, ...]:
        """Return the ids of the layers, in order."""
        return tuple(rule.id for rule in self.plan.rules)

    @property
    def index(self) -> Mapping[str, int]:
        return self.plan.index

    @property
    def evidence(self) -> Evidence:
        return self.plan.evidence

    @cached_property
    def _made(self) -> dict[str, Layer]:
        return {}

    @cached_property
    def shared(self) -> dict[Any, Any]:
        """Return what measures work out once for this day and hand on to each other, by names of their own."""
        return {}

    @property
    def layers(self) -> dict[str, Layer]:
        """Return every layer by name."""
        return {name: self.layer(name) for name in self.names}

    def _layer(self, name: str) -> Layer:
        rule = self.plan.rule(name)
        if self.cut is not None:
            return Layer(rule, self.actors, self.day, *self.cut(name), self.plan, self.draw)
        days = np.array([self.day.toordinal()])
        weights = self.plan.weights(name, days, self.draw)
        # What is known rests on the sources, not on a draw of their errors.
        if self.told is not None:
            known = self.told.layer(name).known[None] | (weights > 0)
        else:
            told = weights if self.draw is None else self.plan.weights(name, days)
            known = self.plan.known(name, days, told) | (weights > 0)
        return Layer(rule, self.actors, self.day, weights[0], known[0], self.plan, self.draw)

    def layer(self, name: str) -> Layer:
        """Return one layer; an unknown name is an error that lists those there are."""
        if name not in self.names:
            raise QueryError(f"There is no layer {name}.", hint=f"Known: {', '.join(self.names)}.")
        if name not in self._made:
            self._made[name] = self._layer(name)
        return self._made[name]

    def forget(self) -> None:
        """Let go of the layers; they are cut again when they are asked for."""
        self._made.clear()
        self.shared.clear()

    def stack(self, names: Sequence[str] | None = None) -> Floats:
        """Return the weights of layers, as (L, N, N)."""
        chosen = self.names if names is None else names
        shape = (0, len(self.actors), len(self.actors))
        return (
            np.stack([self.layer(name).weights for name in chosen]) if chosen else np.zeros(shape)
        )

    def known(self, names: Sequence[str] | None = None) -> Flags:
        """Return what is known of layers, as (L, N, N)."""
        chosen = self.names if names is None else names
        shape = (0, len(self.actors), len(self.actors))
        return (
            np.stack([self.layer(name).known for name in chosen])
            if chosen
            else np.zeros(shape, bool)
        )

    def drawn(self, draw: Draw) -> "Network":
        """Return the network as it would be under one draw of coding errors."""
        return Network(self.plan, self.day, draw, self)

    def __repr__(self) -> str:
        return f"<Network on {self.day}: {len(self.actors)} actors, {len(self.names)} layers>"


def network_at(
    evidence: Evidence, day: date, *, options: Options | None = None, **chosen: Any
) -> Network:
    """Return the architecture on a day. ``chosen``: the fields of `Options`, one by one.

    >>> network_at(Evidence(), date(2016, 12, 31)).actors
    ()
    """
    return Network(Plan(evidence, _options(options, chosen)), day)


def _options(options: Options | None, chosen: Mapping[str, Any]) -> Options:
    if options is not None and chosen:
        raise QueryError("Give options or single choices, not both.")
    lists = {k: tuple(v) for k, v in chosen.items() if isinstance(v, list | set | tuple)}
    return options or Options(**{**chosen, **lists})

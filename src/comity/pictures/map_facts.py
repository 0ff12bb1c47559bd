"""What a map shows of one day: ties, ties that became unknown, actors alone, and counts of pairs."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from comity.network.layers import LayerRule
from comity.network.network import Network
from comity.pictures.layout import Places, both_ways
from comity.pictures.telling import layer_places, strongest


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A pair in a layer: its weight, or None where a tie told earlier (``last``) is unknown on the day.

    ``drawn`` is False for a weak tie that a crowded map leaves to its table.
    """

    layer: LayerRule
    a: str
    b: str
    weight: float | None
    last: int | None = None
    drawn: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Pairs of a layer on a day: tied, of these drawn, unknown, in all. ``place`` sets its style."""

    layer: LayerRule
    place: int
    tied: int
    drawn: int
    unknown: int
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of a map. ``alone`` have no tie, though ties are known to be absent; of ``dark`` nothing is known."""

    date: str
    actors: tuple[str, ...]
    ties: tuple[Tie, ...]
    counts: tuple[Count, ...]
    alone: tuple[str, ...]
    dark: tuple[str, ...]


def day_of(network: Network, places: Places, most: int) -> Day:
    """Return what a map shows of a network, ties of a layer by weight; ``most`` of a layer are drawn."""
    ties: list[Tie] = []
    counts = []
    styles = layer_places(network.plan.rules)
    size = len(network.actors)
    known = np.zeros(size, bool)
    for name in places.layers:
        layer = network.layer(name)
        weights, told = both_ways(layer.weights), layer.known | layer.known.T
        here = _ties(network, layer.rule, weights, most)
        ties += [*here, *_gone(network, layer.rule, told, places)]
        off = ~np.eye(size, dtype=bool)
        known |= (told & off).any(1)
        counts.append(
            Count(
                layer=layer.rule,
                place=styles[name],
                tied=len(here),
                drawn=sum(t.drawn for t in here),
                unknown=int((~told & off).sum()) // 2,
                pairs=size * (size - 1) // 2,
            )
        )
    tied = {actor for t in ties if t.weight is not None for actor in (t.a, t.b)}
    rest = [(a, bool(on)) for a, on in zip(network.actors, known, strict=True) if a not in tied]
    return Day(
        date=network.day.isoformat(),
        actors=network.actors,
        ties=tuple(ties),
        counts=tuple(counts),
        alone=tuple(a for a, on in rest if on),
        dark=tuple(a for a, on in rest if not on),
    )


def _ties(network: Network, rule: LayerRule, weights: Any, most: int) -> list[Tie]:
    drawn = strongest(weights, most)
    pairs = [
        Tie(
            layer=rule,
            a=network.actors[i],
            b=network.actors[j],
            weight=float(weights[i, j]),
            drawn=bool(drawn[i, j]),
        )
        for i, j in zip(*np.nonzero(np.triu(weights, 1)), strict=True)
    ]
    return sorted(pairs, key=lambda t: (-(t.weight or 0), t.a, t.b))


def _gone(network: Network, rule: LayerRule, known: Any, places: Places) -> list[Tie]:
    """Return the pairs once tied of which nothing is known on the day."""
    found = []
    for (name, a, b), last in places.last.items():
        if name != rule.id or last >= network.day.year or not {a, b} <= set(network.index):
            continue
        if not known[network.index[a], network.index[b]]:
            found.append(Tie(layer=rule, a=a, b=b, weight=None, last=last))
    return found

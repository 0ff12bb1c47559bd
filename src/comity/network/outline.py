"""The architecture on a day in counts: what ties whom, what is known, and where sources end before the day."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.network.changes import grades_of
from comity.network.knowledge import covers_of
from comity.network.link import Link
from comity.network.network import Layer, Network

Flags = NDArray[np.bool_]
MOST: Final = 5  # dyads and bodies shown of each kind unless asked for more


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """Two actors and what ties them. ``weight`` is that of one layer, or the number of ``layers``."""

    a: str
    b: str
    weight: float
    layers: tuple[str, ...]
    grade: str = ""
    sources: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerCount:
    """Pairs of one layer: tied, known to be untied, and unknown; ordered pairs where it is ``directed``.

    ``families`` are the sources behind the ties, ``dyads`` the heaviest pairs; none where all weigh alike.
    """

    layer: str
    en: str
    zh: str
    directed: bool
    tied: int
    untied: int
    unknown: int
    families: tuple[str, ...]
    dyads: tuple[Dyad, ...]

    @property
    def pairs(self) -> int:
        return self.tied + self.untied + self.unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A mechanism or instrument on the day: full members, others, and actors of whom it is unknown."""

    mechanism: str
    layer: str
    members: tuple[str, ...]
    lesser: tuple[str, ...]
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A source that tells of a layer and ends before the day: open ties are unknown after it, and so is silence."""

    layer: str
    family: str
    property: str
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The architecture on a day. ``choices`` are those that differ from the usual ones.

    ``tied`` is the number of actors with a tie, ``bodies`` that of bodies with a member, ``claims`` that of
    claims and rows behind the ties.
    """

    day: date
    actors: tuple[str, ...]
    tied: int
    bodies: int
    claims: int
    choices: dict[str, Any]
    layers: tuple[LayerCount, ...]
    dyads: tuple[Dyad, ...]
    mechanisms: tuple[Body, ...]
    ended: tuple[Ended, ...]
    version: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the overview as plain values; days in ISO form."""
        found = asdict(self)
        found["layers"] = [{**row, "pairs": c.pairs} for row, c in self._counted(found["layers"])]
        found["ended"] = [{**row, "last": str(row["last"])} for row in found["ended"]]
        return {**found, "day": str(self.day)}

    def _counted(self, rows: Iterable[dict[str, Any]]) -> Iterable[tuple[dict[str, Any], Any]]:
        return zip(rows, self.layers, strict=True)


def overview(network: Network, most: int = MOST) -> Overview:
    """Return the architecture on the network's day in counts, with the ``most`` tied dyads and largest bodies."""
    layers = [network.layer(name) for name in network.names]
    bodies = sorted(_bodies(layers), key=lambda b: (-len(b.members), b.layer, b.mechanism))
    tied = np.array([np.any(either(x.ties), axis=1) for x in layers])
    return Overview(
        day=network.day,
        actors=network.actors,
        tied=int(np.any(tied, axis=0).sum()) if len(layers) else 0,
        bodies=len(bodies),
        claims=len({s for layer in layers for x in standing(layer) for s in x.sources}),
        choices=network.plan.options.shown(),
        layers=tuple(_count(layer, most) for layer in layers),
        dyads=_densest(layers, most),
        mechanisms=tuple(bodies[:most]),
        ended=tuple(_ended(network)),
        version=network.evidence.version,
    )


def either(flags: Flags) -> Flags:
    """Return which pairs hold in at least one direction."""
    return np.asarray(flags | flags.T)


def standing(layer: Layer) -> tuple[Link, ...]:
    """Return the links that hold, or still count, in a layer on its day."""
    links = layer.plan.evidence.links
    found = (
        entry
        for table in layer.plan.tables[layer.name]
        for entry in table.standing(layer.day.toordinal())
    )
    return tuple(links[i] for i in dict.fromkeys(found))


def _count(layer: Layer, most: int) -> LayerCount:
    n = len(layer.actors)
    directed = layer.rule.directed
    cells = ~np.eye(n, dtype=bool) if directed else np.triu(np.ones((n, n), bool), 1)
    tied, known = layer.ties & cells, layer.known & cells
    links = standing(layer)
    families = {f for x in links for f in x.families}
    if layer.rule.series:
        series = set(layer.rule.series)
        told = layer.plan.evidence.series
        families |= {f for f, numbers in told.items() if any(x.series in series for x in numbers)}
    return LayerCount(
        layer=layer.name,
        en=layer.rule.en,
        zh=layer.rule.zh,
        directed=directed,
        tied=int(tied.sum()),
        untied=int((known & ~tied).sum()),
        unknown=int((cells & ~known & ~tied).sum()),
        families=tuple(sorted(families)) if tied.any() else (),
        dyads=_heaviest(layer, tied, most),
    )


def _heaviest(layer: Layer, tied: Flags, most: int) -> tuple[Dyad, ...]:
    """Return the heaviest pairs; none where all tied pairs weigh the same."""
    weights = np.where(tied, layer.weights, 0.0)
    held = weights[tied]
    if not len(held) or np.ptp(held) < 1e-9:
        return ()
    places = np.argwhere(tied)
    order = np.lexsort((places[:, 1], places[:, 0], -np.round(held, 9)))[:most]
    return tuple(
        _dyad((layer,), int(places[k][0]), int(places[k][1]), float(held[k])) for k in order
    )


def _densest(layers: list[Layer], most: int) -> tuple[Dyad, ...]:
    """Return the pairs that most layers tie, layers of conduct against each other left out."""
    with_ = [x for x in layers if x.rule.sign > 0]
    if not with_ or not len(with_[0].actors):
        return ()
    ties = np.array([either(x.ties) for x in with_])
    count = np.triu(ties.sum(0), 1)
    places = np.argwhere(count > 0)
    held = count[count > 0]
    order = np.lexsort((places[:, 1], places[:, 0], -held))[:most]
    return tuple(
        _dyad([x for x, t in zip(with_, ties, strict=True) if t[i, j]], i, j, float(count[i, j]))
        for i, j in places[order]
    )


def _dyad(layers: Iterable[Layer], i: int, j: int, weight: float) -> Dyad:
    held = tuple(layers)
    a, b = held[0].actors[i], held[0].actors[j]
    behind = [x for layer in held for x in layer.behind(a, b)]
    sources = {s for x in behind for s in (x.sources if isinstance(x, Link) else (x,))}
    return Dyad(
        a=a,
        b=b,
        weight=weight,
        layers=tuple(x.name for x in held),
        grade=grades_of(tuple(behind)),
        sources=len(sources),
    )


def _bodies(layers: Iterable[Layer]) -> Iterable[Body]:
    """Yield the bodies that have a member on the day."""
    for layer in layers:
        held = layer.membership
        if held is None:
            continue
        for m in np.flatnonzero(held.held.any(axis=1) | held.lesser.any(axis=1)):
            yield Body(
                mechanism=held.mechanisms[m],
                layer=layer.name,
                members=held.members(held.mechanisms[m]),
                lesser=tuple(held.actors[i] for i in np.flatnonzero(held.lesser[m])),
                unknown=int((~held.known[m]).sum()),
            )


def _ended(network: Network) -> Iterable[Ended]:
    """Yield the sources that end before the day, by layer; lists of one body apart."""
    for name in network.names:
        last: dict[tuple[str, str], date] = {}
        for cover, body in covers_of(network.plan.rule(name), network.plan.covers):
            end = cover.coverage.period.end
            word = cover.coverage.property
            # Of bodies the word is member, whatever the layer takes up.
            if not body and end is not None and word in network.plan.rule(name).properties:
                last[cover.family, word] = max(last.get((cover.family, word), date.min), end)
        for (family, word), end in sorted(last.items()):
            if end < network.day:
                yield Ended(layer=name, family=family, property=word, last=end)

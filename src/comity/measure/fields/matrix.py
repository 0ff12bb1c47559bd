"""Who acts or speaks in which field: the matrix that the measures of fields rest on."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from comity.measure.claims import position_link
from comity.measure.conduct.events import since
from comity.measure.fields.parting import Parting
from comity.measure.value import Inputs
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.spells import dates

Floats = NDArray[np.float64]
Source = int | str  # the place of a link, or the id of a position's claim


@dataclass(frozen=True, slots=True)
class Act:
    """An event or position: who, on which day, in which fields; none where no field is told."""

    source: Source
    actors: tuple[str, ...]
    day: int
    fields: tuple[str, ...]
    link: Link


@lru_cache(maxsize=8)
def acts(plan: Plan, parting: Parting, positions: bool = True) -> tuple[Act, ...]:
    """Return the events and positions of a plan's actors, each once, by day."""
    found = [*_events(plan, parting), *(_positions(plan, parting) if positions else ())]
    return tuple(sorted(found, key=lambda a: (a.day, str(a.source))))


def _events(plan: Plan, parting: Parting) -> Iterator[Act]:
    seen: set[tuple[object, ...]] = set()
    for i in plan.chosen:
        link = plan.evidence.links[i]
        first, last = dates(link.period, plan.options.edges)
        key = (link.sources, link.kind, link.members, link.period)
        if link.lasting or last < first or key in seen:
            continue
        seen.add(key)  # an event stands once for each layer that takes it up
        who = tuple(a for a in link.actors if a in plan.index)
        yield Act(i, who, first, parting.of(link.topics, link.track), link)


def _positions(plan: Plan, parting: Parting) -> Iterator[Act]:
    issued = plan.evidence.issued
    for id, position in plan.evidence.positions:
        who = tuple(a for a in position.holders if a in plan.index)
        if id in issued and who:
            fields = parting.of(position.topics, position.track)
            link = position_link(id, position)
            yield Act(id, who, issued[id].toordinal(), fields, link)


@dataclass(frozen=True, eq=False)
class Matrix:
    """Acts by actor and field: ``cells`` (N, F), and ``blank`` (N,) of which no field is told."""

    network: Network
    parting: Parting
    cells: Floats
    blank: NDArray[np.int64]
    first: date
    within: tuple[Act, ...]

    def behind(self, takes: Callable[[Act], bool]) -> Inputs:
        """Return the links and claims behind some acts."""
        return tuple(a.link for a in self.within if takes(a))

    def row(self, k: int) -> str:
        """Return a row of the matrix in words, so that what sums it up never stands alone."""
        return _words(self.parting, self.cells[k])

    def total(self) -> str:
        """Return the sum of all rows in words."""
        return _words(self.parting, self.cells.sum(0))


def _words(parting: Parting, row: Floats) -> str:
    return ", ".join(f"{f} {n:g}" for f, n in zip(parting.ids, row, strict=True))


def matrix_of(
    network: Network, parting: Parting, months: int = 12, positions: bool = True
) -> Matrix:
    """Return who acted and spoke in which field, in the months that end with the network's day.

    An act in two fields, or by two actors, counts for each.
    """
    first = since(network.day, months)
    times = None if network.draw is None else network.draw.times
    cells = np.zeros((len(network.actors), len(parting.fields)))
    blank = np.zeros(len(network.actors), np.int64)
    place = {f: k for k, f in enumerate(parting.ids)}
    every = acts(network.plan, parting, positions)
    start = bisect_left(every, first.toordinal(), key=lambda a: a.day)
    within = every[start : bisect_right(every, network.day.toordinal(), key=lambda a: a.day)]
    for act in within:
        weight = 1.0 if times is None or isinstance(act.source, str) else float(times[act.source])
        for row in (network.index[a] for a in act.actors):
            blank[row] += not act.fields
            for field in act.fields:
                cells[row, place[field]] += weight
    return Matrix(network, parting, cells, blank, first, within)

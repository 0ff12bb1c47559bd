"""Events between pairs of actors, as arrays: who acted with or towards whom, when, how, how often."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from comity.measure.conduct.scales import QUADS, own_scales
from comity.measure.value import Inputs, Subject
from comity.model.vocabulary import ROOT_OF
from comity.network.knowledge import covers_of, known_pairs
from comity.network.layers import LayerRule
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Draw, Plan

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
GIVERS: Final = ("actor", "subject")
TAKERS: Final = ("recipient", "target", "with")
MUTUAL: Final = ("CONSULT", "AGREE", "COOPERATE")  # done together: every two participants


@dataclass(frozen=True, eq=False)
class Table:
    """One row for each event and pair of it. ``place`` is the link's place in the evidence.

    ``directed`` rows go from ``one`` to ``two``; others have the lower place first. ``pair`` numbers the pairs
    of ``pairs``, whose order is that of the actors.
    """

    modes: tuple[str, ...]
    place: Ints
    one: Ints
    two: Ints
    directed: NDArray[np.bool_]
    day: Ints
    mode: Ints
    quad: Ints
    weight: Floats
    pair: Ints
    pairs: tuple[tuple[str, str], ...]

    def times(self, draw: Draw | None) -> Floats:
        """Return how often each row counts."""
        return self.weight if draw is None else self.weight * draw.times[self.place]

    def within(self, first: date, last: date) -> NDArray[np.bool_]:
        """Return the rows of a span of days, both ends included."""
        return (self.day >= first.toordinal()) & (self.day <= last.toordinal())


_TABLES: "WeakKeyDictionary[Plan, Table]" = WeakKeyDictionary()


def table_of(plan: Plan) -> Table:
    """Return the events of a plan; made once for all its days and draws."""
    if plan not in _TABLES:
        _TABLES[plan] = _table(plan)
    return _TABLES[plan]


def _table(plan: Plan) -> Table:
    quads = own_scales().quads
    modes = tuple(sorted(quads))
    rows: list[tuple[int, int, int, bool, int, int, int, float]] = []
    seen: set[tuple[object, ...]] = set()
    for place in plan.chosen:
        link = plan.evidence.links[place]
        key = (link.kind, link.members, link.period, link.frame, link.sources)
        if link.kind not in quads or key in seen or (day := _day(link, plan)) is None:
            continue
        seen.add(key)  # an event stands once for each layer that takes it up
        mode, quad = modes.index(link.kind), QUADS.index(quads[link.kind])
        rows += [(place, *p, day, mode, quad, link.weight) for p in _pairs(link, plan)]
    columns = [np.array(c) for c in zip(*rows, strict=True)] or [np.zeros(0)] * 8
    place_, one, two, directed, day_, mode_, quad_, weight = columns
    ints = [np.asarray(c, np.int64) for c in (place_, one, two, day_, mode_, quad_)]
    low, high = np.minimum(ints[1], ints[2]), np.maximum(ints[1], ints[2])
    cells, pair = np.unique(low * len(plan.actors) + high, return_inverse=True)
    names = [divmod(int(c), len(plan.actors)) for c in cells]
    return Table(
        modes,
        ints[0],
        ints[1],
        ints[2],
        np.asarray(directed, bool),
        ints[3],
        ints[4],
        ints[5],
        np.asarray(weight, float),
        np.asarray(pair, np.int64),
        tuple((plan.actors[a], plan.actors[b]) for a, b in names),
    )


def _day(link: Link, plan: Plan) -> int | None:
    """Return the day an event counts on; None where its date is not known at both ends."""
    if link.period.start is None or link.period.end is None:
        return None
    return (link.period.start if plan.options.edges == "early" else link.period.end).toordinal()


def _pairs(link: Link, plan: Plan) -> list[tuple[int, int, bool]]:
    index = plan.index
    if ROOT_OF[link.kind] in MUTUAL:
        places = sorted(index[a] for a in link.actors if a in index)
        return [(a, b, False) for k, a in enumerate(places) for b in places[k + 1 :]]
    givers = [index[a] for a in link.within(GIVERS) if a in index]
    takers = [index[a] for a in link.within(TAKERS) if a in index]
    return [(a, b, True) for a in givers for b in takers if a != b]


def since(day: date, months: int) -> date:
    """Return the first day of the span of whole months that ends with a day.

    >>> since(date(2016, 12, 31), 12), since(date(2016, 2, 29), 12)
    (datetime.date(2016, 1, 1), datetime.date(2015, 3, 1))
    """
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    tomorrow = day + timedelta(days=1)
    if tomorrow.day == 1:  # the end of a month: whole months
        years, month = divmod(tomorrow.year * 12 + tomorrow.month - 1 - months, 12)
        return date(max(years, 1), month + 1, 1)
    last = (date(max(years, 1) + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(max(years, 1), month + 1, min(day.day, last)) + timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Counts:
    """Events of the pairs of which any is told in a span: ``told`` (P, 4) by class, ``known`` (P, 4)."""

    pairs: tuple[tuple[str, str], ...]
    told: Floats
    known: NDArray[np.bool_]
    network: Network
    first: date
    chosen: Ints

    def subjects(self, layer: str = "") -> tuple[Subject, ...]:
        day = str(self.network.day)
        return tuple(Subject(actors=pair, layer=layer, period=day) for pair in self.pairs)

    def behind(self, k: int, quads: tuple[int, ...] = (0, 1, 2, 3)) -> Inputs:
        """Return the events of the k-th pair, of some classes."""
        table = table_of(self.network.plan)
        rows = table.within(self.first, self.network.day) & (table.pair == self.chosen[k])
        places = table.place[rows & np.isin(table.quad, quads)].tolist()
        return tuple(self.network.evidence.links[p] for p in dict.fromkeys(places))


def counts(network: Network, months: int = 12) -> Counts:
    """Return the events of each pair by class, in the months that end with the network's day."""
    table = table_of(network.plan)
    first = since(network.day, months)
    rows = table.within(first, network.day)
    chosen = np.unique(table.pair[rows])
    size = len(table.pairs)
    cells = table.pair[rows] * 4 + table.quad[rows]
    pairs = tuple(table.pairs[p] for p in chosen)
    times = table.times(network.draw)[rows]
    every = np.bincount(cells, times, minlength=4 * size).astype(float)
    told = every.reshape(size, 4)[chosen]
    return Counts(pairs, told, _known(network, pairs) | (told > 0), network, first, chosen)


def _known(network: Network, pairs: tuple[tuple[str, str], ...]) -> NDArray[np.bool_]:
    """Return whether silence about a class of events means that there were none, (P, 4)."""
    out = np.zeros((len(pairs), 4), bool)
    one = [network.index[a] for a, _ in pairs]
    two = [network.index[b] for _, b in pairs]
    day = np.array([network.day.toordinal()])
    for q, quad in enumerate(QUADS):
        modes = tuple(m for m, each in own_scales().quads.items() if each == quad)
        covers = covers_of(
            LayerRule(id=quad, projection="clique", modes=modes), network.plan.covers
        )
        known = known_pairs(covers, network.index, day)[0]
        out[:, q] = known[one, two] | known[two, one] if pairs else False
    return out

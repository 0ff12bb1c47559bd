"""What two actors did about a dispute: talks between them, with third parties, before courts, or by arms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.claims import position_link
from comity.measure.conduct.events import GIVERS, TAKERS, since
from comity.measure.value import Inputs
from comity.model import Observation
from comity.network.knowledge import covers_of, known_pairs
from comity.network.layers import LayerRule
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Draw, Plan
from comity.network.spells import dates

Pair = tuple[str, str]
PEACEFUL: Final = ("bilateral", "third-party", "court")
CLASSES: Final = (*PEACEFUL, "militarised", "offer")
TALKS: Final = (
    *("meet", "visit", "call", "dialogue", "conference"),
    *("sign", "declare", "adopt", "establish"),
)
ARMS: Final = ("threaten", "coerce", "attack")
# Courts and tribunals of the register. Whether both sides accept one is another question.
COURTS: Final = ("icj", "scs-arbitration")
SERIES: Final = "mid-hostility"
THREAT: Final = 2  # the lowest hostility of a militarised dispute: a threat to use force


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt or act of a pair: first and last day it may have been, and its class."""

    pair: Pair
    kind: str
    first: int
    last: int
    behind: Link | Observation
    place: int = -1

    def times(self, draw: Draw | None) -> float:
        """Return how often it counts; rows of data sets and positions are in no draw."""
        told = self.behind.weight if isinstance(self.behind, Link) else 1.0
        return told if draw is None or self.place < 0 else told * float(draw.times[self.place])


@lru_cache(maxsize=4)
def attempts(plan: Plan, courts: Sequence[str] = COURTS) -> tuple[Attempt, ...]:
    """Return every attempt and act of the pairs of a plan, by pair and day."""
    rows = list(_rows(plan))
    years = {(r.pair, year) for r in rows for year in _years(r)}
    events = [e for e in _events(plan, courts) if not _told(e, years)]
    found = [*events, *rows, *_offers(plan)]
    return tuple(sorted(found, key=lambda a: (a.pair, a.first, a.kind, a.place)))


def _years(attempt: Attempt) -> range:
    first, last = (date.fromordinal(d).year for d in (attempt.first, attempt.last))
    return range(first, last + 1)


def _told(event: Attempt, years: set[tuple[Pair, int]]) -> bool:
    """Say whether a data set already counts the dispute of a year in which a text tells of arms."""
    return event.kind == "militarised" and any((event.pair, y) in years for y in _years(event))


def _events(plan: Plan, courts: Sequence[str]) -> Iterator[Attempt]:
    seen: set[tuple[object, ...]] = set()
    for i in plan.chosen:
        link = plan.evidence.links[i]
        first, last = dates(link.period, plan.options.edges)
        key = (link.sources, link.kind, link.members, link.period)
        if link.lasting or last < first or key in seen:
            continue
        seen.add(key)  # an event stands once for each layer that takes it up
        if link.kind in ARMS and (link.kind != "threaten" or link.track == "military"):
            for pair in _sides(link, plan):
                yield Attempt(pair, "militarised", first, last, link, i)
        elif link.kind in TALKS and link.track == "dispute":
            states = [a for a in link.actors if a in plan.index]
            for a, b in combinations(sorted(states), 2):
                yield Attempt((a, b), _class(link, (a, b), courts), first, last, link, i)


def _class(link: Link, pair: Pair, courts: Sequence[str]) -> str:
    if link.frame in courts:
        return "court"
    return "bilateral" if set(link.actors) == set(pair) else "third-party"


def _sides(link: Link, plan: Plan) -> set[Pair]:
    takers = [b for b in link.within(TAKERS) if b in plan.index]
    givers = [a for a in link.within(GIVERS) if a in plan.index]
    return {(min(a, b), max(a, b)) for a in givers for b in takers if a != b}


def _rows(plan: Plan) -> Iterator[Attempt]:
    """Yield the pair-years of militarised disputes; a source tells each pair-year once."""
    heard = plan.options.sources
    seen: set[tuple[Pair, int, int]] = set()
    for family, numbers in sorted(plan.evidence.series.items()):
        for n in numbers if heard is None or family in heard else ():
            if n.series != SERIES or n.b is None or n.value is None or n.value < THREAT:
                continue
            first, last = dates(n.period, plan.options.edges)
            pair = (min(n.a, n.b), max(n.a, n.b))
            if last >= first and set(pair) <= set(plan.index) and (pair, first, last) not in seen:
                seen.add((pair, first, last))
                yield Attempt(pair, "militarised", first, last, n)


def _offers(plan: Plan) -> Iterator[Attempt]:
    """Yield proposals and commitments on a dispute that one of a pair addresses to the other."""
    issued = plan.evidence.issued
    for id, position in plan.evidence.positions:
        if (
            position.track == "dispute"
            and position.stance in ("propose", "commit")
            and id in issued
        ):
            day = issued[id].toordinal()
            for a in position.holders:
                for b in position.addressees:
                    if a != b and {a, b} <= set(plan.index):
                        link = position_link(id, position)
                        yield Attempt((min(a, b), max(a, b)), "offer", day, day, link)


@dataclass(frozen=True, eq=False)
class Handled:
    """What the pairs did in a span: ``counts`` (P, 5) by class, in the order of `CLASSES`."""

    pairs: tuple[Pair, ...]
    counts: NDArray[np.float64]
    within: tuple[tuple[Attempt, ...], ...]

    def of(self, k: int, kinds: Sequence[str]) -> Inputs:
        """Return what stands behind some classes of a pair."""
        return behind([a for a in self.within[k] if a.kind in kinds])


def handled(
    network: Network,
    months: int,
    courts: Sequence[str] = COURTS,
    rivals: Sequence[Pair] | None = None,
    only: Sequence[str] = (),
) -> Handled:
    """Return what pairs did about disputes in the months that end with the network's day.

    Pairs are those of which anything is told in them (of the classes ``only``), or the ``rivals`` the user
    names.
    """
    first, last = since(network.day, months).toordinal(), network.day.toordinal()
    by_pair: dict[Pair, list[Attempt]] = (
        {} if rivals is None else {p: [] for p in named(network, rivals)}
    )
    for attempt in attempts(network.plan, tuple(courts)):
        if attempt.first <= last and attempt.last >= first:
            if rivals is None:
                by_pair.setdefault(attempt.pair, []).append(attempt)
            elif attempt.pair in by_pair:
                by_pair[attempt.pair].append(attempt)
    if only and rivals is None:
        by_pair = {p: own for p, own in by_pair.items() if any(a.kind in only for a in own)}
    counts = np.zeros((len(by_pair), len(CLASSES)))
    for row, own in enumerate(by_pair.values()):
        for attempt in own:
            counts[row, CLASSES.index(attempt.kind)] += attempt.times(network.draw)
    return Handled(tuple(by_pair), counts, tuple(map(tuple, by_pair.values())))


def named(network: Network, rivals: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return pairs in the order of names; a name that is no actor of the network is an error."""
    for actor in (a for pair in rivals for a in pair):
        if actor not in network.index:
            raise QueryError(f"{actor} is no actor of this network.", hint="See network.actors.")
    return tuple((min(p), max(p)) for p in rivals)


def silence(network: Network) -> NDArray[np.bool_]:
    """Return for which pairs the silence of data on militarised disputes means none on the day, (N, N)."""
    rule = LayerRule(id="mid", projection="series", series=(SERIES,))
    covers = covers_of(rule, network.plan.covers)
    day = np.array([network.day.toordinal()])
    return np.asarray(known_pairs(covers, network.index, day)[0])


def behind(found: Sequence[Attempt]) -> Inputs:
    """Return what stands behind some attempts, each once."""
    return tuple(dict.fromkeys(a.behind for a in found))

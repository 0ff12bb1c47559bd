"""The network seen from an actor, from a pair, and from a mechanism over time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from comity.errors import QueryError
from comity.network.changes import grades_of
from comity.network.evidence import Evidence
from comity.network.link import Link
from comity.network.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One tie as a view shows it: ``weight`` is None where the layer leaves it unknown."""

    layer: str
    a: str
    b: str
    weight: float | None
    grade: str
    behind: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of a mechanism; without links it is a round that must have been, but nobody tells of."""

    number: int | None
    period: Any
    links: tuple[Link, ...]

    @property
    def missing(self) -> bool:
        return not self.links


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismView:
    """A mechanism: who belonged when, its sessions in order, and how many rounds are missing."""

    mechanism: str
    members: tuple[Link, ...]
    sessions: tuple[Session, ...]

    @property
    def missing_rounds(self) -> tuple[int, ...]:
        return tuple(s.number for s in self.sessions if s.missing and s.number)


def actor_view(network: Network, actor: str) -> tuple[Row, ...]:
    """Return every tie of an actor, by layer, the strongest first; incoming ones of directed layers too."""
    i = _place(network, actor)
    found = []
    for name in network.names:
        layer = network.layer(name)
        rows = [
            _row(network, name, actor, network.actors[j]) for j in np.flatnonzero(layer.ties[i])
        ]
        if layer.rule.directed:
            into = np.flatnonzero(layer.ties[:, i])
            rows += [_row(network, name, network.actors[j], actor) for j in into]
        found += sorted(rows, key=lambda r: (-(r.weight or 0), r.a, r.b))
    return tuple(found)


def dyad_view(network: Network, a: str, b: str) -> tuple[Row, ...]:
    """Return what each layer holds between two: a weight, 0 where known to be absent, None if unknown."""
    _place(network, a), _place(network, b)
    found = []
    for name in network.names:
        found.append(_row(network, name, a, b))
        if network.layer(name).rule.directed:
            found.append(_row(network, name, b, a))
    return tuple(found)


def _row(network: Network, name: str, a: str, b: str) -> Row:
    layer = network.layer(name)
    i, j = network.index[a], network.index[b]
    known = bool(layer.known[i, j])
    behind = layer.behind(a, b) if layer.ties[i, j] else ()
    weight = float(layer.weights[i, j]) if known else None
    return Row(layer=name, a=a, b=b, weight=weight, grade=grades_of(behind), behind=behind)


def _place(network: Network, actor: str) -> int:
    if actor not in network.index:
        raise QueryError(f"{actor} is no actor of this network.", hint="See network.actors.")
    return network.index[actor]


def mechanism_view(evidence: Evidence, mechanism: str, at: date | None = None) -> MechanismView:
    """Return a mechanism's members and sessions up to a day, missing rounds among them.

    A session that is told as the eighth says that seven were before it, though nobody tells of them here. A first meeting
    is the first round.
    """
    own = [x for x in evidence.links if x.frame == mechanism and _begun(x, at)]
    members = {x.sources: x for x in own if x.lasting}
    events = {(x.sources, x.kind): x for x in own if not x.lasting and x.kind in SESSIONS}
    return MechanismView(
        mechanism=mechanism,
        members=tuple(sorted(members.values(), key=_when)),
        sessions=_sessions(events.values()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A body that shares members with another on a day, and the shares they make up of each."""

    mechanism: str
    shared: tuple[str, ...]
    of_mine: float
    of_theirs: float


def neighbours(
    network: Network, mechanism: str, layer: str = "membership"
) -> tuple[Neighbour, ...]:
    """Return the bodies that share full members with one, those with most first; none for one without members."""
    held = network.layer(layer).membership
    mine = set(held.members(mechanism)) if held else set()
    found = []
    for body in held.mechanisms if held and mine else ():
        theirs = set(held.members(body)) if held and body != mechanism else set()
        if shared := mine & theirs:
            found.append(
                Neighbour(
                    mechanism=body,
                    shared=tuple(sorted(shared)),
                    of_mine=len(shared) / len(mine),
                    of_theirs=len(shared) / len(theirs),
                )
            )
    return tuple(sorted(found, key=lambda n: (-len(n.shared), -n.of_theirs, n.mechanism)))


SESSIONS = ("dialogue", "conference", "meet", "exercise")


def _begun(link: Link, at: date | None) -> bool:
    start = link.period.start or link.period.end
    happened = link.lasting or link.status in ("occurred", "ongoing")
    return happened and (at is None or start is None or start <= at)


def _when(link: Link) -> tuple[Any, ...]:
    return link.period.start or link.period.end or date.max, link.members, link.sources


def _sessions(events: Iterable[Link]) -> tuple[Session, ...]:
    ordered = sorted(events, key=_when)
    numbered: dict[int, list[Link]] = {}
    plain = []
    for event in ordered:
        number = event.ordinal or (1 if event.dated == "first-meeting" else None)
        if number:
            numbered.setdefault(number, []).append(event)
        else:
            plain.append(Session(number=None, period=event.period, links=(event,)))
    told = [
        Session(number=n, period=links[0].period, links=tuple(links))
        for n, links in sorted(numbered.items())
    ]
    gone = set(range(1, max(numbered, default=0))) - set(numbered)
    missing = [Session(number=n, period=None, links=()) for n in gone]
    by_number = sorted((*told, *missing), key=lambda s: s.number or 0)
    return (*by_number, *plain)

"""The sessions of every body up to a day, each round once, as the measures of bodies need them.

A session told as the eighth says that seven were before it, though nobody tells of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from comity.measure.value import Inputs
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.views import SESSIONS, Session, mechanism_view

YEAR = 365.25  # days


@dataclass(frozen=True, slots=True)
class Rounds:
    """The sessions of one body: numbered ones as ``day[number]``, and the days of those without number.

    ``told`` are the numbers that somebody tells of, dated or not.
    """

    told: tuple[int, ...]
    day: tuple[tuple[int, int], ...]
    plain: tuple[int, ...]
    links: tuple[Link, ...]

    @property
    def highest(self) -> int:
        return max(self.told, default=0)

    @property
    def missing(self) -> int:
        """Return how many rounds must have been that nobody tells of."""
        return self.highest - len(self.told)


@lru_cache(maxsize=4)
def _places(plan: Plan) -> dict[str, tuple[int, ...]]:
    """Return the places of the sessions of each body among the links a plan takes up."""
    links = plan.evidence.links
    found: dict[str, list[int]] = {}
    for i in plan.chosen:
        if links[i].frame and not links[i].lasting and links[i].kind in SESSIONS:
            found.setdefault(str(links[i].frame), []).append(i)
    return {body: tuple(found[body]) for body in sorted(found)}


def bodies(network: Network) -> tuple[str, ...]:
    """Return every body of which any session is told, whenever it was."""
    return tuple(_places(network.plan))


def rounds_of(network: Network, body: str) -> Rounds:
    """Return the sessions of a body up to the day; in a draw, those that it holds to be read rightly."""
    times = None if network.draw is None else network.draw.times
    links = network.evidence.links
    kept = tuple(links[i] for i in _places(network.plan)[body] if times is None or times[i] > 0)
    own = replace(network.evidence, links=kept)
    return _rounds(mechanism_view(own, body, network.day).sessions)


def _rounds(sessions: Iterable[Session]) -> Rounds:
    numbered = [s for s in sessions if s.number and not s.missing]
    dated = tuple((s.number or 0, day) for s in numbered if (day := _day(s)) is not None)
    days = {day for _, day in dated}
    plain = [(s, _day(s)) for s in sessions if not s.number and not s.missing]
    own = sorted({day for _, day in plain if day is not None} - days)
    links = tuple(x for s in numbered for x in s.links)
    return Rounds(
        told=tuple(s.number or 0 for s in numbered),
        day=tuple(sorted(dated)),
        plain=tuple(own),
        links=links + tuple(x for s, _ in plain for x in s.links),
    )


def _day(session: Session) -> int | None:
    """Return the middle of the days on which a session may have been, as an ordinal."""
    first, last = session.period.start, session.period.end
    if first is None and last is None:
        return None
    ends = [d.toordinal() for d in (first, last) if d is not None]
    return int(np.mean(ends))


def behind_body(network: Network, body: str) -> Inputs:
    """Return the sessions of a body that are told."""
    return rounds_of(network, body).links


def detection(rounds: Iterable[Rounds]) -> tuple[int, int]:
    """Return how many of the rounds that must have been are told, over all numbered bodies.

    The highest round of each is left out of both counts: that it is known is why the others count.

    >>> eighth = Rounds(told=(1, 4, 8), day=(), plain=(), links=())
    >>> detection([eighth])
    (2, 7)
    """
    known = [r for r in rounds if r.highest > 1]
    return sum(len(r.told) - 1 for r in known), sum(r.highest - 1 for r in known)

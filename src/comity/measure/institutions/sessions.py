"""The sessions of every body up to a day, each round once, as the measures of bodies need them.

A session told as the eighth says that seven were before it, though nobody tells of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from comity.measure.value import Inputs
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.views import SESSIONS

YEAR = 365.25  # days
HAPPENED: Final = ("occurred", "ongoing")


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


@dataclass(frozen=True, slots=True)
class Told:
    """One session that is told: the place of its link, the day it began, its middle, its number."""

    place: int
    begun: int | None
    middle: int | None
    number: int | None
    link: Link


@lru_cache(maxsize=4)
def sessions_told(plan: Plan) -> dict[str, tuple[Told, ...]]:
    """Return the sessions of each body that a plan takes up, in their order.

    `comity.network.mechanism_view` tells the same of one body with all its members.
    """
    found: dict[str, dict[tuple[tuple[str, ...], str], Told]] = {}
    for i in plan.chosen:
        link = plan.evidence.links[i]
        if link.frame and not link.lasting and link.kind in SESSIONS:
            found.setdefault(str(link.frame), {})[link.sources, link.kind] = _told(i, link)
    return {body: tuple(sorted(found[body].values(), key=_when)) for body in sorted(found)}


def _when(told: Told) -> tuple[Any, ...]:
    period = told.link.period
    return period.start or period.end or date.max, told.link.members, told.link.sources


def _told(place: int, link: Link) -> Told:
    first = link.period.start or link.period.end
    return Told(
        place=place,
        begun=first.toordinal() if first else None,
        middle=_middle(link),
        number=link.ordinal or (1 if link.dated == "first-meeting" else None),
        link=link,
    )


def _middle(link: Link) -> int | None:
    """Return the middle of the days on which a session may have been, as an ordinal."""
    days = [d.toordinal() for d in (link.period.start, link.period.end) if d is not None]
    return sum(days) // len(days) if days else None


def bodies(network: Network) -> tuple[str, ...]:
    """Return every body of which any session is told, whenever it was."""
    return tuple(sessions_told(network.plan))


def rounds_of(network: Network, body: str) -> Rounds:
    """Return the sessions of a body up to the day; in a draw, those that it holds to be read rightly; none told is none."""
    known: dict[str, Rounds] = network.shared.setdefault("rounds", {})
    if body not in known:
        known[body] = _rounds(network, body)
    return known[body]


def _rounds(network: Network, body: str) -> Rounds:
    times = None if network.draw is None else network.draw.times
    day = network.day.toordinal()
    numbered: dict[int, list[Told]] = {}
    plain: list[Told] = []
    for told in sessions_told(network.plan).get(body, ()):
        happened = told.link.status in HAPPENED and (told.begun is None or told.begun <= day)
        if not happened or (times is not None and times[told.place] == 0):
            continue
        if told.number:
            numbered.setdefault(told.number, []).append(told)
        else:
            plain.append(told)
    dated = tuple((n, numbered[n][0].middle) for n in sorted(numbered))
    days = {each for _, each in dated}
    return Rounds(
        told=tuple(sorted(numbered)),
        day=tuple((n, each) for n, each in dated if each is not None),
        plain=tuple(sorted({t.middle for t in plain if t.middle is not None} - days)),
        links=tuple(t.link for n in sorted(numbered) for t in numbered[n])
        + tuple(t.link for t in plain),
    )


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

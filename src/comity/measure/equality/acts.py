"""Who held sessions and who set their agenda."""

from collections.abc import Callable
from functools import lru_cache

from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.spells import dates
from comity.network.views import SESSIONS

HOSTS = ("host", "organiser")
STARTERS = ("initiator", "founder", "proposer")
TAKERS = ("recipient", "target", "with", "guest", "invited", "observer", "host", "organiser")
Acts = list[tuple[int, tuple[str, ...]]]
Dated = tuple[int, int, str | None, tuple[str, ...]]


def hosted(network: Network, mechanism: str = "", window: float = 0.0) -> Acts:
    """Return the sessions told with their host, and chairs of bodies, up to the day."""
    return _acts(network, _hosts, mechanism, window)


def started(network: Network, mechanism: str = "", window: float = 0.0) -> Acts:
    """Return the proposals, and whatever is told with who began it, up to the day."""
    return _acts(network, _starters, mechanism, window)


def _hosts(link: Link) -> tuple[str, ...]:
    if link.kind == "host" or link.kind in SESSIONS:
        return link.within(HOSTS)
    return ()


def _starters(link: Link) -> tuple[str, ...]:
    named = link.within(STARTERS)
    if link.kind != "propose" or named:
        return named
    return tuple(dict.fromkeys(a for a, role in link.members if role not in TAKERS))


@lru_cache(maxsize=8)
def _dated(plan: Plan, who: Callable[[Link], tuple[str, ...]]) -> tuple[Dated, ...]:
    """Return every act of a plan, whenever it was: its place, first day, body, and those who did it.

    A link of several layers stands once.
    """
    seen: set[tuple[tuple[str, ...], str]] = set()
    found: list[Dated] = []
    for i in plan.chosen:
        link = plan.evidence.links[i]
        named = who(link)
        first, last = dates(link.period, plan.options.edges) if named else (1, 0)
        if first <= last and (link.sources, link.kind) not in seen:
            seen.add((link.sources, link.kind))
            found.append((i, first, link.frame, named))
    return tuple(found)


def _acts(
    network: Network, who: Callable[[Link], tuple[str, ...]], mechanism: str, window: float
) -> Acts:
    """Return the place of each link up to the day and those who did it."""
    day = network.day.toordinal()
    return [
        (i, named)
        for i, first, body, named in _dated(network.plan, who)
        if first <= day
        and not (window and first < day - window)
        and (not mechanism or body == mechanism)
    ]

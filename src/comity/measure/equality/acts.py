"""Who held sessions and who set their agenda."""

from collections.abc import Callable

from comity.network.link import Link
from comity.network.network import Network
from comity.network.spells import dates
from comity.network.views import SESSIONS

HOSTS = ("host", "organiser")
STARTERS = ("initiator", "founder", "proposer")
TAKERS = ("recipient", "target", "with", "guest", "invited", "observer", "host", "organiser")
Acts = list[tuple[int, tuple[str, ...]]]


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


def _acts(
    network: Network, who: Callable[[Link], tuple[str, ...]], mechanism: str, window: float
) -> Acts:
    """Return the place of each link and those who did it; a link of several layers stands once."""
    plan, day = network.plan, network.day.toordinal()
    seen: set[tuple[tuple[str, ...], str]] = set()
    found: Acts = []
    for i in plan.chosen:
        link = plan.evidence.links[i]
        first, last = dates(link.period, plan.options.edges)
        late = first > day or last < first or (window and first < day - window)
        if late or (mechanism and link.frame != mechanism) or (link.sources, link.kind) in seen:
            continue
        if named := who(link):
            seen.add((link.sources, link.kind))
            found.append((i, named))
    return found

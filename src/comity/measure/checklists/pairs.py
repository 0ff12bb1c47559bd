"""What the evidence itself tells of two actors that a checklist asks for."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Final

from comity.measure.conduct.events import since
from comity.measure.value import Inputs
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.spells import dates

Pair = tuple[str, str]
OBLIGATIONS: Final = (
    *("defence", "offence", "neutrality"),
    *("non-aggression", "consultation", "entente"),
)
KINDS: Final = ("exercise", "operation", "exchange", "project", "notify", "dialogue")
WATCHING: Final = ("observer", "guest", "invited")
SPAN: Final = 60  # months
REGULAR: Final = 3  # years with such an event in the span


@lru_cache(maxsize=4)
def _events(plan: Plan) -> Mapping[Pair, tuple[tuple[int, Link], ...]]:
    """Return the security events of each pair with their first day, each once."""
    seen: set[tuple[object, ...]] = set()
    found: dict[Pair, list[tuple[int, Link]]] = {}
    for i in plan.chosen:
        link = plan.evidence.links[i]
        first, last = dates(link.period, plan.options.edges)
        key = (link.sources, link.kind, link.members, link.period)
        if link.lasting or last < first or key in seen or link.kind not in KINDS:
            continue
        seen.add(key)
        for pair in combinations(sorted(a for a in link.actors if a in plan.index), 2):
            found.setdefault(pair, []).append((first, link))
    return {pair: tuple(found[pair]) for pair in sorted(found)}


def paired(network: Network) -> tuple[Pair, ...]:
    """Return the pairs of which any security event is told in the span up to the day."""
    first, last = _begin(network.day), network.day.toordinal()
    events = _events(network.plan)
    return tuple(p for p, own in events.items() if any(first <= d <= last for d, _ in own))


def told(network: Network, pair: Pair) -> Mapping[str, Inputs]:
    """Return what is told of a pair, by the word that checklists have for it."""
    day = network.day.toordinal()
    first = _begin(network.day)
    events = [(d, x) for d, x in _events(network.plan).get(pair, ()) if first <= d <= day]
    if not events:
        return {"alliance": defending(network, pair)}

    def of(takes: Callable[[Link], bool]) -> Inputs:
        return tuple(x for _, x in events if takes(x))

    def regular(takes: Callable[[Link], bool]) -> Inputs:
        years = {(d - first) // 365 for d, x in events if takes(x)}
        return of(takes) if len(years) >= REGULAR else ()

    return {
        "alliance": defending(network, pair),
        "dialogues": regular(lambda x: x.kind == "dialogue"),
        "exchange": of(lambda x: x.kind in ("exchange", "project") and x.track == "military"),
        "exercises": regular(_drill),
        "notices": of(lambda x: x.kind == "notify" and x.track == "military"),
        "observed": of(lambda x: _drill(x) and bool(set(x.within(WATCHING)) - set(pair))),
    }


def _drill(link: Link) -> bool:
    return link.kind in ("exercise", "operation") and link.track == "military"


def allied(network: Network, pair: Pair) -> tuple[Link, ...]:
    """Return the ties of alliance of a pair on the day."""
    plan, day = network.plan, network.day.toordinal()
    return tuple(x for first, last, x in _ties(plan).get(pair, ()) if first <= day <= last)


def defending(network: Network, pair: Pair) -> tuple[Link, ...]:
    """Return the ties of a pair on the day that oblige to fight: a pact of non-aggression does not."""
    return tuple(x for x in allied(network, pair) if {"defence", "offence"} & set(obligations(x)))


def obligations(link: Link) -> tuple[str, ...]:
    """Return the obligations that the grade of a tie names, in their order."""
    words = {w.strip() for w in (link.grade or "").split(";")}
    return tuple(o for o in OBLIGATIONS if o in words)


@lru_cache(maxsize=128)
def _begin(day: date) -> int:
    """Return the first day of the span that ends with a day."""
    return since(day, SPAN).toordinal()


@lru_cache(maxsize=4)
def _ties(plan: Plan) -> Mapping[Pair, tuple[tuple[int, int, Link], ...]]:
    found: dict[Pair, list[tuple[int, int, Link]]] = {}
    for i in plan.chosen:
        link = plan.evidence.links[i]
        pair = tuple(sorted(a for a in link.actors if a in plan.index))
        if link.kind == "ally" and len(pair) == 2:
            first, last = dates(link.period, plan.options.edges)
            found.setdefault((pair[0], pair[1]), []).append((first, last, link))
    return {pair: tuple(found[pair]) for pair in sorted(found)}


def allies(network: Network) -> tuple[Pair, ...]:
    """Return the pairs with an alliance on the day."""
    return tuple(pair for pair in _ties(network.plan) if allied(network, pair))


def notified(network: Network, pair: Pair) -> Inputs:
    """Return the notices that one of a pair gave to a state outside it, of a military matter."""
    if not notices(network.plan):
        return ()
    first, day = since(network.day, SPAN).toordinal(), network.day.toordinal()
    return tuple(
        x
        for d, x in notices(network.plan)
        if first <= d <= day and set(x.actors) & set(pair) and set(x.actors) - set(pair)
    )


@lru_cache(maxsize=4)
def notices(plan: Plan) -> tuple[tuple[int, Link], ...]:
    """Return the military notices with their first day, each once."""
    found = {}
    for i in plan.chosen:
        link = plan.evidence.links[i]
        first, last = dates(link.period, plan.options.edges)
        if link.kind == "notify" and link.track == "military" and first <= last:
            found[link.sources, link.members, link.period] = (first, link)
    return tuple(found.values())

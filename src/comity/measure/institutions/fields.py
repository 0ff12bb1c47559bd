"""Which fields a body deals with, as far as its events tell, or as the user states."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from comity.measure.value import Inputs
from comity.model.vocabulary import TRACKS
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.spells import dates

# "mechanism" is where an event was held rather than what it was about; "other" is no field.
FIELDS: Final = tuple(t for t in TRACKS if t not in ("mechanism", "other"))
Fields = Mapping[str, Sequence[str]]


@lru_cache(maxsize=4)
def _events(plan: Plan) -> dict[str, tuple[tuple[int, int, str], ...]]:
    """Return the dated events of a field of each body: place of the link, first day, field."""
    links = plan.evidence.links
    found: dict[str, list[tuple[int, int, str]]] = {}
    for i in plan.chosen:
        link = links[i]
        if link.frame and not link.lasting and link.track in FIELDS:
            first, last = dates(link.period, plan.options.edges)
            if first <= last:
                found.setdefault(str(link.frame), []).append((i, first, link.track))
    return {body: tuple(found[body]) for body in sorted(found)}


def bodies_of_fields(network: Network) -> tuple[str, ...]:
    """Return every body that any event tells a field of."""
    return tuple(_events(network.plan))


def scope_of(network: Network, body: str, fields: Fields | None = None) -> frozenset[str]:
    """Return the fields of a body: those stated, or of its events up to the day."""
    if fields is not None:
        return frozenset(fields.get(body, ()))
    day, times = network.day.toordinal(), None if network.draw is None else network.draw.times
    return frozenset(
        track
        for i, first, track in _events(network.plan).get(body, ())
        if first <= day and (times is None or times[i] > 0)
    )


def behind_scope(network: Network, body: str) -> Inputs:
    """Return the events that tell the fields of a body."""
    day, links = network.day.toordinal(), network.evidence.links
    return tuple(links[i] for i, first, _ in _events(network.plan).get(body, ()) if first <= day)

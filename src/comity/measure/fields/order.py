"""When two actors first worked together in each field, and which kind of field came first."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from comity.measure.conduct.scales import own_scales
from comity.measure.fields.matrix import Act, acts
from comity.measure.fields.parting import Parting
from comity.network.network import Network
from comity.network.plan import Plan

Pair = tuple[str, str]
COOPERATION = ("verbal-cooperation", "material-cooperation")


@lru_cache(maxsize=4)
def _shared(plan: Plan, parting: Parting, deeds: bool) -> tuple[Act, ...]:
    """Return the events of cooperation of two or more actors in any field, by day."""
    quads = own_scales().quads
    wanted = COOPERATION[1:] if deeds else COOPERATION
    modes = {mode for mode, quad in quads.items() if quad in wanted}
    return tuple(
        a
        for a in acts(plan, parting, positions=False)
        if a.link.kind in modes and a.fields and len(a.actors) > 1
    )


@dataclass(frozen=True, slots=True)
class First:
    """The first act of a pair in a field."""

    day: int
    act: Act


def firsts(
    network: Network, parting: Parting, deeds: bool = False
) -> dict[Pair, Mapping[str, First]]:
    """Return for each pair the first act in each field up to the day, the earliest field first."""
    times = None if network.draw is None else network.draw.times
    found: dict[Pair, dict[str, First]] = {}
    for act in _shared(network.plan, parting, deeds):
        on = times is None or times[int(act.source)] > 0
        if on and act.day <= network.day.toordinal():
            for pair in combinations(sorted(act.actors), 2):
                own = found.setdefault(pair, {})
                for field in act.fields:
                    own.setdefault(field, First(act.day, act))
    return {pair: found[pair] for pair in sorted(found)}


def earliest(own: Mapping[str, First], fields: frozenset[str]) -> First | None:
    """Return the first act in any of some fields."""
    return min((f for name, f in own.items() if name in fields), key=lambda f: f.day, default=None)

"""What the measures across layers share."""

from collections.abc import Sequence

from comity.measure.value import Inputs
from comity.network.network import Network


def chosen_layers(network: Network, layers: Sequence[str] | None) -> tuple[str, ...]:
    """Return the layers asked for, by default those of ties with each other."""
    if layers is not None:
        return tuple(network.layer(name).name for name in layers)
    return tuple(rule.id for rule in network.plan.rules if rule.sign > 0)


def behind_pair(network: Network, names: Sequence[str], a: str, b: str) -> Inputs:
    """Return the links and numbers that tie two actors in some layers, in either direction."""
    found: dict[object, None] = {}
    for name in names:
        found |= dict.fromkeys(network.layer(name).behind(a, b))
        if network.layer(name).rule.directed:
            found |= dict.fromkeys(network.layer(name).behind(b, a))
    return tuple(found)  # type: ignore[arg-type]


def behind_actor(network: Network, names: Sequence[str], actor: str) -> Inputs:
    """Return the links and numbers that tie an actor to any other in some layers."""
    others = (b for b in network.actors if b != actor)
    found: dict[object, None] = {}
    for other in others:
        found |= dict.fromkeys(behind_pair(network, names, actor, other))
    return tuple(found)  # type: ignore[arg-type]

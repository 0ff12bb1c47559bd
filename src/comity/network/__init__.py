"""The architecture on a day: actors, mechanisms and named layers of ties, each with what stands behind it.

Values in, values out: nothing here knows a database. Needs ``comity[analysis]`` for anything but the rules
of layers and the links themselves.
"""

from typing import TYPE_CHECKING, Any

from comity.network.lazy import Lazy

if TYPE_CHECKING:
    from comity.network.changes import Change, Difference, compare
    from comity.network.evidence import Cover, Evidence
    from comity.network.layers import LayerRule, check_layers, own_layers, read_layers
    from comity.network.link import Link
    from comity.network.network import Layer, Membership, Network, network_at
    from comity.network.options import Options
    from comity.network.outline import LayerCount, Overview, overview
    from comity.network.telling import Told, evidence_of, evidence_of_rows
    from comity.network.views import actor_view, dyad_view, mechanism_view, neighbours
    from comity.network.years import Sequence, sequence

_WHERE = {
    "changes": ("Change", "Difference", "compare"),
    "evidence": ("Cover", "Evidence"),
    "layers": ("LayerRule", "check_layers", "own_layers", "read_layers"),
    "link": ("Link",),
    "network": ("Layer", "Membership", "Network", "network_at"),
    "options": ("Options",),
    "outline": ("LayerCount", "Overview", "overview"),
    "years": ("Sequence", "sequence"),
    "telling": ("Told", "evidence_of", "evidence_of_rows"),
    "views": ("actor_view", "dyad_view", "mechanism_view", "neighbours"),
}
_LAZY = Lazy("comity.network", _WHERE, "The network")

__all__ = [
    "Change",
    "Cover",
    "Difference",
    "Evidence",
    "Layer",
    "LayerCount",
    "LayerRule",
    "Link",
    "Membership",
    "Network",
    "Options",
    "Overview",
    "Sequence",
    "Told",
    "actor_view",
    "check_layers",
    "compare",
    "dyad_view",
    "evidence_of",
    "evidence_of_rows",
    "mechanism_view",
    "neighbours",
    "network_at",
    "overview",
    "own_layers",
    "read_layers",
    "sequence",
]


def __getattr__(name: str) -> Any:
    """Load a name when it is used; a missing numpy or scipy becomes an error that says what to install."""
    return _LAZY.load(name)

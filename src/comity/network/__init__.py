"""The architecture on a day: actors, mechanisms and named layers of ties, each with what stands behind it.

Values in, values out: nothing here knows a database. Needs ``comity[analysis]`` for anything but the rules
of layers and the links themselves.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.network.changes import Change, Difference, compare
    from comity.network.evidence import Cover, Evidence
    from comity.network.layers import LayerRule, check_layers, own_layers, read_layers
    from comity.network.link import Link
    from comity.network.network import Layer, Membership, Network, network_at
    from comity.network.options import Options
    from comity.network.telling import Told, evidence_of, evidence_of_rows
    from comity.network.views import actor_view, dyad_view, mechanism_view
    from comity.network.years import Sequence, sequence

_WHERE = {
    "changes": ("Change", "Difference", "compare"),
    "evidence": ("Cover", "Evidence"),
    "layers": ("LayerRule", "check_layers", "own_layers", "read_layers"),
    "link": ("Link",),
    "network": ("Layer", "Membership", "Network", "network_at"),
    "options": ("Options",),
    "years": ("Sequence", "sequence"),
    "telling": ("Told", "evidence_of", "evidence_of_rows"),
    "views": ("actor_view", "dyad_view", "mechanism_view"),
}
_HOME = {name: module for module, names in _WHERE.items() for name in names}

__all__ = [
    "Change",
    "Cover",
    "Difference",
    "Evidence",
    "Layer",
    "LayerRule",
    "Link",
    "Membership",
    "Network",
    "Options",
    "Sequence",
    "Told",
    "actor_view",
    "check_layers",
    "compare",
    "dyad_view",
    "evidence_of",
    "evidence_of_rows",
    "mechanism_view",
    "network_at",
    "own_layers",
    "read_layers",
    "sequence",
]


def __getattr__(name: str) -> Any:
    """Load a name when it is used; a missing numpy or scipy becomes an error that says what to install."""
    if name not in _HOME:
        raise AttributeError(f"module 'comity.network' has no attribute {name!r}")
    try:
        module = import_module(f"comity.network.{_HOME[name]}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("numpy", "scipy", "rustworkx"):
            raise
        from comity.errors import MissingExtra

        raise MissingExtra("The network", "analysis") from error

    value = getattr(module, name)
    globals()[name] = value
    return value

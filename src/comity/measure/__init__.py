"""Measures of an architecture: each a module with formula, source and pitfalls, each value with its interval.

Needs ``comity[analysis]``. ``measures()`` lists them, ``run`` computes, ``explain`` leads back to the words.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.measure.catalogue import measure_of, measures
    from comity.measure.define import Measure
    from comity.measure.explained import explain
    from comity.measure.running import run
    from comity.measure.scores import Scores
    from comity.measure.value import Envelope, Subject, Value

_WHERE = {
    "catalogue": ("measure_of", "measures"),
    "define": ("Measure",),
    "explained": ("explain",),
    "running": ("run",),
    "scores": ("Scores",),
    "value": ("Envelope", "Subject", "Value"),
}
_HOME = {name: module for module, names in _WHERE.items() for name in names}

__all__ = [
    "Envelope",
    "Measure",
    "Scores",
    "Subject",
    "Value",
    "explain",
    "measure_of",
    "measures",
    "run",
]


def __getattr__(name: str) -> Any:
    """Load a name when it is used; a missing numpy or scipy becomes an error that says what to install."""
    if name not in _HOME:
        raise AttributeError(f"module 'comity.measure' has no attribute {name!r}")
    try:
        module = import_module(f"comity.measure.{_HOME[name]}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("numpy", "scipy", "rustworkx"):
            raise
        from comity.errors import MissingExtra

        raise MissingExtra("Measures", "analysis") from error
    return getattr(module, name)

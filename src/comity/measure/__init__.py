"""Measures of an architecture: each a module with formula, source and pitfalls, each value with its interval.

Needs ``comity[analysis]``. ``measures()`` lists them, ``run`` computes, ``explain`` leads back to the words.
"""

from typing import TYPE_CHECKING, Any

from comity.network.lazy import Lazy

if TYPE_CHECKING:
    from comity.measure.address import Address, parse_address
    from comity.measure.catalogue import measure_of, measures
    from comity.measure.define import Measure
    from comity.measure.explained import explain
    from comity.measure.running import run
    from comity.measure.scores import Scores
    from comity.measure.value import Envelope, Subject, Value
    from comity.measure.values import Values
    from comity.measure.weighing import Composite, composite

_WHERE = {
    "address": ("Address", "parse_address"),
    "catalogue": ("measure_of", "measures"),
    "weighing": ("Composite", "composite"),
    "define": ("Measure",),
    "explained": ("explain",),
    "running": ("run",),
    "scores": ("Scores",),
    "value": ("Envelope", "Subject", "Value"),
    "values": ("Values",),
}
_LAZY = Lazy("comity.measure", _WHERE, "Measures")

__all__ = [
    "Composite",
    "Address",
    "Envelope",
    "Measure",
    "Scores",
    "Subject",
    "Value",
    "composite",
    "Values",
    "explain",
    "measure_of",
    "measures",
    "parse_address",
    "run",
]


def __getattr__(name: str) -> Any:
    """Load a name when it is used; a missing numpy or scipy becomes an error that says what to install."""
    return _LAZY.load(name)

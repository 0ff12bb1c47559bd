"""Lenses: the criteria of documents, held against an architecture. None of them is comity's.

``lenses()`` lists them, ``run_lens`` computes the measures that speak to each criterion, with intervals and
the way back to claims; needs ``comity[analysis]``. There is no score of a lens, and no sum of lenses.
"""

from typing import TYPE_CHECKING, Any

from comity.network.lazy import Lazy

if TYPE_CHECKING:
    from comity.lens.check import check_lenses
    from comity.lens.lens import Criterion, Lens, Speaking
    from comity.lens.load import lens_of, lenses
    from comity.lens.quote import Quote, best_text, find_quotes
    from comity.lens.reading import NOTICE, CriterionReading, LensReading, MeasureReading
    from comity.lens.running import run_lens

_WHERE = {
    "check": ("check_lenses",),
    "lens": ("Criterion", "Lens", "Speaking"),
    "load": ("lens_of", "lenses"),
    "quote": ("Quote", "best_text", "find_quotes"),
    "reading": ("NOTICE", "CriterionReading", "LensReading", "MeasureReading"),
    "running": ("run_lens",),
}
_LAZY = Lazy("comity.lens", _WHERE, "Running a lens")

__all__ = [
    "NOTICE",
    "Criterion",
    "CriterionReading",
    "Lens",
    "LensReading",
    "MeasureReading",
    "Quote",
    "Speaking",
    "best_text",
    "check_lenses",
    "find_quotes",
    "lens_of",
    "lenses",
    "run_lens",
]


def __getattr__(name: str) -> Any:
    """Load a name when it is used; a missing numpy or scipy becomes an error that says what to install."""
    return _LAZY.load(name)

"""A fitted model: knots, shapes, surfaces, calibration, and what it was fitted on."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from comity.errors import ReadError
from comity.forecast.evidence.catalogue import NAMES
from comity.forecast.shapes import KNOTS, TIMES, Floats
from comity.forecast.table import Ints

VERSION: Final = 1
PLACES: Final = KNOTS + 2
SIDE: Final = KNOTS // 2 + 2
DIGITS: Final = 9


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """``knots`` (F, K), ``shapes`` (C, F, K + 2) by context, ``pairs`` (P, 2) of evidence with ``surfaces``.

    ``calibration`` (2, B) leads from a stated to a calibrated probability; it is empty where none was fitted.
    ``missed`` is the share of true answers that were no candidates; ``about`` what it was fitted on and how.
    """

    knots: Floats
    shapes: Floats
    pairs: Ints
    surfaces: Floats
    missed: float = 0.0
    calibration: Floats = field(default_factory=lambda: np.zeros((2, 0)))
    about: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the model as text: the same model gives the same bytes."""
        arrays = {
            n: _rounded(getattr(self, n)) for n in ("knots", "shapes", "surfaces", "calibration")
        }
        told = {
            "version": VERSION,
            "evidence": list(NAMES),
            "pairs": self.pairs.tolist(),
            "missed": round(self.missed, DIGITS),
            "about": dict(self.about),
        }
        return json.dumps({**told, **arrays}, ensure_ascii=False, sort_keys=True) + "\n"

    def save(self, path: str | Path) -> None:
        """Write the model. Raises ReadError where it cannot be written."""
        try:
            Path(path).write_text(self.to_json(), encoding="utf-8")
        except OSError as error:
            raise ReadError(f"cannot be written: {error.strerror}.", path=str(path)) from error


def _rounded(values: Floats) -> Any:
    return np.round(values, DIGITS).tolist()


def load_model(path: str | Path) -> Model:
    """Return a stored model. Raises ReadError for a file that is none."""
    try:
        told = json.loads(Path(path).read_text(encoding="utf-8"))
        return _model(told)
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ReadError(
            "holds no model of this version.", path=str(path), hint="Fit it again: comity forecast."
        ) from error


def _model(told: Mapping[str, Any]) -> Model:
    f, p = len(NAMES), len(told["pairs"])
    if told["version"] != VERSION or told["evidence"] != list(NAMES):
        raise ValueError("another version")
    model = Model(
        np.array(told["knots"], float).reshape(f, KNOTS),
        np.array(told["shapes"], float).reshape(len(TIMES) + 1, f, PLACES),
        np.array(told["pairs"], np.int64).reshape(p, 2),
        np.array(told["surfaces"], float).reshape(p, SIDE, SIDE),
        float(told["missed"]),
        np.array(told["calibration"], float).reshape(2, -1),
        dict(told["about"]),
    )
    whole = (model.knots, model.shapes, model.surfaces, model.calibration)
    if not all(np.isfinite(a).all() for a in whole):
        raise ValueError("not finite")
    if p and not 0 <= model.pairs.min() <= model.pairs.max() < f:
        raise ValueError("no such evidence")
    return model

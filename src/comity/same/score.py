"""From parts to a score: a weight for each case, added up, and the words that say so."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from comity.same.parts import parts_of
from comity.same.telling import Telling


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: what was compared, the case found, its weight in log odds, and words."""

    name: str
    case: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two tellings are of one happening, 0 to 1, with the parts that made it.

    ``verdict``: same, unsure or different.
    """

    likelihood: float
    verdict: str
    parts: tuple[Part, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the score as plain values, as judgements keep it."""
        return {
            "likelihood": round(self.likelihood, 3),
            "parts": {f"{p.name}: {p.words}": round(p.weight, 2) for p in self.parts},
        }

    def explain(self) -> str:
        """Return the score in lines, the weightiest part first."""
        lines = [f"{self.verdict}, likelihood {self.likelihood:.2f}"]
        for part in sorted(self.parts, key=lambda p: (-abs(p.weight), p.name)):
            lines.append(f"  {part.weight:+6.2f}  {part.name}: {part.words}")
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Weights:
    """Log odds by ``part.case``, their words, and the likelihoods from which pairs count."""

    bias: float
    same: float
    unsure: float
    weights: Mapping[str, float]
    words: Mapping[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Return the weights that ship with comity; the file says how they were made."""
    text = files("comity.same").joinpath("weights.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    cases = table["case"]
    return Weights(
        bias=table["bias"],
        same=table["same"],
        unsure=table["unsure"],
        weights={name: case["weight"] for name, case in cases.items()},
        words={name: case["words"] for name, case in cases.items()},
    )


def score_pair(a: Telling, b: Telling, weights: Weights | None = None) -> Score:
    """Return how likely two tellings are of one happening. Symmetric; a telling is the same as itself."""
    by = weights or load_weights()
    if a.id == b.id:
        return Score(1.0, "same", ())
    parts = tuple(
        Part(
            name, case, by.weights.get(f"{name}.{case}", 0.0), by.words.get(f"{name}.{case}", case)
        )
        for name, case in parts_of(a, b)
    )
    odds = by.bias + math.fsum(p.weight for p in parts)
    likelihood = 1 / (1 + math.exp(-odds))
    verdict = (
        "same" if likelihood >= by.same else "unsure" if likelihood >= by.unsure else "different"
    )
    return Score(
        likelihood,
        verdict,
        (Part("start", "start", by.bias, "before anything is compared"), *parts),
    )

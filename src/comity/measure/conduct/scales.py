"""Classes of events and scales of cooperation and conflict, read from ``scales.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from comity.errors import QueryError, ResourceError
from comity.model.vocabulary import MODES

QUADS: Final = (
    "verbal-cooperation",
    "material-cooperation",
    "verbal-conflict",
    "material-conflict",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What one event of each mode is worth, from -10 to 10."""

    id: str
    en: str
    source: str
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The class of each mode, and every scale, the first being the usual one."""

    quads: Mapping[str, str]
    scales: tuple[Scale, ...]

    def scale(self, id: str) -> Scale:
        """Return a scale by its id; an unknown id is an error that lists those there are."""
        found = next((s for s in self.scales if s.id == id), None)
        if found is None:
            known = ", ".join(s.id for s in self.scales)
            raise QueryError(f"There is no scale {id}.", hint=f"Known: {known}.")
        return found


@lru_cache(maxsize=1)
def own_scales() -> Scales:
    """Return comity's own scales.

    >>> [scale.id for scale in own_scales().scales]
    ['goldstein', 'goldstein-phoenix', 'plover', 'steps']
    """
    return parse_scales(files("comity.resources").joinpath("scales.toml").read_text("utf-8"))


def parse_scales(text: str, path: str = "scales.toml") -> Scales:
    """Return the scales of a file; a mode without a class or a value, or out of range, is an error."""
    told = tomllib.loads(text)
    quads = {mode: quad for quad, modes in told["quad"].items() for mode in modes}
    if wrong := sorted(set(quads.values()) - set(QUADS)) + sorted(set(quads) - set(MODES)):
        raise ResourceError(f"has the unknown word {wrong[0]!r}.", path=path, record="quad")
    values: dict[str, dict[str, float]] = {}
    for row in told["scale"]:
        values[row["id"]] = _values(row, quads, values)
        given = values[row["id"]]
        if lacking := sorted(set(quads) ^ set(given)):
            wrong_one = f"and the classes differ in the mode {lacking[0]!r}."
            raise ResourceError(wrong_one, path=path, record=row["id"])
        if any(not -10 <= v <= 10 for v in given.values()):
            raise ResourceError("has a value beyond -10 to 10.", path=path, record=row["id"])
    scales = (
        Scale(id=r["id"], en=r["en"], source=r["source"], values=values[r["id"]])
        for r in told["scale"]
    )
    return Scales(quads=quads, scales=tuple(scales))


def _values(
    row: Mapping[str, Any], quads: Mapping[str, str], before: Mapping[str, dict[str, float]]
) -> dict[str, float]:
    if "step" in row:
        return {mode: float(row["step"][quad]) for mode, quad in quads.items()}
    own = {mode: float(each["value"]) for mode, each in row["value"].items()}
    return {**before.get(row.get("like", ""), {}), **own}

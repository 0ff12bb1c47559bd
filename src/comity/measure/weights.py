"""The user's own weights, read from a TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from comity.errors import ResourceError
from comity.measure.catalogue import measure_of
from comity.measure.define import Measure

KEYS: Final = ("weights", "options", "normalise", "aggregate", "spread")
EXAMPLE: Final = '[weights] with lines such as "mux.P" = 2 and "dispute.count:militarised" = -1.'


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each measure counts, with options of the measures and the rules of the score shown."""

    weights: Mapping[str, float]
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)

    @property
    def measures(self) -> tuple[str, ...]:
        """Return the ids of the measures that count, each once, in order."""
        return tuple(dict.fromkeys(key.partition(":")[0] for key in self.weights))


def read_weights(path: str | Path) -> Weights:
    """Return the weights of a file; what is wrong with it is an error that names the file.

    ``[weights]`` gives a number for each measure (``"mux.P" = 2``), or for one of its layers
    (``"field.cover:cyber" = 1``); ``[options."mux.P"]`` the options of a measure; ``normalise``,
    ``aggregate`` and ``spread`` are those of `comity.measure.composite`.
    """
    try:
        told = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(
            f"cannot be read: {error}.", path=str(path), hint=f"Write {EXAMPLE}"
        ) from error
    if unknown := sorted(set(told) - set(KEYS)):
        hint = f"Known: {', '.join(KEYS)}."
        raise ResourceError(f"has the unknown key {unknown[0]}.", path=str(path), hint=hint)
    weights, options = told.get("weights"), told.get("options", {})
    if not isinstance(weights, dict) or not weights:
        raise ResourceError("has no weights.", path=str(path), hint=f"Write {EXAMPLE}")
    if not isinstance(options, dict) or not all(isinstance(o, dict) for o in options.values()):
        raise ResourceError(
            "has options that are no table.", path=str(path), hint='[options."mux.P"]'
        )
    found = Weights(
        weights=_flat(weights),
        options=_flat_options(options),
        rules={k: told[k] for k in ("normalise", "aggregate", "spread") if k in told},
    )
    for id in found.measures:
        _taken(measure_of(id), str(path))
    return found


def _flat(weights: Mapping[str, Any], head: str = "") -> dict[str, Any]:
    """Return weights by id: a bare ``mux.P = 2`` is a table within a table to TOML."""
    flat: dict[str, Any] = {}
    for key, value in weights.items():
        name = f"{head}.{key}" if head else key
        flat |= _flat(value, name) if isinstance(value, dict) else {name: value}
    return flat


def _flat_options(options: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return options by id, also those of a bare ``[options.mux.P]``."""
    found: dict[str, Mapping[str, Any]] = {}
    for key, value in options.items():
        inner = {k: v for k, v in value.items() if isinstance(v, dict)}
        own = {k: v for k, v in value.items() if k not in inner}
        found |= {key: own} if own else {}
        found |= {f"{key}.{name}": told for name, told in _flat_options(inner).items()}
    return found


def _taken(measure: Measure, path: str) -> None:
    if measure.takes != "network":
        wrong = f"weighs {measure.id}, which is taken of a {measure.takes}, not of a day."
        raise ResourceError(wrong, path=path, record=measure.id, hint="Weigh measures of a day.")

"""The rules of layers: what goes in and how it becomes weights, read from ``layers.toml``."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from comity.errors import ResourceError
from comity.model.vocabulary import MODES, RELATIONS, TRACKS

PROJECTIONS: Final = ("pair", "co-membership", "clique", "newman", "roles", "series")
TRANSFORMS: Final = ("", "log1p")
LASTING: Final = ("pair", "co-membership")
NAMES: Final = {"from": "givers", "to": "takers"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerRule:
    """One layer: the words it takes up, its projection, direction, sign and decay.

    ``half_life`` and ``window`` are days, 0 for none. ``mutual`` are series without
    direction, which count both ways in a directed layer. ``sign`` is -1 for conduct against each other; weights
    themselves are never negative.
    """

    id: str
    projection: str
    en: str = ""
    zh: str = ""
    source: str = ""
    relations: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    mutual: tuple[str, ...] = ()
    givers: tuple[str, ...] = ()
    takers: tuple[str, ...] = ()
    directed: bool = False
    sign: int = 1
    half_life: float = 0.0
    window: float = 0.0
    transform: str = ""

    @property
    def properties(self) -> tuple[str, ...]:
        """Return the words whose coverage says what is known of the layer."""
        return (*self.relations, *self.modes, *self.series)

    def takes(self, kind: str, track: str) -> bool:
        """Say whether a tie or event goes into the layer."""
        if kind in self.relations:
            return True
        return kind in self.modes and (not self.tracks or track in self.tracks)


@lru_cache(maxsize=1)
def own_layers() -> tuple[LayerRule, ...]:
    """Return comity's own layers, in their order.

    >>> [rule.id for rule in own_layers()][:3]
    ['membership', 'alliance', 'partnership']
    """
    text = files("comity.resources").joinpath("layers.toml").read_text(encoding="utf-8")
    return parse_layers(text, "layers.toml")


def read_layers(folder: str | Path) -> tuple[LayerRule, ...]:
    """Return comity's layers with those of a resource folder laid over them, by id."""
    path = Path(folder) / "layers.toml"
    if not path.is_file():
        return own_layers()
    given = {r.id: r for r in parse_layers(path.read_text(encoding="utf-8"), str(path))}
    kept = tuple(given.pop(rule.id, rule) for rule in own_layers())
    return (*kept, *given.values())


def parse_layers(text: str, path: str) -> tuple[LayerRule, ...]:
    """Return the layers of a file; the first thing wrong with it is an error."""
    try:
        rows = tomllib.loads(text).get("layer", [])
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"not valid TOML: {error}.", path=path) from error
    for row in rows:
        known = {f.name for f in fields(LayerRule)} - set(NAMES.values()) | set(NAMES)
        if unknown := sorted(set(row) - known):
            wrong = f"has the unknown key {unknown[0]}."
            raise ResourceError(wrong, path=path, record=str(row.get("id", "")))
        if lacking := [k for k in ("id", "projection") if not row.get(k)]:
            raise ResourceError(f"lacks {lacking[0]}.", path=path, record=str(row.get("id", "")))
    rules = tuple(_rule(row) for row in rows)
    for problem in problems_of(rules, path):
        raise problem
    return rules


def check_layers(folder: Path | None = None) -> list[ResourceError]:
    """Return what is wrong with comity's layers, or with those of a user's folder."""
    where = files("comity.resources") if folder is None else folder
    path = where.joinpath("layers.toml")
    if not path.is_file():
        return []
    try:
        parse_layers(path.read_text(encoding="utf-8"), str(path))
    except ResourceError as error:
        return [error]
    return []


def problems_of(rules: Iterable[LayerRule], path: str) -> Iterator[ResourceError]:
    """Yield what is wrong with rules: unknown words, a layer that nothing can fill, numbers out of range."""
    seen: set[str] = set()
    for rule in rules:
        for problem in _problems(rule, seen):
            yield ResourceError(problem, path=path, record=rule.id, hint="See layers.toml.")
        seen.add(rule.id)


def _problems(rule: LayerRule, seen: set[str]) -> Iterator[str]:
    if rule.id in seen:
        yield "stands twice."
    words: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
        "projection": ((rule.projection,), PROJECTIONS),
        "transform": ((rule.transform,), TRANSFORMS),
        "relation": (rule.relations, RELATIONS),
        "mode": (rule.modes, MODES),
        "track": (rule.tracks, TRACKS),
    }
    for name, (given, known) in words.items():
        for word in given:
            if word not in known:
                yield f"has the unknown {name} {word!r}; known: {', '.join(w for w in known if w)}."
    if set(rule.mutual) - set(rule.series):
        yield "calls a series mutual that it does not take up."
    if not rule.properties:
        yield "takes up nothing: give relations, modes or series."
    if rule.projection in LASTING and rule.modes:
        yield f"cannot hold events: {rule.projection} is for ties."
    if rule.relations and rule.projection not in LASTING:
        yield f"cannot hold ties: {rule.projection} is for events and numbers."
    if rule.projection == "roles" and not (rule.givers and rule.takers):
        yield "projects between roles and names none: give from and to."
    if rule.sign not in (1, -1) or rule.half_life < 0 or rule.window < 0:
        yield "has a sign other than 1 and -1, or a negative half_life or window."


def _rule(row: Mapping[str, Any]) -> LayerRule:
    given: dict[str, Any] = {
        NAMES.get(k, k): tuple(v) if isinstance(v, list) else v for k, v in row.items()
    }
    return LayerRule(**given)

"""How a picture speaks: its language, its width, the names of actors and layers."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from comity.errors import QueryError
from comity.network.layers import LayerRule
from comity.registry import load_registry

LANGUAGES: Final = ("en", "zh")
NARROWEST: Final = 320
WIDEST: Final = 4000
Names = Callable[[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Language (``en`` or ``zh``), width in pixels, and the display name of an id in a language.

    Without ``names`` the registry gives them.
    """

    language: str = "en"
    width: int = 960
    names: Names | None = None

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise QueryError(f"A picture speaks en or zh, not {self.language}.")
        if not NARROWEST <= self.width <= WIDEST:
            raise QueryError(
                f"A picture of {self.width} pixels cannot be drawn.",
                hint=f"Give a width from {NARROWEST} to {WIDEST}.",
            )

    def say(self, key: str, **values: Any) -> str:
        """Return what a picture says, with values in its braces."""
        told: str = load_words()[key][self.language]
        return told.format(**values)

    def name(self, id: str) -> str:
        """Return the name of an actor, body or source; one that nobody knows is its own name."""
        return (self.names or load_registry().label)(id, self.language) or id

    def layer(self, rule: LayerRule) -> str:
        """Return the name of a layer."""
        return (rule.zh if self.language == "zh" else rule.en) or rule.id

    def unit(self, rule: LayerRule) -> str:
        """Return what the weights of a layer count."""
        kind = "log" if rule.transform else rule.projection
        return self.say(f"unit-{kind}")

    def listed(self, told: list[str], most: int = 6) -> str:
        """Return a list in words, its tail as a count."""
        comma = "、" if self.language == "zh" else ", "
        more = self.say("more", count=len(told) - most) if len(told) > most else ""
        return comma.join(told[:most]) + more


@lru_cache(maxsize=1)
def load_words() -> dict[str, dict[str, str]]:
    """Return the words of pictures, by key and language."""
    text = files("comity.pictures").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)

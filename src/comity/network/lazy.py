"""Names of a package that load their module, and what it needs, when they are first used."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

ANALYSIS = ("numpy", "scipy", "rustworkx")


class Lazy:
    """The names of one package by the module each stands in; ``what`` is said when a library is missing."""

    def __init__(self, package: str, where: Mapping[str, tuple[str, ...]], what: str) -> None:
        self._package = package
        self._what = what
        self._home = {name: module for module, names in where.items() for name in names}

    def load(self, name: str) -> Any:
        """Return what a name stands for. Raises AttributeError, MissingExtra without numpy or scipy."""
        if name not in self._home:
            raise AttributeError(f"module {self._package!r} has no attribute {name!r}")
        try:
            module = import_module(f"{self._package}.{self._home[name]}")
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in ANALYSIS:
                raise
            from comity.errors import MissingExtra

            raise MissingExtra(self._what, "analysis") from error
        return getattr(module, name)

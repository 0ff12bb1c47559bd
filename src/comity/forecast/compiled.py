"""Loops over past events, compiled where numba is installed and plain Python where it is not.

Plain Python gives the same numbers, some hundred times slower: enough for a study's own events, not for a
benchmark. Compiled code is kept in numba's cache and may be deleted at any time.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

FAST = find_spec("numba") is not None


def compiled(function: F) -> F:
    """Return a function compiled when it is first called, without reordering of floating-point sums."""
    if not FAST:
        return function
    made: F = import_module("numba").njit(cache=True, fastmath=False)(function)
    return made

"""What a measure's function returns: numbers for many subjects at once, cheap to compute again in a draw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from comity.measure.value import Inputs, Subject

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Scores:
    """Numbers by subject. NaN is unknown.

    ``values`` is (S,), in the order of ``subjects``, the same in every draw. ``missing`` (S,) counts unknown
    inputs. ``lo`` and ``hi`` (S,) are the measure's own interval where it has one, with its ``cause``.
    ``labels`` are given in place of values by a measure of ordered labels. ``inputs`` returns what stands
    behind the k-th value and is only called when somebody asks. ``no_interval`` is the reason for measures
    that can have none. ``method`` says in words which choices were made, ``notes`` what is to be read beside
    each value: the row of a matrix it sums up, the items of a checklist.
    """

    subjects: Sequence[Subject]
    values: Floats
    missing: NDArray[np.int64] | None = None
    lo: Floats | None = None
    hi: Floats | None = None
    cause: str = "sampling"
    labels: Sequence[str | None] | None = None
    inputs: Callable[[int], Inputs] | None = None
    no_interval: str = ""
    method: str = ""
    notes: Sequence[str] | None = None


@lru_cache(maxsize=512)
def actors_of(actors: tuple[str, ...], period: str = "") -> tuple[Subject, ...]:
    """Return a subject for each actor."""
    return tuple(Subject(actors=(a,), period=period) for a in actors)


@lru_cache(maxsize=512)
def pairs_of(actors: tuple[str, ...], period: str = "", layer: str = "") -> tuple[Subject, ...]:
    """Return a subject for each pair of actors, in the order of `upper`."""
    return tuple(
        Subject(actors=pair, period=period, layer=layer) for pair in combinations(actors, 2)
    )


@lru_cache(maxsize=16)
def upper(n: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of the pairs of n actors, first and second."""
    one, two = np.triu_indices(n, 1)
    return one.astype(np.int64), two.astype(np.int64)

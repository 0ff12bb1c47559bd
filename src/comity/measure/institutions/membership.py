"""Who belongs to which body on a day, as the measures of regime complexity need it."""

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.value import Inputs
from comity.network.network import Membership, Network

Floats = NDArray[np.float64]


def membership_of(network: Network, layer: str = "membership") -> Membership:
    """Return who belongs to which body in a layer; a layer without bodies is an error."""
    found = network.layer(layer).membership
    if found is None:
        raise QueryError(
            f"The layer {layer} has no bodies.", hint="Take membership or instruments."
        )
    return found


def behind_members(network: Network, layer: str, bodies: tuple[str, ...]) -> Inputs:
    """Return the links that tell of the members of some bodies."""
    held = membership_of(network, layer)
    found: dict[object, None] = {}
    for body in bodies:
        for actor in held.members(body):
            found |= dict.fromkeys(network.layer(layer).belonging(body, actor))
    return tuple(found)  # type: ignore[arg-type]


def shares(held: Floats) -> Floats:
    """Return of the members of each body the share that belongs to each other one, (M, M).

    The diagonal is 0. Not known (NaN) is the row of a body without members.

    >>> shares(np.array([[1.0, 1, 0], [1, 1, 1]])).round(2).tolist()
    [[0.0, 1.0], [0.67, 0.0]]
    """
    size = held.sum(1)[:, None]
    alive = np.flatnonzero(size[:, 0] > 0)
    both = np.zeros((len(held), len(held)))
    both[np.ix_(alive, alive)] = held[alive] @ held[alive].T
    with np.errstate(invalid="ignore", divide="ignore"):
        found = np.where(size > 0, both / size, np.nan)
    np.fill_diagonal(found, np.where(size[:, 0] > 0, 0.0, np.nan))
    return np.asarray(found)

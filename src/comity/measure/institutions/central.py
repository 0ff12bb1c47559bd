"""Centralisation of bodies.

Whether one body shares members with all others, which share none among themselves, or all are alike.

Formula: C = sum over bodies m of (d_max - d_m) / ((M - 1)(M - 2)), where d_m is with how many of the M bodies m shares at least `shared` members.
Source: Freeman 1979, Centrality in Social Networks: Conceptual Clarification, Social Networks 1(3): 215-239 (degree centralisation).
Inputs: memberships on the day (`layer`); bodies without members are left out.
Unit: share
Range: 0 (all share with as many) to 1 (a star). Unknown with fewer than three bodies.
Pitfalls: Bodies of the same few states share members with all: then it is 0, and `shared` should be raised. It follows from
  sizes and numbers of memberships in part: `chance` draws memberships of the same sizes and the method says what they give.
  Which text refers to which body is another kind of centre, not counted here.
Uncertainty: missing (each body left out in turn); coding; null with `chance`, told in the method.
Status: accepted.
"""

from functools import partial

import numpy as np

from comity.measure.define import define
from comity.measure.institutions.membership import Floats, behind_members, membership_of
from comity.measure.scores import Scores
from comity.measure.uncertainty.null import against_chance, traded
from comity.measure.value import Inputs, Subject
from comity.network.network import Network


def centralisation(held: Floats, shared: int = 1) -> float:
    """Return the degree centralisation of bodies from memberships (M, N); NaN with fewer than three.

    >>> centralisation(np.array([[1.0, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    1.0
    """
    return _of_ties((held @ held.T) >= shared)


def _of_ties(ties: np.ndarray[tuple[int, int], np.dtype[np.bool_]]) -> float:
    size = len(ties)
    if size < 3:
        return float("nan")
    degree = ties.sum(1) - np.diag(ties)
    return float((degree.max() - degree).sum() / ((size - 1) * (size - 2)))


def without_each(held: Floats, shared: int = 1) -> Floats:
    """Return the centralisation of four or more bodies with each left out in turn, (M,)."""
    ties = (held @ held.T) >= shared
    size = len(ties)
    degree = ties.sum(1) - np.diag(ties)
    left = (degree[None, :] - ties).astype(float)  # row m: degrees once m is gone
    np.fill_diagonal(left, np.nan)
    most = np.nanmax(left, axis=1)
    return np.asarray(((size - 1) * most - np.nansum(left, axis=1)) / ((size - 2) * (size - 3)))


def central(
    network: Network,
    layer: str = "membership",
    shared: int = 1,
    chance: int = 0,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return how far the bodies are centred on one."""
    told = membership_of(network, layer)
    alive = told.held.sum(1) > 0
    held = told.held[alive]
    lo = hi = np.array([np.nan])
    method = f"{len(held)} bodies with members, tied by {shared} shared"
    if network.draw is None and len(held) > 3:
        others = np.append(without_each(held, shared), centralisation(held, shared))
        lo, hi = others.min(keepdims=True), others.max(keepdims=True)
    if network.draw is None and len(held) > 2 and chance:
        statistic = partial(centralisation, shared=shared)
        null = against_chance(held, statistic, seed=seed, draws=chance, level=level, shuffle=traded)
        method += (
            f"; chance gives {null.mean:.3f} ({null.lo:.3f} to {null.hi:.3f}) in {chance} draws,"
            f" {null.share:.3f} at or above; seed {seed}"
        )

    def inputs(k: int) -> Inputs:
        return behind_members(network, layer, told.mechanisms)

    return Scores(
        subjects=(Subject(layer=layer, period=str(network.day)),),
        values=np.array([centralisation(held, shared)]),
        missing=np.array([int((~told.known[alive]).sum())]),
        lo=lo,
        hi=hi,
        cause="missing",
        inputs=inputs,
        method=method,
    )


MEASURE = define("rc.central", central, page=__doc__, zh="机制集中度")

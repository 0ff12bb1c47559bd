"""Density of memberships.

Of all the occasions on which two actors could belong to one body, in how many they do. A new forum brings new occasions, so the number of forums alone does not raise it.

Formula: D = sum over bodies m of C(s_m, 2) / sum over bodies m of C(e_m, 2), where s_m are the members of m, and e_m the actors that could belong to it.
Source: normed by opportunity after Volgy, Fausett, Grant and Rodgers 2008, Identifying Formal Intergovernmental Organizations, Journal of Peace Research 45(6): 837-850; the ratio is ours.
Inputs: memberships on the day (`layer`); who could belong (`eligible`, by body), else every actor of whom it is known whether it belongs. Bodies without members are left out.
Unit: share
Range: 0 (no two belong to one body) to 1 (all belong to all they can belong to). Unknown without two who could belong to one body.
Pitfalls: It depends on the actors chosen, and on who could belong: bilateral dialogues look sparse unless `eligible` says
  that two can. Large bodies weigh most. `missing` counts memberships that are unknown.
Uncertainty: sampling (bootstrap over bodies with `seed`: what if others had been listed?); coding.
Status: substitute.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from comity.measure.define import define
from comity.measure.institutions.membership import Floats, behind_members, membership_of
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import bootstrap
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

DRAWS = 200


def ratio(counts: Floats) -> Floats:
    """Return the density from members and eligible ones of bodies, (M, 2); NaN without opportunity.

    >>> float(ratio(np.array([[3, 3], [2, 4]])).round(3))
    0.444
    """
    pairs = counts * (counts - 1) / 2
    had, could = pairs.sum(0)
    return np.asarray(had / could if could else np.nan)


def density(
    network: Network,
    layer: str = "membership",
    eligible: Mapping[str, Sequence[str]] | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return the density of memberships of the network."""
    held = membership_of(network, layer)
    could = held.known.copy()
    for place, body in enumerate(held.mechanisms):
        if eligible is not None and body in eligible:
            could[place] = [a in eligible[body] for a in held.actors]
    could |= held.held > 0
    alive = held.held.sum(1) > 0
    counts = np.column_stack([held.held.sum(1), could.sum(1)])[alive]
    lo = hi = np.array([np.nan])
    if network.draw is None and len(counts) > 1:
        lo, hi = bootstrap(counts, ratio, np.random.default_rng(seed), DRAWS, level)

    def inputs(k: int) -> Inputs:
        return behind_members(network, layer, held.mechanisms)

    return Scores(
        subjects=(Subject(layer=layer, period=str(network.day)),),
        values=np.array([float(ratio(counts))]),
        missing=np.array([int((~held.known[alive]).sum())]),
        lo=lo,
        hi=hi,
        inputs=inputs,
        method=f"{len(counts)} bodies with members, {len(held.actors)} actors; seed {seed}",
    )


MEASURE = define("rc.density", density, page=__doc__, zh="成员密度")

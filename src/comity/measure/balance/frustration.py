"""Balance of friends and foes.

How near the network is to falling into two camps, friends within and foes between. It names no camps and calls neither state better.

Formula: F = 1 - 2 f / m, where m is the number of signed ties and f the least number of them that must be taken out so that every circle holds an even number of negative ties.
Source: Aref and Wilson 2018, Measuring partial balance in signed networks, Journal of Complex Networks 6(4): 566-595; Aref and Wilson 2019, Balance and frustration in signed networks, Journal of Complex Networks 7(2): 163-189.
Inputs: positive ties of some layers on a day (`positive`, alliances by default), negative ones of others (`negative`, disputes). A pair that has both is taken as negative, as positive, and left out (`both`: the first is the value, the others its interval).
Unit: share
Range: 0 (as many ties frustrated as can be, half of them) to 1 (two camps, or one). Unknown without ties, and where nothing is known of one sign: friends alone are always in balance.
Pitfalls: How ties get their signs decides more than anything else; the interval shows three ways of treating friends in dispute. Signs
  are of unequal source: alliances are treaties, disputes are acts. Measures of balance by triangles or eigenvalues differ from this one. Few circles make
  any network balanced: a tree is always 1. Exact where `method` says so, as it is for most networks to 60 actors; else the search ended at its limit and the interval holds what remains possible.
Uncertainty: coding; choice of signs.
Status: accepted.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from comity.errors import QueryError
from comity.measure.balance.search import NODES, Frustration, Signs, frustration
from comity.measure.define import define
from comity.measure.multiplex.layers import behind_actor
from comity.measure.scores import Scores, upper
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

BOTH: Final = {"negative": -1, "positive": 1, "neither": 0}


def signed(
    network: Network,
    positive: Sequence[str] = ("alliance",),
    negative: Sequence[str] = ("disputes",),
    *,
    both: str = "negative",
) -> Signs:
    """Return the signed network (N, N) of 1, -1 and 0."""
    if both not in BOTH:
        raise QueryError(f"Both is {', '.join(BOTH)}, not {both}.")
    n = len(network.actors)
    good, bad = np.zeros((n, n), bool), np.zeros((n, n), bool)
    for names, held in ((positive, good), (negative, bad)):
        for name in names:
            ties = network.layer(name).ties
            held |= ties | ties.T
    return np.where(good & bad, BOTH[both], good.astype(np.int8) - bad).astype(np.int8)


def balance(
    network: Network,
    positive: Sequence[str] = ("alliance",),
    negative: Sequence[str] = ("disputes",),
    *,
    both: str = "negative",
    nodes: int = NODES,
) -> Scores:
    """Return the normalised frustration index of a signed network."""
    ways = [both, *(b for b in BOTH if b != both)] if network.draw is None else [both]
    found = [frustration(signed(network, positive, negative, both=way), nodes) for way in ways]
    ends = [_share(f, count) for f in found if f.ties for count in (f.found, f.least)]
    names = (*positive, *negative)
    told = [network.layer(name).known for name in names]
    known = np.all([k | k.T for k in told], axis=0) if told else np.zeros((0, 0), bool)
    first = found[0]
    heard = all(
        any(network.layer(n).known.any() for n in names_) for names_ in (positive, negative)
    )

    def inputs(_: int) -> Inputs:
        each = (link for a in network.actors for link in behind_actor(network, names, a))
        return tuple(dict.fromkeys(each))

    value = _share(first, first.found) if heard else float("nan")
    told_ends = ends if first.ties and heard else [np.nan]
    return Scores(
        subjects=(Subject(period=str(network.day)),),
        values=np.array([value]),
        missing=np.array([int((~known[upper(len(network.actors))]).sum())]),
        lo=np.array([min(told_ends)]),
        hi=np.array([max(told_ends)]),
        cause="choice",
        inputs=inputs,
        method=f"{first.found} of {first.ties} ties frustrated, "
        + ("exactly" if first.exact else f"at least {first.least}")
        + f"; positive: {', '.join(positive)}; negative: {', '.join(negative)}; "
        + f"pairs with both: {both}, interval: all three ways",
    )


def _share(found: Frustration, count: int) -> float:
    return 1 - 2 * count / found.ties if found.ties else float("nan")


MEASURE = define("bal.frust", balance, page=__doc__, zh="结构平衡（挫败指数）")

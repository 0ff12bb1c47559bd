"""Inequality of hosting, by population.

Whether sessions are held by all in turn or by few, each person counted alike.

Formula: G = sum over i, j of p_i p_j |x_i / p_i - x_j / p_j| / (2 sum over i of p_i * sum over i of x_i), where x_i are the sessions of i and p_i its population.
Source: Gini 1912, Variabilità e mutabilità; weights after the Lorenz curve of populations; a standard measure of inequality, for which no use on forums is accepted.
Inputs: sessions (meetings, dialogues, conferences, exercises) up to the day with a member in the role host or organiser, and ties that say who chairs a body; `mechanism` takes those of one body, `window` those of so many days, `members` names the actors that could host (else all of the network). Population: the latest number of the series `population` up to the day.
Unit: share
Range: 0 (all alike per head) to just below 1. Unknown where no act is told, or no population.
Pitfalls: Few sessions look unequal though hosts take turns. Over a span shorter than one
  turn of the chair rotation looks like privilege. A host not told is not counted, and texts tell their own issuer as host more often. Who could host is a choice: give `members`. Weighted by population, one large state moves it
  most; show it beside the size-blind one. `missing` counts actors without a number of population, which are left out.
Uncertainty: sampling (bootstrap over sessions with `seed`; where one did all of them, the Beta interval of its share); coding.
Status: substitute.
"""

from comity.measure.define import define
from comity.measure.equality.acts import hosted
from comity.measure.equality.gini import inequality
from comity.measure.scores import Scores
from comity.network.network import Network


def hosting_weighted(
    network: Network,
    mechanism: str = "",
    window: float = 0.0,
    members: tuple[str, ...] | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return how unevenly sessions are shared out by population."""
    return inequality(
        network,
        hosted(network, mechanism, window),
        weighted=True,
        level=level,
        seed=seed,
        what="sessions told with their host",
        members=members,
    )


MEASURE = define("equal.hosting.pop", hosting_weighted, page=__doc__, zh="主办不平等（按人口）")

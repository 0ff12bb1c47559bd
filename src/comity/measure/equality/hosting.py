"""Inequality of hosting.

Whether sessions are held by all in turn or by few, each state counted alike.

Formula: G = sum over i, j of |x_i - x_j| / (2 N sum over i of x_i), where x_i are the sessions of i; sessions of several count in parts.
Source: Gini 1912, Variabilità e mutabilità; a standard measure of inequality, for which no use on forums is accepted.
Inputs: sessions (meetings, dialogues, conferences, exercises) up to the day with a member in the role host or organiser, and ties that say who chairs a body; `mechanism` takes those of one body, `window` those of so many days, `members` names the actors that could host (else all of the network).
Unit: share
Range: 0 (all alike) to 1 - 1/N (one alone). Unknown where no act is told.
Pitfalls: Few sessions look unequal though hosts take turns: the method says the least so few can give. Over a span shorter than one
  turn of the chair rotation looks like privilege. A host not told is not counted, and texts tell their own issuer as host more often. Who could host is a choice: give `members`.
Uncertainty: sampling (bootstrap over sessions with `seed`; where one did all of them, the Beta interval of its share); coding.
Status: substitute.
"""

from comity.measure.define import define
from comity.measure.equality.acts import hosted
from comity.measure.equality.gini import inequality
from comity.measure.scores import Scores
from comity.network.network import Network


def hosting(
    network: Network,
    mechanism: str = "",
    window: float = 0.0,
    members: tuple[str, ...] | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return how unevenly sessions are shared out."""
    return inequality(
        network,
        hosted(network, mechanism, window),
        weighted=False,
        level=level,
        seed=seed,
        what="sessions told with their host",
        members=members,
    )


MEASURE = define("equal.hosting", hosting, page=__doc__, zh="主办不平等")

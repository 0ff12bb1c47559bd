"""Inequality of agenda-setting.

Whether proposals come from all or from few, each state counted alike.

Formula: G = sum over i, j of |x_i - x_j| / (2 N sum over i of x_i), where x_i are the proposals of i; proposals of several count in parts.
Source: Gini 1912, Variabilità e mutabilità; a standard measure of inequality, for which no use on forums is accepted.
Inputs: events of the mode propose, done by those who are not their recipients, and whatever is told with an initiator, founder or proposer, up to the day; `mechanism`, `window` and `members` as for hosting. Positions bear no date and are left out.
Unit: share
Range: 0 (all alike) to 1 - 1/N (one alone). Unknown where no act is told.
Pitfalls: It counts proposals told, not those taken up, and an issuer tells its own first: leave sources out in turn
  (`leave_one_family_out`). Few acts look unequal: the method says the least so few can give.
Uncertainty: sampling (bootstrap over proposals with `seed`; where one did all of them, the Beta interval of its share); coding.
Status: substitute.
"""

from comity.measure.define import define
from comity.measure.equality.acts import started
from comity.measure.equality.gini import inequality
from comity.measure.scores import Scores
from comity.network.network import Network


def agenda(
    network: Network,
    mechanism: str = "",
    window: float = 0.0,
    members: tuple[str, ...] | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return how unevenly proposals are shared out."""
    return inequality(
        network,
        started(network, mechanism, window),
        weighted=False,
        level=level,
        seed=seed,
        what="proposals told",
        members=members,
    )


MEASURE = define("equal.agenda", agenda, page=__doc__, zh="议程设置不平等")

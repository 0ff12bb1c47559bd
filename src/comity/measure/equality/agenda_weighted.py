"""Inequality of agenda-setting, by population.

Whether proposals come from all or from few, each person counted alike.

Formula: G = sum over i, j of p_i p_j |x_i / p_i - x_j / p_j| / (2 sum over i of p_i * sum over i of x_i), where x_i are the proposals of i and p_i its population.
Source: Gini 1912, Variabilità e mutabilità; weights after the Lorenz curve of populations; a standard measure of inequality, for which no use on forums is accepted.
Inputs: events of the mode propose, done by those who are not their recipients, and whatever is told with an initiator, founder or proposer, up to the day; `mechanism`, `window` and `members` as for hosting. Positions bear no date and are left out. Population: the latest number of the series `population` up to the day.
Unit: share
Range: 0 (all alike per head) to just below 1. Unknown where no act is told, or no population.
Pitfalls: It counts proposals told, not those taken up, and an issuer tells its own first: leave sources out in turn
  (`leave_one_family_out`). Few acts look unequal. Weighted by population, one large state moves it
  most; show it beside the size-blind one. `missing` counts actors without a number of population, which are left out.
Uncertainty: sampling (bootstrap over proposals with `seed`; where one did all of them, the Beta interval of its share); coding.
Status: substitute.
"""

from comity.measure.define import define
from comity.measure.equality.acts import started
from comity.measure.equality.gini import inequality
from comity.measure.scores import Scores
from comity.network.network import Network


def agenda_weighted(
    network: Network,
    mechanism: str = "",
    window: float = 0.0,
    members: tuple[str, ...] | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return how unevenly proposals are shared out by population."""
    return inequality(
        network,
        started(network, mechanism, window),
        weighted=True,
        level=level,
        seed=seed,
        what="proposals told",
        members=members,
    )


MEASURE = define("equal.agenda.pop", agenda_weighted, page=__doc__, zh="议程设置不平等（按人口）")

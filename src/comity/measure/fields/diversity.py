"""Diversity of fields.

In how many fields of security an actor acts and speaks, each weighed by its share. Read it beside the row of the matrix, which stands with each value.

Formula: H = - sum over fields f of p_f ln p_f, where p_f is the share of the acts about f. exp(H) is the number of equally used fields that would give the same.
Source: Shannon 1948, A Mathematical Theory of Communication, Bell System Technical Journal 27: 379-423. No accepted index of comprehensive security was found: the use is ours.
Inputs: the matrix of `field.cover` (`months`, `positions`, `parting`); `kinds` names the kinds of field that count, traditional and non-traditional by default.
Unit: nats
Range: 0 (all in one field) to ln F of the F fields listed. Unknown where nothing is told in any field. Without actors: the sum of all rows.
Pitfalls: It grows with the number of acts told: few acts cannot fill many fields. It says nothing about how much is done, nor whether diverse is good. Another list of fields gives another value.
Uncertainty: sampling (Dirichlet posterior of the shares under Perks' prior, 1/F for each field, drawn with `seed`); coding of events.
Status: substitute.
"""

from collections.abc import Sequence

from comity.measure.define import define
from comity.measure.fields.evenness import SECURITY, spread
from comity.measure.fields.parting import Parting
from comity.measure.scores import Scores
from comity.network.network import Network


def diversity(
    network: Network,
    months: int = 12,
    positions: bool = True,
    kinds: Sequence[str] = SECURITY,
    parting: Parting | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return Shannon's entropy of each actor over the fields, and of all together."""
    return spread(network, months, positions, kinds, parting, level, seed, normed=False)


MEASURE = define("field.shannon", diversity, page=__doc__, zh="领域多样性（Shannon）")

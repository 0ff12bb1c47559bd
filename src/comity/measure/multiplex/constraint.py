"""Burt's constraint.

How far an actor's ties lead back to each other: one whose partners know each other has little room between them.

Formula: c_i = sum over j tied to i of (p_ij + sum over q of p_iq p_qj)^2, where p_ij is the share of i's ties that go to j, each pair weighed by the number of layers that tie it.
Source: Burt 1992, Structural Holes: The Social Structure of Competition (Harvard University Press), chapter 2.
Inputs: ties of the chosen layers on a day, together; layers of conduct against each other are left out unless named.
Unit: constraint
Range: above 0 (many partners who are apart); 1 for a single partner; to 9/8 for two partners tied to each other and to nobody else. Unknown without ties.
Pitfalls: Low constraint is room between others, not influence. It falls with the number of partners, so compare actors of like degree.
  In dense networks (common membership in large forums) it hardly differs between actors. Ties to actors outside the network do not count. `missing` counts unknown pairs of the actor.
Uncertainty: coding; missing ties.
Status: accepted.
"""

from collections.abc import Sequence

from comity.measure.define import define
from comity.measure.multiplex.bridges import constraint, together
from comity.measure.multiplex.layers import behind_actor, chosen_layers
from comity.measure.scores import Scores, actors_of
from comity.network.network import Network


def bound(network: Network, layers: Sequence[str] | None = None) -> Scores:
    """Return the constraint of each actor."""
    names = chosen_layers(network, layers)
    count, missing = together(network, names)
    return Scores(
        subjects=actors_of(network.actors, str(network.day)),
        values=constraint(count),
        missing=missing,
        inputs=lambda k: behind_actor(network, names, network.actors[k]),
        method=f"layers: {', '.join(names)}",
    )


MEASURE = define("mux.constraint", bound, page=__doc__, zh="结构约束（伯特）")

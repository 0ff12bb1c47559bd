"""Similarity of portfolios, Scott's pi.

How far two actors hold the same ties towards the same others, beyond what the ties of the two together would give by chance.

Formula: pi = 1 - D_o / D_e, where D_o is the mean over columns of (x_k - y_k)^2, and D_e = mean(x^2) + mean(y^2) - (mean(x) + mean(y))^2 / 2 is its expectation if both dealt from their common stock of ties.
Source: Häge 2011, Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement, Political Analysis 19(3): 287-305; Scott 1955, Public Opinion Quarterly 19: 321-325.
Inputs: one layer on a day (`layer`, alliances by default); bodies are the columns of a layer of co-membership, else the actors, each tied to itself. Columns unknown for one of the two are left out.
Unit: agreement beyond chance
Range: -1 to 1; 0 is what chance gives. Unknown where both portfolios are empty, or alike in holding everything.
Pitfalls: Unlike kappa it lowers the score of two actors with very different numbers of ties. Kappa, pi and Signorino and
  Ritter's S are not substitutable.
Uncertainty: coding.
Status: accepted.
"""

from comity.measure.alignment.portfolios import scored
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.network.network import Network


def pi(network: Network, layer: str = "alliance", *, binary: bool = True) -> Scores:
    """Return pi of the portfolios of every pair in a layer."""
    return scored(network, layer, pooled=True, binary=binary)


MEASURE = define("align.pi", pi, page=__doc__, zh="立场相似度（π）")

"""Similarity of portfolios, Cohen's kappa.

How far two actors hold the same ties towards the same others, beyond what their numbers of ties would give by chance.

Formula: kappa = 1 - D_o / D_e, where D_o is the mean over columns of (x_k - y_k)^2, and D_e = mean(x^2) + mean(y^2) - 2 mean(x) mean(y) is its expectation if each dealt out its own ties at random.
Source: Häge 2011, Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement, Political Analysis 19(3): 287-305; Cohen 1960, Educational and Psychological Measurement 20: 37-46.
Inputs: one layer on a day (`layer`, alliances by default); bodies are the columns of a layer of co-membership, else the actors, each tied to itself. Columns unknown for one of the two are left out.
Unit: agreement beyond chance
Range: -1 to 1; 0 is what chance gives. Unknown where both portfolios are empty, or alike in holding everything.
Pitfalls: Kappa, pi and Signorino and Ritter's S are not substitutable. Few columns make it jump. Silence counts as an
  absent tie only within coverage; `missing` says how many columns were left out.
Uncertainty: coding.
Status: accepted.
"""

from comity.measure.alignment.portfolios import scored
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.network.network import Network


def kappa(network: Network, layer: str = "alliance", *, binary: bool = True) -> Scores:
    """Return kappa of the portfolios of every pair in a layer."""
    return scored(network, layer, pooled=False, binary=binary)


MEASURE = define("align.kappa", kappa, page=__doc__, zh="立场相似度（κ）")

"""Similarity of portfolios, Signorino and Ritter's S.

How far two actors hold the same ties towards the same others, without regard to what chance would give. Only to be held against `align.kappa` and `align.pi`.

Formula: S = 1 - 2 * (sum over columns k of |x_k - y_k|) / (K * d), where d is the greatest difference there can be in a column and K the number of columns.
Source: Signorino and Ritter 1999, Tau-b or Not Tau-b: Measuring the Similarity of Foreign Policy Positions, International Studies Quarterly 43(1): 115-144 (unweighted form). Criticism: Häge 2011, Political Analysis 19(3): 287-305.
Inputs: one layer on a day (`layer`, alliances by default), with the portfolios of `align.kappa`. Columns unknown for one of the two are left out.
Unit: agreement
Range: -1 to 1. Unknown where no column is known for both.
Pitfalls: Where ties are rare, two actors who share nothing but the absence of ties have an S near 1: S of alliances is high for almost every pair. Do not read it alone; it is here
  because much of the literature gives it. `missing` says how many columns were left out.
Uncertainty: coding.
Status: substitute. For comparison alone.
"""

import numpy as np

from comity.measure.alignment.portfolios import behind, portfolios
from comity.measure.define import define
from comity.measure.scores import Scores, pairs_of, upper
from comity.measure.value import Inputs
from comity.network.network import Network


def similarity(network: Network, layer: str = "alliance", *, binary: bool = True) -> Scores:
    """Return S of the portfolios of every pair in a layer."""
    held = network.layer(layer)
    rows, known = portfolios(held, binary=binary)
    one, two = upper(len(network.actors))
    subjects = pairs_of(network.actors, str(network.day), layer)
    both = known[one] & known[two]
    count = both.sum(1)
    apart = np.where(both, np.abs(rows[one] - rows[two]), 0.0).sum(1)
    most = float(np.ptp(rows)) if rows.size and np.ptp(rows) > 0 else 1.0

    def inputs(k: int) -> Inputs:
        return behind(held, subjects[k].actors, np.flatnonzero(both[k]))

    with np.errstate(invalid="ignore", divide="ignore"):
        values = np.where(count > 0, 1 - 2 * apart / (count * most), np.nan)
    return Scores(
        subjects=subjects,
        values=values,
        missing=rows.shape[1] - count,
        inputs=inputs,
        method=f"greatest difference {most:g} over {rows.shape[1]} columns of {layer}",
    )


MEASURE = define("align.S", similarity, page=__doc__, zh="立场相似度（S，仅供对照）")

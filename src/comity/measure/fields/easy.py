"""Easy before hard.

Of the pairs that work together in both kinds of field, the share whose cooperation in non-traditional fields is told first.

Formula: s = n_+ / (n_+ + n_-), where n_+ are the pairs whose first cooperation in a non-traditional field came before their first in a traditional one, and n_- those of which the reverse is told; the sign test gives the chance of so many or more if either order were as likely.
Source: sign test: Arbuthnott 1710; Dixon and Mood 1946, The statistical sign test, Journal of the American Statistical Association 41: 557-566. No accepted measure of going from easy to hard was found: the use is ours.
Inputs: firsts of `order.first` (`deeds`, `parting`); `easy` and `hard` name the kinds of field held against each other.
Unit: share
Range: 0 to 1; 0.5 is no order. Unknown where no pair has both, or all came on one day.
Pitfalls: That non-traditional means easy is the document's notion, not ours. First told is not first done: pairs whose first events fall where
  sources begin are ordered by chance. Pairs are not independent: one summit begins a field for many, so that the test looks surer than it is.
  There are more non-traditional fields in the list, which makes an early one likelier. `missing` counts pairs with one kind alone or both on one day, which are left out.
Uncertainty: sampling (Beta: pairs as trials); coding.
Status: substitute.
"""

from math import comb

import numpy as np

from comity.measure.define import define
from comity.measure.fields.order import earliest, firsts
from comity.measure.fields.parting import Parting, own_parting
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import share_interval
from comity.measure.value import Inputs, Subject
from comity.network.network import Network


def sign_test(plus: int, minus: int) -> float:
    """Return the chance of so many plus signs or more if either sign were as likely.

    >>> sign_test(5, 1)
    0.109375
    """
    n = plus + minus
    return sum(comb(n, k) for k in range(plus, n + 1)) / float(2**n)


def easy_first(
    network: Network,
    easy: str = "non-traditional",
    hard: str = "traditional",
    deeds: bool = False,
    parting: Parting | None = None,
    level: float = 0.9,
) -> Scores:
    """Return how often the first cooperation of a pair was in a field of the easy kind."""
    fields = parting or own_parting()
    kinds = fields.of_kind(easy), fields.of_kind(hard)
    found = firsts(network, fields, deeds)
    ends = [(earliest(own, kinds[0]), earliest(own, kinds[1])) for own in found.values()]
    both = [(one.day, two.day) for one, two in ends if one and two]
    plus, minus = sum(a < b for a, b in both), sum(a > b for a, b in both)
    total = plus + minus
    lo, hi = share_interval([plus], [total], level)

    def inputs(_: int) -> Inputs:
        told = (f.act.link for pair in ends if all(pair) for f in pair if f)
        return tuple(dict.fromkeys(told))

    test = f"; sign test p = {sign_test(plus, minus):.3g}" if total else ""
    return Scores(
        subjects=(Subject(layer=f"{easy}–{hard}", period=str(network.day)),),
        values=np.array([plus / total if total else np.nan]),
        missing=np.array([len(found) - total]),
        lo=np.where(total > 0, lo, np.nan),
        hi=np.where(total > 0, hi, np.nan),
        inputs=inputs,
        method=f"{plus} pairs {easy} first, {minus} {hard} first{test}",
    )


MEASURE = define("order.easy", easy_first, page=__doc__, zh="先易后难")

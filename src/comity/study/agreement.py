"""How far two reviewers agree beyond chance.

Cohen's kappa (Cohen 1960, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological
Measurement 20:37-46) over the verdicts accept, reject and correct; the interval from its large-sample
standard error, formula (7) there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Agreement of two reviewers on the claims both judged.

    ``kappa`` is None when it is undefined: nothing judged by both, or only one verdict ever given. ``low``
    and ``high`` bound its 95 % interval.
    """

    claims: int
    observed: float | None
    expected: float | None
    kappa: float | None
    low: float | None
    high: float | None
    disagree: tuple[tuple[str, str, str], ...] = ()


def agreement(pairs: Sequence[tuple[str, str, str]]) -> Agreement:
    """Return the agreement over ``(claim, verdict of one, verdict of the other)``.

    >>> agreement([("a", "accept", "accept"), ("b", "reject", "reject")]).kappa
    1.0
    """
    n = len(pairs)
    apart = tuple(p for p in pairs if p[1] != p[2])
    if not n:
        return Agreement(claims=0, observed=None, expected=None, kappa=None, low=None, high=None)
    first, second = Counter(a for _, a, _ in pairs), Counter(b for _, _, b in pairs)
    observed = 1 - len(apart) / n
    expected = sum(first[v] * second[v] for v in first) / n**2
    if expected == 1:
        return Agreement(
            claims=n,
            observed=observed,
            expected=1.0,
            kappa=None,
            low=None,
            high=None,
            disagree=apart,
        )
    kappa = (observed - expected) / (1 - expected)
    error = 1.96 * sqrt(observed * (1 - observed) / n) / (1 - expected)
    return Agreement(
        claims=n,
        observed=observed,
        expected=expected,
        kappa=kappa,
        low=max(-1.0, kappa - error),
        high=min(1.0, kappa + error),
        disagree=apart,
    )

"""Evenness over fields.

Whether an actor acts and speaks in all fields of security alike, or in few. Read it beside the row of the matrix, which stands with each value.

Formula: J = H / ln F with H = - sum over fields f of p_f ln p_f, where p_f is the share of the acts about f and F the number of fields listed.
Source: Shannon 1948, A Mathematical Theory of Communication, Bell System Technical Journal 27: 379-423; Pielou 1966, The measurement of diversity in different types of biological collections, Journal of Theoretical Biology 13: 131-144. No accepted index of comprehensive security was found: the use is ours.
Inputs: the matrix of `field.cover` (`months`, `positions`, `parting`); `kinds` names the kinds of field that count, traditional and non-traditional by default.
Unit: share of the most even
Range: 0 (all in one field) to 1 (all fields alike). Unknown where nothing is told in any field. Without actors: the sum of all rows.
Pitfalls: Even is not good in itself, and evenness says nothing about how much is done: read the row. F counts all listed fields, also
  those in which nobody acts, so another list gives another value. Few acts make it small: J of one act is 0. Topics are told by cue words.
Uncertainty: sampling (Dirichlet posterior of the shares under Perks' prior, 1/F for each field, drawn with `seed`); coding of events.
Status: substitute.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from comity.measure.define import define
from comity.measure.fields.matrix import Matrix, matrix_of
from comity.measure.fields.parting import Parting, own_parting
from comity.measure.scores import Scores, actors_of
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

Floats = NDArray[np.float64]
DRAWS = 400
SECURITY = ("traditional", "non-traditional")


def entropy(counts: Floats) -> Floats:
    """Return Shannon's entropy of the last axis in nats; NaN where there is nothing.

    >>> entropy(np.array([[1.0, 1.0], [2.0, 0.0]])).round(3).tolist()
    [0.693, 0.0]
    """
    total = counts.sum(-1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        share = counts / total
        parts = np.where(share > 0, share * np.log(share), 0.0)
    return np.asarray(np.where(total[..., 0] > 0, np.abs(parts.sum(-1)), np.nan))


def evenness(
    network: Network,
    months: int = 12,
    positions: bool = True,
    kinds: Sequence[str] = SECURITY,
    parting: Parting | None = None,
    level: float = 0.9,
    seed: int = 0,
) -> Scores:
    """Return Pielou's evenness of each actor over the fields, and of all together."""
    return spread(network, months, positions, kinds, parting, level, seed, normed=True)


def spread(
    network: Network,
    months: int,
    positions: bool,
    kinds: Sequence[str],
    parting: Parting | None,
    level: float,
    seed: int,
    *,
    normed: bool,
) -> Scores:
    """Return the entropy of each row of the matrix and of their sum; ``normed``, as share of the greatest."""
    found = matrix_of(network, chosen(parting or own_parting(), kinds), months, positions)
    rows = np.vstack([found.cells, found.cells.sum(0)])
    most = np.log(len(found.parting.fields)) if normed else 1.0
    values = entropy(rows) / most if most else np.full(len(rows), np.nan)
    lo = hi = np.full(len(rows), np.nan)
    if network.draw is None and most:
        lo, hi = _posterior(rows, values, most, level, seed)
    actors = actors_of(network.actors, str(network.day))

    def inputs(k: int) -> Inputs:
        who = set(network.actors[k : k + 1] if k < len(actors) else network.actors)
        return found.behind(lambda a: bool(a.fields) and bool(who & set(a.actors)))

    return Scores(
        subjects=(*actors, Subject(period=str(network.day))),
        values=values,
        missing=np.append(found.blank, found.blank.sum()),
        lo=lo,
        hi=hi,
        inputs=inputs,
        notes=_notes(found),
        method=f"{len(found.parting.fields)} fields of {', '.join(kinds)}; {months} months; seed {seed}",
    )


def chosen(parting: Parting, kinds: Sequence[str]) -> Parting:
    """Return the fields of some kinds."""
    kept = frozenset[str]().union(*(parting.of_kind(kind) for kind in kinds))
    return Parting(tuple(f for f in parting.fields if f.id in kept))


def _notes(found: Matrix) -> list[str]:
    return [*(found.row(k) for k in range(len(found.cells))), found.total()]


def _posterior(
    rows: Floats, values: Floats, most: float, level: float, seed: int
) -> tuple[Floats, Floats]:
    """Return the interval of each row's entropy, which always holds the value itself."""
    lo, hi, tail = values.copy(), values.copy(), (1 - level) / 2
    for k, row in enumerate(rows):
        if row.sum() > 0:
            rng = np.random.default_rng([seed, *sorted(row.astype(int).tolist())])
            drawn = entropy(rng.dirichlet(row + 1 / len(row), DRAWS)) / most
            low, high = np.quantile(drawn, [tail, 1 - tail])
            lo[k], hi[k] = min(low, values[k]), max(high, values[k])
    return lo, hi


MEASURE = define("field.even", evenness, page=__doc__, zh="领域均衡度（Pielou）")

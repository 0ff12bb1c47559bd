"""Kappa and pi of portfolios, by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measure.told import covered
from tests.network.made import DAY, made, row

from comity.measure import run
from comity.measure.alignment.portfolios import agreement
from comity.network import network_at

X = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
Y = [1, 1, 0, 0, 1, 0, 0, 0, 0, 0]


def of(x, y, *, pooled, known=None):
    rows = np.array([x, y], float)
    sure = np.ones(rows.shape, bool) if known is None else np.array(known, bool)
    return agreement(rows, sure, pooled=pooled)[0][0, 1]


def test_kappa_of_two_portfolios_by_hand():
    # They agree in 7 of 10; chance gives 0.4 * 0.3 + 0.6 * 0.7 = 0.54.
    assert of(X, Y, pooled=False) == pytest.approx((0.7 - 0.54) / (1 - 0.54))


def test_pi_of_two_portfolios_by_hand():
    # The common share of ties is 0.35: chance gives 0.35^2 + 0.65^2 = 0.545.
    assert of(X, Y, pooled=True) == pytest.approx((0.7 - 0.545) / (1 - 0.545))


@pytest.mark.parametrize("pooled", [True, False])
def test_the_same_portfolio_agrees_wholly(pooled):
    assert of(X, X, pooled=pooled) == pytest.approx(1)


def test_opposite_halves_disagree_wholly():
    assert of([1, 1, 0, 0], [0, 0, 1, 1], pooled=False) == pytest.approx(-1)


def test_two_empty_portfolios_tell_nothing():
    assert np.isnan(of([0, 0], [0, 0], pooled=False))


def test_columns_unknown_for_one_are_left_out():
    known = [[1] * 10 + [0], [1] * 11]
    assert of([*X, 1], [*Y, 0], pooled=False, known=known) == pytest.approx(of(X, Y, pooled=False))


def contingency(x, y, *, pooled):
    """Weighted agreement as Cohen (1968) and Scott (1955) define it: from the table of both, cell by cell."""
    levels = sorted(set(x) | set(y))
    one = [x.count(v) / len(x) for v in levels]
    two = [y.count(v) / len(y) for v in levels]
    both = [(p + q) / 2 for p, q in zip(one, two, strict=True)]
    one, two = (both, both) if pooled else (one, two)
    observed = sum((a - b) ** 2 for a, b in zip(x, y, strict=True)) / len(x)
    expected = sum(
        p * q * (a - b) ** 2
        for a, p in zip(levels, one, strict=True)
        for b, q in zip(levels, two, strict=True)
    )
    return 1 - observed / expected if expected else float("nan")


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12))
def test_valued_portfolios_agree_as_their_table_says(cells):
    x, y = [a for a, _ in cells], [b for _, b in cells]
    for pooled in (True, False):
        np.testing.assert_allclose(
            of(x, y, pooled=pooled), contingency(x, y, pooled=pooled), atol=1e-9, equal_nan=True
        )


def test_valued_portfolios_by_hand():
    # Defence 3, consultation 1, none 0. Squared distances 0, 1, 9, 0 over four: observed 2.5.
    x, y = [3, 1, 3, 0], [3, 0, 0, 0]
    # kappa: mean squares 19/4 and 9/4, means 7/4 and 3/4: expected 28/4 - 2 * 21/16 = 4.375.
    assert of(x, y, pooled=False) == pytest.approx(1 - 2.5 / 4.375)
    # pi: expected 28/4 - (10/4)^2 / 2 = 3.875.
    assert of(x, y, pooled=True) == pytest.approx(1 - 2.5 / 3.875)


def test_rare_ties_in_common_count_for_more_than_absent_ones():
    # Twenty columns, one tie each, not the same: S is near 1, kappa and pi just below what chance gives.
    x, y = [1] + [0] * 19, [0, 1] + [0] * 18
    assert of(x, y, pooled=False) == pytest.approx(1 - 0.1 / 0.095)
    assert of(x, y, pooled=True) == pytest.approx(1 - 0.1 / 0.095)
    assert s_of(x, y) == pytest.approx(1 - 2 * 2 / 20)


def test_unequal_numbers_of_ties_lower_pi_and_not_kappa():
    # All of y's ties are x's too, but x has more: pi holds the difference against them.
    x, y = [1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 0, 0, 0, 0, 0, 0]
    assert of(x, y, pooled=False) == pytest.approx(1 - 0.25 / 0.5)
    assert of(x, y, pooled=True) == pytest.approx(1 - 0.25 / 0.46875)


def s_of(x, y):
    rows = np.array([x, y], float)
    return 1 - 2 * np.abs(rows[0] - rows[1]).sum() / (rows.shape[1] * np.ptp(rows))


def similar(*rows):
    told = covered(made(*rows), "ally", "1900-01-01", "2100-01-01")
    found = run(network_at(told, DAY), ["align.S"], draws=0)
    return {v.subject.actors: v.value for v in found}


def test_s_of_networks_by_hand():
    # Over three columns (each is tied to itself): A and B differ in none, A and C in two of three.
    found = similar(row("ally", "AAA", "BBB"), row("partner", "AAA", "CCC"))
    assert found["AAA", "BBB"] == 1
    assert found["AAA", "CCC"] == pytest.approx(1 - 2 * 3 / 3)


def test_s_is_unknown_where_nothing_is_covered():
    told = made(row("partner", "AAA", "CCC"))
    (value,) = run(network_at(told, DAY), ["align.S"], draws=0)
    assert (value.value, value.missing) == (None, 2)

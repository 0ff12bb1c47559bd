"""Kappa and pi of portfolios, by hand."""

import numpy as np
import pytest

from comity.measure.alignment.portfolios import agreement

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

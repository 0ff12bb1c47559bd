"""Survival of ties and coupling of layers, by hand."""

from dataclasses import replace
from datetime import date
from math import exp, log, sqrt

import numpy as np
import pytest
from tests.network.made import DAY, made, row

from comity.errors import QueryError
from comity.measure import run
from comity.measure.lasting.coupling import permuted
from comity.measure.lasting.survival import greenwood, kaplan_meier
from comity.model import Observation, Period
from comity.network import network_at

# Remission of 21 patients under 6-MP in weeks: Freireich et al. 1963, the usual example of textbooks.
WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
ENDED = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]


def one(evidence, id, day=DAY, **options):
    return run(network_at(evidence, day), [id], draws=0, options={id: options})[0]


def test_the_curve_of_the_textbooks():
    curve = kaplan_meier(WEEKS, ENDED)
    assert curve.times.tolist() == [6, 7, 10, 13, 16, 22, 23]
    want = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert curve.share == pytest.approx(want, abs=6e-4)
    errors = curve.share * np.sqrt(curve.spread)
    assert errors == pytest.approx([0.076, 0.087, 0.096, 0.107, 0.114, 0.128, 0.135], abs=6e-4)


def test_greenwoods_interval_on_its_scale():
    z = 1.6448536269514722
    width = z * sqrt(0.04) / log(2)
    assert greenwood(0.5, 0.04) == pytest.approx((0.5 ** exp(width), 0.5 ** exp(-width)))


def ties(*ends, start="2000-01-01"):
    others = ("CHN", "IDN", "JPN", "KOR", "PHL", "THA")
    return made(
        *(row("ally", "USA", a, start=start, end=e) for a, e in zip(others, ends, strict=False))
    )


def test_ties_that_none_ended_all_last():
    value = one(ties(None, None, None), "sust.survival")
    assert (value.value, value.hi) == (1, 1)
    assert value.lo < 1


def test_ties_that_all_ended_early_do_not_last():
    value = one(ties("2001-01-01", "2002-01-01"), "sust.survival")
    assert (value.value, value.lo) == (0, 0)


def test_half_the_ties_lasted():
    value = one(ties("2004-01-01", None), "sust.survival")
    assert value.value == pytest.approx(1 / 2)
    assert value.lo < 0.5 < value.hi


def test_an_end_after_the_day_is_not_yet_known():
    told = ties("2004-01-01", None)
    assert one(told, "sust.survival", date(2003, 1, 1), years=2).value == 1


def test_beyond_the_longest_tie_it_is_unknown():
    assert one(ties(None), "sust.survival", years=40).value is None


def test_an_end_at_the_end_of_coverage_is_none():
    told = made(
        row("ally", "USA", "JPN", start="2000-01-01", end="2012-12-31"),
        covers=[("ally", "1990-01-01", "2012-12-31")],
    )
    assert one(told, "sust.survival").method.endswith("0 ended")


def test_a_renewed_tie_is_one():
    told = made(
        row("ally", "USA", "JPN", start="2000-01-01", end="2005-01-01"),
        row("ally", "USA", "JPN", start="2005-01-02"),
    )
    assert one(told, "sust.survival").method == "after 10 years; 1 ties, of which 0 ended"


def test_a_relation_must_be_known():
    with pytest.raises(QueryError, match="no relation"):
        one(ties(None), "sust.survival", relation="friend")


NAMES = ("CHN", "JPN", "KOR", "USA")
PAIRS = (
    ("CHN", "JPN"),
    ("CHN", "KOR"),
    ("CHN", "USA"),
    ("JPN", "KOR"),
    ("JPN", "USA"),
    ("KOR", "USA"),
)


def coupled(trading, allied):
    told = made(
        *(row("ally", *pair) for pair in allied),
        covers=[("ally", "2000-01-01", "2020-12-31")],
    )
    numbers = tuple(
        Observation(
            series="imports",
            a=a,
            b=b,
            period=Period.year(2016),
            value=9.0 if (a, b) in trading else 1.0,
        )
        for a, b in PAIRS
    )
    return replace(told, series={"trade": numbers})


def coupling(trading, allied, **more):
    return one(coupled(trading, allied), "sust.coupling", security=["alliance"], **more)


def test_layers_that_tie_the_same_pairs_are_wholly_coupled():
    assert coupling(PAIRS[:3], PAIRS[:3]).value == pytest.approx(1)


def test_layers_that_tie_opposite_halves_are_wholly_apart():
    assert coupling(PAIRS[:3], PAIRS[3:]).value == pytest.approx(-1)


def test_coupling_by_hand():
    # Alike in 4 of 6; 1/2 and 1/6 tied: chance gives 1/12 + 5/12.
    value = coupling(PAIRS[:3], PAIRS[:1])
    assert value.value == pytest.approx((4 / 6 - 1 / 2) / (1 / 2))
    assert value.lo <= value.value <= value.hi


def test_a_layer_of_which_no_absence_is_known_tells_nothing():
    told = replace(coupled(PAIRS[:3], PAIRS[:3]), coverage=())
    value = one(told, "sust.coupling", security=["alliance"])
    assert (value.value, value.missing) == (None, 6)
    assert "without alliance" in value.method


def test_a_layer_without_coverage_does_not_select_the_tied_of_another():
    value = one(coupled(PAIRS[:3], PAIRS[:3]), "sust.coupling")
    assert (value.value, value.missing) == (pytest.approx(1), 0)
    assert "without military" in value.method


def test_the_permutation_says_what_chance_gives_and_its_seed_repeats_it():
    methods = {coupling(PAIRS[:3], PAIRS[:3], seed=3).method for _ in range(2)}
    assert len(methods) == 1
    assert "permuted actors give" in methods.pop()


def test_random_layers_are_coupled_no_more_than_chance():
    rng = np.random.default_rng(0)
    rich, tied = (np.triu(rng.random((30, 30)) < 0.3, 1) for _ in range(2))
    sure = np.ones((2, 30, 30), bool)
    found = [permuted(rich, tied | tied.T, sure, np.random.default_rng(d)) for d in range(200)]
    assert np.mean(found) == pytest.approx(0, abs=0.02)

"""Inequality of hosting and of setting the agenda, by hand."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from scipy.stats import beta
from tests.network.made import DAY, event, made

from comity.measure import run
from comity.measure.equality.gini import gini
from comity.model import Observation, Period
from comity.network import network_at

NAMES = ("CHN", "JPN", "KOR", "USA")


def held(*hosts):
    rows = []
    for year, host in enumerate(hosts, 2000):
        guests = [a for a in NAMES if a != host]
        rows.append(event("conference", (host, "host"), *guests, day=f"{year}-05-01"))
    return made(*rows)


def peopled(evidence, **people):
    numbers = tuple(
        Observation(series="population", a=a, period=Period.year(2010), value=float(n))
        for a, n in people.items()
    )
    return replace(evidence, series={"made": numbers})


def one(evidence, id, day=DAY, **options):
    return run(network_at(evidence, day), [id], draws=0, options={id: options})[0]


def test_gini_of_three_by_hand():
    # Differences of 1, 2 and 3: twice 1 + 2 + 1, over 2 * 3 * 6.
    assert gini(np.array([1.0, 2, 3])) == pytest.approx(8 / 36)


def test_gini_by_population_by_hand():
    # Per head 1 and 3, of one and three people: 2 * 1 * 3 * |1 - 3| over 2 * 4 * 10.
    assert gini(np.array([1.0, 9]), np.array([1.0, 3])) == pytest.approx(12 / 80)


def test_hosting_in_turn_is_equal_and_one_host_alone_is_not():
    assert one(held(*NAMES), "equal.hosting").value == 0
    assert one(held(*["CHN"] * 4), "equal.hosting").value == pytest.approx(3 / 4)


def test_hosting_has_a_bootstrap_interval_that_its_seed_repeats():
    told = held("CHN", "CHN", "JPN", "USA", "USA")
    one_, two = (one(told, "equal.hosting", seed=4) for _ in range(2))
    assert (one_.lo, one_.hi) == (two.lo, two.hi)
    assert one_.lo < one_.hi


def test_one_host_alone_is_not_certain_to_be_the_only_one():
    value = one(held("CHN", "CHN"), "equal.hosting")
    # Its share p is at least the 5 % quantile of Beta(2.5, 0.5); with the rest even, Gini is p - 1/N.
    assert value.lo == pytest.approx(beta.ppf(0.05, 2.5, 0.5) - 1 / 4)
    assert value.hi == value.value == pytest.approx(3 / 4)


def test_hosting_in_proportion_to_people_is_equal_per_head():
    told = peopled(held("CHN", "CHN", "CHN", "JPN"), CHN=3, JPN=1)
    value = one(told, "equal.hosting.pop")
    assert value.value == pytest.approx(0)
    assert value.missing == 2


def test_without_population_the_weighted_value_is_unknown():
    value = one(held(*NAMES), "equal.hosting.pop")
    assert (value.value, value.missing) == (None, 4)


def test_only_those_who_could_host_are_held_against_each_other():
    assert one(held("CHN", "JPN"), "equal.hosting", members=("CHN", "JPN")).value == 0


def test_sessions_after_the_day_and_before_the_window_do_not_count():
    told = held("CHN", "JPN", "KOR", "USA")
    assert one(told, "equal.hosting", date(2000, 12, 31)).value == pytest.approx(3 / 4)
    assert one(told, "equal.hosting", date(2003, 6, 1), window=365).method.startswith("1 ")


def test_who_proposes_sets_the_agenda():
    told = made(
        *(event("propose", a, ("USA", "recipient"), day="2010-01-01") for a in ("CHN", "CHN")),
        event("meet", "JPN", "USA", "CHN", day="2010-01-01"),
    )
    assert one(told, "equal.agenda").value == pytest.approx(2 / 3)
    assert one(told, "equal.agenda").n_claims == 2

"""Bodies: rounds, gaps, overlap, density, centralisation, scope, by hand."""

from datetime import date

import pytest
from scipy.stats import chi2
from tests.network.made import DAY, event, made

from comity.measure import run
from comity.network import network_at


def rounds(*told, frame="talks"):
    return made(
        *(event("dialogue", "CHN", "USA", day=day, frame=frame, ordinal=n) for n, day in told)
    )


def one(evidence, id, day=DAY, **options):
    found = run(network_at(evidence, day), [id], draws=0, options={id: options})
    return found[0]


def test_the_eighth_round_tells_of_seven_earlier_ones():
    value = one(rounds((8, "2016-06-06")), "inst.vital")
    assert (value.value, value.missing) == (None, 7)
    assert value.no_interval


def test_numbers_tell_the_rate_between_two_rounds():
    value = one(rounds((3, "2010-01-01"), (8, "2015-01-01")), "inst.vital")
    years = 1826 / 365.25
    assert value.value == pytest.approx(5 / years)
    # Garwood's interval of 5: chi-squared quantiles of 10 and 12 degrees over 2.
    assert value.lo == pytest.approx(chi2.ppf(0.05, 10) / 2 / years)
    assert value.hi == pytest.approx(chi2.ppf(0.95, 12) / 2 / years)
    assert value.missing == 6


def test_rounds_after_the_day_are_not_yet_known():
    value = one(rounds((1, "2010-01-01"), (2, "2011-01-01")), "inst.vital", date(2010, 6, 1))
    assert value.value is None


def test_sessions_without_number_are_divided_by_the_share_that_is_told():
    plain = made(*(event("meet", "CHN", "USA", day=f"{y}-01-01", frame="f") for y in (2010, 2014)))
    value = one(plain, "inst.vital", detection_rate=(5, 10))
    assert value.value == pytest.approx(1 / (1461 / 365.25) * 2)
    assert value.lo < value.value < value.hi


def test_sessions_without_number_or_known_share_tell_no_rate():
    plain = made(*(event("meet", "CHN", "USA", day=f"{y}-01-01", frame="f") for y in (2010, 2014)))
    assert one(plain, "inst.vital").value is None


def test_a_body_that_meets_by_the_calendar_has_a_gap_of_one():
    told = rounds((1, "2013-01-01"), (2, "2014-01-01"), (3, "2015-01-01"))
    value = one(told, "inst.gap")
    assert (value.value, value.lo, value.hi) == (1, 1, 1)


def test_an_untold_round_leaves_the_longest_gap_open():
    told = rounds((1, "2013-01-01"), (3, "2015-01-01"))
    value = one(told, "inst.gap", stated={"talks": 730 / 365.25})
    assert (value.lo, value.hi) == (pytest.approx(0.5), pytest.approx(1))
    assert value.missing == 1

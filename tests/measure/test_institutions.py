"""Bodies: rounds, gaps, overlap, density, centralisation, scope, by hand."""

from datetime import date

import numpy as np
import pytest
from scipy.stats import chi2
from tests.network.made import DAY, event, made, row

from comity.measure import run
from comity.measure.institutions.central import centralisation, without_each
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


def bodies(**members):
    told = [row("member", a, frame=b) for b, names in members.items() for a in names]
    return made(*told, covers=[("member", "2000-01-01", "2020-12-31")])


SAME = {"arf": ["CHN", "JPN"], "eas": ["CHN", "JPN"]}
APART = {"arf": ["CHN", "JPN"], "eas": ["KOR", "USA"]}


def test_bodies_of_the_same_members_and_fields_overlap_wholly():
    fields = {"arf": ["military"], "eas": ["military"]}
    assert one(bodies(**SAME), "rc.overlap", fields=fields).value == 1


def test_bodies_without_a_shared_member_do_not_overlap():
    fields = {"arf": ["military"], "eas": ["military"]}
    assert one(bodies(**APART), "rc.overlap", fields=fields).value == 0


def test_overlap_of_two_bodies_by_hand():
    told = bodies(arf=["CHN", "JPN", "KOR"], eas=["CHN", "JPN", "USA"])
    fields = {"arf": ["military", "rules"], "eas": ["military"]}
    # Two of three members, one of two fields.
    assert one(told, "rc.overlap", fields=fields).value == pytest.approx(1 / 3)


def test_overlap_is_unknown_where_no_field_is_told():
    value = one(bodies(**SAME), "rc.overlap")
    assert (value.value, value.missing) == (None, 1)
    assert one(bodies(**SAME), "rc.overlap", part="members").value == 1


def test_density_is_one_where_all_belong_to_all_and_nought_where_no_two_meet():
    assert one(bodies(**SAME), "rc.density").value == 1
    assert one(bodies(arf=["CHN"], eas=["JPN"]), "rc.density").value == 0


def test_density_by_hand_and_by_opportunity():
    told = bodies(arf=["CHN", "JPN", "KOR"], talks=["CHN", "JPN"])
    # Three pairs and one, of three and three.
    assert one(told, "rc.density").value == pytest.approx(4 / 6)
    assert one(told, "rc.density", eligible={"talks": ["CHN", "JPN"]}).value == 1


def test_a_star_of_bodies_is_centred_and_a_ring_is_not():
    star = bodies(arf=["CHN", "JPN", "KOR"], a=["CHN"], b=["JPN"], c=["KOR"])
    assert one(star, "rc.central").value == 1
    assert one(bodies(a=["CHN"], b=["CHN"], c=["CHN"]), "rc.central").value == 0


def test_leaving_each_body_out_is_the_same_as_counting_without_it():
    held = (np.random.default_rng(0).random((9, 6)) < 0.3).astype(float)
    each = [centralisation(np.delete(held, m, 0)) for m in range(9)]
    assert without_each(held) == pytest.approx(each)


def test_centralisation_says_what_chance_gives():
    star = bodies(arf=["CHN", "JPN", "KOR"], a=["CHN"], b=["JPN"], c=["KOR"])
    assert "chance gives" in one(star, "rc.central", chance=5).method


def test_scope_counts_the_fields_of_the_events_of_a_body():
    told = made(
        event("meet", "CHN", "JPN", day="2010-01-01", frame="arf", track="military"),
        event("meet", "CHN", "JPN", day="2012-01-01", frame="arf", track="rules"),
        event("meet", "CHN", "JPN", day="2013-01-01", frame="arf", track="mechanism"),
    )
    assert one(told, "inst.scope").value == pytest.approx(2 / 5)
    assert one(told, "inst.scope", date(2011, 1, 1)).value == pytest.approx(1 / 5)
    assert one(told, "inst.scope", fields={"arf": ["a"]}, listed=["a"]).value == 1

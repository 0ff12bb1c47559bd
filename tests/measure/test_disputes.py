"""Handling of disputes, by hand."""

from datetime import date

import pytest
from tests.measure.told import covered, numbers, position, read, with_positions
from tests.network.made import DAY, event, made

from comity.errors import QueryError
from comity.measure import run
from comity.network import network_at

TALKS = made(
    event("meet", "CHN", "PHL", day="2016-03-01", track="dispute"),
    event("dialogue", "CHN", "PHL", "VNM", day="2016-04-01", track="dispute"),
    event("meet", "CHN", "PHL", day="2016-05-01", track="dispute", frame="icj"),
    event("meet", "CHN", "PHL", day="2016-06-01", track="development"),
)
ROWS = numbers(TALKS, "mid-hostility", ("CHN", "PHL", 2012, 3.0), ("PHL", "CHN", 2012, 3.0))


def values(evidence, id, day=DAY, **options):
    found = run(network_at(evidence, day), [id], draws=0, options={id: options})
    return {(v.subject.actors, v.subject.layer): v for v in found}


def counts(evidence, pair=("CHN", "PHL"), **options):
    found = values(evidence, "dispute.count", **options)
    return {layer: v.value for (actors, layer), v in found.items() if actors == pair}


def test_talks_are_told_apart_by_who_takes_part():
    told = counts(TALKS)
    assert (told["bilateral"], told["third-party"], told["court"]) == (1, 1, 1)


def test_what_nobody_tells_of_is_unknown_unless_data_would_have_told():
    assert counts(TALKS)["militarised"] is None
    assert counts(covered(TALKS, "mid-hostility", "1816-01-01", "2016-12-31"))["militarised"] == 0


def test_a_pair_year_told_twice_counts_once():
    assert counts(ROWS)["militarised"] == 1


def test_a_display_below_a_threat_is_not_militarised():
    assert counts(numbers(TALKS, "mid-hostility", ("CHN", "PHL", 2012, 1.0)))["militarised"] is None


def test_arms_told_by_a_text_count_where_no_data_set_tells_the_year():
    attack = ("attack", ("CHN", "actor"), ("PHL", "target"))
    same = made(event(*attack, day="2012-05-01"))
    other = made(event(*attack, day="2014-05-01"))
    assert counts(ROWS.joined(same))["militarised"] == 1
    assert counts(ROWS.joined(other))["militarised"] == 2


def test_an_offer_is_a_proposal_addressed_to_the_other():
    told = with_positions(
        TALKS,
        (position(["CHN"], stance="propose", addressees=["PHL"], track="dispute"), "2016-01-01"),
        (position(["CHN"], stance="concern", addressees=["PHL"], track="dispute"), "2016-01-01"),
    )
    assert counts(told)["offer"] == 1


def test_the_share_is_of_talks_against_arms():
    value = values(ROWS, "dispute.peaceful")[("CHN", "PHL"), ""]
    assert value.value == pytest.approx(3 / 4)
    assert value.lo < 0.75 < value.hi
    assert "militarised 1" in value.method


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [(TALKS, 1.0), (numbers(made(), "mid-hostility", ("CHN", "PHL", 2012, 5.0)), 0.0)],
)
def test_talks_alone_are_one_and_arms_alone_nought(evidence, expected):
    assert values(evidence, "dispute.peaceful")[("CHN", "PHL"), ""].value == expected


def test_outside_its_coverage_a_share_says_that_arms_are_unknown():
    told = covered(ROWS, "mid-hostility", "1816-01-01", "2016-12-31")
    assert values(told, "dispute.peaceful")[("CHN", "PHL"), ""].missing == 0
    assert values(ROWS, "dispute.peaceful")[("CHN", "PHL"), ""].missing == 1


def test_the_time_since_the_last_arms_ends_with_what_is_covered():
    told = covered(ROWS, "mid-hostility", "1816-01-01", "2016-12-31")
    value = values(told, "dispute.since")[("CHN", "PHL"), ""]
    assert value.value == pytest.approx((date(2016, 12, 31) - date(2012, 12, 31)).days / 365.25)
    assert value.lo == value.value
    assert value.hi == pytest.approx((date(2016, 12, 31) - date(2012, 1, 1)).days / 365.25)
    assert values(ROWS, "dispute.since")[("CHN", "PHL"), ""].lo == 0


def test_what_came_after_the_day_did_not_come_yet():
    assert values(ROWS, "dispute.since", date(2011, 1, 1)) == {}


def test_named_rivals_are_listed_though_nothing_is_told():
    found = values(ROWS, "dispute.since", rivals=[("VNM", "PHL")])
    assert found[("PHL", "VNM"), ""].value is None


def test_a_rival_that_is_no_actor_is_an_error():
    with pytest.raises(QueryError, match="XXX is no actor"):
        values(ROWS, "dispute.count", rivals=[("CHN", "XXX")])


def test_draws_of_coding_errors_move_the_share():
    told = read(ROWS)
    (value,) = [
        v
        for v in run(network_at(told, DAY), ["dispute.peaceful"], draws=20)
        if v.subject.actors == ("CHN", "PHL")
    ]
    assert {e.cause for e in value.envelopes} == {"sampling", "coding"}

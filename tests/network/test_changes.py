"""What changed between two days."""

from datetime import date

import pytest
from tests.network.made import DAY, made, row

from comity.errors import QueryError
from comity.network import compare, network_at

COVER = [("ally", "1990-01-01", "2018-12-31"), ("member", "1990-01-01", "2018-12-31")]


def changes(*rows, first=date(2010, 6, 30), second=date(2016, 6, 30), covers=COVER):
    told = made(*rows, covers=covers)
    found = compare(network_at(told, first), network_at(told, second)).changes
    return {(c.layer, c.what, c.a, c.b) for c in found}


def test_a_tie_that_began_is_gained():
    found = changes(row("ally", "USA", "JPN", start="2012-01-01"))
    assert found == {("alliance", "gained", "JPN", "USA")}


def test_a_tie_that_ended_is_lost():
    found = changes(row("ally", "USA", "JPN", start="1990-01-01", end="2012-01-01"))
    assert found == {("alliance", "lost", "JPN", "USA")}


def test_a_tie_beyond_its_source_became_unknown_and_is_not_lost():
    found = changes(row("ally", "USA", "JPN", start="1990-01-01"), second=date(2019, 1, 1))
    assert found == {("alliance", "became-unknown", "JPN", "USA")}


def test_a_new_grade_is_told_as_such():
    found = changes(
        row("ally", "USA", "JPN", start="1990-01-01", end="2012-01-01", grade="consultation"),
        row("ally", "USA", "JPN", start="2012-01-02", grade="defence"),
    )
    assert found == {("alliance", "regraded", "JPN", "USA")}


def test_one_who_joins_gains_a_membership_and_ties():
    found = changes(
        row("member", "CHN", frame="sco", start="2001-06-15"),
        row("member", "IND", frame="sco", start="2012-06-09"),
    )
    assert ("membership", "gained", "IND", "sco") in found
    assert ("membership", "gained", "CHN", "IND") in found


def test_changes_lead_to_their_rows_and_bodies():
    told = made(row("member", "CHN", frame="sco", start="2012-06-15"), covers=COVER)
    days = date(2010, 1, 1), date(2016, 1, 1)
    found = compare(*(network_at(told, day) for day in days))
    assert found.by_mechanism()["sco"][0].to_dict()["sources"] == ["made#1"]
    assert found.by_layer() == {"membership": {"gained": 1}}


def test_networks_of_other_actors_are_refused():
    told = made(row("ally", "USA", "JPN"))
    day = date(2016, 1, 1)
    with pytest.raises(QueryError, match="different actors"):
        compare(network_at(told, day), network_at(told, day, actors=["USA"]))


def two_tellers(*rows_of_second):
    first = made(
        row("ally", "USA", "JPN", start="1990-01-01", grade="defence"), family="one", covers=COVER
    )
    ends = [("ally", "1990-01-01", "2012-12-31")]
    return first.joined(made(*rows_of_second, family="two", covers=ends))


def test_a_grade_that_only_an_ended_source_told_is_no_change():
    told = two_tellers(row("ally", "USA", "JPN", start="1990-01-01", grade="consultation"))
    found = compare(network_at(told, date(2010, 6, 30)), network_at(told, date(2016, 6, 30)))
    assert found.changes == ()


def test_the_sources_of_a_change_are_those_of_both_days():
    told = made(row("ally", "USA", "JPN", start="2012-01-01", row=7), covers=COVER)
    (change,) = compare(network_at(told, date(2010, 6, 30)), network_at(told, DAY)).changes
    assert change.sources == ("made#7",)


def test_a_list_of_the_parties_to_a_treaty_says_nothing_of_members():
    """COW has the parties to ANZUS as members until 2005; comity's facts list them as parties, for good."""
    other = made(
        row("member", "USA", start="1952-01-01", frame="anzus"),
        family="cow",
        covers=[("member", "1950-01-01", "2005-12-31")],
    )
    facts = made(
        row("party", "USA", start="1952-01-01", frame="anzus"),
        covers=[("member:anzus", "1952-01-01", "2025-12-31")],
    )
    told = other.joined(facts)
    found = compare(network_at(told, date(2004, 6, 30)), network_at(told, DAY)).changes
    assert {c.what for c in found if c.layer == "membership"} == {"became-unknown"}


def test_two_do_not_share_less_because_the_list_of_a_body_ends():
    told = made(
        row("member", "CHN", start="1992-01-01", frame="wto"),
        row("member", "RUS", start="1992-01-01", frame="wto"),
        family="cow",
        covers=[("member:wto", "1990-01-01", "2005-12-31")],
    ).joined(
        made(
            row("member", "CHN", start="1992-01-01", frame="apec"),
            row("member", "RUS", start="1992-01-01", frame="apec"),
            covers=[("member:apec", "1990-01-01", "2025-12-31")],
        )
    )
    found = compare(network_at(told, date(2004, 6, 30)), network_at(told, DAY)).changes
    assert {c.what for c in found} == {"became-unknown"}
    assert {c.b for c in found} == {"wto"}

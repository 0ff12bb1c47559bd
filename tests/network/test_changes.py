"""What changed between two days."""

from datetime import date

import pytest
from tests.network.made import made, row

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

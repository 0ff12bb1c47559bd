"""The architecture on a day."""

from datetime import date

import pytest
from tests.network.made import DAY, event, made, row

from comity.errors import QueryError
from comity.network import network_at


def weight(network, layer, a, b):
    held = network.layer(layer)
    return float(held.weights[network.index[a], network.index[b]])


def known(network, layer, a, b):
    return bool(network.layer(layer).known[network.index[a], network.index[b]])


def test_a_tie_without_end_is_still_in_force():
    network = network_at(made(row("ally", "USA", "JPN", start="1960-06-23")), DAY)
    assert weight(network, "alliance", "JPN", "USA") == 1


def test_a_tie_that_ended_is_gone():
    network = network_at(made(row("ally", "USA", "JPN", end="2016-12-30")), DAY)
    assert weight(network, "alliance", "JPN", "USA") == 0


def test_silence_within_coverage_is_no_and_outside_is_unknown():
    told = made(row("ally", "USA", "JPN"), covers=[("ally", "1990-01-01", "2018-12-31")])
    actors = ["USA", "JPN", "CHN"]
    assert known(network_at(told, DAY, actors=actors), "alliance", "CHN", "JPN")
    assert not known(network_at(told, date(2019, 1, 1), actors=actors), "alliance", "CHN", "JPN")


def test_an_open_end_is_sure_as_far_as_its_source_goes():
    told = made(row("ally", "USA", "JPN"), covers=[("ally", "1990-01-01", "2018-12-31")])
    after = network_at(told, date(2019, 1, 1))
    assert weight(after, "alliance", "USA", "JPN") == 0
    assert not known(after, "alliance", "USA", "JPN")


def test_what_is_told_is_known_without_any_coverage():
    network = network_at(made(row("ally", "USA", "JPN")), DAY)
    assert known(network, "alliance", "USA", "JPN")


def test_members_of_a_body_are_tied_once_for_each_body():
    rows = [row("member", a, frame=body) for a in ("CHN", "RUS") for body in ("sco", "cica")]
    assert weight(network_at(made(*rows), DAY), "membership", "CHN", "RUS") == 2


def test_an_observer_belongs_and_is_not_counted():
    told = made(row("member", "CHN", frame="sco"), row("member", ("IND", "observer"), frame="sco"))
    network = network_at(told, DAY)
    held = network.layer("membership").membership
    assert held.members("sco") == ("CHN",)
    assert held.lesser[0, network.index["IND"]]
    assert weight(network, "membership", "CHN", "IND") == 0


def test_a_suspended_member_is_neither_member_nor_gone():
    told = made(
        row("member", "NZL", frame="anzus"), row("member", ("NZL", "suspended"), frame="anzus")
    )
    held = network_at(told, DAY).layer("membership").membership
    assert held.members("anzus") == ()
    assert held.resting[0, 0]


def test_an_event_shares_its_weight_among_the_others():
    told = made(event("exercise", "CHN", "RUS", "KAZ", day="2016-12-31", track="military"))
    assert weight(network_at(told, DAY), "military", "CHN", "RUS") == pytest.approx(0.5)


def test_an_event_weighs_half_after_its_half_life():
    told = made(event("meet", "CHN", "RUS", day="2015-12-31"))
    network = network_at(told, DAY, half_life=366)
    assert weight(network, "diplomacy", "CHN", "RUS") == pytest.approx(0.5)


def test_an_event_still_ahead_weighs_nothing():
    network = network_at(made(event("meet", "CHN", "RUS", day="2017-01-01")), DAY)
    assert weight(network, "diplomacy", "CHN", "RUS") == 0


def test_conduct_goes_from_the_one_who_does_it():
    told = made(event("protest", ("CHN", "subject"), ("JPN", "target"), day="2016-12-31"))
    network = network_at(told, DAY)
    assert weight(network, "disputes", "CHN", "JPN") == 1
    assert weight(network, "disputes", "JPN", "CHN") == 0
    assert network.layer("disputes").rule.sign == -1


def test_behind_a_pair_stand_its_links():
    told = made(row("ally", "USA", "JPN", grade="defence"), row("ally", "USA", "KOR"))
    links = network_at(told, DAY).layer("alliance").behind("JPN", "USA")
    assert [link.grade for link in links] == ["defence"]
    assert links[0].sources == ("made#1",)


def test_a_majority_of_those_who_know_decides():
    covers = [("ally", "1990-01-01", "2018-12-31")]
    yes = made(row("ally", "USA", "THA"), family="one", covers=covers)
    no = made(row("ally", "USA", "JPN"), family="two", covers=covers)
    also = made(row("ally", "USA", "JPN"), family="three", covers=covers)
    told = yes.joined(no).joined(also)
    assert weight(network_at(told, DAY), "alliance", "USA", "THA") == 1
    assert weight(network_at(told, DAY, policy="majority"), "alliance", "USA", "THA") == 0
    assert weight(network_at(told, DAY, policy="majority"), "alliance", "USA", "JPN") == 1


def test_one_against_one_is_unknown_to_a_majority():
    covers = [("ally", "1990-01-01", "2018-12-31")]
    yes = made(row("ally", "USA", "THA"), family="one", covers=covers)
    told = yes.joined(made(row("ally", "USA", "JPN"), family="two", covers=covers))
    assert not known(network_at(told, DAY, policy="majority"), "alliance", "USA", "THA")


def test_an_unknown_choice_is_an_error_that_lists_the_known():
    with pytest.raises(QueryError, match="any, majority, all"):
        network_at(made(), DAY, policy="guess")

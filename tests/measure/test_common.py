"""Rivals in the same room, and the ledger of protests, by hand."""

from datetime import date

import pytest
from tests.network.made import DAY, event, made, row

from comity.errors import QueryError
from comity.measure import run
from comity.measure.common.ledger import lines
from comity.network import network_at


def world(**members):
    told = [row("member", a, frame=b) for b, names in members.items() for a in names]
    quarrel = event("protest", ("CHN", "subject"), ("JPN", "target"), day="2016-06-01")
    return made(*told, quarrel, covers=[("member", "2000-01-01", "2020-12-31")])


def room(evidence, **options):
    return run(
        network_at(evidence, DAY), ["common.room"], draws=0, options={"common.room": options}
    )


def test_rivals_who_share_every_body_are_always_in_one_room():
    value = room(world(arf=["CHN", "JPN"], eas=["CHN", "JPN"]))[0]
    assert (value.subject.actors, value.value, value.hi) == (("CHN", "JPN"), 1, 1)


def test_rivals_without_a_shared_body_are_never_in_one_room():
    assert room(world(arf=["CHN"], eas=["JPN"]))[0].value == 0


def test_bodies_of_neither_do_not_count():
    value = room(world(arf=["CHN", "JPN"], eas=["CHN"], tac=["KOR"]))[0]
    assert value.value == pytest.approx(1 / 2)


def test_a_body_of_which_a_seat_is_unknown_is_left_out():
    told = made(
        row("member", "CHN", frame="arf"),
        row("member", "JPN", frame="arf"),
        row("member", "CHN", frame="eas"),
    )
    value = room(told, rivals=[("CHN", "JPN")])[0]
    assert (value.value, value.missing) == (1, 1)


def test_only_pairs_with_a_dispute_are_asked_about():
    assert len(room(world(arf=["CHN", "JPN", "KOR"]))) == 1


def test_rivals_must_be_actors():
    with pytest.raises(QueryError, match="no actor"):
        room(world(arf=["CHN"]), rivals=[("CHN", "XXX")])


DRILL = event("exercise", "KOR", "USA", day="2016-08-22", track="military")


def protest(day, who="PRK", target="USA"):
    return event("protest", (who, "subject"), (target, "target"), day=day)


def kept(*rows, **options):
    return [(x.state, x.protest.period.start) for x in lines(made(*rows), **options)]


def test_a_protest_within_ninety_days_has_a_line():
    assert kept(DRILL, protest("2016-11-20")) == [("PRK", date(2016, 11, 20))]
    assert kept(DRILL, protest("2016-11-21")) == []
    assert kept(DRILL, protest("2016-11-21"), days=91) == [("PRK", date(2016, 11, 21))]


def test_a_protest_before_it_began_has_none():
    assert kept(DRILL, protest("2016-08-21")) == []


def test_a_protest_of_a_party_or_against_a_third_has_none():
    assert kept(DRILL, protest("2016-09-01", who="KOR")) == []
    assert kept(DRILL, protest("2016-09-01", target="JPN")) == []


def test_an_alliance_counts_from_its_first_day():
    tie = row("ally", "KOR", "USA", start="2016-01-01", end="2020-01-01")
    assert kept(tie, protest("2016-03-01")) == [("PRK", date(2016, 3, 1))]
    assert kept(tie, protest("2017-03-01")) == []


def test_exercises_that_are_not_military_are_no_part_of_it():
    rescue = event("exercise", "KOR", "USA", day="2016-08-22", track="development")
    assert kept(rescue, protest("2016-09-01")) == []


def test_a_line_is_words_with_both_sources_and_no_number():
    value = run(made(DRILL, protest("2016-09-01")), ["common.ledger"])[0]
    assert value.value == "exercise 2016-08-22: protest 10 days after it began"
    assert value.subject.actors == ("PRK", "KOR", "USA")
    assert value.to_dict()["inputs"] == ["made#1", "made#2"]
    assert (value.lo, bool(value.no_interval)) == (None, True)

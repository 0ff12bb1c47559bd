"""Codes of states: by system and date, never by equal numbers."""

import csv
from datetime import date

import pytest

from comity.registry.codes import by_name, code_of, resolve, spells


@pytest.mark.parametrize(
    ("system", "code", "year", "actor"),
    [
        ("cow", "970", 2005, "NRU"),
        ("gw", "970", 2005, "KIR"),
        ("cow", "946", 2005, "KIR"),
        ("gw", "971", 2005, "NRU"),
        ("cow", "947", 2005, "TUV"),
        ("gw", "973", 2005, "TUV"),
        ("cow", "955", 2005, "TON"),
        ("gw", "972", 2005, "TON"),
        ("cow", "255", 1930, "DEU"),
        ("cow", "255", 2000, "DEU"),
        ("cow", "260", 1960, "DEU"),
        ("cow", "265", 1960, "DDR"),
        ("gw", "260", 2000, "DEU"),
        ("cow", "816", 1960, "VNM"),
        ("cow", "816", 1990, "VNM"),
        ("cow", "817", 1960, "VDR"),
        ("cow", "678", 1980, "YEM"),
        ("cow", "680", 1980, "YMD"),
        ("cow", "679", 1995, "YEM"),
        ("cow", "731", 1960, "PRK"),
        ("cow", "2.0", 1960, "USA"),
        ("iso-numeric", "4", 1990, "AFG"),
        ("cameo", "ROM", 1990, "ROU"),
        ("cameo", "CHN", 1990, "CHN"),
        ("any", "Japan", 1990, "JPN"),
    ],
)
def test_a_code_means_a_state_in_its_system_on_its_day(system, code, year, actor):
    assert resolve(system, code, date(year, 7, 1)).actor == actor


@pytest.mark.parametrize(
    ("system", "code", "day"),
    [
        ("cow", "255", date(1950, 1, 1)),
        ("cow", "260", date(1950, 1, 1)),
        ("cow", "260", date(1990, 10, 3)),
        ("gw", "255", date(1990, 10, 3)),
        ("cow", "817", date(1976, 1, 1)),
        ("gw", "817", date(1976, 1, 1)),
    ],
)
def test_a_known_code_outside_its_dates_is_none_in_system(system, code, day):
    found = resolve(system, code, day)
    assert found.actor is None
    assert found.reason.startswith("none in system")


def test_in_1950_cow_has_no_german_code_and_that_is_no_error():
    assert code_of("cow", "DEU", date(1950, 1, 1)) is None
    assert code_of("gw", "DEU", date(1950, 1, 1)) == "260"
    assert code_of("cow", "DEU", date(1990, 10, 2)) == "260"
    assert code_of("cow", "DEU", date(1990, 10, 3)) == "255"


@pytest.mark.parametrize("name", ["Vietnam", "Germany", "Korea", "Yemen"])
def test_the_name_of_a_divided_state_is_ambiguous_and_says_so(name):
    found = by_name(name, date(1970, 1, 1))
    assert found.actor is None
    assert found.reason.startswith(f"ambiguous: {name} in 1970 is")


def test_the_name_of_a_state_that_was_divided_is_plain_after():
    assert by_name("Vietnam", date(1990, 1, 1)).actor == "VNM"
    assert by_name("Germany", date(1995, 1, 1)).actor == "DEU"


def test_an_unknown_code_is_told_and_not_guessed():
    assert resolve("cow", "999", date(2000, 1, 1)) == (None, "no state has the cow code 999")


def test_a_code_that_never_meant_another_may_be_taken_outside_the_system():
    assert resolve("cow", "370", date(1950, 1, 1)).actor is None
    assert resolve("cow", "370", date(1950, 1, 1), strict=False).actor == "BLR"
    assert resolve("cow", "345", date(1943, 1, 1), strict=False).actor is None


def test_no_code_means_two_states_on_one_day():
    dated = [s for s in spells() if s.system in ("cow", "gw")]
    clashes = [
        (a, b)
        for a in dated
        for b in dated
        if a is not b and a[:2] == b[:2] and a.start <= b.end and b.start <= a.end
    ]
    assert clashes == []


def test_the_spells_agree_with_the_two_lists(shared):
    ours = {(s.system, s.code, s.start): s.actor for s in spells()}
    with (shared / "data/panels/state_system_spells.csv").open() as stream:
        rows = list(csv.DictReader(stream))
    names = {"XGDR": "DDR", "XRVN": "VDR"}
    theirs = {
        (r["system"].removesuffix("2016"), r["code"], date.fromisoformat(r["from"])): names.get(
            r["iso3"], r["iso3"]
        )
        for r in rows
    }
    assert len(theirs) == 129
    assert {k: ours.get(k) for k in theirs} == theirs

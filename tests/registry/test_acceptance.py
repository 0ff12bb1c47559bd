"""The acceptance cases of open data about codes, to the day: cases 1 to 3."""

from datetime import date

import pytest

from comity.registry.codes import by_name, code_of, resolve


@pytest.mark.parametrize(
    ("system", "code", "last", "first", "actor"),
    [
        ("cow", "255", "1945-05-08", "", "DEU"),
        ("cow", "260", "1990-10-02", "1955-05-05", "DEU"),
        ("cow", "255", "", "1990-10-03", "DEU"),
        ("gw", "255", "1945-05-07", "", "DEU"),
        ("gw", "260", "", "1949-09-21", "DEU"),
        ("cow", "265", "1990-10-02", "1954-03-25", "DDR"),
        ("gw", "265", "1990-10-02", "1949-10-05", "DDR"),
        ("cow", "816", "", "1954-07-21", "VNM"),
        ("gw", "816", "", "1954-05-01", "VNM"),
        ("cow", "817", "1975-04-30", "", "VDR"),
        ("gw", "817", "1975-04-30", "", "VDR"),
    ],
)
def test_cases_2_and_3_codes_begin_and_end_on_their_days(system, code, last, first, actor):
    for text, beyond in ((last, 1), (first, -1)):
        if text:
            day = date.fromisoformat(text)
            assert resolve(system, code, day).actor == actor
            assert resolve(system, code, date.fromordinal(day.toordinal() + beyond)).actor is None


def test_case_1_equal_numbers_of_two_systems_are_different_states():
    day = date(2005, 7, 1)
    for number in ("970", "971", "946", "947", "955", "972", "973"):
        both = {system: resolve(system, number, day).actor for system in ("cow", "gw")}
        assert both["cow"] is None or both["cow"] != both["gw"], number


def test_case_2_in_1950_cow_has_no_german_code():
    assert code_of("cow", "DEU", date(1950, 7, 1)) is None


def test_case_3_vietnam_in_1960_is_ambiguous_and_says_so():
    found = by_name("Vietnam", date(1960, 7, 1))
    assert found.actor is None
    assert found.reason.startswith("ambiguous: Vietnam in 1960 is")
    assert "VNM" in found.reason
    assert "VDR" in found.reason

"""Numerals: Chinese, Arabic, English, Roman."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.text.numerals import parse_numeral, parse_roman


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两", 2),
        ("十", 10),
        ("二十四", 24),
        ("一百零五", 105),
        ("三百五", 350),
        ("两千零八", 2008),
        ("二〇一七", 2017),
        ("一万二千", 12000),
        ("廿二", 22),
        ("第八", 8),
        ("第12", 12),
        ("２０１６", 2016),
        ("12,500", 12500),
        ("8th", 8),
        ("eighth", 8),
        ("twenty-first", 21),
        ("twenty one", 21),
        ("ninety-ninth", 99),
        ("hundredth", 100),
        ("one hundred and five", 105),
        ("nineteen seventy-eight", 1978),
    ],
)
def test_a_numeral_has_its_value(text, value):
    assert parse_numeral(text) == value


@pytest.mark.parametrize("text", ["", "百分之五", "第", "several", "3.5", "一些", "and", "12,50"])
def test_what_is_no_whole_number_is_none(text):
    assert parse_numeral(text) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_with_and_without_commas_are_the_same(value):
    assert parse_numeral(f"{value:,}") == parse_numeral(str(value)) == value


@given(st.text(max_size=30))
def test_no_text_crashes(text):
    assert parse_numeral(text) is None or parse_numeral(text) >= 0


@pytest.mark.parametrize(("text", "value"), [("XVII", 17), ("IV", 4), ("MCMXC", 1990)])
def test_roman_numerals(text, value):
    assert parse_roman(text) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "xvii", "A"])
def test_what_is_no_roman_numeral_is_none(text):
    assert parse_roman(text) is None

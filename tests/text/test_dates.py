"""Dates: each rule with a sentence of our own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Period
from comity.text.dates import find_dates
from comity.text.numerals import parse_numeral
from comity.text.sentences import split_sentences

REFERENCE = Period.day(2020, 7, 1)


def found(text, language="zh", reference=REFERENCE):
    return [
        (text[d.span.start : d.span.end], str(d.period))
        for d in find_dates(text, language, reference)
    ]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2016年3月底会晤，9月再次会晤。", ["2016-03-21/2016-03-31", "2016-09-01/2016-09-30"]),
        ("2018年6月底至8月初参加演习。", ["2018-06-21/2018-08-10"]),
        ("2015年以来，机制建设不断推进。", ["2015-01-01/.."]),
        ("2017年上半年完成草案。", ["2017-01-01/2017-06-30"]),
        (
            "2019年，双方举行会谈，同年签署协定。",
            ["2019-01-01/2019-12-31", "2019-01-01/2019-12-31"],
        ),
        ("9月二十国集团领导人会晤。", ["2019-09-01/2019-09-30"]),
        ("153编队参加“可汗探索—2015”演习。", []),
        ("纪念胜利70周年。", []),
        ("今年5月，两国签署文件。", ["2020-05-01/2020-05-31"]),
    ],
)
def test_chinese(text, periods):
    assert [p for _, p in found(text)] == periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "In May 2016 they met; in September they met again.",
            ["2016-05-01/2016-05-31", "2016-09-01/2016-09-30"],
        ),
        ("They met on 4 September 2016.", ["2016-09-04"]),
        ("Talks ran from 22 to 25 May 2017.", ["2017-05-22/2017-05-25"]),
        ("Since 2015 contacts have grown.", ["2015-01-01/.."]),
        ("Resolution 2254 was adopted.", []),
        ("It may take time.", []),
        ("In October they met.", ["2019-10-01/2019-10-31"]),
        ("They will meet in October.", ["2020-10-01/2020-10-31"]),
        ("The late July 2018 visit.", ["2018-07-21/2018-07-31"]),
    ],
)
def test_english(text, periods):
    assert [p for _, p in found(text, "en")] == periods


def test_a_distributive_date_keeps_both_parts():
    (mention,) = find_dates("2016年7月和8月分别访问。", "zh", REFERENCE)
    assert [p.start for p in mention.parts] == [date(2016, 7, 1), date(2016, 8, 1)]


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="2016年月日七八九底初至和以来第届 in May Sep to-/,.0139", max_size=40),
    st.sampled_from(["zh", "en"]),
)
def test_no_text_crashes_and_spans_are_in_order(text, language):
    last = 0
    for mention in find_dates(text, language, REFERENCE):
        assert last <= mention.span.start < mention.span.end <= len(text)
        last = mention.span.start
        if mention.period.start and mention.period.end:
            assert mention.period.start <= mention.period.end


@pytest.mark.parametrize(
    ("text", "value"), [("二十四", 24), ("eighth", 8), ("21st", 21), ("两", 2), ("二〇一七", 2017)]
)
def test_numerals(text, value):
    assert parse_numeral(text) == value


def test_sentences_keep_their_offsets():
    text = "甲说：“走吧。”乙同意；丙不来。"
    assert [text[a:b] for a, b in split_sentences(text, "zh")] == [
        "甲说：“走吧。”",
        "乙同意；",
        "丙不来。",
    ]


def test_abbreviations_end_no_sentence():
    text = "Mr. Smith of the U.S. Navy spoke. He left."
    assert len(split_sentences(text, "en")) == 2

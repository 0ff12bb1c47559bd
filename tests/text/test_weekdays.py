"""Days told by their name: counted from the day of the document."""

import pytest

from comity.model import Period
from comity.text.dates import find_dates


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "The ministers met on Friday in Ankara.", "2023-02-03"),
        ("en", "They met Saturday.", "2023-02-04"),
        ("en", "On Monday morning the talks began.", "2023-01-30"),
        ("en", "He will arrive on Sunday.", "2023-02-05"),
        ("en", "They meet again next Saturday.", "2023-02-11"),
        ("en", "They spoke last Saturday.", "2023-01-28"),
        ("zh", "两国外长星期五举行会谈。", "2023-02-03"),
        ("zh", "他上周三到访。", "2023-01-25"),
        ("zh", "双方将于周日会晤。", "2023-02-05"),
        ("zh", "本周二举行演习。", "2023-01-31"),
        ("zh", "兩國外長上週五會面。", "2023-01-27"),
        ("zh", "雙方禮拜四簽署協議。", "2023-02-02"),
    ],
)
def test_day_of_the_week(language, text, day):
    (found,) = find_dates(text, language, Period.parse("2023-02-04"))
    assert str(found.period.start) == str(found.period.end) == day


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "They meet on Fridays."), ("zh", "每周五举行例会。"), ("zh", "演习为期三周五天。")],
)
def test_names_of_days_that_name_no_day(language, text):
    assert not [
        m
        for m in find_dates(text, language, Period.parse("2023-02-04"))
        if m.period.precision == "day"
    ]


def test_unknown_without_a_day_to_count_from():
    (found,) = find_dates("They met on Friday.", "en", Period.parse("2023-02"))
    assert found.period.start is None

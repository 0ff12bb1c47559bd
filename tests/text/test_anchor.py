"""How a date was resolved, from which other one, and what else it could have been."""

from datetime import date

from comity.model import Period, Span
from comity.text.dates import find_dates

REFERENCE = Period.day(2017, 1, 11)


def dates(text, language="zh", reference=REFERENCE, breaks=()):
    return find_dates(text, language, reference, breaks)


def test_an_inherited_year_names_the_date_it_came_from():
    first, second = dates("2014年5月会谈，9月签约。")
    assert (second.period.resolved, second.anchor) == ("inherited", first.span)


def test_the_reading_that_lost_is_recorded():
    _, second = dates("2014年5月会谈，9月签约。")
    assert second.alternative is not None
    assert second.alternative.start == date(2016, 9, 1)


def test_a_date_from_the_document_says_so():
    (mention,) = dates("9月签约。")
    assert (mention.period.resolved, mention.anchor) == ("document", None)


def test_without_anything_to_go_by_the_date_stays_open():
    (mention,) = dates("9月签约。", reference=None)
    assert (mention.period, mention.edtf) == (Period(), "")


def test_a_new_paragraph_goes_back_to_the_document_for_an_earlier_month():
    text = "2014年9月会谈。5月，外长来访。"
    assert dates(text, breaks=(0, 10))[1].period.start == date(2016, 5, 1)
    assert dates(text)[1].period.start == date(2014, 5, 1)


def test_a_chronicle_goes_on_in_the_next_paragraph():
    text = "2014年5月会谈。9月，外长来访。"
    assert dates(text, breaks=(0, 10))[1].period.start == date(2014, 9, 1)


def test_a_month_alone_as_reference_is_enough():
    (mention,) = dates("去年9月签约。", reference=Period.month(2017, 1))
    assert mention.period.start == date(2016, 9, 1)


def test_words_of_the_future_mark_a_date_as_planned():
    (mention,) = dates("双方将于2017年9月会谈。")
    assert mention.planned


def test_spans_count_characters_of_the_text_given():
    (mention,) = dates("兩國於２０１６年９月簽署。")
    assert mention.span == Span(3, 10)

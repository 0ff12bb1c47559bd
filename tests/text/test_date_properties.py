"""What holds of the dates of any text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Period
from comity.text.dates import find_dates

PIECES = [
    "2016",
    "1999",
    "0",
    "00",
    "9999",
    "12",
    "31",
    "29",
    "2月",
    "十二月",
    "三十一日",
    "二〇一六年",
    "年",
    "月",
    "日",
    "号",
    "初",
    "底",
    "上旬",
    "中下旬",
    "世纪",
    "年代",
    "上半年",
    "第三季度",
    "至",
    "到",
    "—",
    "-",
    "和",
    "、",
    "，",
    "。",
    "以来",
    "前",
    "后",
    "截至",
    "自",
    "去年",
    "同年",
    "次日",
    "今天",
    "上个月",
    "过去",
    "近",
    "来",
    "民国",
    "“十三五”时期",
    "将",
    "《",
    "》",
    "(",
    ")",
    "/",
    ".",
    ",",
    "May",
    "Sept.",
    "March",
    "4th",
    "twenty-first",
    "the",
    "of",
    "and",
    "to",
    "from",
    "between",
    "since",
    "by",
    "before",
    "after",
    "early",
    "late",
    "mid-",
    "end",
    "next",
    "last",
    "same",
    "following",
    "year",
    "month",
    "quarter",
    "century",
    "1990s",
    "Q3",
    "FY",
    "past",
    "ten",
    "ago",
    "within",
    "years",
    "fall",
    "nineteen",
    "seventy-eight",
    "two",
    "thousand",
    "hundred",
    "２０１６",
    "號",
    "\n",
    "\n\n",
]
scraps = st.lists(st.sampled_from([*PIECES, " "]), max_size=14)
texts = st.one_of(scraps.map("".join), scraps.map(" ".join), st.text(max_size=60))
languages = st.sampled_from(["zh", "en"])
days = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
written_days = st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31))
references = st.one_of(
    st.none(),
    st.just(Period()),
    days.map(lambda d: Period.day(d.year, d.month, d.day)),
    days.map(lambda d: Period.month(d.year, d.month)),
    days.map(lambda d: Period(start=d, precision="open")),
)


@settings(max_examples=400, deadline=None)
@given(texts, languages, references)
def test_spans_lie_in_the_text_in_order_and_apart(text, language, reference):
    end = 0
    for mention in find_dates(text, language, reference):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end


@settings(max_examples=400, deadline=None)
@given(texts, languages, references)
def test_no_period_ends_before_it_starts(text, language, reference):
    for mention in find_dates(text, language, reference):
        for period in (mention.period, *mention.parts):
            assert not (period.start and period.end and period.start > period.end)
            assert (period.precision == "none") == (not period.start and not period.end)


@settings(max_examples=100, deadline=None)
@given(texts, languages, references)
def test_reading_twice_gives_the_same(text, language, reference):
    assert find_dates(text, language, reference) == find_dates(text, language, reference)


@settings(max_examples=200, deadline=None)
@given(texts, languages)
def test_without_a_reference_nothing_comes_from_the_document(text, language):
    assert all(m.period.resolved != "document" for m in find_dates(text, language))


@settings(max_examples=200, deadline=None)
@given(written_days, languages)
def test_a_full_date_is_read_as_it_is_written(day, language):
    written = (
        day.strftime(f"%-d %B {day.year}")
        if language == "en"
        else f"{day.year}年{day.month}月{day.day}日"
    )
    (mention,) = find_dates(f"({written})", language)
    assert mention.period.start == mention.period.end == day
    assert mention.edtf == day.isoformat()

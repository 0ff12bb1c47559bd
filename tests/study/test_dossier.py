from datetime import date

import pytest

from comity.errors import QueryError
from comity.study import open_study
from comity.web.dossier import markdown, page

CHINESE = "2022年11月14日，国家主席习近平在巴厘岛同美国总统拜登举行会晤。中方反对“脱钩断链”。"
ENGLISH = "On November 14, 2022, President Biden met with President Xi Jinping in Bali."


@pytest.fixture
def two():
    with open_study() as made:
        made.add(CHINESE, issuer="CHN", issued="2022-11-15", language="zh")
        made.add(ENGLISH, issuer="USA", issued="2022-11-14", language="en")
        yield made


def test_tellings_of_one_happening_stand_together_with_both_sources(two):
    a, b = (c["id"] for c in two.claims(kind="event", mode="meet"))
    two.judge("same", a, other=b, author="ann")
    meeting = next(e for e in two.dossier("CHN", "USA").events if e.claims[0]["mode"] == "meet")
    assert {c["id"] for c in meeting.claims} == {a, b}
    assert len(meeting.cites) == 2
    assert meeting.differs == ()


def test_what_tellings_differ_in_is_said(two):
    a, b = (c["id"] for c in two.claims(kind="event", mode="meet"))
    two.judge("same", a, other=b, author="ann")
    two.judge("correct", b, author="ann", changes={"start": "2022-11-16", "end": "2022-11-16"})
    meeting = two.dossier("CHN", "USA").events[0]
    assert meeting.differs == ("dates: 2022-11-14 / 2022-11-16",)


def test_a_dossier_keeps_to_its_period(two):
    assert two.dossier("CHN", "USA", end=date(2020, 1, 1)).events == ()
    assert two.dossier("CHN", start=date(2022, 11, 1)).events


def test_every_line_cites_a_numbered_source(two):
    found = two.dossier("CHN")
    numbers = {s.number for s in found.sources}
    lines = (*found.ties, *found.events, *found.ahead, *found.positions)
    assert lines
    assert all(set(e.cites) <= numbers and e.cites for e in lines)


def test_nothing_in_a_document_breaks_out_of_the_page():
    hostile = "# <script>alert(1)</script>\n\n2022年11月14日，习近平同拜登举行会晤<img src=x onerror=alert(2)>。"
    with open_study() as made:
        made.add(hostile, issuer="CHN", issued="2022-11-15", language="zh")
        shown = page(made.dossier("CHN", "USA"))
    assert "<script>alert" not in shown
    assert "<img" not in shown


def test_markdown_keeps_signs_as_they_are(two):
    text = markdown(two.dossier("CHN", "USA"))
    assert text.startswith("# CHN and USA\n")
    assert "[1] " in text


def test_a_period_that_ends_before_it_begins_is_refused(two):
    for ask in (two.dossier, two.timeline):
        with pytest.raises(QueryError, match="ends before it begins"):
            ask("CHN", start=date(2016, 1, 1), end=date(2015, 1, 1))


def test_a_dossier_of_nothing_says_so():
    with open_study() as empty:
        found = empty.dossier("NZL", "KAZ")
    assert "Nothing in the study names all of them" in markdown(found)
    assert "Nothing in the study names all of them" in page(found)

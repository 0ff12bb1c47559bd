"""A study's events as a table for forecasts."""

import pytest

import comity
from comity.errors import QueryError
from comity.study.forecasting import event_table


@pytest.fixture
def study():
    found = comity.open()
    found.add("In May 2016 President Obama visited Vietnam.", issuer="USA")
    return found


def test_an_event_of_two_is_one_row_with_its_claim(study):
    table = event_table(study, by="mode", grain="month")
    assert table.row(0)[:3] == ("USA", "visit", "VNM")
    assert table.sources == tuple(c["id"] for c in study.claims(kind="event"))


def test_an_event_of_a_month_has_no_day(study):
    with pytest.raises(QueryError, match="dated to the day"):
        event_table(study, grain="day")


def test_another_relation_is_refused(study):
    with pytest.raises(QueryError, match="mode or root"):
        event_table(study, by="frame")

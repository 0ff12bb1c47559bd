"""No bare number."""

from datetime import date

import pytest
from tests.network.made import DAY, event, made, row

from comity.errors import QueryError
from comity.measure import Subject, Value, explain, measures, run
from comity.measure.define import SECTIONS, STATUSES, TARGETS
from comity.network import network_at, sequence

TOLD = made(row("ally", "USA", "JPN"), event("meet", "USA", "JPN", "KOR", day="2016-12-01"))


def test_a_value_without_interval_needs_a_reason():
    with pytest.raises(QueryError, match="neither an interval nor the reason"):
        Value(measure="mux.overlap", subject=Subject(), value=1.0, unit="layers")


@pytest.mark.parametrize("measure", measures(), ids=lambda m: m.id)
def test_every_measure_has_its_sections(measure):
    assert [s for s in SECTIONS if not measure.sections.get(s)] == []
    assert measure.status in STATUSES
    assert measure.takes in TARGETS
    assert measure.zh


def test_ids_are_told_once():
    ids = [m.id for m in measures()]
    assert sorted(set(ids)) == sorted(ids)


def test_every_value_of_every_measure_has_an_interval_or_a_reason():
    for value in run(network_at(TOLD, DAY), draws=3):
        assert value.no_interval or value.lo <= value.hi


def test_a_value_leads_to_its_rows():
    values = run(network_at(TOLD, DAY), ["mux.overlap"], draws=3)
    value = next(v for v in values if v.subject.actors == ("JPN", "USA"))
    assert value.value == 2
    assert explain(value)["rows"] == ["made#1", "made#2"]
    assert explain(value)["measure"]["formula"].startswith("o_ij")


def test_a_measure_of_a_network_is_taken_of_every_year():
    values = run(sequence(TOLD, (2015, 2016)), ["mux.overlap"], draws=0)
    assert {v.subject.period for v in values} == {"2015-12-31", str(date(2016, 12, 31))}

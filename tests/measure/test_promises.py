"""Promises kept, moved, open, overdue and without news, by hand."""

from dataclasses import replace
from datetime import date

import pytest
from tests.measure.told import promise
from tests.network.made import DAY, made, row

from comity.measure import explain, run
from comity.network import network_at

CHN, BOTH = ("CHN",), ("CHN", "RUS")
KEPT = promise("kept", CHN, "2015-06-01", told=("2015-06-01",))
MOVED = promise("moved", BOTH, "2015-06-01", told=("2015-06-11",))
OPEN = promise("open", CHN, "2017-06-01")
OVERDUE = promise("overdue", CHN, "2015-06-01", heard=("2016-01-01",))
SILENT = promise("silent", ("RUS",), "2015-06-01", heard=("2015-05-01",))
EVERY = (KEPT, MOVED, OPEN, OVERDUE, SILENT)


def network(*pledges, day=DAY, evidence=None):
    told = evidence or made(row("partner", "CHN", "RUS"))
    return network_at(replace(told, pledges=pledges), day)


def by_layer(values, *actors):
    return {v.subject.layer: v.value for v in values if v.subject.actors == actors}


def test_promises_are_counted_by_what_became_of_them():
    values = run(network(*EVERY), ["promise.count"])
    names = ("kept", "moved", "open", "overdue", "no news")
    assert by_layer(values, "CHN") == dict(zip(names, (1, 1, 1, 1, 0), strict=True))
    assert by_layer(values, "RUS") == dict(zip(names, (0, 1, 0, 0, 1), strict=True))
    assert by_layer(values) == dict(zip(names, (1, 1, 1, 1, 1), strict=True))


def shown(*pledges):
    return {v.subject.actors: v for v in run(network(*pledges), ["promise.kept"])}


def test_what_is_not_told_is_neither_kept_nor_broken():
    value = shown(*EVERY)["CHN",]
    assert (value.value, value.missing) == (0.5, 1)
    # One of three at the least, two of three at the most, each with the interval of its share.
    assert value.lo < 1 / 3
    assert value.hi > 2 / 3


def test_all_kept_is_one_and_none_is_nought():
    assert shown(KEPT, KEPT)["CHN",].value == 1
    assert shown(MOVED)["RUS",].value == 0


def test_promises_without_any_news_are_unknown():
    value = shown(SILENT)["RUS",]
    assert (value.value, value.missing, value.no_interval) == (None, 1, "it is unknown")


def test_open_promises_are_in_no_share():
    assert shown(OPEN) == {}


@pytest.mark.parametrize(("day", "expected"), [((2015, 5, 1), 0), ((2015, 7, 1), 1)])
def test_a_promise_stands_as_it_was_told_by_the_day(day, expected):
    values = run(network(KEPT, day=date(*day)), ["promise.count"])
    assert by_layer(values, "CHN")["kept"] == expected


def test_a_promise_not_yet_made_is_not_there():
    assert run(network(KEPT, day=date(2014, 1, 1)), ["promise.count"]) == ()


def test_a_value_leads_to_the_claim_that_promised_and_those_that_answered():
    value = shown(KEPT)["CHN",]
    assert explain(value)["claims"] == ["kept", "kept-2015-06-01"]
    assert [each["what"] for each in explain(value)["inputs"]] == ["sign", "sign"]


def test_a_value_counts_who_told_the_promise_and_who_its_end():
    told = replace(KEPT.told[0], family="RUS")
    pledge = replace(KEPT, said=replace(KEPT.said, family="CHN"), told=(told,))
    assert shown(pledge)["CHN",].n_sources == 2


def delays(*pledges, **options):
    given = {"promise.delay": options}
    return run(network(*pledges), ["promise.delay"], options=given)


def test_the_delay_is_from_the_promised_to_the_actual_day():
    moved, silent = delays(MOVED, SILENT)
    assert (moved.value, moved.lo, moved.hi) == (10, 10, 10)
    assert (silent.value, silent.missing) == (None, 1)


def test_a_promised_month_leaves_open_by_how_much():
    month = promise("m", CHN, "2015-06-30", start=date(2015, 6, 1), told=("2015-07-10",))
    (value,) = delays(month)
    assert (value.value, value.lo, value.hi) == (10, 10, 39)


def test_only_instruments_are_rules():
    visit = promise("v", CHN, "2015-06-01", mode="visit", told=("2015-06-01",))
    assert len(delays(visit, KEPT)) == 2
    assert len(delays(visit, KEPT, instruments=True)) == 1


def test_sources_not_chosen_promise_nothing():
    told = replace(made(row("partner", "CHN", "RUS")), pledges=(KEPT,))
    assert run(network_at(told, DAY, sources=("made",)), ["promise.count"]) == ()

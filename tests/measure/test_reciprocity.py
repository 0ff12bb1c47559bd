"""Reciprocity, by hand and against shuffled time."""

import numpy as np
import pytest
from tests.network.made import event, made

from comity.errors import QueryError
from comity.measure import explain, run
from comity.measure.conduct.answers import answered, shuffled
from comity.network import sequence

YEARS = (2010, 2011, 2012, 2013)


def act(one, two, day, kind="accuse"):
    return event(kind, (one, "subject"), (two, "target"), day=day)


def of(rows, id="recip", years=YEARS, **options):
    values = run(sequence(made(*rows), years), [id], draws=0, options={id: options})
    return {v.subject.actors: v for v in values}


def one(rows, **more):
    return of(rows, **more)["CHN", "USA"]


def test_three_acts_against_one_in_a_single_period():
    # 1 - |3 - 1| / (3 + 1).
    rows = [act("CHN", "USA", f"2010-0{m}-01") for m in (1, 2, 3)] + [
        act("USA", "CHN", "2010-09-01")
    ]
    assert one(rows).value == pytest.approx(0.5)


def test_blow_for_blow_is_one():
    rows = [act(a, b, f"{y}-05-01") for y in YEARS for a, b in (("CHN", "USA"), ("USA", "CHN"))]
    value = one(rows)
    assert (value.value, value.lo, value.hi) == (1, 1, 1)


def test_conduct_of_one_side_alone_is_nought():
    assert one([act("CHN", "USA", f"{y}-05-01") for y in YEARS]).value == 0


def test_an_answer_in_another_period_or_of_another_kind_is_none():
    rows = [act("CHN", "USA", "2010-12-01"), act("USA", "CHN", "2011-01-01")]
    assert one(rows).value == 0
    rows = [act("CHN", "USA", "2010-12-01"), act("USA", "CHN", "2010-12-02", "attack")]
    assert one(rows).value == 0


def test_periods_can_be_shorter():
    rows = [act("CHN", "USA", "2010-02-01"), act("USA", "CHN", "2010-11-01")]
    assert (one(rows).value, one(rows, months=6).value) == (1, 0)


def test_meetings_are_left_out():
    assert of([event("meet", "CHN", "USA", day="2010-05-01")]) == {}


def test_the_names_of_the_actors_change_nothing():
    rng = np.random.default_rng(0)
    days = [
        (int(y), bool(w)) for y, w in zip(rng.choice(YEARS, 30), rng.random(30) < 0.6, strict=True)
    ]
    for id in ("recip", "recip.beyond"):
        first, second = (
            one([act(*(pair if w else pair[::-1]), f"{y}-05-01") for y, w in days], id=id)
            for pair in (("CHN", "USA"), ("USA", "CHN"))
        )
        assert (first.value, first.lo, first.hi) == (second.value, second.lo, second.hi)


def test_answers_in_time_are_beyond_chance():
    years = range(2000, 2012)
    rows = [
        act(a, b, f"{y}-05-01")
        for y in (2001, 2005, 2006)
        for a, b in (("CHN", "USA"), ("USA", "CHN"))
    ]
    value = one(rows, id="recip.beyond", years=years)
    assert 0 < value.lo <= value.value <= value.hi


def test_independent_acts_are_at_chance():
    rng = np.random.default_rng(7)
    there, back = rng.poisson(2.0, (2, 400, 4, 30)).astype(float)
    gap = answered(there, back) - shuffled(there, back, 0, 50).mean(0)
    assert abs(gap.mean()) < 0.005


def test_few_periods_have_no_bootstrap():
    value = one([act("CHN", "USA", "2010-05-01")], years=(2010, 2011))
    assert value.lo is None
    assert value.no_interval


def test_it_leads_to_both_sides_acts():
    rows = [act("CHN", "USA", "2010-02-01"), act("USA", "CHN", "2010-11-01")]
    assert explain(one(rows))["rows"] == ["made#1", "made#2"]


def test_a_period_that_does_not_divide_a_year_is_refused():
    with pytest.raises(QueryError, match="5 months"):
        of([act("CHN", "USA", "2010-05-01")], months=5)

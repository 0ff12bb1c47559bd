"""Fitting, answers, storage and scores."""

import numpy as np
import pytest
from tests.forecast.made import drawn, small

from comity.errors import QueryError, ReadError
from comity.forecast.answers import answer, scores_of
from comity.forecast.calibrate import calibrate, cross_calibrated, isotonic
from comity.forecast.fit import Settings, fit_model
from comity.forecast.history import join
from comity.forecast.model import load_model
from comity.forecast.past import Past
from comity.forecast.ranks import questions_of
from comity.forecast.scores import brier, crps, report
from comity.forecast.testing import backtest

QUICK = Settings(window=12, passes=2, surfaces=(("again_45", "pair_20"),), special=True)


@pytest.fixture(scope="module")
def whole():
    return drawn()


@pytest.fixture(scope="module")
def model(whole):
    return fit_model(whole.until(50), QUICK)


def test_evidence_by_hand():
    """Before day 3, A met B 1 and 3 days ago: with a half-life of 2 days that is 2 ** -0.5 + 2 ** -1.5."""
    table = small()
    past = Past(table)
    past.reach(3)
    found = past.gather(np.array([table.actor("A")]), np.array([table.kind("meet")]))
    at = list(found.chosen[0]).index(table.actor("B"))
    assert found.values[0, at, 0] == pytest.approx(2**-0.5 + 2**-1.5)
    assert found.values[0, at, 3] == 2  # times A met B
    assert found.values[0, at, 5] == 1  # one over the age of the last
    assert found.times[0] == 3  # times A met anybody


def test_the_past_does_not_see_its_own_step(whole):
    early, late = Past(whole.until(50)), Past(whole)
    early.reach(50)
    late.reach(50)
    asked = np.arange(len(whole.actors)), np.zeros(len(whole.actors), np.int64)
    assert np.array_equal(early.gather(*asked).values, late.gather(*asked).values)


def test_the_past_does_not_go_back(whole):
    past = Past(whole)
    past.reach(5)
    with pytest.raises(QueryError, match="does not go back"):
        past.reach(4)


def test_one_step_more_is_the_same_as_from_the_beginning(whole):
    steps, leap = Past(whole), Past(whole)
    for step in range(30):
        steps.reach(step)
    leap.reach(29)
    assert np.array_equal(steps.counts.object, leap.counts.object)
    assert np.array_equal(steps.counts.led, leap.counts.led)


def test_the_same_events_make_the_same_model(whole, model):
    assert fit_model(whole.until(50), QUICK).to_json() == model.to_json()


def test_a_stored_model_scores_the_same(tmp_path, whole, model):
    model.save(tmp_path / "model.json")
    past = Past(whole)
    past.reach(50)
    found = past.gather(np.array([0, 1]), np.array([0, 1]))
    again = load_model(tmp_path / "model.json")
    assert np.allclose(scores_of(model, found), scores_of(again, found), atol=1e-6)


@pytest.mark.parametrize("text", ["", "[]", '{"version": 99}', "null", "[" * 5000])
def test_a_file_that_is_no_model_is_refused(tmp_path, text):
    (tmp_path / "model.json").write_text(text)
    with pytest.raises(ReadError, match="holds no model"):
        load_model(tmp_path / "model.json")


def test_too_few_events_to_learn_from_are_refused():
    with pytest.raises(QueryError, match="too few"):
        fit_model(small())


def test_later_events_do_not_change_earlier_answers(whole, model):
    asked = questions_of(whole.take(whole.time == 50))
    alone = answer(model, whole.until(50), asked)
    assert np.array_equal(alone.rank, answer(model, whole, asked).rank)


def test_a_backtest_states_its_protocol_and_refuses_overlap(whole):
    found = backtest(whole.until(50), whole.take(whole.time >= 50), settings=QUICK).report
    assert found["protocol"]["filter"] == "time-aware"
    assert found["protocol"]["ties"] == "average"
    assert found["all"]["queries"] == 2 * int((whole.time >= 50).sum())
    assert len(found["data"]["on"]) == 64
    with pytest.raises(QueryError, match="came after"):
        backtest(whole, whole.take(whole.time >= 50))


def test_in_several_steps_nothing_after_the_start_is_known(whole):
    known, on = whole.until(50), whole.take(whole.time >= 50)
    asked = questions_of(on)
    model = fit_model(known, QUICK)
    assert len(answer(model, known, asked).rank) == len(asked)
    assert not np.array_equal(
        answer(model, known, asked).rank, answer(model, join(known, on), asked).rank
    )


def test_calibration_pools_what_falls():
    line = isotonic(np.array([0.1, 0.2, 0.9]), np.array([True, False, True]), 1)
    assert line.tolist() == pytest.approx(np.array([[0.15, 0.9], [0.5, 1.0]]))
    assert calibrate(line, np.array([0.525])) == pytest.approx([0.75])


def test_calibration_mends_overconfidence_and_says_how_far_it_moved():
    rng = np.random.default_rng(1)
    stated = rng.random(4000)
    came = rng.random(4000) < stated * 0.6
    found = cross_calibrated(stated, came)
    assert report(found.probability, came)["calibration_error"] < 0.04
    assert found.log["greatest_move"] > 0.2


def test_the_parts_of_the_brier_score_sum_to_it():
    p, y = np.array([0.1, 0.13, 0.8, 0.6]), np.array([False, True, True, False])
    b = brier(p, y)
    assert b["score"] == pytest.approx(
        b["reliability"] - b["resolution"] + b["uncertainty"] + b["within"]
    )
    assert b["uncertainty"] == 0.25


def test_crps_of_a_sure_count_is_its_distance():
    assert crps(np.array([0.0, 0.0, 1.0]), 5) == 3.0

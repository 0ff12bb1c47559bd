"""Who, whether, how many, and why."""

import os
import subprocess
import sys

import numpy as np
import pytest
from tests.forecast.made import drawn, small

from comity.errors import QueryError
from comity.forecast.chance import came_true, triples_of, whether
from comity.forecast.counts import count_forecast, count_scores, negative_binomial
from comity.forecast.files import read_events, shifted, step_name, step_of
from comity.forecast.fit import Settings, fit_model
from comity.forecast.questions import past_at, who
from comity.forecast.reasons import explain
from comity.forecast.table import table_of

QUICK = Settings(window=12, passes=2)


@pytest.fixture(scope="module")
def known():
    return drawn().until(50)


@pytest.fixture(scope="module")
def model(known):
    return fit_model(known, QUICK)


def test_probabilities_of_all_candidates_sum_to_what_is_not_kept_for_others(known, model):
    found = who(model, past_at(known, 50), "actor 01", "deed 1", top=300)
    assert sum(c.probability for c in found) == pytest.approx(1 - model.missed)
    assert [c.rank for c in found] == list(range(1, len(known.actors) + 1))


def test_contributions_sum_to_the_log_odds_for_every_candidate(known, model):
    past = past_at(known, 50)
    for answer in range(len(known.actors)):
        told = explain(model, past, 1, 1, answer)
        total = told.start + sum(c.log_odds for c in told.contributions)
        assert total == pytest.approx(told.log_odds, abs=1e-6)
        assert told.log_odds == pytest.approx(
            np.log(told.probability / (1 - told.probability)), abs=1e-6
        )


def test_the_start_is_the_same_for_all_but_for_the_odds_of_one_against_the_rest(known, model):
    past = past_at(known, 50)
    told = [explain(model, past, 1, 1, o) for o in range(3)]
    plain = [np.log(t.probability) - sum(c.log_odds for c in t.contributions) for t in told]
    assert plain == pytest.approx([plain[0]] * 3)


def test_the_events_behind_a_contribution_are_past_and_about_it(known, model):
    past = past_at(known, 50)
    told = explain(model, past, *known_triple(known))
    again = next(c for c in told.contributions if c.id == "again_ever")
    assert again.events
    assert {known.row(i)[:3] for i in again.events} == {known.row(len(known) - 1)[:3]}
    assert all(known.time[i] < 50 for c in told.contributions for i in c.events)


def known_triple(known):
    return int(known.subject[-1]), int(known.relation[-1]), int(known.object[-1])


def test_a_past_with_later_events_is_refused(known):
    with pytest.raises(QueryError, match="at or after"):
        past_at(known, 49)
    with pytest.raises(QueryError, match="at or after"):
        whether(known, "actor 01", "deed 1", "actor 02", time=49, within=2)


def test_what_came_true_is_counted_within_the_steps_only():
    table = small()
    triples = triples_of(table, 2)
    names = [(table.actors[s], table.relations[r], table.actors[o]) for s, r, o in triples]
    assert names == [("A", "meet", "C"), ("A", "meet", "B")]
    assert list(came_true(table, triples, 2, 1)) == [False, True]
    assert list(came_true(table, triples, 4, 5)) == [False, False]


def test_whether_sums_and_has_base_rate_and_persistence(known):
    s, r, o, _ = known.row(len(known) - 1)
    found = whether(known, s, r, o, time=50, within=5)
    assert sum(v for _, v in found.contributions) == pytest.approx(found.log_odds, abs=1e-9)
    assert found.persistence == 1.0
    assert not found.onset
    assert 0 < found.base_rate < 1
    assert found.events[0] == len(known) - 1


def test_nothing_to_learn_from_is_said(known):
    with pytest.raises(QueryError, match="nothing to learn from"):
        whether(known, "actor 01", "deed 1", "actor 02", time=50, within=60)


def test_counts_have_a_whole_distribution_that_follows_the_pair():
    counts = np.array([[0, 0, 1, 0, 0, 0], [4, 5, 3, 6, 4, 5]], float)
    busy, quiet = count_forecast(counts, 1), count_forecast(counts, 0)
    assert busy.chances.sum() == pytest.approx(1, abs=2e-4)
    assert busy.mean == pytest.approx(busy.chances @ np.arange(len(busy.chances)), abs=0.01)
    assert quiet.mean < 1 < 3 < busy.mean
    assert busy.persistence == 5


def test_a_negative_binomial_by_hand():
    """Shape 2 and rate 1: chances (k + 1) / 2 ** (k + 2)."""
    assert negative_binomial(2.0, 1.0)[:3] == pytest.approx([1 / 4, 2 / 8, 3 / 16])


def test_counts_are_scored_beside_plain_forecasts():
    rng = np.random.default_rng(0)
    found = count_scores(rng.poisson(2.0, (20, 30)).astype(float))
    assert found["forecast"] < found["persistence"]


def test_dates_become_steps_and_steps_dates(tmp_path):
    (tmp_path / "e.csv").write_text(
        "subject,relation,object,time,source\nA,meet,B,2016-09-04,d1\nA,meet,C,2016-11-01,d2\n"
    )
    table, first = shifted(read_events(tmp_path / "e.csv", grain="month"))
    assert first == step_of("2016-09", "month")
    assert [step_name(table, int(t)) for t in table.time] == ["2016-09", "2016-11"]
    assert table.sources == ("d1", "d2")


def test_a_pair_under_two_sources_keeps_the_first():
    rows = [("A", "meet", "B", 1), ("A", "meet", "B", 1)]
    assert table_of(rows, sources=["first", "second"]).sources == ("first",)


def test_the_same_model_under_every_hash_seed():
    code = (
        "from tests.forecast.made import drawn\n"
        "from comity.forecast.fit import Settings, fit_model\n"
        "print(fit_model(drawn(20), Settings(window=5, passes=1)).to_json())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1

"""Ranks with time-aware filter and average ties, and the recurrence baseline."""

import numpy as np
from tests.forecast.made import drawn, small

from comity.forecast.baselines.recurrence import fit_recurrence, recurrence_ranks, usual
from comity.forecast.history import join
from comity.forecast.ranks import questions_of, rank_of, rank_scores
from comity.forecast.table import table_of


def test_equals_share_the_average_of_their_places():
    assert rank_of(np.array([1.0, 1.0, 1.0, 5.0]), 0, np.array([], int)) == 3.0


def test_other_true_answers_of_the_same_step_leave_the_ranking():
    assert rank_of(np.array([1.0, 4.0, 5.0]), 0, np.array([1, 2])) == 1.0


def test_every_event_is_asked_in_both_directions_with_its_rivals():
    told = table_of([("A", "meet", "B", 1), ("A", "meet", "C", 1), ("A", "meet", "B", 2)])
    asked = questions_of(told)
    assert len(asked) == 6
    rivals = {
        (told.actors[asked.subject[i]], int(asked.time[i]), told.actors[asked.answer[i]]): [
            told.actors[o] for o in asked.others[i]
        ]
        for i in range(6)
    }
    assert rivals[("A", 1, "B")] == ["C"]
    assert rivals[("A", 2, "B")] == []


def test_recurrence_by_hand():
    """Before day 3, A met B last on day 2 and C on day 1: with lambda 1 B scores 1/2 and C 1/4."""
    known = small().until(3)
    asked = questions_of(small().take(small().time == 3))
    fitted = usual(4)
    fitted.decay[:], fitted.share[:] = 1.0, 1.0
    ranks = recurrence_ranks(fitted, known, asked)
    by = {int(asked.relation[i]): ranks[i] for i in range(2)}
    assert by[1] == 1.0  # A meets: B
    assert by[3] == 1.0  # B is met by: A alone ever was
    asked_c = questions_of(
        table_of([("A", "meet", "C", 3)], actors=("A", "B", "C"), relations=("accuse", "meet"))
    )
    assert recurrence_ranks(fitted, known, asked_c)[list(asked_c.relation).index(1)] == 2.0


def test_what_happens_at_the_step_itself_is_not_known():
    whole = drawn()
    last = whole.take(whole.time == 59)
    asked = questions_of(last)
    fitted = usual(8)
    blind = recurrence_ranks(fitted, whole.until(59), asked)
    assert list(recurrence_ranks(fitted, whole, asked)) == list(blind)


def test_chosen_decays_are_no_worse_on_what_they_were_chosen_on():
    whole = drawn()
    known, late = whole.until(50), whole.take(whole.time >= 50)
    asked = questions_of(late)
    everything = join(known, late)
    chosen = rank_scores(recurrence_ranks(fit_recurrence(everything, asked), everything, asked))
    assert chosen["mrr"] >= rank_scores(recurrence_ranks(usual(8), everything, asked))["mrr"]

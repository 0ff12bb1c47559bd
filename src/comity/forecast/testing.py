"""A backtest: fit on what was known, answer what came after, and report by a stated protocol."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from comity.errors import QueryError
from comity.forecast.answers import Answers, answer
from comity.forecast.baselines.recurrence import fit_recurrence, recurrence_ranks
from comity.forecast.calibrate import cross_calibrated
from comity.forecast.fit import Settings, fit_model
from comity.forecast.history import join
from comity.forecast.model import Model
from comity.forecast.ranks import PROTOCOL, Floats, questions_of, rank_scores
from comity.forecast.scores import report as score_report
from comity.forecast.table import EventTable

TUNED = 30  # steps at the end of what is known on which recurrence chooses its decays


@dataclass(frozen=True, slots=True, eq=False)
class Backtest:
    """``report`` is what is printed; ``answers`` are those behind it."""

    report: Mapping[str, Any]
    answers: Answers
    model: Model


def backtest(
    known: EventTable,
    on: EventTable,
    *,
    multi_step: bool = False,
    settings: Settings | None = None,
) -> Backtest:
    """Fit on ``known`` and answer ``on``, all of it later. Raises QueryError where the two overlap in time.

    Single-step: before each step all that happened earlier is known, also of ``on``. Multi-step: ``known`` only.
    """
    if not len(known) or not len(on):
        raise QueryError("A backtest needs events that are known and events to forecast.")
    first = int(on.time.min())
    if int(known.time.max()) >= first:
        raise QueryError(
            f"What is known reaches to step {known.time.max()}, what is forecast begins at step {first}.",
            hint="Forecast only what came after all that is known.",
        )
    chosen = settings or Settings()
    if multi_step:
        chosen = replace(chosen, lead=max(chosen.lead, int(on.time.max()) - first + 1))
    model = fit_model(known, chosen)
    told = known if multi_step else join(known, on)
    asked = questions_of(on)
    answers = answer(model, told, asked)
    base = _recurrence(known, told, on)
    report = {
        "protocol": {**PROTOCOL, "steps": "multi-step" if multi_step else "single-step"},
        "data": {"known": known.digest(), "on": on.digest(), "events": [len(known), len(on)]},
        "model": {"evidence": model.knots.shape[0], **model.about},
        **parts_of(answers.rank, answers, asked.time),
        "recurrence": rank_scores(base),
        "first_answer": first_answer(answers),
    }
    return Backtest(report, answers, model)


def parts_of(rank: Floats, answers: Answers, time: Any) -> dict[str, Any]:
    """Return rank scores over all questions, by half of the time, and for what is new, apart."""
    middle = (int(time.min()) + int(time.max()) + 1) // 2
    return {
        "all": rank_scores(rank),
        "first_half": rank_scores(rank[time < middle]),
        "second_half": rank_scores(rank[time >= middle]),
        "known_triples": rank_scores(rank[~answers.new_triple]),
        "new_triples": rank_scores(rank[answers.new_triple]),
        "new_pairs": rank_scores(rank[answers.new_pair]),
        "candidates_hold": round(100 * float(np.mean(answers.found)), 3),
    }


def first_answer(answers: Answers) -> dict[str, Any]:
    """Return how the probability of the first answer held: as stated, and calibrated across folds of time."""
    calibrated = cross_calibrated(answers.top, answers.right)
    return {
        "stated": score_report(answers.top, answers.right),
        "calibrated": score_report(calibrated.probability, answers.right),
        "calibration": calibrated.log,
        "log_score_of_truth": round(float(-np.log(np.maximum(answers.stated, 1e-6)).mean()), 4),
    }


def _recurrence(known: EventTable, told: EventTable, on: EventTable) -> Floats:
    """Return the ranks of the recurrence baseline, its decays chosen on the end of what is known."""
    late = known.take(known.time >= int(known.time.max()) + 1 - TUNED)
    fitted = fit_recurrence(known, questions_of(late))
    return recurrence_ranks(fitted, told, questions_of(on))

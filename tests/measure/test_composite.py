"""A composite is the user's: no weights, no number; and ranks are intervals."""

import pytest

from comity.errors import QueryError
from comity.measure import Subject, Value, composite, measures
from comity.measure.weighing import min_max, ranked, z_score


def value(actor, measure, number, lo=None, hi=None, layer="", period="2016"):
    lo, hi = (number if end is None and not isinstance(number, str) else end for end in (lo, hi))
    return Value(
        measure=measure,
        subject=Subject(actors=(actor,), layer=layer, period=period),
        value=number,
        unit="share",
        lo=lo,
        hi=hi,
        no_interval="" if lo is not None else "it is unknown",
    )


THREE = [
    *(value(a, "x", n) for a, n in (("AAA", 3.0), ("BBB", 2.0), ("CCC", 1.0))),
    *(value(a, "y", n) for a, n in (("AAA", 30.0), ("BBB", 20.0), ("CCC", 10.0))),
]
BOTH = {"x": 1, "y": 1}


def ranks(found):
    return {s.subject.actors[0]: (s.best, s.worst) for s in found.standings}


def test_who_leads_in_all_leads_whatever_the_weights():
    found = composite(THREE, BOTH, draws=200)
    assert ranks(found) == {"AAA": (1, 1), "BBB": (2, 2), "CCC": (3, 3)}
    assert [s.score for s in found.standings] == pytest.approx([1, 0.5, 0])


def test_none_is_in_the_catalogue():
    assert [m.id for m in measures() if "composite" in m.id] == []


@pytest.mark.parametrize("weights", [None, {}])
def test_without_weights_there_is_none(weights):
    with pytest.raises(QueryError, match="needs weights"):
        composite(THREE, weights)


@pytest.mark.parametrize("weight", [0, float("nan"), float("inf"), True, "much"])
def test_a_weight_is_a_number_other_than_nought(weight):
    with pytest.raises(QueryError, match="no number other than 0"):
        composite(THREE, {"x": weight})


@pytest.mark.parametrize("far", [{"x": 1e308, "y": 1e308}, {"x": 1e300, "y": 1.0}])
def test_weights_too_far_apart_are_refused(far):
    with pytest.raises(QueryError, match="too far apart"):
        composite(THREE, far)


def test_a_negative_weight_turns_the_order_round():
    assert ranks(composite(THREE, {"x": -1}, draws=50))["CCC"] == (1, 1)


def test_those_who_differ_by_measure_share_ranks():
    told = [*THREE[:3], *(value(a, "z", n) for a, n in (("AAA", 1.0), ("BBB", 2.0), ("CCC", 3.0)))]
    found = composite(told, {"x": 1, "z": 1}, draws=400)
    assert ranks(found)["AAA"][0] == 1
    assert ranks(found)["AAA"][1] > 1


def test_wide_intervals_make_wide_ranks():
    told = [
        value("AAA", "x", 2.0, 0.0, 4.0),
        value("BBB", "x", 1.9, 0.0, 4.0),
        value("CCC", "x", -9.0),
    ]
    found = ranks(composite(told, {"x": 1}, draws=400))
    assert found == {"AAA": (1, 2), "BBB": (1, 2), "CCC": (3, 3)}


def test_a_subject_without_a_value_is_left_out_and_named():
    found = composite([*THREE, value("DDD", "x", 9.0)], BOTH, draws=20)
    assert [(str(s), what) for s, what in found.left_out] == [("DDD 2016", "y")]


def test_an_unknown_value_leaves_its_subject_out():
    unknown = Value(
        measure="x",
        subject=Subject(actors=("DDD",), period="2016"),
        value=None,
        unit="",
        no_interval="?",
    )
    found = composite([*THREE, unknown, value("DDD", "y", 1.0)], BOTH, draws=20)
    assert [what for _, what in found.left_out] == ["x"]


def test_labels_are_refused():
    with pytest.raises(QueryError, match="labels"):
        composite([value("DDD", "x", "high"), *THREE], BOTH)


def test_several_periods_are_refused():
    with pytest.raises(QueryError, match="several periods"):
        composite([*THREE, value("AAA", "x", 1.0, period="2017")], BOTH)


def test_several_layers_are_asked_for_by_name():
    told = [
        value(a, "x", n, layer=layer) for a, n in (("AAA", 1.0), ("BBB", 2.0)) for layer in "pq"
    ]
    with pytest.raises(QueryError, match="several values"):
        composite(told, {"x": 1})
    assert ranks(composite(told, {"x:p": 1}, draws=20))["BBB"] == (1, 1)


def test_a_measure_without_values_is_refused():
    with pytest.raises(QueryError, match="no values of w"):
        composite(THREE, {"w": 1})


def test_one_subject_is_no_order():
    with pytest.raises(QueryError, match="Fewer than two"):
        composite([value("AAA", "x", 1.0)], {"x": 1})


@pytest.mark.parametrize(
    "wrong",
    [{"draws": 0}, {"level": 1.0}, {"spread": 1.0}, {"normalise": "z"}, {"aggregate": "max"}],
)
def test_what_cannot_be_drawn_is_refused(wrong):
    with pytest.raises(QueryError):
        composite(THREE, BOTH, **wrong)


def test_the_same_seed_gives_the_same_ranks():
    one, two = (composite(THREE, BOTH, draws=30, seed=4).to_dict() for _ in range(2))
    assert one == two
    assert "seed 4" in one["method"]


def test_normalisations_by_hand():
    import numpy as np

    column = np.array([1.0, 3.0, 3.0])
    assert min_max(column).tolist() == [0, 1, 1]
    assert ranked(column).tolist() == [0, 0.75, 0.75]
    assert z_score(np.array([5.0, 5.0])).tolist() == [0.5, 0.5]
    assert z_score(column)[0] == pytest.approx(0.0786, abs=1e-4)  # -sqrt(2)


def test_a_geometric_mean_punishes_a_gap_that_a_sum_forgives():
    told = [
        *(value(a, "x", n) for a, n in (("AAA", 1.0), ("BBB", 0.5), ("CCC", 0.0))),
        *(value(a, "y", n) for a, n in (("AAA", 0.0), ("BBB", 0.4), ("CCC", 1.0))),
    ]
    linear = composite(told, BOTH, draws=1).standings
    product = composite(told, BOTH, draws=1, aggregate="geometric").standings
    score = [{s.subject.actors[0]: s.score for s in each} for each in (linear, product)]
    assert score[0]["AAA"] > score[0]["BBB"]
    assert score[1]["AAA"] < score[1]["BBB"]

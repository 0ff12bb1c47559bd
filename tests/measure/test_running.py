"""What a run takes, tells and leaves out."""

import pytest
from tests.measure.test_address import TOLD
from tests.network.made import DAY

from comity.errors import QueryError
from comity.measure import Values, run
from comity.measure.uncertainty.coding import Rate
from comity.network import network_at, sequence

ROWS = {"row": Rate(kind="row", right=9, read=10, told=10)}


def test_only_the_subjects_kept_have_values_and_they_are_the_same():
    network = network_at(TOLD, DAY)
    every = {v.address: v for v in run(network, ["mux.overlap"], draws=20, rates=ROWS)}
    kept = run(
        network, ["mux.overlap"], draws=20, rates=ROWS, keep=lambda s: s.actors == ("CHN", "RUS")
    )
    assert [v.subject.actors for v in kept] == [("CHN", "RUS")]
    assert kept[0] == every[kept[0].address]
    assert kept[0].lo is not None


def test_it_is_told_how_far_a_run_is():
    steps = []
    run(network_at(TOLD, DAY), ["mux.P"], draws=3, rates=ROWS, tell=lambda *s: steps.append(s))
    assert steps == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_measure_that_lacks_its_layer_is_left_out_with_the_reason():
    left_out = {}
    values = run(network_at(TOLD, DAY, layers=("alliance",)), draws=0, left_out=left_out)
    assert "There is no layer membership" in left_out["rc.density"]
    assert {v.measure for v in values}.isdisjoint(left_out)


def test_the_level_of_a_run_is_that_of_the_measures_own_intervals():
    network = network_at(TOLD, DAY)
    wide, narrow = (
        run(network, ["coop.share"], draws=0, level=level, keep=lambda s: "CHN" in s.actors)
        for level in (0.95, 0.5)
    )
    known = [(w, n) for w, n in zip(wide, narrow, strict=True) if w.value is not None]
    assert known
    assert all(w.hi - w.lo > n.hi - n.lo for w, n in known)


@pytest.mark.parametrize("wrong", [{"draws": -1}, {"level": 0.0}, {"level": 1.0}])
def test_draws_and_levels_that_are_none_are_refused(wrong):
    with pytest.raises(QueryError):
        run(network_at(TOLD, DAY), ["mux.P"], **wrong)


def test_the_greatest_values_come_first_and_unknown_ones_only_where_all_are():
    values = Values(run(network_at(TOLD, DAY), ["mux.overlap", "equal.hosting"], draws=0))
    top = values.top(2)
    assert [v.measure for v in top] == ["mux.overlap", "mux.overlap", "equal.hosting"]
    assert top[0].subject.actors == ("CHN", "RUS")
    assert top[2].value is None


def test_no_number_is_shown_without_interval_or_reason():
    rows = Values(run(sequence(TOLD, [2015, 2016]), draws=0)).shown()
    assert all(" to " in r["interval"] or r["interval"].startswith("none: ") for r in rows)

"""Years of a layer in few numbers, worked by hand."""

from datetime import date

import numpy as np

from comity.network import neighbours, network_at
from comity.network.compact import absent_runs, weight_runs
from network.made import made, row


def test_a_weight_that_changes_begins_a_new_run():
    years = np.zeros((4, 2, 2))
    years[:, 0, 1] = years[:, 1, 0] = (0, 1, 1, 2)
    assert weight_runs(years, directed=False) == [(0, 1, 1, 2, 1.0), (0, 1, 3, 3, 2.0)]


def test_a_layer_with_direction_has_both_ways():
    years = np.array([[[0, 1.0], [0.5, 0]]])
    assert weight_runs(years, directed=True) == [(0, 1, 0, 0, 1.0), (1, 0, 0, 0, 0.5)]


def test_absent_is_known_and_without_weight():
    known = np.array([[[True, True], [True, True]], [[True, False], [False, True]]])
    weights = np.zeros((2, 2, 2))
    assert absent_runs(weights, known, directed=False) == [(0, 1, 0, 0)]


def test_neighbours_share_members_and_the_shares_are_of_each():
    members = {"one": ("CHN", "RUS", "IND", "KAZ"), "two": ("CHN", "RUS"), "three": ("USA",)}
    told = [
        row("member", actor, start="2000-01-01", frame=body)
        for body, actors in members.items()
        for actor in actors
    ]
    (only,) = neighbours(network_at(made(*told), date(2016, 1, 1)), "one")
    assert (only.mechanism, only.shared) == ("two", ("CHN", "RUS"))
    assert (only.of_mine, only.of_theirs) == (0.5, 1.0)

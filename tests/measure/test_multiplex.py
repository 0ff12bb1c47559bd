"""Overlap and participation across layers, by hand."""

import pytest
from tests.network.made import DAY, event, made, row

from comity.measure import run
from comity.network import network_at

LAYERS = ("alliance", "diplomacy")
# USA: two allies and one partner in talks; JPN: one of each; KOR: an ally only.
TOLD = made(
    row("ally", "USA", "JPN"),
    row("ally", "USA", "KOR"),
    event("meet", "USA", "JPN", day="2016-12-01"),
    covers=[("ally", "2000-01-01", "2020-12-31"), ("meet", "2000-01-01", "2020-12-31")],
)


def values_of(id):
    options = {id: {"layers": LAYERS}}
    found = run(network_at(TOLD, DAY), [id], draws=0, options=options)
    return {v.subject.actors: v.value for v in found}


def test_overlap_counts_the_layers_of_a_pair():
    assert values_of("mux.overlap") == {("JPN", "KOR"): 0, ("JPN", "USA"): 2, ("KOR", "USA"): 1}


def test_participation_is_one_where_all_layers_are_alike_and_nought_in_a_single_one():
    found = values_of("mux.P")
    assert found["JPN",] == 1
    assert found["KOR",] == 0
    # Degrees 2 and 1 of 3: 2 * (1 - 4/9 - 1/9).
    assert found["USA",] == pytest.approx(8 / 9)

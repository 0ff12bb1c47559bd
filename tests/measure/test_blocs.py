"""Blocs: modularity by hand, cliques found, chance taken off."""

from itertools import combinations

import numpy as np
import pytest
from tests.network.made import DAY, made, row

from comity.measure import run
from comity.measure.blocs.louvain import benefits, consensus, modularity, partitions
from comity.measure.blocs.polarization import best_of, beyond_chance, blocs_of
from comity.network import network_at

WEST, EAST = ("AUS", "JPN", "KOR", "USA"), ("BLR", "KAZ", "KGZ", "RUS")
TOLD = made(
    *(row("ally", a, b) for camp in (WEST, EAST) for a, b in combinations(camp, 2)),
    *(row("partner", a, b) for camp in (WEST, EAST) for a, b in combinations(camp, 2)),
    row("partner", "KOR", "KAZ"),
)


def cliques(count, size):
    return np.kron(np.eye(count), np.ones((size, size))) - np.eye(count * size)


def random_network(n, seed, density=0.25):
    upper = np.triu(np.random.default_rng(seed).random((n, n)) < density, 1).astype(float)
    return upper + upper.T


def test_modularity_of_two_triangles_joined_by_a_tie():
    # Newman and Girvan: 6/7 of ties within, less twice (7/14)^2.
    net = cliques(2, 3)
    net[2, 3] = net[3, 2] = 1
    groups = np.array([0, 0, 0, 1, 1, 1])
    benefit = benefits(net[None], 1.0, 1.0)
    assert modularity(benefit, groups) == pytest.approx(6 / 7 - 1 / 2)
    found, q = partitions(benefit, 0, 20)
    assert (found[q.argmax()] == groups).all()


def test_slices_are_coupled():
    # Two slices of one tie each: each alone has Q 0 in one group; the coupling of two actors counts 4 of 8.
    stack = np.array([cliques(1, 2)] * 2)
    benefit = benefits(stack, 1.0, 1.0)
    assert modularity(benefit, np.zeros(4, np.int64)) == pytest.approx(4 / 8)


def test_a_chain_of_years_couples_neighbours_only():
    stack = np.array([cliques(1, 2)] * 3)
    assert (
        benefits(stack, 1.0, 1.0, chain=True)[0] > 0
    ).sum() == 2  # its partner, and itself next year
    assert (benefits(stack, 1.0, 1.0)[0] > 0).sum() == 3


def best_by_hand(benefit):
    def grow(groups, k):
        if k == len(benefit):
            return modularity(benefit, np.array(groups))
        return max(grow([*groups, g], k + 1) for g in range(max(groups) + 2))

    return grow([0], 1)


@pytest.mark.parametrize("seed", range(4))
def test_the_search_finds_the_best_of_all_partitions_of_seven(seed):
    benefit = benefits(random_network(7, seed, 0.5)[None], 1.0, 1.0)
    assert partitions(benefit, 0, 30)[1].max() == pytest.approx(best_by_hand(benefit))


def test_cliques_are_found_by_every_start_together():
    benefit = benefits(cliques(5, 5)[None], 1.0, 1.0)
    found, q = partitions(benefit, 0, 30)
    assert q.max() == pytest.approx(1 - 1 / 5)
    assert (consensus(benefit, found, 0) == np.repeat(np.arange(5), 5)).all()


def test_two_camps_are_the_blocs_of_both_layers():
    found = blocs_of(network_at(TOLD, DAY), ("alliance", "partnership"))
    assert {frozenset(b) for b in found["alliance"]} == {frozenset(WEST), frozenset(EAST)}
    assert found["alliance"] == found["partnership"]


def test_two_camps_are_beyond_chance():
    value = run(network_at(TOLD, DAY), ["bloc.Q"], draws=0)[0]
    assert 0 < value.lo <= value.value <= value.hi
    assert "over 100 starts" in value.method


def test_random_networks_are_at_chance():
    gaps = []
    for seed in range(12):
        real, null = beyond_chance(random_network(30, seed)[None], starts=20, chance=10, seed=seed)
        gaps.append(best_of(real) - null.mean())
    assert abs(np.mean(gaps)) < 0.02


def test_the_same_seed_gives_the_same_value():
    one, two = (run(network_at(TOLD, DAY), ["bloc.Q"], draws=0)[0] for _ in range(2))
    assert (one.value, one.lo, one.hi, one.method) == (two.value, two.lo, two.hi, two.method)


def test_without_ties_it_is_unknown():
    assert (
        run(network_at(made(row("ally", "USA", "JPN")), DAY), ["bloc.Q"], draws=0)[0].value is None
    )

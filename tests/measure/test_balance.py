"""Frustration: hand-worked networks, and every cut tried."""

import numpy as np
import pytest
from tests.network.made import DAY, event, made, row

from comity.errors import QueryError
from comity.measure import run
from comity.measure.balance.search import brute_force, frustration
from comity.network import network_at


def network(n, *ties):
    signs = np.zeros((n, n), np.int8)
    for i, j, sign in ties:
        signs[i, j] = signs[j, i] = sign
    return signs


def random_signs(n, seed, density=0.5, negative=0.5):
    rng = np.random.default_rng(seed)
    there = np.triu(rng.random((n, n)) < density, 1)
    signs = np.where(there, np.where(rng.random((n, n)) < negative, -1, 1), 0).astype(np.int8)
    return signs + signs.T


def test_two_camps_are_balanced():
    camps = np.array([1, 1, 1, -1, -1, -1, -1])
    signs = np.outer(camps, camps).astype(np.int8)
    np.fill_diagonal(signs, 0)
    assert frustration(signs).found == 0


def test_a_triangle_of_foes_has_one_tie_too_many():
    assert frustration(network(3, (0, 1, -1), (0, 2, -1), (1, 2, -1))).found == 1


def test_five_foes_of_each_other():
    # The best cut is 2 against 3: 1 + 3 ties lie within the camps.
    foes = -np.ones((5, 5), np.int8)
    np.fill_diagonal(foes, 0)
    assert frustration(foes).found == 4


def test_a_circle_of_five_with_one_foe_is_frustrated_once():
    ties = [(i, (i + 1) % 5, -1 if i == 0 else 1) for i in range(5)]
    assert frustration(network(5, *ties)).found == 1


@pytest.mark.parametrize("n", range(3, 13))
@pytest.mark.parametrize("seed", range(6))
def test_it_equals_every_cut_tried_to_twelve_actors(n, seed):
    signs = random_signs(n, seed, density=(0.3, 0.6, 1.0)[seed % 3], negative=(0.5, 0.25)[seed % 2])
    found = frustration(signs)
    assert found.exact
    assert found.found == brute_force(signs)


def test_sixty_actors_in_camps_with_some_quarrels_are_solved_exactly():
    rng = np.random.default_rng(4)
    camps = rng.choice([-1, 1], 60)
    signs = (
        np.outer(camps, camps)
        * (rng.random((60, 60)) < 0.3)
        * rng.choice([1, 1, 1, 1, -1], (60, 60))
    )
    signs = np.triu(signs, 1).astype(np.int8)
    assert frustration(signs + signs.T).exact


TOLD = made(
    row("ally", "USA", "JPN"),
    row("ally", "USA", "KOR"),
    event("protest", ("KOR", "subject"), ("JPN", "target"), day="2016-06-01"),
)


def test_a_network_of_two_allies_of_one_who_quarrel():
    value = run(network_at(TOLD, DAY), ["bal.frust"], draws=0)[0]
    assert value.value == pytest.approx(1 - 2 / 3)
    assert value.method.startswith("1 of 3 ties frustrated, exactly")


def test_a_quarrel_of_allies_opens_the_interval():
    told = TOLD.joined(
        made(event("protest", ("USA", "subject"), ("JPN", "target"), day="2016-06-01"))
    )
    value = run(network_at(told, DAY), ["bal.frust"], draws=0)[0]
    # Two foes of JPN who are friends: balanced. Friend instead of foe: one of three.
    assert (value.value, value.hi) == (1, 1)
    assert value.lo == pytest.approx(1 / 3)


def test_without_signed_ties_it_is_unknown():
    value = run(
        network_at(made(event("meet", "USA", "JPN", day="2016-06-01")), DAY), ["bal.frust"], draws=0
    )[0]
    assert value.value is None


def test_an_unknown_way_with_friends_in_dispute_is_refused():
    with pytest.raises(QueryError, match="Both is"):
        run(network_at(TOLD, DAY), ["bal.frust"], draws=0, options={"bal.frust": {"both": "x"}})


def test_friends_alone_are_unknown_where_nobody_tells_of_quarrels():
    told = made(row("ally", "USA", "JPN"), row("ally", "USA", "KOR"), row("ally", "JPN", "KOR"))
    (value,) = run(network_at(told, DAY), ["bal.frust"], draws=0)
    assert value.value is None

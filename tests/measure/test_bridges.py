"""Brokerage, by hand."""

import numpy as np
import pytest
from tests.network.made import DAY, made, row

from comity.errors import QueryError
from comity.measure import run
from comity.measure.multiplex.bridges import betweenness, constraint, ordered
from comity.network import network_at

LAYERS = {"layers": ("alliance",)}
STAR = made(*(row("ally", "USA", a) for a in ("AUS", "JPN", "KOR", "PHL")))


def net(n, *ties):
    out = np.zeros((n, n))
    for i, j in ties:
        out[i, j] = out[j, i] = 1
    return out


def of(id, told=STAR, **options):
    values = run(network_at(told, DAY), [id], draws=0, options={id: {**LAYERS, **options}})
    return {v.subject.actors[0]: v for v in values}


def test_the_middle_of_a_star_is_on_every_path():
    found = of("mux.between")
    assert (found["USA"].value, found["JPN"].value) == (1, 0)


def test_the_paths_of_a_line_of_four():
    # The second lies between the first and the two others: 2 of 3 pairs.
    assert betweenness(net(4, (0, 1), (1, 2), (2, 3)) > 0) == pytest.approx([0, 2 / 3, 2 / 3, 0])


def test_two_shortest_paths_share_a_pair():
    circle = net(4, (0, 1), (1, 2), (2, 3), (3, 0)) > 0
    assert betweenness(circle) == pytest.approx([1 / 6] * 4)


def test_constraint_of_a_pair_a_star_and_a_triangle():
    assert constraint(net(2, (0, 1))).tolist() == [1, 1]
    assert constraint(net(5, *((0, j) for j in range(1, 5))))[0] == pytest.approx(1 / 4)
    # (1/2 + 1/4)^2 twice.
    assert constraint(net(3, (0, 1), (1, 2), (0, 2))) == pytest.approx([9 / 8] * 3)


def test_constraint_of_an_actor_between_a_pair_and_a_third():
    # 0 is tied to 1, 2, 3; 1 and 2 to each other: 2 * (1/3 + 1/3 * 1/2)^2 + (1/3)^2.
    found = constraint(net(4, (0, 1), (0, 2), (0, 3), (1, 2)))
    assert found[0] == pytest.approx(2 * 0.25 + 1 / 9)


def test_without_ties_constraint_is_unknown():
    assert np.isnan(constraint(net(3, (0, 1)))[2])


def test_the_middle_of_a_star_is_first_and_the_others_share_the_rest():
    found = of("mux.bridge")
    assert found["USA"].value == 1
    assert found["USA"].hi <= 5
    assert {(found[a].value, found[a].lo, found[a].hi) for a in ("AUS", "JPN")} == {(3.5, 2, 5)}


def test_without_loss_the_interval_is_that_of_equals():
    found = of("mux.bridge", loss=0.0)
    assert (found["USA"].lo, found["USA"].hi) == (1, 1)
    assert found["USA"].envelopes[0].cause == "missing"


def test_all_ties_cannot_be_lost():
    with pytest.raises(QueryError, match="below 1"):
        of("mux.bridge", loss=1.0)


@pytest.mark.parametrize("seed", range(20))
def test_the_order_for_draws_does_not_hang_on_names(seed):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 12))
    upper = np.triu(rng.random((2, n, n)) < 0.35, 1).astype(float) * rng.integers(1, 3, (2, n, n))
    stack = upper + upper.transpose(0, 2, 1)
    move = rng.permutation(n)
    moved = stack[:, move][:, :, move]
    one, two = ordered(stack), ordered(moved)
    assert sorted(one) == list(range(n))
    assert (stack[:, one][:, :, one] == moved[:, two][:, :, two]).all()


def test_rank_intervals_follow_the_names():
    ties = [
        ("USA", "JPN"),
        ("JPN", "KOR"),
        ("KOR", "PHL"),
        ("PHL", "AUS"),
        ("JPN", "AUS"),
        ("USA", "IDN"),
    ]
    turn = dict(
        zip(
            ("USA", "JPN", "KOR", "PHL", "AUS", "IDN"),
            ("KOR", "IDN", "AUS", "USA", "PHL", "JPN"),
            strict=True,
        )
    )
    one = of("mux.bridge", made(*(row("ally", *t) for t in ties)))
    two = of("mux.bridge", made(*(row("ally", turn[a], turn[b]) for a, b in ties)))
    assert {turn[a]: (v.value, v.lo, v.hi) for a, v in one.items()} == {
        a: (v.value, v.lo, v.hi) for a, v in two.items()
    }

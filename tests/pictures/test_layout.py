import time

import numpy as np
import pytest
from tests.pictures.seen import ACTORS, DAY, EVIDENCE, network, years

from comity.network import network_at
from comity.pictures.labels import GAP, Box, set_labels
from comity.pictures.layout import ASPECT, distances, place_actors, plane


def ties(size, *pairs):
    out = np.zeros((size, size))
    for a, b in pairs:
        out[a, b] = out[b, a] = 1
    return out


def test_an_actor_keeps_its_place_whatever_year_is_drawn():
    places = place_actors(years())
    again = place_actors([years().at(y) for y in range(2010, 2021)])
    assert places.at == again.at


def test_the_order_of_actors_moves_nobody():
    other = network_at(EVIDENCE, DAY, actors=ACTORS[::-1])
    assert place_actors([network()]).at == place_actors([other]).at


def test_another_seed_is_another_drawing_of_the_same_distances():
    one, two = (place_actors([network()], seed=s).at for s in (0, 1))
    assert set(one) == set(two)


def test_ties_along_a_path_add_up():
    # All ties are equal: each has the length 1, and the ends of a path of three are 2 apart.
    assert distances(ties(3, (0, 1), (1, 2))).tolist() == [[0, 1, 2], [1, 0, 1], [2, 1, 0]]


def test_the_middle_of_a_path_stands_between_its_ends():
    points = plane(ties(3, (0, 1), (1, 2)), np.random.default_rng(0))
    ends = np.linalg.norm(points[0] - points[2])
    assert all(np.linalg.norm(points[1] - points[k]) < ends for k in (0, 2))


def test_two_groups_stand_apart():
    pairs = [(a, b) for g in (range(4), range(4, 8)) for a in g for b in g if a < b]
    points = plane(ties(8, *pairs, (0, 4)), np.random.default_rng(0))
    gap = np.linalg.norm(points[:, None] - points[None], axis=2)
    within = (gap[1:4, 1:4].sum() + gap[5:, 5:].sum()) / 12
    assert gap[1:4, 5:].mean() > 1.5 * within


@pytest.mark.parametrize("size", [1, 2, 3, 40])
def test_places_lie_on_the_plane_and_apart(size):
    rng = np.random.default_rng(3)
    points = plane(ties(size, *rng.integers(0, size, (size, 2)).tolist()), rng)
    gap = np.linalg.norm(points[:, None] - points[None], axis=2) + np.eye(size) * 9
    assert points.min() >= -1e-9
    assert (points.max(0) <= [ASPECT + 1e-9, 1 + 1e-9]).all()
    assert gap.min() > 0.05


def test_250_actors_are_placed_within_two_seconds():
    rng = np.random.default_rng(1)
    tied = ties(250, *rng.integers(0, 250, (1500, 2)).tolist())
    begun = time.process_time()
    plane(tied, rng)
    assert time.process_time() - begun < 2 * 2  # processor time of two cores


def test_labels_cover_neither_points_nor_each_other():
    points = [(float(x), float(y)) for x in range(20, 300, 24) for y in range(20, 200, 24)]
    labels = set_labels(points, [(f"Country {k}", "ABC") for k in range(len(points))], 320, 220)
    shown = [label for label in labels if label]
    assert 0 < len(shown) < len(points)
    boxes = [Box(x - GAP, y - 4, x + GAP, y + 4) for x, y in ((s.x, s.y) for s in shown)]
    assert len(boxes) == len({(b.left, b.top) for b in boxes})

import pytest

from comity.same import part_of

VISIT = {"id": "v", "mode": "visit", "roles": {"host": ["USA"]}, "end": "2022-11-17"}
TALKS = {"id": "m", "start": "2022-11-15", "end": "2022-11-15"}


def test_talks_held_in_the_days_of_a_visit_are_a_part_of_it(telling):
    assert part_of(telling(**TALKS), telling(**VISIT)) == ("m", "v")
    assert part_of(telling(**VISIT), telling(**TALKS)) == ("m", "v")


def test_talks_beside_a_summit_are_a_part_of_it(telling):
    summit = {**VISIT, "mode": "conference", "participants": ["CHN"], "frame": "g20-summit"}
    assert part_of(telling(**TALKS, frame="g20-summit"), telling(**summit)) == ("m", "v")
    assert part_of(telling(**TALKS), telling(**summit)) is None


def test_a_visit_to_one_state_is_a_part_of_a_tour(telling):
    tour = {**VISIT, "participants": ["CHN", "MEX", "USA"], "roles": {"host": ["MEX", "USA"]}}
    one = {**VISIT, "id": "o"}
    assert part_of(telling(**one), telling(**tour)) == ("o", "v")


@pytest.mark.parametrize(
    "other",
    [
        {"start": "2022-11-25", "end": "2022-11-25"},
        {"start": "2022-11-01", "end": "2022-11-30"},
        {"participants": ["CHN", "RUS"]},
        {"mode": "visit", "roles": {"host": ["USA"]}},
    ],
)
def test_another_day_a_month_other_sides_or_the_visit_itself_are_no_part(telling, other):
    assert part_of(telling(**{**TALKS, **other}), telling(**VISIT)) is None

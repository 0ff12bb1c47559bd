"""Promises followed without a study: what later claims say became of them."""

from datetime import date

import pytest

from comity.network.pledges import Saying, answers, is_promise, plain_names, pledges_of

PLAN = Saying(
    id="plan",
    kind="event",
    actors=("CHN", "RUS"),
    mode="visit",
    status="planned",
    start=date(2019, 10, 1),
    end=date(2019, 10, 31),
    due=date(2019, 10, 31),
    issued=date(2019, 6, 5),
    happening="plan",
    family="CHN",
)


def visit(day, status="occurred", issued=None, **more):
    told = {
        "id": f"told {day}",
        "kind": "event",
        "actors": ("RUS", "CHN"),
        "mode": "visit",
        "status": status,
        "start": day,
        "end": day,
        "issued": issued or day,
        "family": "RUS",
    }
    return Saying(**{**told, **more})


def standing(*later, at=date(2020, 1, 1), heard=()):
    (pledge,) = pledges_of([PLAN, *later], heard=lambda _: heard)
    return pledge.standing(at)


def test_a_visit_told_in_the_month_promised_is_kept():
    assert standing(visit(date(2019, 10, 8))) == "kept"


def test_a_visit_planned_for_another_month_is_moved():
    later = visit(date(2019, 12, 8), "planned", date(2019, 9, 1), happening="plan")
    assert standing(later) == "moved"


@pytest.mark.parametrize(
    ("at", "heard", "expected"),
    [
        (date(2019, 7, 1), (), "open"),
        (date(2020, 1, 1), (), "no news"),
        (date(2020, 1, 1), (date(2019, 12, 3),), "overdue"),
        (date(2020, 1, 1), (date(2021, 12, 3),), "no news"),
    ],
)
def test_silence_is_open_overdue_or_no_news(at, heard, expected):
    assert standing(at=at, heard=heard) == expected


def test_what_is_told_after_the_day_does_not_count():
    assert standing(visit(date(2019, 10, 8)), at=date(2019, 9, 1)) == "open"


def test_a_plan_of_others_or_long_after_does_not_answer():
    assert standing(visit(date(2019, 10, 8), actors=("CHN", "USA"))) == "no news"
    assert standing(visit(date(2022, 10, 8)), at=date(2023, 1, 1)) == "no news"


def test_a_session_of_the_same_body_with_others_and_on_another_day_is_another():
    plan = {"mode": "conference", "frame": "apec", "actors": ("PHL", "USA")}
    promise = Saying(
        id="p",
        kind="event",
        status="planned",
        start=date(2023, 11, 1),
        end=date(2023, 11, 30),
        due=date(2023, 11, 30),
        issued=date(2023, 5, 1),
        **plan,
    )

    def answered(day, **more):
        event = visit(day, **{**plan, "actors": ("VNM",), **more})
        return answers(promise, event, plain_names)

    assert not answered(date(2023, 9, 10))
    assert answered(date(2023, 11, 15))
    assert answered(date(2023, 9, 10), actors=("USA", "VNM"))


def test_a_commitment_is_answered_within_what_its_words_name():
    said = Saying(id="c", kind="position", actors=("CHN",), due=date(2017, 6, 30), words="the COC")
    event = visit(date(2017, 6, 1), frame="coc")
    assert answers(said, event, lambda frame: ("DOC", "CO")) is False  # two letters are no name
    assert answers(said, event, lambda frame: ("COC",)) is True
    assert answers(said, event, plain_names) is True


def test_without_a_date_nothing_is_promised():
    assert not is_promise(Saying(id="c", kind="position", actors=("CHN",)))


def test_the_ends_of_the_calendar_are_no_error():
    plan = Saying(
        id="p",
        kind="event",
        actors=("CHN", "RUS"),
        mode="visit",
        status="planned",
        start=date.min,
        end=date.max,
        due=date.max,
        issued=date(2000, 1, 1),
    )
    (pledge,) = pledges_of([plan, visit(date(2019, 10, 8))])
    assert pledge.on(date.max).name in ("kept", "moved")


def test_a_family_not_heard_tells_nothing():
    (pledge,) = pledges_of([PLAN, visit(date(2019, 10, 8))])
    assert pledge.without("RUS").standing(date(2020, 1, 1)) == "no news"

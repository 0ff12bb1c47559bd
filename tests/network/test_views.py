"""The network from an actor, a pair and a mechanism."""

from tests.network.made import DAY, event, made, row

from comity.network import actor_view, dyad_view, mechanism_view, network_at

TOLD = made(
    row("partner", "CHN", "RUS", grade="全面战略协作伙伴关系"),
    row("member", "CHN", frame="cn-us-sed", start="2009-07-27"),
    event("dialogue", "CHN", "USA", day="2016-06-06", frame="cn-us-sed", ordinal=8),
    event("dialogue", "CHN", "USA", day="2015-06-23", frame="cn-us-sed", ordinal=7),
    event("protest", ("CHN", "subject"), ("USA", "target"), day="2016-12-30"),
    covers=[("ally", "1990-01-01", "2018-12-31")],
)


def test_an_actor_view_tells_grades_verbatim():
    rows = actor_view(network_at(TOLD, DAY), "CHN")
    assert [r.grade for r in rows if r.layer == "partnership"] == ["全面战略协作伙伴关系"]


def test_an_actor_view_tells_who_acts_on_it_too():
    rows = actor_view(network_at(TOLD, DAY), "USA")
    assert [(r.a, r.b) for r in rows if r.layer == "disputes"] == [("CHN", "USA")]


def test_a_dyad_view_keeps_absent_and_unknown_apart():
    rows = {r.layer: r.weight for r in dyad_view(network_at(TOLD, DAY), "CHN", "RUS")}
    assert rows["alliance"] == 0
    assert rows["partnership"] == 1
    assert rows["military"] is None


def test_the_eighth_round_tells_of_seven_before_it():
    view = mechanism_view(TOLD, "cn-us-sed")
    assert view.missing_rounds == (1, 2, 3, 4, 5, 6)
    assert [s.number for s in view.sessions] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_mechanism_is_seen_as_of_a_day():
    from datetime import date

    view = mechanism_view(TOLD, "cn-us-sed", date(2015, 12, 31))
    assert view.missing_rounds == (1, 2, 3, 4, 5, 6)
    assert view.sessions[-1].number == 7


def test_members_of_a_mechanism_come_with_dates():
    members = mechanism_view(TOLD, "cn-us-sed").members
    assert [(m.actors, str(m.period.start)) for m in members] == [(("CHN",), "2009-07-27")]

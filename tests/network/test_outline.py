"""The architecture on a day in counts."""

from datetime import date

from tests.network.made import DAY, event, made, row

from comity.network import network_at, overview

TOLD = made(
    row("ally", "USA", "JPN"),
    row("ally", "USA", "KOR", grade="defence"),
    row("member", "CHN", frame="sco"),
    row("member", "RUS", frame="sco"),
    event("meet", "CHN", "RUS", day="2016-09-04"),
    event("meet", "CHN", "RUS", day="2016-09-05"),
    event("meet", "CHN", "USA", day="2016-09-03"),
    covers=[("ally", "1990-01-01", "2018-12-31"), ("member", "1990-01-01", "2005-12-31")],
)


def layer(view, name):
    return next(c for c in view.layers if c.layer == name)


def test_pairs_are_tied_untied_or_unknown_and_nothing_else():
    view = overview(network_at(TOLD, DAY))
    alliance, diplomacy = layer(view, "alliance"), layer(view, "diplomacy")
    assert (alliance.tied, alliance.untied, alliance.unknown) == (2, 8, 0)
    assert (diplomacy.tied, diplomacy.untied, diplomacy.unknown) == (2, 0, 8)
    assert {c.pairs for c in view.layers if not c.directed} == {10}
    assert layer(view, "economy").pairs == 20


def test_the_heaviest_pair_comes_first_and_pairs_that_weigh_alike_are_not_ranked():
    view = overview(network_at(TOLD, DAY))
    assert [(d.a, d.b) for d in layer(view, "diplomacy").dyads] == [("CHN", "RUS"), ("CHN", "USA")]
    assert layer(view, "alliance").dyads == ()


def test_a_pair_in_most_layers_comes_first_with_the_layers_named():
    view = overview(network_at(TOLD, date(2004, 12, 31)), most=1)
    assert view.dyads == ()
    view = overview(network_at(made(*ROWS), DAY), most=1)
    assert [(d.a, d.b, d.layers, d.sources) for d in view.dyads] == [
        ("CHN", "RUS", ("membership", "diplomacy"), 3)
    ]


ROWS = (
    row("member", "CHN", frame="sco"),
    row("member", "RUS", frame="sco"),
    event("meet", "CHN", "RUS", day="2016-09-04"),
    row("ally", "JPN", "USA"),
)


def test_bodies_come_by_size_with_their_members():
    view = overview(network_at(made(*ROWS, row("party", "JPN", frame="tac")), DAY))
    assert [(b.mechanism, b.members) for b in view.mechanisms] == [
        ("sco", ("CHN", "RUS")),
        ("tac", ("JPN",)),
    ]


def test_a_source_that_ends_before_the_day_is_named():
    view = overview(network_at(TOLD, DAY))
    assert [(e.layer, e.family, e.property, str(e.last)) for e in view.ended] == [
        ("membership", "made", "member", "2005-12-31")
    ]


def test_claims_are_counted_once_though_they_stand_in_several_layers():
    assert overview(network_at(made(*ROWS), DAY)).claims == 4


def test_nothing_at_all_is_an_empty_screen():
    view = overview(network_at(made(), DAY))
    assert (view.actors, view.tied, view.bodies, view.dyads) == ((), 0, 0, ())
    assert view.to_dict()["day"] == "2016-12-31"

import pytest
from tests.network.made import event, made, row
from tests.pictures.seen import EVIDENCE, elements, hints, network, root, texts, years

from comity.errors import QueryError
from comity.network import network_at
from comity.pictures import draw_map, place_actors
from comity.pictures.telling import strongest


def states(picture):
    return {(r["layer"], r["a"], r["b"]): r["state"] for r in picture.table}


def test_a_tie_whose_source_has_ended_is_unknown_and_no_absence():
    places = place_actors(years())
    picture = draw_map(years().at(2020), places=places)
    assert states(picture)["Alliances", "JPN", "USA"] == "unknown"
    assert [r["last"] for r in picture.table if r["state"] == "unknown"][0] == 2018
    assert any("unknown, told to be tied until 2018" in h for h in hints(picture))
    assert "tied in an earlier year, now unknown" in texts(picture)


def test_a_tie_that_is_known_to_be_absent_is_not_drawn():
    assert ("Alliances", "CHN", "USA") not in states(draw_map(network()))


def test_the_legend_counts_pairs_tied_and_unknown():
    # Five actors make 10 pairs; the alliance layer is covered in full, partnerships by nobody.
    told = texts(draw_map(network()))
    assert "Alliances: 2 of 10 pairs tied, 0 unknown" in told
    assert "Partnerships: 1 of 10 pairs tied, 9 unknown" in told


def test_layers_differ_in_their_lines_and_conflict_bears_a_mark():
    paths = elements(draw_map(network()), "path")
    assert len({p.get("stroke-dasharray") for p in paths}) >= 4
    assert [p for p in paths if p.get("d", "").endswith("l8 8m0 -8l-8 8")]


def test_those_never_tied_stand_below():
    lonely = made(row("ally", "USA", "JPN"), row("ally", "CHN", "PRK", start="2030-01-01"))
    picture = draw_map(network_at(lonely, network().day, actors=("USA", "JPN", "CHN", "FJI")))
    assert "Without a tie in any year shown" in texts(picture)
    assert {r["a"]: r["state"] for r in picture.table if not r["layer"]} == {
        "CHN": "nothing known",
        "FJI": "nothing known",
    }


def test_small_multiples_keep_everybody_in_place():
    picture = draw_map([years().at(y) for y in (2012, 2016)], places=place_actors(years()))
    panels = [g for g in root(picture).iter() if g.tag.endswith("}g")]
    dots = [
        [(c.get("cx"), c.get("cy")) for c in g.iter() if c.tag.endswith("circle")] for g in panels
    ]
    assert len([d for d in dots if len(d) == 5]) >= 2
    assert {"2012-12-31", "2016-12-31"} <= set(texts(picture))


def test_of_many_ties_the_strongest_are_drawn_and_all_are_listed():
    rows = [
        event("meet", f"s{a}", f"s{b}", day=f"2016-{1 + a % 12:02}-01")
        for a in range(24)
        for b in range(a)
    ]
    picture = draw_map(network_at(made(*rows), network().day))
    assert len(picture.table) == 24 * 23 / 2
    drawn = len([h for h in hints(picture) if "Meetings" in h])
    assert 60 <= drawn < 120
    assert any(f"the {drawn} strongest are drawn" in t for t in " ".join(texts(picture)).split("("))


def test_equal_ties_are_drawn_together_whatever_the_names():
    import numpy as np

    assert strongest(1 - np.eye(30), 5).sum() == 30 * 29 / 2


def test_no_actor_is_one_sentence():
    with pytest.raises(QueryError, match="There is no actor to draw"):
        draw_map(network_at(made(), network().day))


def test_an_unknown_layer_is_one_sentence():
    with pytest.raises(QueryError, match="There is no layer love"):
        draw_map(network(), layers=["love"])


def test_the_foot_names_sources_and_data():
    assert EVIDENCE.version in texts(draw_map(network()))[-1]
    assert texts(draw_map(network()))[-1].startswith("From: made.")

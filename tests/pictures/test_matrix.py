import pytest
from tests.network.made import made, row
from tests.pictures.seen import ACTORS, DAY, hatched, hints, network, texts

from comity.errors import QueryError
from comity.network import network_at
from comity.pictures import draw_matrix
from comity.pictures.matrix import shade


def cells(picture):
    return {(r["a"], r["b"]): (r["state"], r["weight"]) for r in picture.table}


def test_unknown_is_hatched_and_has_no_number():
    picture = draw_matrix(network(), "partnership")
    assert cells(picture)["CHN", "RUS"] == ("tied", 1.0)
    assert cells(picture)["AUS", "CHN"] == ("unknown", None)
    # 10 pairs, one of them tied: 18 cells, and one sign in the legend.
    assert len(hatched(picture)) == 18 + 1


def test_absent_is_no_number_either():
    picture = draw_matrix(network(), "alliance")
    assert cells(picture)["CHN", "RUS"] == ("absent", 0.0)
    assert len(hatched(picture)) == 1
    assert "0" not in texts(picture)


def test_a_count_of_layers_is_the_least_where_some_are_unknown():
    picture = draw_matrix(network(), layers=["alliance", "partnership", "military"])
    row = next(r for r in picture.table if (r["a"], r["b"]) == ("CHN", "RUS"))
    assert (row["weight"], row["unknown_layers"]) == (2.0, 0)
    row = next(r for r in picture.table if (r["a"], r["b"]) == ("JPN", "USA"))
    assert (row["weight"], row["unknown_layers"]) == (1.0, 2)
    assert "some layers unknown: at least the number shown" in texts(picture)


def test_no_tie_in_the_known_layers_is_no_absence_where_others_are_unknown():
    picture = draw_matrix(network(), layers=["alliance", "partnership"])
    assert cells(picture)["AUS", "CHN"] == ("none in the layers known", 0.0)


def test_rows_act_on_columns_in_a_directed_layer():
    picture = draw_matrix(network(), "disputes")
    assert cells(picture)["CHN", "USA"][0] == "tied"
    assert cells(picture)["USA", "CHN"][0] != "tied"
    assert "Rows act on columns." in texts(picture)


def test_blocs_bring_together_who_is_tied():
    rows = [row("ally", a, b) for g in ("ADGJ", "BEHK") for a in g for b in g if a < b]
    told = network_at(made(*rows, covers=[("ally", "1990-01-01", "2020-12-31")]), DAY)
    picture = draw_matrix(told, "alliance", order="blocs", names=lambda id, _: id)
    order = list(dict.fromkeys(r["a"] for r in picture.table))
    assert set(order[:4]) in ({*"ADGJ"}, {*"BEHK"})


def test_shades_rise_with_the_weight():
    assert [shade(w, 97) for w in (1, 20, 40, 60, 97)] == [0, 1, 2, 3, 4]


def test_another_order_is_one_sentence():
    with pytest.raises(QueryError, match="by name or by blocs, not by power"):
        draw_matrix(network(), order="power")


def test_every_cell_says_its_pair():
    assert len([h for h in hints(draw_matrix(network())) if " – " in h]) >= len(ACTORS)

import pytest
from tests.network.made import made, row
from tests.pictures.seen import hatched, texts, years

from comity.errors import QueryError
from comity.network import sequence
from comity.pictures import draw_dyad
from comity.pictures.dyad_strips import dyad_strips, grade_runs


def strip(name, *pair, **chosen):
    return next(s for s in dyad_strips(years(**chosen), *pair) if s.rule.id == name)


def test_a_strip_is_known_as_far_as_its_source_goes():
    assert strip("alliance", "JPN", "USA").weights == (1.0,) * 9 + (None, None)
    assert strip("alliance", "CHN", "USA").weights == (0.0,) * 9 + (None, None)


def test_grades_stand_in_their_own_words_by_years():
    found = strip("partnership", "CHN", "RUS", first=1994, last=1998)
    assert grade_runs(found, range(1994, 1999))[0][2] == "战略协作伙伴关系"
    assert found.grades[:2] == ("", "")


def test_directed_layers_have_a_strip_each_way():
    ends = [(s.a, s.b) for s in dyad_strips(years(), "CHN", "USA") if s.rule.id == "disputes"]
    assert ends == [("CHN", "USA"), ("USA", "CHN")]


def test_bodies_once_shared_and_now_unknown_are_counted_apart():
    told = made(
        *(row("member", a, start="2010-01-01", frame=f"body{k}") for a in "AB" for k in range(3)),
        *(row("member", a, start="2010-01-01", end="2020-12-31", frame="known") for a in "AB"),
        covers=[("member", "2005-01-01", "2012-12-31")],
    )
    found = dyad_strips(sequence(told, range(2010, 2015), actors=("A", "B")), "A", "B")
    shared = next(s for s in found if s.rule.id == "membership")
    assert shared.weights[:3] == (4.0, 4.0, 4.0)
    assert shared.open[:3] == (0, 0, 0)
    assert shared.weights[3] is None or shared.weights[3] + shared.open[3] == 4


def test_unknown_years_are_hatched():
    picture = draw_dyad(years(), "JPN", "USA", layers=["alliance"])
    assert len(hatched(picture)) == 2 + 1
    assert "2010–2018 defence" in texts(picture)


def test_the_same_actor_twice_is_one_sentence():
    with pytest.raises(QueryError, match="CHN and CHN are not two actors"):
        draw_dyad(years(), "CHN", "CHN")

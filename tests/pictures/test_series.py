import pytest
from tests.pictures.seen import elements, hatched, hints, texts

from comity.errors import QueryError
from comity.measure import Envelope, Subject, Value
from comity.pictures import draw_ranks, draw_series
from comity.pictures.ranks import rank_places
from comity.pictures.series_facts import lines_of


def value(number, year="2016", lo=None, hi=None, cause="coding", who="CHN", **more):
    envelopes = () if lo is None else (Envelope(cause=cause, lo=lo, hi=hi),)
    bare = {"no_interval": "no rate is published"} if lo is None else {}
    told = {**bare, "unit": "share", "envelopes": envelopes, **more}
    return Value(
        measure="mux.P",
        subject=Subject(actors=(who,), period=f"{year}-12-31"),
        value=number,
        lo=lo,
        hi=hi,
        **told,
    )


SERIES = [
    value(0.2, "2010", 0.1, 0.3),
    value(0.3, "2011", 0.2, 0.5),
    value(None, "2012"),
    value(0.4, "2014"),
]


def test_years_without_data_are_hatched_whether_told_unknown_or_not_told():
    picture = draw_series(SERIES)
    assert len(hatched(picture)) == 2 + 1  # 2012 and 2013, and the legend
    assert [r["year"] for r in picture.table] == [2010, 2011, 2012, 2013, 2014]


def test_the_line_breaks_where_a_year_is_missing():
    lines = [p for p in elements(draw_series(SERIES), "path") if p.get("class") == "line edge"]
    assert len(lines) == 2


def test_the_reason_is_printed_where_there_is_no_interval():
    assert "No interval in 2014: no rate is published." in texts(draw_series(SERIES))


def test_under_each_point_stands_what_is_behind_it():
    told = value(0.5, "2016", behind=lambda: ("row#1", "row#2", "row#2"))
    picture = draw_series([told])
    assert "2" in texts(picture)
    assert picture.table[0]["n_claims"] == 2


def test_each_cause_has_a_band_of_its_own():
    both = value(0.5, "2016", 0.2, 0.8, "sampling")
    both = Value(
        **{n: getattr(both, n) for n in ("measure", "subject", "value", "unit", "lo", "hi")},
        envelopes=(*both.envelopes, Envelope(cause="null", lo=0.3, hi=0.6)),
    )
    told = texts(draw_series([both]))
    assert {"few cases", "what chance gives"} <= set(told)


def test_panels_of_one_measure_share_their_scale():
    picture = draw_series([value(0.1, who="CHN"), value(4.0, who="USA")])
    assert texts(picture).count("4") == 2


def test_labels_are_bars_of_words():
    picture = draw_series([value("partner", "2015"), value("ally", "2016")])
    assert {"partner", "ally"} <= set(texts(picture))


def test_more_series_than_there_is_room_for_are_counted():
    picture = draw_series([value(0.1, who=f"s{k}") for k in range(15)], most=12)
    assert len(picture.table) == 12
    assert any("Not drawn for want of room: 3 more" in t for t in texts(picture))


def test_series_without_any_value_are_named_and_not_drawn():
    told = texts(draw_series([value(0.1, who="CHN"), value(None, who="USA")]))
    assert "No data in any year: United States." in told
    assert "United States" not in told


def test_many_without_a_rank_are_named_and_not_drawn():
    told = [value(None, who=f"s{k}") for k in range(9)]
    picture = draw_ranks([value(0.5, who="CHN"), *told])
    assert (len(picture.table), len(hatched(picture))) == (1, 0)
    assert any(t.startswith("No data: s0, s1") for t in texts(picture))


def test_a_value_without_a_year_is_one_sentence():
    bare = Value(
        measure="mux.P", subject=Subject(), value=1.0, unit="share", no_interval="none is known"
    )
    with pytest.raises(QueryError, match="has no year"):
        draw_series([bare])
    with pytest.raises(QueryError, match="There is no value to draw"):
        draw_series([])
    with pytest.raises(QueryError, match="two values"):
        lines_of([SERIES[0], SERIES[0]])


def ranked(*values, **chosen):
    return {p.value.subject.actors[0]: (p.best, p.worst) for p in rank_places(values, **chosen)}


def test_ranks_are_as_wide_as_the_intervals_leave_open():
    # A lies wholly above C; B overlaps with both; D is unknown.
    told = (
        value(0.9, lo=0.7, hi=1.0, who="A"),
        value(0.6, lo=0.3, hi=0.8, who="B"),
        value(0.4, lo=0.2, hi=0.5, who="C"),
        value(None, who="D"),
    )
    assert ranked(*told) == {"A": (1, 2), "B": (1, 3), "C": (2, 3), "D": (None, None)}
    assert ranked(*told, least_first=True)["C"] == (1, 2)


def test_equal_values_share_their_ranks():
    assert ranked(value(1.0, who="A"), value(1.0, who="B")) == {"A": (1, 2), "B": (1, 2)}


def test_values_without_interval_are_ranked_as_told_and_marked():
    picture = draw_ranks([value(1.0, who="A"), value(0.5, who="B", lo=0.4, hi=0.6)])
    assert "Taken as told, without interval: no rate is published." in texts(picture)
    assert "rank of a value without interval" in texts(picture)


def test_ranks_over_years_or_of_words_are_one_sentence():
    with pytest.raises(QueryError, match="one measure in one period"):
        draw_ranks(SERIES)
    with pytest.raises(QueryError, match="gives words"):
        draw_ranks([value("ally")])


def test_a_point_tells_its_interval():
    assert "2010: 0.2 (0.1 – 0.3)" in hints(draw_series(SERIES))

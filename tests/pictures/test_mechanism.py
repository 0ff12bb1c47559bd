from datetime import date

import pytest
from tests.network.made import event, made
from tests.pictures.seen import EVIDENCE, texts

from comity.errors import QueryError
from comity.network.views import mechanism_view
from comity.pictures import draw_mechanism
from comity.pictures.mechanism_facts import rounds, standing_of


def gaps(evidence, mechanism):
    found = rounds(mechanism_view(evidence, mechanism).sessions)
    return [(b and b.number, a and a.number, gone) for b, a, gone in found]


def test_the_first_and_the_eighth_leave_six_rounds_between_them():
    assert gaps(EVIDENCE, "cn-us-sed") == [(1, 8, [2, 3, 4, 5, 6, 7])]
    assert {"1", "8", "(2–7)"} <= set(texts(draw_mechanism(EVIDENCE, "cn-us-sed")))


def test_rounds_before_the_first_that_is_told_have_no_beginning():
    assert gaps(EVIDENCE, "sco") == [(None, 12, list(range(1, 12)))]


def test_a_member_that_left_has_an_end():
    spells = {s.actor: s for s in standing_of(EVIDENCE, "sco", end=date(2019, 12, 31)).spells}
    assert (spells["RUS"].start, spells["RUS"].end) == (date(2001, 6, 15), date(2015, 3, 1))
    assert (spells["CHN"].state, spells["CHN"].end.year) == ("held", 2019)


def test_membership_is_unknown_after_its_source_has_ended():
    standing = standing_of(EVIDENCE, "sco", end=date(2024, 12, 31))
    states = [(s.state, s.start.year, s.end.year) for s in standing.spells if s.actor == "CHN"]
    assert states == [("held", 2001, 2020), ("unknown", 2021, 2024)]


def test_missing_rounds_stand_in_the_table_without_a_date():
    table = draw_mechanism(EVIDENCE, "cn-us-sed").table
    missing = [r for r in table if r["kind"] == "missing round"]
    assert [r["number"] for r in missing] == [2, 3, 4, 5, 6, 7]
    assert {r["start"] for r in missing} == {None}


def test_a_round_dated_out_of_order_is_still_drawn():
    told = made(
        event("meet", "A", "B", day="2015-01-01", frame="x", ordinal=5),
        event("meet", "A", "B", day="2014-01-01", frame="x", ordinal=9),
    )
    assert "(6–8)" in texts(draw_mechanism(told, "x"))


def test_a_mechanism_nobody_tells_of_is_one_sentence():
    with pytest.raises(QueryError, match="Nothing is told of nowhere"):
        draw_mechanism(EVIDENCE, "nowhere")
    with pytest.raises(QueryError, match="lies before"):
        draw_mechanism(EVIDENCE, "sco", start=date(2016, 1, 1), end=date(2012, 1, 1))


def test_a_session_before_the_span_is_not_drawn_at_its_edge():
    picture = draw_mechanism(EVIDENCE, "cn-us-sed", start=date(2012, 1, 1))
    assert "1" not in texts(picture)
    assert {"(2–7)", "8"} <= set(texts(picture))

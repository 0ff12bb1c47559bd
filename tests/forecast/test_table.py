"""Event tables, files, and what may be known."""

import pytest
from tests.forecast.made import drawn, small

from comity.errors import QueryError, ReadError
from comity.forecast.history import check_past, history_of, join
from comity.forecast.quadruples import read_quadruples
from comity.forecast.table import table_of


def test_an_event_told_twice_on_a_day_stands_once():
    rows = [("A", "meet", "B", 1), ("A", "meet", "B", 1), ("A", "meet", "B", 2)]
    assert len(table_of(rows)) == 2


def test_the_digest_does_not_depend_on_the_order_of_rows():
    rows = [("B", "meet", "A", 2), ("A", "accuse", "C", 1)]
    assert table_of(rows).digest() == table_of(rows[::-1]).digest()


def test_every_event_is_told_of_both_actors():
    past = history_of(small())
    a = small().actor("A")
    told = slice(past.start[a], past.start[a + 1])
    names = [(int(past.relation[i]), small().actors[past.object[i]]) for i in range(len(past.time))]
    accuse, meet = 0, 1
    assert names[told] == [(meet, "B"), (meet, "C"), (meet, "B"), (accuse + 2, "C"), (meet, "B")]


def test_an_event_at_the_time_of_the_forecast_is_refused():
    check_past(small(), 4)
    with pytest.raises(QueryError, match="at or after the time of the forecast, step 3"):
        check_past(small(), 3)


def test_an_unknown_actor_is_refused_with_a_near_name():
    with pytest.raises(QueryError, match="Did you mean actor 01"):
        drawn().actor("actor 01 ".strip().upper())


def test_quadruples_in_hours_become_days(tmp_path):
    (tmp_path / "train.txt").write_text("0\t0\t1\t0\t-1\n1\t0\t0\t48\t-1\n0\t0\t1\t24\t-1\n")
    (tmp_path / "valid.txt").write_text("0\t0\t1\t72\t-1\n")
    (tmp_path / "entity2id.txt").write_text("China\t0\nIran\t1\n")
    train, valid = read_quadruples([tmp_path / "train.txt", tmp_path / "valid.txt"])
    assert list(train.time) == [0, 1, 2]
    assert list(valid.time) == [3]
    assert train.row(0) == ("China", "0", "Iran", 0)
    assert len(join(train, valid)) == 4


@pytest.mark.parametrize(
    "line", ["a b c d", "1 2 3", "-1 0 0 0", "1 1 1 1e9", "1 1 99999999999999 1"]
)
def test_a_line_that_is_no_quadruple_is_named(tmp_path, line):
    (tmp_path / "bad.txt").write_text(f"0 0 1 0\n{line}\n")
    with pytest.raises(ReadError, match="line 2: holds no quadruple"):
        read_quadruples([tmp_path / "bad.txt"])


def test_every_exported_name_is_what_it_says_even_after_its_module_is_loaded():
    import comity.forecast as front

    assert sorted(front.__all__) == front.__all__
    assert all(getattr(front, n).__name__ == n for n in front.__all__)
    assert all(getattr(front, n).__name__ == n for n in front.__all__)

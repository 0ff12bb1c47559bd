from datetime import date

import pytest

from comity.study.account import account, says, since

A, B = "CHN", "sco"


def row(start, end=None, *, seq=1, precision="day", dated="acceded", role="member", told=None):
    return {
        "id": f"c{seq}",
        "seq": seq,
        "start": start and date.fromisoformat(start),
        "end": end and date.fromisoformat(end),
        "precision": precision,
        "dated": dated,
        "role": role,
        "grade": None,
        "rule": "",
        "told": told,
    }


def cover(start, end, actors=(), silence="no"):
    days = {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}
    return {**days, "actors": list(actors), "silence": silence}


def at(text):
    return (date.fromisoformat(text),) * 2


@pytest.mark.parametrize(
    ("claim", "day", "word"),
    [
        (row("2001-06-15"), "2001-06-15", "yes"),
        (row("2001-06-15"), "2001-06-14", ""),
        (row("2001-06-15", "2010-01-31"), "2010-02-01", ""),
        (row("2001-01-01", precision="year"), "2001-06-01", "unknown"),
        (row("2001-01-01", precision="year"), "2002-01-01", "yes"),
        (row("2001-06-15", "2010-12-31", precision="year"), "2001-06-15", "yes"),
        (row("2001-06-15", "2010-12-31", precision="year"), "2010-03-01", "unknown"),
        (row("2014-04-21", dated="first-observed"), "2000-01-01", "unknown"),
        (row(None, told=date(2016, 2, 1)), "2010-01-01", "unknown"),
        (row(None, told=date(2016, 2, 1)), "2016-02-01", "yes"),
    ],
)
def test_what_one_tie_says_of_a_day(claim, day, word):
    assert says(claim, at(day), [], []) == word


def test_an_open_end_reaches_as_far_as_the_source():
    covers = [cover("1946-01-01", "2018-12-31")]
    assert says(row("1954-01-01"), at("2018-12-31"), covers, covers) == "yes"
    assert says(row("1954-01-01"), at("2019-01-01"), covers, []) == "unknown"


def test_within_coverage_first_observed_is_a_beginning():
    covers = [cover("1946-01-01", "2018-12-31")]
    claim = row("1954-01-01", dated="first-observed")
    assert account("d", [claim], covers, (A, B), at("1950-01-01")).value == "no"
    assert account("d", [claim], [], (A, B), at("1950-01-01")).value == "unknown"


def test_coverage_of_others_says_nothing():
    covers = [cover("1946-01-01", "2018-12-31", actors=("USA", "JPN"))]
    assert account("d", [], covers, (A, B), at("1950-01-01")).value == "unknown"
    assert (
        account(
            "d",
            [],
            [cover("1946-01-01", "2018-12-31", silence="unknown")],
            (A, B),
            at("1950-01-01"),
        ).value
        == "unknown"
    )


def test_a_signature_counts_where_nothing_tells_of_force():
    signed = row("1953-10-01", dated="signed")
    force = row("1954-11-17", dated="in-force", seq=2)
    assert account("d", [signed], [], (A, B), at("1954-01-01")).value == "yes"
    told = account("d", [signed, force], [], (A, B), at("1954-01-01"))
    assert (told.value, told.against) == ("unknown", (signed,))


def test_an_earlier_stretch_is_no_conflict_with_a_later_one():
    first, second = row("2007-01-01", "2008-02-01"), row("2017-11-12", seq=2)
    told = account("d", [first, second], [], (A, B), at("2020-01-01"))
    assert (told.value, told.against, told.elsewhere) == ("yes", (), (first,))


def test_a_beginning_is_as_precise_as_it_is_known():
    assert since(row("2015-01-01", precision="month")) == "2015-01"
    assert since(row("2017-06-09", "2020-12-31", precision="year")) == "2017-06-09"

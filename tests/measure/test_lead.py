"""Lead and lag of trade and security, on worlds made for it."""

import numpy as np
import pytest
from tests.measure.told import covered, numbers
from tests.network.made import made, row

from comity.errors import QueryError
from comity.measure import run
from comity.network import sequence

PAIRS = [
    ("AAA", "BBB"),
    ("AAA", "CCC"),
    ("AAA", "DDD"),
    ("BBB", "CCC"),
    ("BBB", "DDD"),
    ("CCC", "DDD"),
]
YEARS = range(2000, 2011)


def world(jumps, ties):
    """Trade of every pair is flat but for a jump in a year; ties begin on the first day of a year."""
    alliances = [row("ally", *pair, start=f"{year}-01-01") for pair, year in ties.items()]
    rows = [
        (a, b, year, 1000.0 if year >= jumps.get((a, b), 9999) else 10.0)
        for a, b in PAIRS
        for year in YEARS
    ]
    told = numbers(made(*alliances, row("partner", "AAA", "DDD")), "imports", *rows)
    told = covered(told, "ally", "1990-01-01", "2020-01-01")
    return sequence(told, YEARS)


def lags(years, **options):
    given = {"sust.lead": {"security": ("alliance",), "chance": 20, **options}}
    found = run(years, ["sust.lead"], draws=0, options=given)
    return {int(v.subject.layer.rsplit(" ", 1)[1]): v for v in found}


def test_trade_that_jumps_a_year_before_the_alliance_leads_by_one():
    pairs = (PAIRS[0], PAIRS[4])
    jumps = {pairs[0]: 2003, pairs[1]: 2006}
    found = lags(world(jumps, {p: y + 1 for p, y in jumps.items()}))
    assert found[1].value == pytest.approx(1)
    assert max(abs(found[k].value) for k in found if k != 1) < 0.5


def test_security_that_goes_first_has_a_negative_lag():
    jumps = {PAIRS[0]: 2005, PAIRS[4]: 2008}
    found = lags(world(jumps, {p: y - 2 for p, y in jumps.items()}))
    assert found[-2].value == pytest.approx(1)


def test_both_in_one_year_have_no_lag():
    jumps = {PAIRS[0]: 2005, PAIRS[4]: 2008}
    value = lags(world(jumps, jumps))[0]
    assert value.value == pytest.approx(1)
    assert "permuted actors" in value.method
    assert value.lo <= value.value <= value.hi


def test_without_changes_it_is_unknown():
    assert lags(world({}, {}))[0].value is None


def test_more_lags_than_years_are_unknown():
    jumps = {PAIRS[0]: 2005}
    assert lags(world(jumps, jumps), lags=(-40, 40))[40].value is None


def test_pairs_no_source_covers_are_missing():
    told = numbers(made(row("ally", "AAA", "BBB")), "imports", ("AAA", "BBB", 2001, 5.0))
    value = lags(sequence(told, YEARS))[0]
    assert value.value is None
    assert value.missing > 0
    assert "none known" in value.method


def test_permuting_actors_gives_about_nought():
    rng = np.random.default_rng(0)
    jumps = {p: int(rng.integers(2001, 2010)) for p in PAIRS[:4]}
    note = lags(world(jumps, jumps), chance=200)[0].method
    mean = float(note.split("permuted actors ")[1].split(" ")[0])
    assert abs(mean) < 0.1


def test_the_same_seed_gives_the_same_interval():
    jumps = {PAIRS[0]: 2005, PAIRS[4]: 2008}
    one, two = (lags(world(jumps, jumps), seed=3)[0] for _ in range(2))
    assert (one.lo, one.hi, one.method) == (two.lo, two.hi, two.method)


def test_it_needs_a_sequence():
    from datetime import date

    from comity.network import network_at

    with pytest.raises(QueryError, match="measured on a sequence"):
        run(network_at(made(), date(2016, 1, 1)), ["sust.lead"])

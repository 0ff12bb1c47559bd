"""Pace of rules, tracks, third parties, inequality of ties, gap in wealth, by hand."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.measure.test_promises import KEPT, MOVED
from tests.measure.told import numbers, position, read, with_positions
from tests.network.made import DAY, event, made, row

from comity.measure import explain, run
from comity.measure.equality.gini import gini, lorenz
from comity.network import network_at


def values(evidence, id, day=DAY, draws=0, **options):
    found = run(network_at(evidence, day), [id], draws=draws, options={id: options})
    return {(v.subject.actors or v.subject.mechanism, v.subject.layer): v for v in found}


CODE = made(
    event("propose", "CHN", "PHL", day="2010-01-01", frame="coc"),
    event("dialogue", "CHN", "PHL", day="2010-01-31", frame="coc"),
    row("party", "CHN", frame="coc", start="2010-03-02", dated="signed"),
)


def test_a_stage_lasts_until_the_next_is_told():
    found = values(CODE, "rules.pace", date(2010, 3, 12))
    stays = {layer: (v.value, v.method.split(";")[0]) for (_, layer), v in found.items()}
    assert stays == {
        "proposed": (30, "then negotiated"),
        "negotiated": (30, "then signed"),
        "signed": (10, "still on it"),
    }


def test_a_stage_told_after_a_higher_one_has_no_time_before_it():
    late = CODE.joined(made(event("adopt", "CHN", "PHL", day="2011-01-01", frame="coc")))
    assert ("coc", "adopted") not in values(late, "rules.pace")


def test_what_is_not_yet_begun_has_no_pace():
    assert values(CODE, "rules.pace", date(2009, 1, 1)) == {}


def test_a_date_known_to_the_year_leaves_open_how_long():
    told = made(
        event("propose", "CHN", day="2010-01-01", frame="coc"), row("party", "CHN", frame="coc")
    )
    year = replace(
        told.links[1],
        dated="signed",
        period=replace(told.links[1].period, start=date(2012, 1, 1), end=None, precision="year"),
    )
    value = values(replace(told, links=(told.links[0], year)), "rules.pace")["coc", "proposed"]
    assert (value.value, value.hi - value.lo) == (730, 364)


PROFILE = with_positions(
    made(
        event("meet", "CHN", "RUS", day="2016-03-01", track="rules"),
        event("sign", "CHN", "RUS", day="2010-03-01", track="rules", frame="pact"),
        event("sign", "CHN", "KAZ", day="2011-03-01", track="military", frame="pact"),
    ),
    (position(["CHN"], track="rules"), "2016-05-01"),
)


def test_a_track_is_told_by_kind():
    kept, moved = (replace(p, said=replace(p.said, track="rules")) for p in (KEPT, MOVED))
    found = values(replace(PROFILE, pledges=(kept, moved)), "track.profile")
    shown = {layer: v.value for (_, layer), v in found.items() if layer.startswith("rules")}
    assert shown == {
        "rules–events": 1,
        "rules–positions": 1,
        "rules–instruments": 1,
        "rules–promises kept": 1,
        "rules–promises moved": 1,
        "rules–promises open": 0,
        "rules–promises overdue": 0,
        "rules–promises no news": 0,
    }


def test_a_track_without_promises_has_none_to_count():
    found = values(PROFILE, "track.profile")
    assert found["", "rules–promises kept"].value is None
    assert found["", "military–instruments"].value is None  # the pact is of the earlier track


def test_a_profile_leads_to_its_claims():
    found = values(PROFILE, "track.profile")
    assert explain(found["", "rules–positions"])["claims"] == ["p0"]


NAMED = read(
    made(
        event("exercise", "CHN", "RUS", day="2016-03-01", track="military"),
        event("exercise", "CHN", "PAK", day="2016-04-01", track="military"),
        row("ally", "JPN", "USA"),
    ),
    ("JPN",),
    (),
    ("CHN", "RUS"),
)


def test_the_share_of_sentences_that_name_a_third_state():
    found = values(NAMED, "target.third")
    assert found[("CHN",), "exercises"].value == 0.5
    assert found[("RUS",), "exercises"].value == 1
    assert found[("PAK",), "exercises"].value == 0
    assert found[("USA",), "ties"].value == 1
    assert found[("USA",), "ties"].method.startswith("CHN 1, RUS 1")
    assert found["", "exercises"].value == 0.5


def test_rows_without_words_name_nobody_and_are_missing():
    rows = made(event("exercise", "CHN", "RUS", day="2016-03-01", track="military"))
    value = values(rows, "target.third")[("CHN",), "exercises"]
    assert (value.value, value.missing) == (None, 1)


def test_exercises_of_long_ago_are_left_out():
    assert ("CHN",) not in {a for a, _ in values(NAMED, "target.third", date(2025, 1, 1))}


def test_coding_errors_move_the_share():
    value = values(NAMED, "target.third", draws=20)[("CHN",), "exercises"]
    assert {e.cause for e in value.envelopes} == {"sampling", "coding"}


def body(**members):
    return made(*(row("member", m, frame=b) for b, own in members.items() for m in own))


def test_all_tied_alike_is_nought():
    value = values(body(one=("AAA", "BBB", "CCC")), "equal.ties")["", "membership"]
    assert value.value == 0


def test_a_star_by_hand():
    # Ties 3, 1, 1, 1: differences 2 three times, both ways 12; 2 * 4 * 6 = 48.
    pairs = {f"b{k}": ("AAA", other) for k, other in enumerate(("BBB", "CCC", "DDD"))}
    value = values(body(**pairs), "equal.ties")["", "membership"]
    assert value.value == pytest.approx(12 / 48)
    assert value.lo <= value.value <= value.hi
    assert "75% have 50%" in value.method


def test_nobody_tied_is_unknown():
    assert values(body(one=("AAA",)), "equal.ties")["", "membership"].value is None


def test_lorenz_and_gini_are_of_one_curve():
    counts = np.array([1.0, 2, 3, 10])
    share, had = lorenz(counts)
    assert gini(counts) == pytest.approx(1 - 2 * np.trapezoid(had, share))


def wealth(*rows):
    told = made(*(row("partner", "AAA", b) for b in ("BBB", "CCC")))
    return numbers(told, "gdp-per-capita", *((a, None, y, v) for a, y, v in rows))


def gap(evidence, **options):
    return values(evidence, "sust.gap", **options)["", ""]


def test_the_gap_is_the_spread_of_logarithms():
    value = gap(wealth(("AAA", 2016, 1000.0), ("BBB", 2016, 2000.0)))
    assert value.value == pytest.approx(math.log(2) / math.sqrt(2))
    assert value.missing == 1


def test_equal_wealth_is_no_gap():
    assert gap(wealth(("AAA", 2016, 5.0), ("BBB", 2016, 5.0))).value == pytest.approx(0)


def test_the_latest_number_counts_and_old_ones_do_not():
    told = wealth(("AAA", 2015, 9.0), ("AAA", 2016, 1.0), ("BBB", 2016, 1.0), ("CCC", 2001, 9.0))
    assert gap(told).value == pytest.approx(0)
    assert gap(told).missing == 1


def test_output_over_people_stands_in():
    told = numbers(
        numbers(made(row("partner", "AAA", "BBB")), "gdp", ("AAA", None, 2016, 100.0)),
        "population",
        ("AAA", None, 2016, 10.0),
        ("BBB", None, 2016, 10.0),
        family="people",
    )
    told = numbers(told, "gdp-per-capita", ("BBB", None, 2016, 10.0), family="more")
    assert gap(told).value == pytest.approx(0)


def test_without_numbers_it_is_unknown():
    assert gap(made(row("partner", "AAA", "BBB"))).value is None

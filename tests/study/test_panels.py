"""The real tables at hand: how many rows come in, and the acceptance cases of open data."""

from datetime import date, datetime

import pytest

from comity.model import Period
from comity.study import open_study

PANELS = {
    "atop": ("alliance_atop_dyad_year.csv", 6425, 505, 0),
    "cow-alliances": ("alliance_cow_dyad_year.csv", 3802, 265, 0),
    "cow-contiguity": ("contiguity_cow32_spells.csv", 330, 0, 330),
    "cow-igo": ("igo_membership_spells.csv", 4585, 4585, 0),
    "cow-mid": ("mid_cow5_dyad_dispute_year.csv", 1071, 0, 4 * 1071),
    "gml-mid": ("mid_gml_dyad_dispute_year.csv", 1039, 0, 4 * 1039),
    "cow-nmc": ("nmc7_state_year.csv", 3495, 0, 7 * 3495),
    "cow-trade": ("trade_cow4_dyad_year.parquet", 54418, 0, 4 * 54418),
    "desta": ("desta_trade_agreements.csv", 408, 370, 0),
    "mme-exercises": ("exercises_mme7_participant_year.csv", 10348, 2741, 0),
    "ucdp-acd": ("ucdp_acd_conflict_year.csv", 2437, 0, 2436),
    "unga-ideal-points": ("unga_ideal_points_state_year.csv", 3023, 0, 5 * 3023),
    "unga-votes": ("unga_votes.parquet", 246613, 0, 246613),
    "vdem-polyarchy": ("democracy_state_year.csv", 3672, 0, 3672),
}


@pytest.fixture(scope="module")
def panels(shared):
    with open_study(clock=lambda: datetime(2026, 11, 1)) as study:
        study.done = {
            f: study.import_feed(f, shared / "data/panels" / p[0]) for f, p in PANELS.items()
        }
        yield study


@pytest.mark.parametrize("feed", PANELS)
def test_every_row_comes_in_or_is_counted_with_its_reason(panels, feed):
    done = panels.done[feed]
    assert (done.rows, done.claims, done.observations) == PANELS[feed][1:]
    assert done.skipped <= sum(done.reasons.values())
    assert done.skipped < 0.02 * done.rows


def answer(panels, property, a, b, *at, **given):
    found = panels.holds(property, a, b, date(*at), **given)
    return found.value, {s.rsplit("-", 1)[0]: word for s, word in found.sources.items()}


def test_germany_is_one_actor_under_three_codes(panels):
    years = {r["start"].year for r in panels.series("population", "DEU")}
    assert {1960, 1989, 1995} <= years
    assert 1950 not in years


def test_new_zealand_and_the_united_states_in_1987(panels):
    assert answer(panels, "ally", "USA", "NZL", 1985, 7, 1)[0] == "yes"
    no_row = answer(panels, "ally", "USA", "NZL", 1987, 7, 1)
    assert no_row == ("no", {"atop": "no", "cow-alliances": "no"})
    assert answer(panels, "member", "NZL", "anzus", 1987, 7, 1)[0] == "yes"


def test_atop_and_cow_differ_on_thailand_and_both_are_shown(panels):
    value, sources = answer(panels, "ally", "USA", "THA", 1990, 7, 1)
    assert (value, sources) == ("yes", {"atop": "yes", "cow-alliances": "no"})
    pact = answer(panels, "ally", "USA", "THA", 1960, 7, 1, grade="defence")
    assert pact[1] == {"atop": "yes", "cow-alliances": "no"}
    ties = panels.claims(kind="tie", relation="ally", actors=["USA", "THA"])
    atop = [t for t in ties if t["rule"] == "feed.atop"]
    cow = [t for t in ties if t["rule"] == "feed.cow-alliances"]
    assert [(t["grade"], t["start"], t["end"]) for t in atop] == [
        ("defence; non-aggression; consultation", "1954-01-01", None)
    ]
    assert (cow[0]["start"], cow[-1]["end"]) == ("1954-01-01", "1977-12-31")
    assert all("entente" in t["grade"] and "defence" not in t["grade"] for t in cow)


@pytest.mark.parametrize(
    ("property", "a", "b", "year", "value"),
    [
        ("ally", "USA", "JPN", 2019, "unknown"),
        ("ally", "CHN", "AUS", 2019, "unknown"),
        ("ally", "CHN", "AUS", 2001, "no"),
        ("contiguity", "USA", "CAN", 2017, "unknown"),
        ("contiguity", "USA", "CAN", 2010, "yes"),
        ("contiguity", "CHN", "AUS", 2010, "no"),
        ("mid-hostility", "CHN", "USA", 2015, "unknown"),
        ("mid-hostility", "CHN", "USA", 2001, "yes"),
        ("mid-hostility", "AUS", "NZL", 2001, "no"),
        ("exercise", "USA", "JPN", 2015, "unknown"),
    ],
)
def test_past_its_coverage_a_source_says_nothing(panels, property, a, b, year, value):
    assert panels.holds(property, a, b, Period.year(year)).value == value


def test_a_study_of_imports_is_whole(panels):
    assert panels.verify() == []

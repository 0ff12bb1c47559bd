"""Names, dates and ids."""

from comity.registry import load_registry
from comity.registry.check import check_records
from comity.registry.lexicon import load_lexicon
from comity.registry.records import Member, Record, Term


def test_every_member_state_has_its_names():
    states = [r for r in load_registry().of_type("actor") if r.kind == "state"]
    assert len(states) >= 194
    assert all(r.zh and r.en and r.source for r in states)


def test_labels_follow_the_language():
    registry = load_registry()
    assert (registry.label("VNM", "zh"), registry.label("VNM", "en")) == ("越南", "Vietnam")


def test_who_held_an_office_depends_on_the_day():
    registry = load_registry()
    names = [p.en[0] for p in registry.holders("JPN", "head-of-government", "2022-11-17")]
    assert names == ["Fumio Kishida"]


def test_a_partial_date_covers_all_its_days():
    term = Term(office="x", start="2013-08", end="2022-12")
    assert term.covers("2013-08-01")
    assert term.covers("2022-12-31")
    assert not term.covers("2023-01-01")


def test_a_membership_without_end_is_still_in_force():
    record = Record(id="m", type="mechanism", parties=(Member(id="IND", start="2017-06-09"),))
    assert record.members_at("2024-01-01") == ("IND",)
    assert record.members_at("2017-06-08") == ()


def test_latin_names_count_only_as_whole_words():
    found = [h.records[0].id for h in load_lexicon().find("Chadwick met officials of Chad.")]
    assert found == ["TCD"]


def test_a_record_without_source_is_a_problem():
    (problem,) = check_records([Record(id="x", type="mechanism", zh=("某机制",), path="m.toml")])
    assert "m.toml" in str(problem)
    assert "source" in str(problem)

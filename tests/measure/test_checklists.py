"""Sourced checklists: yes, no, unknown."""

from dataclasses import replace
from datetime import date

import pytest
from tests.network.made import DAY, event, made, row

from comity.errors import QueryError, ResourceError
from comity.measure import explain, run
from comity.measure.checklists.answers import (
    Checklists,
    check_checklists,
    own_checklists,
    parse_answers,
    parse_items,
    read_checklists,
)
from comity.network import network_at

HEAD = "checklist,subject,item,answer,from,to,source,standing,note\n"
ITEMS = own_checklists().items


def lists(*rows):
    return Checklists(ITEMS, parse_answers(HEAD + "\n".join(rows), ITEMS))


def values(evidence, id, day=DAY, **options):
    found = run(network_at(evidence, day), [id], draws=0, options={id: options})
    return {v.subject.actors or v.subject.mechanism: v for v in found}


CHARTER = "inst.depth,club,charter,yes,2010,,src,,"
BUDGET = "inst.depth,club,budget,no,2010,,src,,"


def test_unknown_items_widen_the_interval_and_are_in_no_share():
    value = values(made(), "inst.depth", lists=lists(CHARTER, BUDGET))["club"]
    assert (value.value, value.missing) == (0.5, 4)
    assert (value.lo, value.hi) == (pytest.approx(1 / 6), pytest.approx(5 / 6))
    assert value.method.startswith("yes: charter; no: budget; unknown: secretariat")


def test_all_yes_is_one_and_all_no_nought():
    names = [i.id for i in own_checklists().of("inst.depth")]
    for answer, expected in (("yes", 1), ("no", 0)):
        given = lists(*(f"inst.depth,club,{n},{answer},,,src,," for n in names))
        value = values(made(), "inst.depth", lists=given)["club"]
        assert (value.value, value.lo, value.hi) == (expected, expected, expected)


def test_an_answer_holds_from_its_first_to_its_last_day():
    given = lists("inst.depth,club,charter,no,,2009-06,src,,", CHARTER)
    shown = [
        values(made(), "inst.depth", day, lists=given)["club"].value
        for day in (date(2009, 6, 30), date(2009, 7, 1), date(2010, 1, 1))
    ]
    assert shown == [0, None, 1]


def test_answers_that_contradict_each_other_leave_it_unknown_with_both_behind_it():
    given = lists(CHARTER, "inst.depth,club,charter,no,2010,,other,,")
    value = values(made(), "inst.depth", lists=given)["club"]
    assert value.value is None
    assert explain(value)["rows"] == ["checklists.csv#1", "checklists.csv#2"]


def test_sessions_in_three_of_five_years_are_regular():
    held = [event("conference", "CHN", "RUS", day=f"{y}-06-01", frame="club") for y in (2013, 2014)]
    two, three = made(*held), made(*held, event("meet", "CHN", day="2016-01-01", frame="club"))
    assert values(two, "inst.depth")["club"].value is None
    assert values(three, "inst.depth")["club"].value == 1
    assert values(three, "inst.depth", date(2020, 1, 1))["club"].value is None


def test_every_answer_of_ours_names_a_source_or_says_that_it_has_none():
    import csv
    from importlib.resources import files

    text = files("comity.resources").joinpath("checklists.csv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert [r for r in rows if (r["standing"] == "sourced") != r["source"].startswith("http")] == []


ALLIES = made(row("ally", "JPN", "USA", grade="defence; consultation"))


def test_openness_of_an_alliance_is_answered_by_sources_and_events():
    drill = event("exercise", "JPN", "USA", ("IND", "observer"), day="2016-01-01", track="military")
    notice = event("notify", "USA", "CHN", day="2016-01-01", track="military")
    bare = lists()
    assert values(ALLIES, "ally.open", lists=bare)["JPN", "USA"].value is None
    told = ALLIES.joined(made(drill, notice))
    value = values(told, "ally.open", lists=bare)["JPN", "USA"]
    assert (value.value, value.missing) == (1, 1)
    assert "yes: exercise-notified, observers-invited; unknown: text-published" in value.method


def test_a_notice_between_the_allies_is_none_to_others():
    notice = made(event("notify", "USA", "JPN", day="2016-01-01", track="military"))
    assert values(ALLIES.joined(notice), "ally.open", lists=lists())["JPN", "USA"].value is None


def test_obligations_are_named_in_order_with_who_names_them():
    other = made(row("ally", "USA", "JPN", grade="non-aggression"), family="other")
    value = values(ALLIES.joined(other), "ally.form")["JPN", "USA"]
    assert value.value == "defence, non-aggression, consultation"
    assert value.method.startswith("made: defence, consultation; other: non-aggression")
    assert value.lo is None


def test_an_alliance_without_its_kind_is_unknown():
    value = values(made(row("ally", "JPN", "USA")), "ally.form")["JPN", "USA"]
    assert (value.value, value.missing) == (None, 1)


DRILLS = made(
    *(
        event("exercise", "CHN", "RUS", day=f"{year}-06-01", track="military")
        for year in (2013, 2014, 2015)
    )
)


def test_a_stage_is_the_highest_with_a_yes_and_without_a_no_below():
    base = "align.stage,CHN-RUS,bases,yes,,,src,,"
    early = "align.stage,CHN-RUS,confidence-building,no,,,src,,"
    pair = ("CHN", "RUS")
    assert values(DRILLS, "align.stage", lists=lists())[pair].value == "moderate"
    assert values(DRILLS, "align.stage", lists=lists(base))[pair].value == "advanced"
    assert values(DRILLS, "align.stage", lists=lists(base, early))[pair].value is None


def test_a_pact_of_non_aggression_is_no_treaty_of_defence():
    pact = made(row("ally", "CHN", "RUS", grade="non-aggression"))
    assert values(pact, "align.stage", lists=lists())["CHN", "RUS"].value is None
    assert values(ALLIES, "align.stage", lists=lists())["JPN", "USA"].value == "moderate"


def test_two_exercises_are_not_regular():
    few = replace(DRILLS, links=DRILLS.links[:2])
    assert values(few, "align.stage", lists=lists())["CHN", "RUS"].value is None


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("inst.depth,club,flag,yes,,,src,,", "asks what no item asks"),
        ("inst.depth,club,charter,perhaps,,,src,,", "yes or no"),
        ("inst.depth,,charter,yes,,,src,,", "needs a subject"),
        ("inst.depth,club,charter,yes,2010-13,,src,,", "a date that is none"),
        ("inst.depth,club,charter,yes,soon,,src,,", "a date that is none"),
        ("inst.depth,club,charter,yes,2011,2010,src,,", "ends before it begins"),
    ],
)
def test_a_wrong_answer_is_told_with_its_row(line, wrong):
    with pytest.raises(ResourceError, match=wrong) as error:
        lists(line)
    assert "row 1" in str(error.value)


def test_a_table_without_its_columns_is_an_error():
    with pytest.raises(ResourceError, match="no column checklist"):
        parse_answers("a,b\n1,2\n", ITEMS)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("item = [", "not valid TOML"),
        ('[[item]]\nid = "a"\nchecklist = "mood"', "needs an id and a checklist"),
        ('[[item]]\nid = "a"\nchecklist = "align.stage"', "has no stage"),
        ('[[item]]\nid = "a"\nchecklist = "inst.depth"\nsize = "1"', "unknown key size"),
        (
            '[[item]]\nid = 1\nchecklist = "inst.depth"',
            "an id that is no text|a id that is no text",
        ),
        ("item = 3", "no list of items"),
    ],
)
def test_a_wrong_item_is_told_in_one_sentence(text, wrong):
    with pytest.raises(ResourceError, match=wrong):
        parse_items(text)


def test_a_folder_answers_over_ours(tmp_path):
    assert read_checklists(tmp_path) == own_checklists()
    line = "inst.depth,quad,secretariat,yes,,,mine,,\n"
    (tmp_path / "checklists.csv").write_text(HEAD + line, encoding="utf-8")
    given = read_checklists(tmp_path).given("inst.depth", "quad", date(2020, 1, 1))
    assert [a.yes for a in given["secretariat"]] == [True]
    assert [a.yes for a in given["budget"]] == [False]
    assert check_checklists(tmp_path) == []


def test_what_is_wrong_with_a_folder_is_a_problem(tmp_path):
    (tmp_path / "checklists.csv").write_text(HEAD + "inst.depth,quad,flag,yes,,,,,\n")
    assert len(check_checklists(tmp_path)) == 1


def test_an_unknown_checklist_is_an_error():
    with pytest.raises(QueryError, match="no checklist mood"):
        own_checklists().of("mood")

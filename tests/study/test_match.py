from datetime import date

import pytest
from click.testing import CliRunner

from comity.cli.match import command
from comity.errors import QueryError
from comity.study import open_study

HERE = "2019年6月29日，国家主席习近平在大阪同美国总统特朗普举行会晤。"
THERE = (
    "On June 29, 2019, President Donald J. Trump met with President Xi Jinping of China in Osaka."
)
CALL = (
    "On June 18, 2019, President Donald J. Trump spoke by phone with President Xi Jinping of China."
)


def told(study):
    study.add(HERE, issuer="CHN", issued="2019-06-29", language="zh")
    study.add(THERE, issuer="USA", issued="2019-06-29", language="en")
    study.add(CALL, issuer="USA", issued="2019-06-18", language="en")
    return study


@pytest.fixture
def study(clock):
    with open_study(clock=clock) as made:
        yield told(made)


def happenings(study):
    return {study.claim(c["id"])["happening"] for c in study.claims(kind="event")}


def test_one_meeting_told_in_two_languages_becomes_one_happening(study):
    assert len(happenings(study)) == 3
    found = study.match()
    assert [p.verdict for p in found.joins] == ["same"]
    assert len(happenings(study)) == 2


def test_a_join_is_a_judgement_with_its_parts(study):
    study.match()
    (made,) = study.judgements().to_dicts()
    assert made["author"].startswith("comity match ")
    assert "people: " in made["score"]


def test_matching_again_adds_nothing_and_a_dry_run_writes_nothing(study):
    assert len(study.match(dry_run=True).joins) == 1
    assert len(study.judgements()) == 0
    study.match()
    assert study.match().joins == ()
    assert len(study.judgements()) == 1


def test_a_withdrawn_join_is_not_made_again(study):
    study.match()
    study.judge("withdraw", author="ann", withdraws=study.judgements()[0]["id"])
    assert study.match().joins == ()
    assert len(happenings(study)) == 3


def test_a_person_who_says_different_is_heard_before_and_after(study):
    join = study.match(dry_run=True).joins[0]
    study.match()
    study.judge("different", join.claim, other=join.other, author="ann")
    assert len(happenings(study)) == 3
    assert study.match().joins == ()


def test_only_events_of_the_period_are_compared(study):
    assert study.match(end=date(2018, 1, 1)).compared == 0
    assert study.match(start=date(2019, 6, 1)).compared > 0


def test_only_events_can_be_explained(study):
    a, b = (p for p in study.match(dry_run=True).joins[0].score.parts[:2])
    assert a.words
    assert b.words
    with pytest.raises(QueryError, match="no claim"):
        study.explain_match("zzz", "zzz")


def test_the_command_shows_joins_and_explains_them(tmp_path):
    path = str(tmp_path / "s.duckdb")
    with open_study(path) as made:
        told(made)
        join = made.match(dry_run=True).joins[0]
    run = CliRunner().invoke(command, ["--study", path, "--dry-run", "--json"])
    assert join.claim in run.stdout
    run = CliRunner().invoke(command, ["--study", path, "--explain", join.claim, join.other])
    assert "likelihood" in run.stdout
    run = CliRunner().invoke(
        command, ["--study", path, "--different", join.claim, join.other, "--author", "ann"]
    )
    assert run.exit_code == 0, run.output
    run = CliRunner().invoke(command, ["--study", path])
    assert "0 joined" in run.stderr


def test_an_undated_mention_is_joined_with_what_happened_in_the_weeks_before(study):
    study.add(
        "第九次会议在北京举行。近日，国家主席习近平在大阪同美国总统特朗普举行会晤。",
        issuer="CHN",
        issued="2019-07-10",
        language="zh",
    )
    assert len(study.match().joins) == 2


def test_the_meeting_held_during_a_visit_is_a_part_of_it_and_not_joined(study):
    study.add(
        "2019年6月28日至29日，美国总统特朗普对中国进行国事访问。",
        issuer="CHN",
        issued="2019-06-30",
        language="zh",
    )
    found = study.match()
    assert {row["said"] for row in found.part_rows()} == {"meet CHN, USA, 2019-06-29"}
    assert all("visit" not in row["also"] for row in found.to_rows() if row["verdict"] == "same")

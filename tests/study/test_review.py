import pytest
from click.testing import CliRunner

from comity.cli import cli
from comity.study import open_study
from comity.study.agreement import agreement

from .conftest import TALKS


@pytest.fixture
def path(tmp_path):
    with open_study(tmp_path / "s.duckdb") as made:
        made.add(TALKS, issuer="CHN", issued="2019-06-06", language="zh")
    return str(tmp_path / "s.duckdb")


def review(path, keys, author="ann"):
    run = CliRunner().invoke(cli, ["review", "--study", path, "--author", author], input=keys)
    assert run.exit_code == 0, run.output
    return run


def verdicts(path):
    with open_study(path, readonly=True) as study:
        return [(j["verdict"], j["withdrawn"]) for j in study.judgements()]


def test_one_key_accepts_and_progress_is_kept(path):
    assert "1 judged" in review(path, "aq").stderr
    assert "2 judged" in review(path, "aq").stderr
    assert verdicts(path) == [("accept", False)] * 2


def test_undo_takes_the_last_decision_back(path):
    review(path, "auq")
    assert verdicts(path) == [("accept", True), ("withdraw", False)]


def test_a_skipped_claim_is_not_judged_and_the_next_is_shown(path):
    with open_study(path, readonly=True) as study:
        first, second = (c["id"] for c in study.pending("ann", limit=2))
    review(path, "saq")
    with open_study(path, readonly=True) as study:
        assert [j["claim"] for j in study.judgements()] == [second]
        assert study.pending("ann")[0]["id"] == first


def test_fixing_asks_for_fields_and_refuses_unknown_ones(path):
    assert "no field colour" in review(path, "fcolour=red\n\nq").stderr
    review(path, "fstart=2019-06-04\nparticipants=CHN RUS\n\nq")
    with open_study(path, readonly=True) as study:
        assert [c["start"] for c in study.claims(reviewed=True)] == ["2019-06-04"]


def test_each_reviewer_sees_every_claim(path):
    review(path, "aaaaaaq")
    with open_study(path, readonly=True) as study:
        assert study.progress("ben")[0] == 0
        assert study.progress("ben")[1] == study.progress("ann")[0] + study.progress("ann")[1]


def test_agreement_of_two_reviewers_is_printed_with_its_interval(path):
    review(path, "ar\nq")
    review(path, "aaq", author="ben")
    run = CliRunner().invoke(cli, ["review", "--study", path, "--agreement", "ann", "ben"])
    assert "2 claims judged by both: agreement 0.50" in run.output
    assert "ann: reject, ben: accept" in run.output


def test_kappa_follows_cohens_formula():
    pairs = [("x", "accept", "accept")] * 20 + [("x", "accept", "reject")] * 5
    pairs += [("x", "reject", "accept")] * 10 + [("x", "reject", "reject")] * 15
    found = agreement(pairs)
    assert found.observed == pytest.approx(0.7)
    assert found.expected == pytest.approx(0.5)
    assert found.kappa == pytest.approx(0.4)
    assert agreement([("x", "accept", "accept")]).kappa is None


def test_what_is_decided_anew_within_a_second_counts(study):
    claim = study.claims()[0]["id"]
    first = study.judge("accept", claim, author="ann")
    study.judge("withdraw", withdraws=first, author="ann")
    again = study.judge("accept", claim, author="ann")
    assert again != first
    assert study.claim(claim)["verdict"] == "accept"
    assert study.judge("accept", claim, author="ann") == again

"""The pairs that matching leaves to a person: one at a time, side by side, every decision kept."""

import pytest
from click.testing import CliRunner

from comity.cli import cli
from comity.study import open_study

TOLD = (
    ("On November 3, 2022, President Biden met with President Xi of China in Bali.", "USA"),
    ("On November 20, 2022, President Xi of China met with President Biden in Bali.", "JPN"),
    ("In November 2022, President Biden met with President Xi of China in Bali.", "AUS"),
)


@pytest.fixture
def path(tmp_path):
    with open_study(tmp_path / "s.duckdb") as study:
        for text, issuer in TOLD:
            study.add(text, issuer=issuer, issued="2022-12-01", language="en")
    return str(tmp_path / "s.duckdb")


def review(path, keys, *more):
    args = ["review", "--pairs", "--study", path, "--author", "ann", *more]
    run = CliRunner().invoke(cli, args, input=keys)
    assert run.exit_code == 0, run.output
    return run


def decided(path):
    with open_study(path, readonly=True) as study:
        return [(j["verdict"], j["withdrawn"]) for j in study.judgements()]


def happenings(path):
    with open_study(path, readonly=True) as study:
        return len({study.claim(c["id"])["happening"] for c in study.claims(kind="event")})


def test_both_sentences_stand_side_by_side_with_the_reason(path):
    shown = review(path, "q").stdout
    assert "its loose date fits several happenings" in shown
    assert "y same   n different   s skip   u undo" in shown
    assert "USA" in shown
    assert "AUS" in shown


def test_a_decision_joins_at_once_and_settles_what_follows_from_it(path):
    run = review(path, "yq")
    assert decided(path) == [("same", False)]
    assert happenings(path) == 2
    assert "1 to go" in run.stderr
    assert "told also: meet" in run.stdout, "the next pair shows what its side is joined with"


def test_a_pair_that_other_decisions_settle_is_not_asked(path):
    with open_study(path) as study:
        one, other = (p for p in study.unsure_pairs().proposals)
        (shared,) = {one.claim, one.other} & {other.claim, other.other}
        far = ({one.claim, one.other} | {other.claim, other.other}) - {shared}
        study.judge("different", min(far), other=max(far), author="ben")
        study.judge("same", one.claim, other=one.other, author="ben")
    assert "0 decided in this sitting, 0 to go" in review(path, "").stderr


def test_progress_is_kept_and_a_pair_does_not_come_again(path):
    first = review(path, "nq")
    assert "1 decided in this sitting, 1 to go" in first.stderr
    assert "1 decided in this sitting, 0 to go" in review(path, "nq").stderr
    assert decided(path) == [("different", False)] * 2
    assert "0 decided in this sitting, 0 to go" in review(path, "").stderr


def test_undo_brings_the_pair_back_and_skip_leaves_it(path):
    assert "0 decided in this sitting, 2 to go" in review(path, "nuq").stderr
    assert decided(path) == [("different", True), ("withdraw", False)]
    assert "2 to go" in review(path, "ss").stderr


def test_the_score_is_explained_on_request(path):
    assert "likelihood" in review(path, "?q").stdout


def test_pairs_of_one_document_or_actor(path):
    with open_study(path, readonly=True) as study:
        document = study.claims(kind="event", issuer="USA")[0]["document"]
        assert len(study.unsure_pairs(document=document).proposals) == 1
        assert len(study.unsure_pairs(actor="KOR").proposals) == 0
        assert len(study.unsure_pairs().pending(study.derived())) == 2
    assert "0 to go" in review(path, "", "--actor", "KOR").stderr


def test_pairs_are_of_events(path):
    args = ["review", "--pairs", "--kind", "tie", "--study", path, "--author", "ann"]
    run = CliRunner().invoke(cli, args)
    assert run.exit_code == 2
    assert "Pairs are of events" in run.output

from datetime import date

import pytest

from comity.errors import QueryError, StudyError
from comity.study import open_study

from .conftest import TALKS


def first(study, **chosen):
    return study.claims(**chosen)[0]


def test_adding_a_document_again_adds_nothing(study):
    before = study.info()
    added = study.add(TALKS, issuer="CHN", issued="2019-06-06", language="zh")
    assert (added.documents, added.claims, added.known) == (0, 0, 1)
    assert study.info() == before


def test_claims_come_back_as_they_were_read(study):
    import comity

    read = comity.read(TALKS, issuer="CHN", issued="2019-06-06", language="zh").to_dicts()
    found = {c["id"]: c for c in study.claims(issuer="CHN").to_dicts()}
    assert {c["id"] for c in read} == set(found)
    assert all({**c, "verdict": None} == found[c["id"]] for c in read)


def test_a_claim_of_two_actors_is_found_by_both(study):
    both = study.claims(actors=["RUS", "CHN"], kind="event")
    assert {c["mode"] for c in both} >= {"meet"}
    assert len(study.claims(actors=["CHN", "AUS"])) == 0


def test_a_period_filter_keeps_what_may_lie_within(study):
    assert len(study.claims(kind="event", start=date(2019, 6, 10), end=date(2019, 6, 20))) >= 1
    assert len(study.claims(kind="event", end=date(2018, 1, 1))) == 0


def test_a_rejected_claim_is_gone_until_the_judgement_is_withdrawn(study):
    claim, n = first(study, kind="event"), len(study.claims())
    judged = study.judge("reject", claim["id"], author="ann", reason="misread")
    assert len(study.claims()) == n - 1
    study.judge("withdraw", author="ann", withdraws=judged)
    assert len(study.claims()) == n


def test_a_correction_changes_what_is_said_and_keeps_what_was_recorded(study):
    claim = first(study, kind="event", mode="meet")
    study.judge("correct", claim["id"], author="ann", changes={"start": "2019-06-04"})
    shown = study.claim(claim["id"])
    assert shown["start"] == "2019-06-04"
    assert shown["judgements"][0]["author"] == "ann"
    assert study.verify() == []


def test_a_corrected_participant_is_found_and_the_one_misread_is_not(study):
    claim = first(study, kind="event", mode="meet")
    study.judge("correct", claim["id"], author="ann", changes={"participants": ["CHN", "KAZ"]})
    assert claim["id"] in {c["id"] for c in study.claims(actors=["KAZ"])}
    assert claim["id"] not in {c["id"] for c in study.claims(actors=["RUS"])}


def test_claims_joined_twice_over_tell_of_one_happening(study):
    a, b, c = (row["id"] for row in study.claims().to_dicts()[:3])
    study.judge("same", a, other=b, author="ann")
    study.judge("same", b, other=c, author="ann")
    assert {study.claim(x)["happening"] for x in (a, b, c)} == {min(a, b, c)}
    assert {other["id"] for other in study.claim(a)["told_also"]} == {b, c}


def test_the_study_as_known_earlier_lacks_what_came_later(study, clock):
    claim = first(study, kind="event")
    clock.set(2021, 5, 5)
    study.judge("reject", claim["id"], author="ann")
    study.add("2021年5月，中越两国外长通电话。", issuer="CHN", issued="2021-05-05")
    then = study.as_known(date(2020, 6, 1))
    assert then.info()["documents"] == 2
    assert claim["id"] in {c["id"] for c in then.claims()}
    assert study.as_known(date(2019, 1, 1)).info()["claims"] == 0


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"verdict": "maybe"}, "no verdict"),
        ({"verdict": "accept", "author": " "}, "needs an author"),
        ({"verdict": "correct", "changes": {"colour": "red"}}, "no field colour"),
        ({"verdict": "correct", "changes": {"start": "tomorrow"}}, "no day"),
        ({"verdict": "correct", "changes": {"participants": "CHN"}}, "list of ids"),
        ({"verdict": "same"}, "no claim"),
        ({"verdict": "withdraw", "withdraws": "nothing"}, "no judgement"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused_in_a_sentence(study, given, says):
    claim = first(study, kind="event")["id"]
    with pytest.raises(StudyError, match=says):
        study.judge(**{"claim": claim, "author": "ann", **given})
    assert len(study.judgements()) == 0


def test_unknown_words_in_a_filter_are_refused(study):
    with pytest.raises(QueryError, match="no mode teatime"):
        study.claims(mode="teatime")
    with pytest.raises(QueryError, match="no claim zzz"):
        study.claim("zzz")


def test_what_follows_from_the_claims_is_rebuilt_to_the_same_bytes(study):
    a, b = (row["id"] for row in study.claims().to_dicts()[:2])
    study.judge("same", a, other=b, author="ann")
    tables = ("held", "standing", "party", "correction", "happening")
    store = study.derived()
    before = {t: store.connection.execute(f"from {t}").fetchall() for t in tables}
    study.rebuild()
    assert {t: store.connection.execute(f"from {t}").fetchall() for t in tables} == before


def test_a_study_read_by_another_process_after_growing_is_still_right(tmp_path, clock):
    path = tmp_path / "a.duckdb"
    with open_study(path, clock=clock) as made:
        made.add(TALKS, issuer="CHN", issued="2019-06-06")  # never asked: nothing derived yet
    with open_study(path, readonly=True) as found:
        assert len(found.claims(actors=["CHN", "RUS"])) > 0
        with pytest.raises(StudyError, match="for reading only"):
            found.judge("reject", found.claims()[0]["id"], author="ann")

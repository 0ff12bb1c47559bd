from datetime import date

import pytest

from comity.study import open_study


def told(*later):
    study = open_study()
    study.add(
        "2019年6月5日，习近平同普京举行会谈。普京总统将于2019年10月访问中国。",
        issuer="CHN",
        issued="2019-06-05",
        language="zh",
    )
    for text, issued in later:
        study.add(text, issuer="CHN", issued=issued, language="zh")
    return study


def outcome(study, at):
    found = [p for p in study.promises("RUS", at=date(*at)) if p.claim["mode"] == "visit"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("later", "at", "expected"),
    [
        ([], (2019, 7, 1), "open"),
        ([], (2020, 1, 1), "no news"),
        ([("2019年12月3日，中国外长同俄罗斯外长通电话。", "2019-12-03")], (2020, 1, 1), "open"),
        ([("2019年10月8日，俄罗斯总统普京访问中国。", "2019-10-08")], (2020, 1, 1), "kept"),
    ],
)
def test_an_outcome_is_what_later_documents_tell(later, at, expected):
    assert outcome(told(*later), at).outcome == expected


def test_a_kept_promise_names_the_claim_that_says_so():
    study = told(("2019年10月8日，俄罗斯总统普京访问中国。", "2019-10-08"))
    found = outcome(study, (2020, 1, 1))
    assert study.claim(found.evidence[0]["id"])["mode"] == "visit"


def test_what_was_told_after_the_day_asked_for_does_not_count():
    study = told(("2019年10月8日，俄罗斯总统普京访问中国。", "2019-10-08"))
    assert outcome(study, (2019, 9, 1)).outcome == "open"


def test_what_was_heard_after_the_day_asked_for_is_no_news_then():
    study = told(("2020年12月3日，中国外长同俄罗斯外长通电话。", "2020-12-03"))
    assert outcome(study, (2020, 1, 1)).outcome == "no news"
    assert outcome(study, (2021, 1, 1)).outcome == "open"


@pytest.mark.parametrize("at", [(2019, 7, 1), (2019, 11, 1), (2020, 1, 1)])
def test_evidence_follows_promises_as_the_study_does(at):
    study = told(
        ("2019年10月8日，俄罗斯总统普京访问中国。", "2019-10-08"),
        ("2019年12月3日，中国外长同俄罗斯外长通电话。", "2019-12-03"),
    )
    here = {p.claim["id"]: p.outcome for p in study.promises(None, at=date(*at))}
    there = {p.said.id: p.on(date(*at)).name for p in study.evidence().pledges}
    assert here == there != {}

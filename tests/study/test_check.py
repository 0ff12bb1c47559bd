import pytest

from comity.study import open_study
from comity.study.people import other_sphere, others_met, people_of

ZH = "2016年3月底，国家主席习近平同美国总统奥巴马在华盛顿举行会晤。"


def checked(english, issued="2016-04-05"):
    with open_study() as study:
        study.add(ZH, issuer="CHN", issued="2016-04-02", language="zh")
        study.add(english, issuer="USA", issued=issued, language="en")
        document = next(d["id"] for d in study.documents() if d["issuer"] == "CHN")
        found = [c for c in study.check(document) if c.claim["mode"] == "meet"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("english", "verdict"),
    [
        ("On March 31, 2016, President Obama met with President Xi in Washington.", "corroborated"),
        ("On April 1, 2016, President Obama met with President Xi in Washington.", "date conflict"),
        ("On March 31, 2016, President Obama met with President Park in Washington.", "not found"),
        ("On March 30, 2016, Secretary Kerry met with Foreign Minister Wang Yi.", "not found"),
        ("On March 31, 2011, President Obama met with President Hu Jintao.", "not found"),
    ],
)
def test_a_verdict_is_what_an_independent_source_tells(english, verdict):
    assert checked(english).verdict == verdict


def test_the_same_issuer_does_not_corroborate_itself():
    with open_study() as study:
        study.add(ZH, issuer="CHN", issued="2016-04-02", language="zh")
        study.add(ZH + "双方交换了意见。", issuer="CHN", issued="2016-04-03", language="zh")
        found = study.check(study.documents()[0]["id"])
    assert {c.verdict for c in found} == {"not found"}


def test_silence_is_never_a_denial():
    assert "denies nothing" in checked("The weather was fine on March 31, 2016.").why


def claim(quote, start="2016-03-31"):
    return {"quote": quote, "participants": ("CHN", "USA"), "start": start}


def test_people_are_known_by_name_in_either_language_and_by_office_and_day():
    named = people_of(claim("习近平同奥巴马会晤"))
    assert people_of(claim("Xi Jinping met Barack Obama")) == named
    assert people_of(claim("中美两国元首会晤")) == named
    assert people_of(claim("中美两国元首会晤", start=None)) == {}


def test_other_people_of_a_state_make_another_meeting():
    assert others_met(people_of(claim("李克强会见奥巴马")), people_of(claim("习近平会见奥巴马")))
    assert other_sphere("两军参谋长通话", "foreign ministers spoke by phone")

"""Judging over HTTP: who may, what is recorded, and that it can be taken back."""

import pytest
from fastapi.testclient import TestClient

from comity.errors import StudyError
from comity.study import open_study
from comity.web.api import create_app
from web.api.conftest import HERE, ROOT

REVIEW = f"{ROOT}/review"


def queue(client, author="ann", **asked):
    return client.get(f"{REVIEW}/queue", params={"author": author, **asked}).json()


def judge(client, verdict="accept", claim=None, author="ann", **more):
    claim = claim or queue(client, author)["items"][0]["claim"]["id"]
    body = {"author": author, "verdict": verdict, "claim": claim, **more}
    return client.post(f"{REVIEW}/judgements", json=body)


def test_the_queue_begins_where_a_mistake_is_likely_and_matters(reviewed):
    items = queue(reviewed, limit=50)["items"]
    weight = [i["uncertainty"] * i["effect"] for i in items]
    assert weight == sorted(weight, reverse=True)
    assert all(0 <= i["uncertainty"] <= 1 and 0 < i["effect"] <= 1 for i in items)
    assert items[0]["passage"]["quote"] == items[0]["claim"]["quote"]


def test_a_judged_claim_leaves_the_queue_and_undo_brings_it_back(reviewed):
    before = queue(reviewed, limit=50)
    first = before["items"][0]["claim"]["id"]
    done = judge(reviewed, "reject", first, reason="misread")
    assert (done.status_code, done.json()["judged"]) == (201, 1)
    after = queue(reviewed, limit=50)
    assert first not in [i["claim"]["id"] for i in after["items"]]
    assert after["last"] == done.json()["id"]
    assert reviewed.post(f"{REVIEW}/undo", json={"author": "ann"}).status_code == 201
    assert queue(reviewed, limit=50)["items"] == before["items"]


def test_a_rejected_claim_no_longer_stands_at_once(reviewed):
    page = reviewed.get(f"{ROOT}/events")
    claim = page.json()["items"][0]["id"]
    judge(reviewed, "reject", claim)
    again = reviewed.get(f"{ROOT}/events", headers={"if-none-match": page.headers["etag"]})
    assert again.status_code == 200
    assert claim not in [c["id"] for c in again.json()["items"]]
    assert reviewed.get(f"{ROOT}/claims/{claim}").json()["judgements"][0]["author"] == "ann"


def test_a_correction_is_what_stands(reviewed):
    claim = reviewed.get(f"{ROOT}/events").json()["items"][0]["id"]
    assert judge(reviewed, "correct", claim, changes={"place": "莫斯科"}).status_code == 201
    assert reviewed.get(f"{ROOT}/claims/{claim}").json()["claim"]["place"] == "莫斯科"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"verdict": "correct", "changes": {"mood": "glad"}}, 409),
        ({"verdict": "correct"}, 409),
        ({"verdict": "same"}, 422),
        ({"claim": "nope"}, 409),
        ({"author": "  "}, 422),
        ({"reason": "x" * 2001}, 422),
        ({"more": 1}, 422),
    ],
)
def test_a_decision_that_is_none_is_refused(reviewed, body, status):
    claim = queue(reviewed)["items"][0]["claim"]["id"]
    asked = {"author": "ann", "verdict": "accept", "claim": claim, **body}
    answer = reviewed.post(f"{REVIEW}/judgements", json=asked)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_nobody_undoes_for_another(reviewed):
    done = judge(reviewed).json()["id"]
    asked = {"author": "ben", "judgement": done}
    assert reviewed.post(f"{REVIEW}/undo", json=asked).status_code == 409
    assert reviewed.post(f"{REVIEW}/undo", json={"author": "ben"}).status_code == 409


def test_two_reviewers_are_compared(reviewed):
    ids = [i["claim"]["id"] for i in queue(reviewed, limit=4)["items"]]
    for place, id in enumerate(ids):
        judge(reviewed, "accept", id)
        judge(reviewed, "accept" if place else "reject", id, author="ben")
        judge(reviewed, "reject", ids[-1], author="ann") if place == 3 else None
    found = reviewed.get(f"{REVIEW}/agreement?first=ann&second=ben").json()
    assert found["claims"] == 4
    assert len(found["disagree"]) == 2
    assert found["lo"] <= found["kappa"] <= found["hi"]
    who = reviewed.get(f"{REVIEW}/reviewers").json()["items"]
    assert {w["author"] for w in who} == {"ann", "ben"}


@pytest.mark.parametrize(
    "headers",
    [
        {"x-comity-token": "wrong"},
        {"x-comity-token": ""},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_only_our_page_with_the_token_judges(reviewed, headers):
    answer = reviewed.post(
        f"{REVIEW}/judgements",
        json={"author": "ann", "verdict": "accept", "claim": "x"},
        headers=headers,
    )
    assert answer.status_code == 403
    assert queue(reviewed)["judged"] == 0


def test_a_body_that_is_no_json_by_its_header_is_not_read(reviewed):
    body = '{"author":"ann","verdict":"accept","claim":"x"}'
    headers = {"content-type": "text/plain"}
    answer = reviewed.post(f"{REVIEW}/judgements", content=body, headers=headers)
    assert answer.status_code == 422


def test_a_large_body_is_refused(reviewed):
    body = {"author": "ann", "verdict": "accept", "claim": "x", "reason": "y" * 70_000}
    answer = reviewed.post(f"{REVIEW}/judgements", json=body)
    assert answer.status_code == 413
    assert answer.json()["detail"] == "The body is larger than 64 kB."


def test_a_body_of_unknown_length_is_refused(reviewed):
    answer = reviewed.post(f"{REVIEW}/judgements", content=iter([b"{}"]))
    assert answer.status_code == 411


def test_served_for_reading_nobody_judges(client):
    answer = client.post(f"{REVIEW}/judgements", json={}, headers={"origin": HERE})
    assert answer.status_code == 403
    assert "served for reading only" in answer.json()["detail"]


def test_answers_of_a_review_are_kept_by_nobody(reviewed):
    assert reviewed.get(f"{REVIEW}/queue?author=ann").headers["cache-control"] == "no-store"


def test_the_token_differs_at_every_start(made):
    first, second = (create_app(made).state.office.token for _ in range(2))
    assert first != second
    assert len(first) >= 32


def test_a_study_that_is_none_is_one_sentence(tmp_path):
    with pytest.raises(StudyError, match="There is no study"):
        create_app(tmp_path / "none.duckdb")


def test_judgements_are_in_the_study_after(tmp_path):
    path = tmp_path / "s.duckdb"
    with open_study(path) as study:
        study.add(
            "2019年6月5日，国家主席习近平在莫斯科同俄罗斯总统普京举行会谈。",
            issuer="CHN",
            issued="2019-06-06",
        )
    app = create_app(path, review=True, token="t")
    headers = {"x-comity-token": "t", "origin": HERE}
    with TestClient(app, base_url=HERE, headers=headers) as client:
        judge(client)
    with open_study(path, readonly=True) as study:
        assert [j["author"] for j in study.judgements()] == ["ann"]

"""Who may ask, from where, how much, and how answers are sealed."""

import gzip
import json
import re

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.web.api import create_app
from comity.web.api.guard import SEALS, host_of
from comity.web.api.problems import MEDIA
from web.api.conftest import HERE, ROOT

BAD = [
    "' or 1=1 --",
    "1; drop table claim",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "../../etc/passwd",
    "..\\..\\windows",
    "\r\nset-cookie: a=b",
    "<script>alert(1)</script>",
    "${jndi:ldap://x}",
    "\u202e\u0000",
    "a" * 5000,
    "\ud7ff\uffff",
]


def is_problem(answer):
    body = answer.json()
    assert answer.headers["content-type"] == MEDIA
    assert set(body) == {"type", "title", "status", "detail", "hint", "errors"}
    assert body["status"] == answer.status_code
    return True


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:1", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("evil.example@127.0.0.1", 421),
        ("192.168.1.4", 421),
        ("", 421),
    ],
)
def test_only_this_machine_s_names_are_answered(client, host, status):
    answer = client.get(f"{ROOT}/measures", headers={"host": host})
    assert answer.status_code == status
    assert status == 200 or is_problem(answer)


def test_bound_to_every_address_a_number_is_answered_and_a_name_is_not(made):
    app = create_app(made, any_address=True)
    with TestClient(app, base_url="http://192.168.1.4:8000") as client:
        assert client.get(f"{ROOT}/measures").status_code == 200
        turned = client.get(f"{ROOT}/measures", headers={"host": "evil.example"})
        assert turned.status_code == 421


@pytest.mark.parametrize("path", ["/", f"{ROOT}/study", f"{ROOT}/nothing", "/assets/none.js"])
def test_every_answer_is_sealed(client, path):
    headers = client.get(path).headers
    assert {name: headers.get(name) for name in SEALS} == SEALS
    assert "unsafe" not in headers["content-security-policy"]
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_the_page_without_pages_holds_no_script(client):
    answer = client.get("/actors/CHN")
    assert answer.headers["content-type"].startswith("text/html")
    assert not re.search(r"<script|style=|onload|http:", answer.text)


def test_head_is_get_without_a_body(client):
    head, get = client.head(f"{ROOT}/study"), client.get(f"{ROOT}/study")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == get.headers["etag"]


def test_a_client_that_has_the_answer_gets_none(client):
    tag = client.get(f"{ROOT}/claims").headers["etag"]
    again = client.get(f"{ROOT}/claims", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(f"{ROOT}/claims?limit=3", headers={"if-none-match": tag})
    assert other.status_code == 200


def test_table_and_json_have_tags_of_their_own(client):
    tags = {client.get(f"{ROOT}/actors{q}").headers["etag"] for q in ("", "?format=csv")}
    assert len(tags) == 2


def test_long_answers_are_zipped_where_that_is_wanted(client):
    plain = client.get(f"{ROOT}/actors", headers={"accept-encoding": "identity"})
    with client.stream("GET", f"{ROOT}/actors", headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert gzip.decompress(raw) == plain.content
    assert len(raw) < len(plain.content) / 2


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/claims/none", 404, "There is no claim none."),
        ("/documents/none", 404, "There is no document none."),
        ("/documents/none/text", 404, "There is no document none."),
        ("/documents/none/spans", 404, "There is no document none."),
        ("/actors/none", 404, "No claim names none."),
        ("/actors/none/dossier", 404, "No claim names none."),
        ("/dyads/CHN/none", 404, "No claim names none."),
        ("/dyads/CHN/CHN", 422, "CHN and CHN are one actor."),
        ("/mechanisms/none", 404, "No claim tells of mechanism none."),
        ("/instruments/none/events", 404, "No claim tells of instrument none."),
        ("/measures/none", 404, "There is no measure none."),
        ("/measures/none/series", 404, "There is no measure none."),
        ("/explain?value=none:CHN", 400, "There is no measure none."),
        ("/explain?value=%5B", 400, None),
        ("/lenses/none", 404, "There is no lens none."),
        ("/lenses/none/reading", 404, "There is no lens none."),
        ("/lenses/cn-2017-white-paper/reading?at=2016&last=2016", 422, None),
        ("/architecture/ties/none/CHN/RUS", 404, "There is no layer none."),
        ("/architecture/ties/alliance/CHN/none", 404, "none is no actor of the network."),
        ("/architecture/years?first=2016&last=2015", 422, None),
        ("/architecture/years?first=1800&last=2016", 422, None),
        ("/compare?first=none&second=none", 404, "There is no document none."),
        ("/claims?mode=dance", 422, None),
        ("/claims?limit=501", 422, None),
        ("/claims?limit=0", 422, None),
        ("/claims?from=2016-13", 422, "from: 2016-13 is no date."),
        ("/claims?from=2017&to=2016", 422, "The period ends before it begins: 2017 to 2016."),
        ("/claims?form=2016", 422, "There is no parameter form here."),
        ("/claims?cursor=AAAA", 422, None),
        ("/search?q=%20", 422, None),
        ("/search", 422, None),
        ("/documents/x/text?start=-1", 422, None),
        ("/export/word", 422, None),
        ("/nothing", 404, "There is nothing at this address."),
        ("/claims?text=" + "a" * 9000, 414, None),
    ],
)
def test_what_is_wrong_is_one_sentence(client, address, status, says):
    answer = client.get(ROOT + address)
    assert answer.status_code == status, answer.text
    assert is_problem(answer)
    assert says is None or answer.json()["detail"] == says


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_reading_addresses_take_no_writing(client, method):
    answer = client.request(method, f"{ROOT}/claims")
    assert answer.status_code == 405
    assert is_problem(answer)


def test_a_cursor_fits_its_own_question_only(client):
    cursor = client.get(f"{ROOT}/claims?limit=2").json()["next"]
    assert client.get(f"{ROOT}/claims?limit=9&cursor={cursor}").status_code == 200
    assert client.get(f"{ROOT}/events?limit=2&cursor={cursor}").status_code == 422
    assert client.get(f"{ROOT}/claims?kind=tie&cursor={cursor}").status_code == 422


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(
    "path",
    [
        "/claims/{}",
        "/documents/{}/text",
        "/actors/{}/dossier",
        "/dyads/CHN/{}",
        "/mechanisms/{}",
        "/architecture/ties/{}/CHN/RUS",
        "/lenses/{}",
    ],
)
def test_ids_reach_no_file_and_no_database(client, path, bad):
    from urllib.parse import quote

    answer = client.get(ROOT + path.format(quote(bad, safe="", errors="replace")))
    assert answer.status_code in (404, 414, 422), answer.text
    assert "set-cookie" not in answer.headers
    assert is_problem(answer)


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(
    "name", ["actor", "frame", "topic", "source", "issuer", "text", "at", "cursor", "limit"]
)
def test_filters_are_values_and_nothing_else(client, name, bad):
    before = client.get(f"{ROOT}/claims").json()["total"]
    answer = client.get(f"{ROOT}/claims", params={name: bad})
    assert answer.status_code in (200, 422, 414), answer.text
    assert answer.status_code != 200 or answer.json()["total"] == 0
    assert client.get(f"{ROOT}/claims").json()["total"] == before


@given(id=st.text(min_size=1, max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_made_up_ids_are_not_found(client, id):
    from urllib.parse import quote

    answer = client.get(f"{ROOT}/claims/{quote(id, safe='', errors='replace')}")
    assert answer.status_code in (404, 422)
    assert answer.status_code == 422 or is_problem(answer)


@given(cursor=st.text(alphabet="abcXYZ019_-=", min_size=1, max_size=80))
@settings(max_examples=60, deadline=None)
def test_made_up_cursors_are_refused(client, cursor):
    assert client.get(f"{ROOT}/claims", params={"cursor": cursor}).status_code == 422


@pytest.mark.parametrize(
    "path",
    ["/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/..%5c..%5cetc/passwd.txt", "/pyproject.toml"],
)
def test_no_address_is_a_path_of_this_machine(client, path):
    answer = client.get(path)
    assert "root:" not in answer.text
    assert answer.status_code == 404 or "The pages are not built" in answer.text


def test_markup_in_a_document_stays_text_in_json(client):
    answer = client.get(f"{ROOT}/search?q=onerror")
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<img" in json.loads(answer.content)["texts"][0]["before"]


def test_what_takes_too_long_is_stopped_with_a_sentence(made):
    app = create_app(made, seconds=0.005)
    with TestClient(app, base_url=HERE) as client:
        answer = client.get(f"{ROOT}/architecture/years?first=1950&last=2016")
    assert answer.status_code == 503
    assert is_problem(answer)


def test_host_of_a_strange_header_is_none():
    assert host_of("a b") == host_of("x/y") == host_of("[::1") == ""


def test_many_read_at_once(client):
    from concurrent.futures import ThreadPoolExecutor

    paths = ["/claims?limit=20", "/actors", "/dyads/CHN/RUS", "/search?q=China", "/documents"]
    asked = [
        f"{ROOT}{paths[i % 5]}{'&' if '?' in paths[i % 5] else '?'}format=json" for i in range(60)
    ]
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(client.get, asked))
    assert {a.status_code for a in answers} == {200}
    assert len({a.content for a in answers}) == 5

"""Every address answers as it is described."""

import csv
import io
import zipfile

import pytest
from pydantic import TypeAdapter

from comity.web.api import app as application
from comity.web.api.app import openapi
from web.api.conftest import ROOT

MODELS = {
    route.name: route.response_model
    for module in application.ROUTERS
    for route in module.router.routes
    if getattr(route, "response_model", None)
}


def text_of(get):
    return next(d for d in get("/documents", kind="text")["items"] if d["issuer"] == "CHN")


ADDRESSES = {
    "/study": "show_study",
    "/documents": "list_documents",
    "/documents?kind=text&issuer=CHN&language=zh": "list_documents",
    "/claims": "list_claims",
    "/claims?kind=tie&at=2016&limit=3": "list_claims",
    "/events?actor=CHN&actor=RUS&from=2019-06&to=2019": "list_events",
    "/positions?issuer=CHN": "list_positions",
    "/ties?relation=partner&reviewed=false": "list_ties",
    "/actors": "list_actors",
    "/actors/CHN": "show_actor",
    "/actors/CHN/dossier?part=ties&limit=5": "actor_dossier",
    "/actors/CHN/dossier?part=positions": "actor_dossier",
    "/actors/CHN/timeline": "actor_timeline",
    "/dyads/CHN/RUS": "show_dyad",
    "/dyads/CHN/RUS/dossier": "dyad_dossier",
    "/dyads/CHN/RUS/timeline?from=2019&to=2019": "dyad_timeline",
    "/mechanisms": "list_mechanisms",
    "/mechanisms/sco": "show_mechanism",
    "/mechanisms/sco/events": "mechanism_events",
    "/instruments": "list_instruments",
    "/instruments/unclos?at=2016": "show_instrument",
    "/instruments/unclos/events": "instrument_events",
    "/promises": "list_promises",
    "/search?q=china": "search",
    "/search?q=上海": "search",
    "/architecture": "architecture_at",
    "/architecture?at=2016": "architecture_at",
    "/architecture/years?first=2010&last=2016&known=true": "architecture_years",
    "/architecture/ties/partnership/CHN/RUS?at=2016": "tie_behind",
    "/measures": "list_measures",
    "/measures/mux.overlap": "show_measure",
    "/measures/rc.density/series?first=2015&last=2016&draws=2": "measure_series",
    "/explain?value=mux.overlap:CHN-RUS@2016,draws=2": "explain_value",
    "/lenses": "list_lenses",
    "/lenses/cn-2017-white-paper": "show_lens",
    "/data/sources": "list_sources",
    "/data/imports": "list_imports",
    "/data/coverage": "list_coverage",
    "/data/series": "list_series",
    "/cite?author=Doe, Ann&actor=CHN": "cite",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_answers_as_described(client, address):
    answer = client.get(ROOT + address)
    assert answer.status_code == 200, answer.text
    TypeAdapter(MODELS[ADDRESSES[address]]).validate_json(answer.content, strict=False)
    assert answer.headers["etag"]


def test_every_operation_is_tried():
    operations = {o["operationId"] for p in openapi()["paths"].values() for o in p.values()}
    elsewhere = {
        *("show_claim", "show_document", "show_text", "list_spans", "compare", "export_zip"),
        *("review_queue", "judge", "undo", "agreement", "reviewers", "read_lens"),
    }
    assert operations - set(ADDRESSES.values()) == elsewhere


def test_a_claim_is_shown_with_its_passage_and_other_tellings(get):
    claim = get("/events", actor="CHN", source=text_of(get)["id"], limit=1)["items"][0]
    found = get(f"/claims/{claim['id']}")
    TypeAdapter(MODELS["show_claim"]).validate_python(found)
    assert found["claim"] == claim
    assert found["passage"]["quote"] == claim["quote"]
    assert found["names"]["CHN"] == {"zh": "中国", "en": "China", "type": "actor"}


def test_a_document_is_shown_with_text_headings_and_spans(get):
    id = get("/search", q="onerror=alert(1)")["texts"][0]["document"]
    found = get(f"/documents/{id}")
    TypeAdapter(MODELS["show_document"]).validate_python(found)
    text = get(f"/documents/{id}/text")
    assert text["length"] == found["length"] == len(text["text"])
    assert [s["title"] for s in found["sections"]][-1] == "二、合作"
    for span in get(f"/documents/{id}/spans")["items"]:
        claim = get(f"/claims/{span['claim']}")["claim"]
        assert text["text"][span["start"] : span["end"]] == claim["quote"]


def test_a_stretch_of_text_is_cut_where_it_is_asked_for(get):
    id = text_of(get)["id"]
    whole = get(f"/documents/{id}/text")["text"]
    assert get(f"/documents/{id}/text", start=3, end=9)["text"] == whole[3:9]
    assert get(f"/documents/{id}/text", start=10**6)["text"] == ""


def test_spans_of_a_stretch_touch_it(get):
    id = text_of(get)["id"]
    spans = get(f"/documents/{id}/spans", start=0, end=200)["items"]
    assert spans
    assert all(s["start"] < 200 and s["end"] > 0 for s in spans)


def test_pages_put_together_are_the_whole(get):
    whole = [c["id"] for c in get("/claims", limit=500)["items"]]
    found, cursor = [], None
    while True:
        page = get("/claims", limit=70, **({"cursor": cursor} if cursor else {}))
        assert page["total"] is None or page["total"] >= len(whole)
        found += [c["id"] for c in page["items"]]
        cursor = page["next"]
        if cursor is None or len(found) >= 500:
            break
    assert found[:500] == whole
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "path", ["/documents", "/actors", "/mechanisms", "/data/sources", "/data/coverage"]
)
def test_every_list_goes_on_where_it_stopped(get, path):
    one = get(path, limit=500)["items"]
    page = get(path, limit=2)
    rest = get(path, limit=2, cursor=page["next"])["items"] if page["next"] else []
    assert [*page["items"], *rest] == one[:4]


def test_a_dossier_goes_on_by_happening(get):
    whole = get("/actors/CHN/dossier", part="events", limit=500)
    first = get("/actors/CHN/dossier", part="events", limit=3)
    second = get("/actors/CHN/dossier", part="events", limit=3, cursor=first["next"])
    assert [*first["items"], *second["items"]] == whole["items"][:6]
    assert first["total"] == len(whole["items"])


def test_a_dyad_tells_both_sides(get):
    accounts = get("/dyads/CHN/RUS")["accounts"]
    assert {"CHN", "RUS"} <= {a["issuer"] for a in accounts}
    russian = get("/dyads/CHN/RUS/dossier", teller="RUS")
    assert {s["issuer"] for s in russian["sources"]} == {"RUS"}


def test_two_documents_are_compared(client, get):
    ids = [d["id"] for d in get("/documents", kind="text")["items"]]
    found = get("/compare", first=ids[0], second=ids[1])
    TypeAdapter(MODELS["compare"]).validate_python(found)
    table = client.get(f"{ROOT}/compare?first={ids[0]}&second={ids[1]}&format=csv").text
    assert table.startswith("where,kind,first,second,differs")


def test_years_of_the_architecture_agree_with_its_days(get):
    over = get("/architecture/years", first=2014, last=2016)
    day = get("/architecture", at="2015")
    nodes, on = [n["id"] for n in over["nodes"]], [n["id"] for n in day["nodes"]]
    for layer, here in zip(over["layers"], day["layers"], strict=True):
        told = {(nodes[a], nodes[b], w) for a, b, y, z, w in layer["runs"] if y <= 2015 <= z}
        assert told == {(on[e["a"]], on[e["b"]], e["weight"]) for e in here["edges"]}


def test_a_mechanism_has_members_neighbours_and_foundings(get):
    found = get("/mechanisms/sco", at="2016")
    assert {"CHN", "RUS"} <= {m["actor"] for m in found["standings"]}
    assert found["neighbours"]
    assert all(0 < n["of_mine"] <= 1 for n in found["neighbours"])
    assert found["foundings"]


def test_every_value_has_an_interval_or_a_reason(get):
    items = get("/measures/mux.overlap/series", first=2015, last=2016, draws=3)["items"]
    assert items
    assert all((v["lo"] is None) == (v["hi"] is None) for v in items)
    assert all(v["lo"] is not None or v["no_interval"] for v in items)


def test_a_measure_of_all_evidence_needs_no_years(get):
    id = next(m["id"] for m in get("/measures")["items"] if m["takes"] == "evidence")
    assert get(f"/measures/{id}/series")["measure"] == id


def test_an_explanation_leads_to_claims_there_are(get):
    value = get("/measures/mux.overlap/series", first=2016, last=2016, draws=2)["items"][0]
    found = get("/explain", value=value["address"])
    assert found["value"]["value"] == value["value"]
    for id in found["claims"][:3]:
        assert get(f"/claims/{id}")["claim"]["id"] == id


def test_a_table_is_csv_from_the_same_address(client):
    rows = list(csv.DictReader(io.StringIO(client.get(f"{ROOT}/ties?format=csv&limit=4").text)))
    asked = client.get(f"{ROOT}/ties?limit=4", headers={"accept": "text/csv"})
    assert len(rows) == 4
    assert list(csv.DictReader(io.StringIO(asked.text))) == rows
    assert asked.headers["content-type"].startswith("text/csv")
    assert "attachment" in asked.headers["content-disposition"]


def test_a_table_without_limit_is_whole(client, get):
    lines = client.get(f"{ROOT}/claims?format=csv").text.count("\n")
    assert lines > get("/claims")["total"]


def test_no_cell_of_a_table_is_a_formula(client):
    text = client.get(f"{ROOT}/claims?format=csv&text=HYPERLINK").text
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert [c for c in cells if c.startswith(("=", "+", "@", "\t"))] == []


def test_what_is_no_table_says_so(client):
    answer = client.get(f"{ROOT}/study", headers={"accept": "text/csv"})
    assert answer.status_code == 406
    assert answer.json()["detail"] == "This answer is no table."
    assert client.get(f"{ROOT}/study?format=csv").status_code == 422


def test_an_export_is_a_zip_with_its_manifest(client):
    answer = client.get(f"{ROOT}/export/csv?actor=CHN&kind=event")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "MANIFEST.json" in archive.namelist()
        assert archive.testzip() is None
    assert client.get(f"{ROOT}/export/csv?actor=CHN&kind=event").content == answer.content


def test_a_citation_without_authors_is_refused(client):
    assert client.get(f"{ROOT}/export/citation").json()["detail"] == "A citation needs authors."
    assert client.get(f"{ROOT}/cite").status_code == 422


def test_a_search_finds_names_in_both_languages(get):
    assert get("/search", q="Shanghai Coop")["names_found"][0]["id"] == "sco"
    assert get("/search", q="上海合作组织")["names_found"][0]["id"] == "sco"
    assert get("/search", q="举行会谈")["texts"][0]["words"] == "举行会谈"

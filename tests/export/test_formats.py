"""What each format says of the same few claims."""

import csv
import doctest
import importlib
import json
import pkgutil
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import combinations

import pytest

import comity.export
from comity.export.fields import COLUMNS
from comity.export.ftm import country_code, dates

from .conftest import ALL, EDITION

MODULES = [m.name for m in pkgutil.walk_packages(comity.export.__path__, "comity.export.")]
G = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.fixture
def out(study, tmp_path):
    study.export(tmp_path / "out", ALL, edition=EDITION)
    return tmp_path / "out"


@pytest.fixture
def counted(study, tmp_path):
    study.export(tmp_path / "counted", ALL, edition=EDITION, happenings=True)
    return tmp_path / "counted"


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def table(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def edges(path):
    for edge in ET.parse(path).getroot().iter(f"{G}edge"):
        yield {d.get("key").removeprefix("e_"): d.text for d in edge}


def test_the_tables_have_the_columns_their_schema_describes(counted):
    package = json.loads((counted / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert list(table(counted / resource["path"])[0]) == names
        assert set(names) <= set(COLUMNS[resource["name"]])


def test_a_claim_is_exported_as_corrected_with_its_verdict(out):
    claims = {c["id"]: c for c in table(out / "claims.csv")}
    corrected = [c for c in claims.values() if c["verdict"] == "correct"]
    assert [c["start"] for c in corrected] == ["2019-06-04"]
    assert all(p["claim"] in claims for p in table(out / "parties.csv"))


def test_the_originals_hold_what_was_corrected_or_rejected(out, lines):
    originals = lines(out / "originals.jsonl")
    assert sorted(o["kind"] for o in originals) == ["event", "position"]
    assert "2019-06-05" in {o.get("start") for o in originals}


def test_a_happening_told_twice_is_one_row_with_all_its_sources(counted, lines):
    rows = lines(counted / "happenings.jsonl")
    twice = [r for r in rows if r["tellings"] == 2]
    assert len(twice) == 1
    assert twice[0]["differs"] == ["dates"]
    assert len(set(twice[0]["documents"])) == twice[0]["issuers"] == 2
    assert twice[0]["happening"] == min(twice[0]["claims"])
    assert (twice[0]["earliest"], twice[0]["latest"]) == ("2019-06-04", "2019-06-05")


def test_the_graph_has_an_edge_a_tie_and_a_pair_of_an_event(out, lines):
    claims = lines(out / "claims.jsonl")
    pairs = sum(len(list(combinations(c.get("participants") or (), 2))) for c in claims)
    found = Counter(edge["kind"] for edge in edges(out / "graph.graphml"))
    assert found == Counter(event=pairs, tie=sum(c["kind"] == "tie" for c in claims))
    assert all(
        {"claim", "document", "quote", "start_char"} <= set(e) for e in edges(out / "graph.graphml")
    )


def test_a_graph_of_happenings_counts_a_meeting_told_twice_once(out, counted):
    told = [e for e in edges(out / "graph.graphml") if e.get("mode") == "meet"]
    once = [e for e in edges(counted / "graph.graphml") if e.get("mode") == "meet"]
    assert (len(told), len(once)) == (2, 1)
    assert once[0]["tellings"] == "2"


def test_linked_data_derives_each_claim_from_its_document_at_its_place(out, lines):
    nodes = json.loads((out / "claims.jsonld").read_text("utf-8"))["@graph"]
    by_id = {node["id"]: node for node in nodes}
    for claim in lines(out / "claims.jsonl"):
        node = by_id[f"urn:comity:claim:{claim['id']}"]
        assert by_id[node["wasDerivedFrom"]]["type"] == ["Document", "Entity"]
        place, words = node["hasTarget"]["hasSelector"]
        assert (place["startOffset"], words["exact"]) == (claim["start_char"], claim["quote"])


def test_entities_name_their_document_as_proof_and_lead_to_each_other(out, lines):
    entities = {e["id"]: e for e in lines(out / "entities.ftm.json")}
    leads = ("involved", "entity", "member", "organization", "subject", "object", "proof")
    for each in entities.values():
        for name in leads:
            assert set(each["properties"].get(name, ())) <= set(entities)
    events = [e for e in entities.values() if e["schema"] == "Event"]
    assert all(e["properties"]["proof"] and e["properties"]["description"] for e in events)
    assert entities["comity-actor-CHN"]["properties"]["country"] == ["cn"]


@pytest.mark.parametrize(
    ("start", "end", "precision", "shown"),
    [
        ("2016-09-03", "2016-09-03", "day", {"date": ["2016-09-03"]}),
        ("2016-01-01", "2016-12-31", "year", {"date": ["2016"]}),
        (
            "2016-09-03",
            "2016-09-05",
            "range",
            {"startDate": ["2016-09-03"], "endDate": ["2016-09-05"]},
        ),
        ("2016-09-01", None, "month", {"startDate": ["2016-09"]}),
        (None, None, "none", {}),
    ],
)
def test_the_length_of_a_date_tells_how_exact_it_is(start, end, precision, shown):
    assert dates({"start": start, "end": end, "precision": precision}) == shown


def test_states_have_country_codes_and_other_ids_have_none():
    assert [country_code(id) for id in ("VNM", "PRK", "asean", "")] == ["vn", "kp", "", ""]


def test_entities_are_what_followthemoney_expects(out, counted, lines):
    model = pytest.importorskip("followthemoney").model
    for folder in (out, counted):
        for each in lines(folder / "entities.ftm.json"):
            proxy = model.get_proxy(each, cleaned=False)
            proxy.schema.validate(proxy.to_dict())
            assert {k: sorted(v) for k, v in each["properties"].items()} == {
                k: sorted(v) for k, v in proxy.to_dict()["properties"].items()
            }

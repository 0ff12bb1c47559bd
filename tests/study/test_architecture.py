"""The architecture of a study, measured, and led back to its sentences."""

from datetime import date

import pytest

from comity.errors import QueryError

DAY = date(2019, 12, 31)


def test_the_architecture_counts_what_documents_tell(study):
    view = study.at(DAY).overview
    layers = {c.layer: c for c in view.layers}
    assert layers["partnership"].tied == 1
    assert layers["partnership"].families == ("CHN",)
    assert layers["economy"].unknown == layers["economy"].pairs
    assert [(d.a, d.b) for d in view.dyads][0] == ("CHN", "RUS")


def test_what_came_between_two_days_is_told_whichever_is_named_first(study):
    one = study.at(DAY, compare=date(2018, 12, 31)).difference
    other = study.at(date(2018, 12, 31), compare=DAY).difference
    assert one.changes == other.changes
    gained = one.of("gained")
    assert ("partnership", "CHN", "RUS") in [(c.layer, c.a, c.b) for c in gained]
    assert all(study.claim(s) for c in gained for s in c.sources)


def test_the_rows_and_the_document_tell_the_same_layers(study):
    found = study.at(DAY, compare=date(2018, 12, 31))
    rows, whole = found.to_rows().to_dicts(), found.to_dict()
    assert [r["layer"] for r in rows if r["part"] == "layer"] == [
        c["layer"] for c in whole["layers"]
    ]
    assert len([r for r in rows if r["part"] == "change"]) == len(whole["changes"])
    assert {tuple(r) for r in rows} == {found.to_rows().columns}


def test_strict_leaves_out_what_nobody_reviewed(study):
    assert study.at(DAY, strict=True).overview.claims == 0
    id = study.claims(kind="tie")[0]["id"]
    study.judge("accept", id, author="ann")
    assert study.at(DAY, strict=True).overview.claims == 1


@pytest.mark.parametrize("chosen", [{"layers": ["sea"]}, {"sources": ["JPN"]}, {"policy": "best"}])
def test_a_choice_the_study_does_not_have_is_refused(study, chosen):
    with pytest.raises(QueryError, match="There is no"):
        study.network(DAY, **chosen)


def test_every_value_is_found_again_by_its_address(study):
    values = study.measure(at=DAY, draws=5, about=["CHN"])
    assert len({v.measure for v in values}) > 5
    for value in values:
        assert study.explain(value.address).value == value


def test_values_over_years_are_those_of_each_day(study):
    over = study.measure("mux.overlap", start=2018, end=2019, draws=0, about=["CHN", "RUS"])
    on = study.measure("mux.overlap", at=DAY, draws=0, about=["CHN", "RUS"])
    assert [v.value for v in over] == [None, on[0].value]
    assert over[1].address == on[0].address


def test_every_sentence_behind_a_value_stands_in_its_document(study):
    found = study.explain("mux.overlap:CHN-RUS@2019")
    assert found.account["value"] == 2.0
    assert found.untold == ()
    assert {r["issuer"] for r in found.sentences} == {"CHN"}
    assert "新时代全面战略协作伙伴关系" in "".join(r["quote"] for r in found.sentences)
    assert {r["claim"] for r in found.sentences} == set(found.account["claims"])
    told = [t for each in found.to_dict()["inputs"] for t in each["told"]]
    assert len(told) >= len(found.sentences)


def test_rows_of_facts_are_led_back_to_their_source(study):
    study.add_facts()
    found = study.explain("mux.overlap:JPN-USA@2016,layers=alliance")
    assert found.value.value == 1.0
    assert all("source=" in r["quote"] for r in found.sentences)


def test_actors_chosen_sift_what_is_taken_of_all_evidence(study):
    values = study.measure("common.ledger", at=DAY, actors=["AUS", "IDN"])
    assert all(set(v.subject.actors) <= {"AUS", "IDN"} for v in values)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mux.overlap:CHN-XXX@2019", "has no value at"),
        ("mux.overlap:CHN-RUS", "names no day"),
        ("recip:CHN-RUS@2019", "lacks its years"),
        ("nothing:CHN@2019", "There is no measure"),
        ("mux.overlap:CHN-RUS@2019,layers=sea", "There is no layer sea"),
    ],
)
def test_an_address_that_leads_nowhere_is_a_sentence(study, address, said):
    with pytest.raises(QueryError, match=said):
        study.explain(address)


@pytest.mark.parametrize("when", [{}, {"start": 2019}, {"start": 2019, "end": 2018}])
def test_a_measure_needs_its_time(study, when):
    with pytest.raises(QueryError):
        study.measure("mux.overlap", **when)


def test_a_measure_over_years_is_not_taken_on_a_day(study):
    with pytest.raises(QueryError, match="over years"):
        study.measure("recip", at=DAY)

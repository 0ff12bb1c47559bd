"""A lens on a study: its claims, and its document's own sentences."""

from datetime import date

import pytest
from tests.lens.lens_files import SPAN, TEXT, overlay

import comity
from comity.errors import QueryError
from comity.lens import lens_of

DAY = date(2016, 12, 31)


@pytest.fixture
def study():
    with comity.open() as held:
        held.add("2016年9月3日，中美元首在杭州举行会晤。", issuer="CHN", issued="2016-09-05")
        yield held


def test_values_lead_to_the_claims_of_the_study(study, tmp_path):
    reading = study.lens("made-2016", at=DAY, draws=0, resources=overlay(tmp_path))
    (value,) = reading.values
    (claim,) = study.claims(kind="event")
    assert value.to_dict()["inputs"] == [claim["id"]]


def test_a_sentence_is_quoted_only_from_a_document_the_study_holds(study, tmp_path):
    lens = lens_of("made-2016", overlay(tmp_path))
    assert study.lens(lens, at=DAY, draws=0)["dialogue"].quote is None
    study.add(TEXT, issuer="CHN", issued="2016-09-10")
    assert study.lens(lens, at=DAY, draws=0)["dialogue"].quote.text == SPAN


def test_a_document_of_another_date_is_not_taken_for_it(study, tmp_path):
    study.add(TEXT, issuer="CHN", issued="2012-01-01")
    lens = lens_of("made-2016", overlay(tmp_path))
    assert study.lens(lens, at=DAY, draws=0)["dialogue"].quote is None


def test_filters_and_review_narrow_the_evidence(study, tmp_path):
    lens = lens_of("made-2016", overlay(tmp_path))
    assert study.lens(lens, at=DAY, draws=0, strict=True).values == ()
    assert study.lens(lens, at=DAY, draws=0, issuer="USA").values == ()


def test_a_day_or_years_are_needed(study):
    with pytest.raises(QueryError, match="on a day or over years"):
        study.lens("quad-2022-tokyo")

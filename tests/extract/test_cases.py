"""Cases as data: a text, and the claims that must be read from it."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from comity.extract import extract_claims
from comity.extract.check import check_resources, sample_document

CASES = sorted((Path(__file__).parents[1] / "cases" / "extract").glob("*.toml"))


def rows():
    for path in CASES:
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(case, id=case["id"])


def matches(claim, wanted):
    row = claim.to_dict()
    return all(
        (sorted(row.get(k) or []) == sorted(v)) if isinstance(v, list) else row.get(k) == v
        for k, v in wanted.items()
    )


@pytest.mark.parametrize("case", list(rows()))
def test_case(case):
    document = sample_document(
        case["text"],
        case["lang"],
        issuer=case.get("issuer", "CHN"),
        day=case.get("day", date(2026, 6, 30)),
        title=case.get("title", ""),
    )
    claims = extract_claims(document)
    for wanted in case.get("expect", ()):
        assert any(matches(c, wanted) for c in claims), [c.content() for c in claims]
    for barred in case.get("never", ()):
        assert not any(matches(c, barred) for c in claims), [c.content() for c in claims]


def test_all_resources_and_examples_are_in_order():
    assert [str(problem) for problem in check_resources()] == []

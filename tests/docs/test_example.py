"""The worked example: what stands in the page is what the raw tables give by hand."""

import math
import re
import sys
from pathlib import Path

import pytest

import comity
from comity.measure.values import number

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "docs/examples"))
import asia_pacific  # noqa: E402
import by_hand  # noqa: E402


@pytest.fixture(scope="module")
def checks(shared, tmp_path_factory):
    folder = shared / "data/panels"
    path = tmp_path_factory.mktemp("example") / "asia.duckdb"
    asia_pacific.make(path, folder, [])
    with comity.open(path, readonly=True) as study:
        return list(asia_pacific.checks(study.evidence(), folder))


def test_a_dozen_values_come_out_by_hand(checks):
    assert len(checks) == 12
    for what, ours, (theirs, rows) in checks:
        assert rows, what
        assert ours == theirs if isinstance(theirs, str) else math.isclose(ours, theirs), what


def test_the_page_shows_the_values_that_come_out(checks):
    page = (ROOT / "docs/how-to/asia-pacific.md").read_text(encoding="utf-8")
    for what, ours, _ in checks:
        row = next(line for line in page.splitlines() if line.startswith(f"| {what} |"))
        assert number(ours) in row.split(" | ")[1]


def test_the_least_cut_by_hand_is_that_of_a_triangle_of_foes():
    signs = {frozenset(p): -1 for p in (("AUS", "BGD"), ("BGD", "BRN"), ("AUS", "BRN"))}
    assert by_hand.least(by_hand.parts(signs)[0], signs) == 1


def test_paths_by_hand_are_all_the_shortest():
    near = {"A": {"B", "C"}, "B": {"A", "D"}, "C": {"A", "D"}, "D": {"B", "C"}}
    assert sorted(by_hand.shortest(near, "A", "D")) == [("A", "B", "D"), ("A", "C", "D")]


def test_the_page_names_every_table():
    page = (ROOT / "docs/how-to/asia-pacific.md").read_text(encoding="utf-8")
    assert [
        name for name in asia_pacific.TABLES.values() if not re.search(re.escape(name), page)
    ] == []

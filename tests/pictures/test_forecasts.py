"""Pictures of forecasts."""

from xml.etree import ElementTree

import pytest

from comity.errors import ExportError
from comity.pictures import draw_contributions, draw_reliability

BINS = [{"bin": 1, "forecasts": 40, "stated": 0.15, "came": 0.1, "low": 0.05, "high": 0.2}]
WHY = {
    "log_odds": -1.0,
    "probability": 0.27,
    "start": -1.5,
    "base_rate": 0.01,
    "contributions": [{"id": f"e{k}", "gloss": f"<evidence {k}>", "log_odds": 0.5 - k} for k in range(20)],
}  # fmt: skip


def test_a_reliability_diagram_is_drawn_with_its_table():
    picture = draw_reliability(BINS)
    ElementTree.fromstring(picture.svg)
    assert "40 forecasts of 0.15: 0.10 came true" in picture.svg
    assert picture.table.to_dicts()[0]["forecasts"] == 40


def test_what_is_not_drawn_of_contributions_is_summed_and_in_the_table():
    picture = draw_contributions(WHY, title="A & B")
    ElementTree.fromstring(picture.svg)
    assert "4 more" in picture.svg
    assert len(picture.table) == 20


def test_a_picture_of_another_ending_is_refused(tmp_path):
    with pytest.raises(ExportError):
        draw_reliability(BINS).save(tmp_path / "a.png")

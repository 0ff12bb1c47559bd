"""Lens files that are wrong: told with file, record and what to do."""

import tomllib
from pathlib import Path

import pytest
from tests.lens.lens_files import MEASURE, WHOLE, overlay

from comity.errors import ResourceError
from comity.extract.check import check_resources
from comity.lens import check_lenses, lens_of, lenses

CASES = Path(__file__).parents[1] / "cases" / "lenses" / "hostile.toml"
HOSTILE = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]


def test_the_lenses_that_ship_are_in_order():
    assert check_lenses() == []


def test_a_sound_lens_has_no_problem(tmp_path):
    assert check_resources(overlay(tmp_path)) == []


@pytest.mark.parametrize("case", HOSTILE, ids=lambda c: c["id"])
def test_what_is_wrong_is_told_once(case, tmp_path):
    old, new = case["change"]
    assert old in WHOLE
    found = [str(p) for p in check_resources(overlay(tmp_path, WHOLE.replace(old, new, 1)))]
    assert len([p for p in found if case["says"] in p]) == 1, found
    assert all("made.toml" in p for p in found)


def test_a_criterion_without_measure_needs_a_reason(tmp_path):
    bare = WHOLE.replace(MEASURE, "")
    assert check_resources(overlay(tmp_path, bare)) == []
    lines = [line for line in bare.splitlines() if "unmeasured" not in line]
    (problem,) = check_resources(overlay(tmp_path, "\n".join(lines)))
    assert "no measure and no reason why" in str(problem)


def test_an_id_in_two_files_is_told(tmp_path):
    overlay(tmp_path)
    (problem,) = check_resources(overlay(tmp_path, name="other.toml"))
    assert "stands twice" in str(problem)
    assert "made.toml" in str(problem)


def test_one_bad_lens_hides_no_other(tmp_path):
    bad = WHOLE.replace('toward = "higher"', 'toward = "better"')
    overlay(tmp_path, bad)
    overlay(tmp_path, WHOLE.replace("made-2016", "made-2017").replace("coop.share", "x"), "z.toml")
    assert len(check_resources(tmp_path)) == 2


def test_an_overlay_adds_and_replaces(tmp_path):
    own = {lens.id for lens in lenses()}
    assert {lens.id for lens in lenses(overlay(tmp_path))} == own | {"made-2016"}
    ours = WHOLE.replace("made-2016", "quad-2022-tokyo")
    assert lens_of("quad-2022-tokyo", overlay(tmp_path, ours)).issuer == ("CHN", "USA")


def test_a_bad_overlay_is_refused_with_its_file(tmp_path):
    folder = overlay(tmp_path, WHOLE.replace('language = "zh"', 'language = "zh"\nscore = 3'))
    with pytest.raises(ResourceError, match="score is never read"):
        lenses(folder)
    with pytest.raises(ResourceError, match="no such folder"):
        lenses(tmp_path / "nowhere")

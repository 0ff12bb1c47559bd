import csv
import json
import subprocess
import sys
import xml.etree.ElementTree as tree
from importlib.resources import files

import pytest

SAMPLES = ("zh-security-cooperation-2019.md", "en-security-cooperation-2023.md")


def run(*args):
    command = [sys.executable, "-m", "comity", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    path = tmp_path_factory.mktemp("study") / "s.duckdb"
    samples = [str(files("comity.samples").joinpath(name)) for name in SAMPLES]
    assert run("add", *samples, "--study", path).returncode == 0
    return path


KINDS = {
    "map": ["map", "--at", "2019", "--at", "2023"],
    "matrix": ["matrix", "--layer", "military", "--order", "blocs"],
    "dyad": ["dyad", "CHN", "俄罗斯", "--from", "2015"],
    "mechanism": ["mechanism", "sco"],
    "series": ["series", "--measure", "mux.P", "--show", "CHN", "--draws", "3"],
    "ranks": ["ranks", "--measure", "mux.P", "--actors", "CHN,RUS,USA", "--draws", "3"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_from_the_samples(study, tmp_path, kind):
    target = tmp_path / f"{kind}.svg"
    done = run("picture", *KINDS[kind], "--study", study, "-o", target)
    assert (done.returncode, done.stderr.startswith(f"Wrote {target}")) == (0, True)
    assert tree.parse(target).getroot().tag.endswith("svg")


def test_the_ending_says_the_form(study, tmp_path):
    for suffix in ("html", "csv", "json"):
        done = run("picture", *KINDS["dyad"], "--study", study, "-o", tmp_path / f"d.{suffix}")
        assert done.returncode == 0
    assert "<table>" in (tmp_path / "d.html").read_text("utf-8")
    assert list(csv.DictReader((tmp_path / "d.csv").read_text("utf-8").splitlines()))[0]["layer"]
    assert json.loads((tmp_path / "d.json").read_text("utf-8"))["data"]["values"]


def test_standard_output_is_the_drawing_alone(study):
    done = run("picture", *KINDS["mechanism"], "--study", study, "-o", "-", "--lang", "zh")
    assert done.stdout.startswith("<svg ")
    assert "上海合作组织" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["map", "-o", "map.png"], "a picture is written as .svg, .json, .csv, .html"),
        (["map", "--width", "5", "-o", "x.svg"], "A picture of 5 pixels cannot be drawn"),
        (
            ["matrix", "--layer", "love", "-o", "x.svg"],
            "There is no layer love. Known: membership, alliance",
        ),
        (["dyad", "CHN", "CHN", "-o", "x.svg"], "CHN and CHN are not two actors"),
        (["mechanism", "quad", "-o", "x.svg"], "Nothing is told of quad"),
        (["series", "--measure", "power", "-o", "x.svg"], "There is no measure power"),
        (["dyad", "CHN", "RUS", "--from", "2020", "--to", "2010", "-o", "x.svg"], "lies before"),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(study, tmp_path, args, told):
    done = run("picture", *args[:-1], tmp_path / args[-1], "--study", study)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []

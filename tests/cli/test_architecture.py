"""The commands at, measure and explain."""

import csv
import io
import json
import subprocess
import sys
from importlib.resources import files

import pytest


def run(*args):
    command = [sys.executable, "-m", "comity", *args]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("architecture") / "s.duckdb")
    samples = [str(f) for f in files("comity.samples").iterdir() if f.name.endswith(".md")]
    assert run("add", *samples, "--study", path).returncode == 0
    return path


def test_the_screen_counts_layers_and_says_what_is_unknown(path):
    done = run("at", "2019", "--study", path)
    assert done.returncode == 0
    assert done.stdout.startswith("The architecture on 2019-12-31\n")
    assert "diplomacy    7" in done.stdout
    assert "Nobody's silence means no" in done.stdout


def test_actors_go_by_name_in_either_language(path):
    done = run("at", "2019", "--study", path, "--actors", "中国,Russia", "--json")
    assert json.loads(done.stdout)["actors"] == ["CHN", "RUS"]


@pytest.mark.parametrize("shape", ["jsonl", "csv", "markdown"])
def test_every_shape_tells_what_came(path, shape):
    done = run("at", "2019", "--study", path, "--compare", "2018", "--format", shape)
    assert done.returncode == 0
    assert "gained" in done.stdout
    assert "partnership" in done.stdout


def test_measures_are_listed_with_range_and_status():
    rows = json.loads(run("measure", "list", "--json").stdout)
    assert {"id", "en", "zh", "unit", "range", "status", "takes"} == set(rows[0])
    assert "| mux.overlap |" in run("measure", "list", "--format", "markdown").stdout


def test_the_page_of_a_measure_names_its_options():
    done = run("measure", "show", "coop.count")
    assert "Formula: " in done.stdout
    assert "--option coop.count.NAME=VALUE" in done.stdout


def test_every_value_printed_has_an_interval_or_a_reason(path):
    done = run(
        "measure", "run", "--at", "2019", "--study", path, "--draws", "20", "--format", "csv"
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) > 100
    assert [r["address"] for r in rows if not (r["lo"] and r["hi"]) and not r["no_interval"]] == []


def test_an_address_printed_can_be_pasted(path):
    done = run(
        "measure",
        "run",
        "mux.P",
        "--at",
        "2019",
        "--study",
        path,
        "--actors",
        "CHN,RUS,JPN",
        "--draws",
        "0",
    )
    address = done.stderr.split("comity explain ")[1].split()[0]
    assert "actors=" in address
    found = json.loads(run("explain", address, "--study", path, "--json").stdout)
    assert found["address"] == address
    assert found["inputs"][0]["told"][0]["quote"]


def test_a_value_is_explained_by_measure_and_actors(path):
    done = run(
        "explain", "mux.overlap", "--actors", "China,俄罗斯", "--at", "2019", "--study", path
    )
    assert done.stdout.startswith("mux.overlap:CHN-RUS@2019\n")
    assert "Formula: " in done.stdout
    assert "新时代全面战略协作伙伴关系" in done.stdout


def test_a_layer_narrows_a_measure_of_several(path):
    done = run(
        "explain",
        "mux.overlap",
        "--actors",
        "CHN,RUS",
        "--layer",
        "partnership",
        "--at",
        "2019",
        "--study",
        path,
        "--json",
    )
    assert json.loads(done.stdout)["address"] == "mux.overlap:CHN-RUS@2019,.layers=partnership"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["at", "2019", "--layer", "sea"], "There is no layer sea"),
        (["at", "2019", "--actors", "Atlantis"], "No actor is called Atlantis"),
        (["measure", "run"], "Give --at DATE"),
        (["measure", "run", "--at", "2019", "--from", "2018"], "not both"),
        (["measure", "run", "recip", "--at", "2019"], "over years"),
        (["measure", "run", "nothing", "--at", "2019"], "There is no measure nothing"),
        (["explain", "mux.overlap", "--at", "2019"], "values of mux.overlap fit"),
        (["explain", "mux.overlap"], "Give --at DATE"),
        (["explain", "mux.overlap:CHN"], "names no day"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_a_sentence(path, args, said):
    done = run(*args, "--study", path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr

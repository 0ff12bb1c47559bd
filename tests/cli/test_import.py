"""The commands that bring data in and show its numbers."""

import json

import pytest

from comity.cli import main
from feeds.samples import write_sample


@pytest.fixture
def run(tmp_path, capsys):
    def call(*args):
        study = () if "--list" in args else ("--study", str(tmp_path / "s.duckdb"))
        with pytest.raises(SystemExit) as stop:
            main([*args, *study])
        said = capsys.readouterr()
        return stop.value.code, said.out, said.err

    return call


def test_a_file_is_imported_once(run, tmp_path):
    path = str(write_sample("cow-nmc", tmp_path))
    code, out, err = run("import", "cow-nmc", path)
    assert (code, out) == (0, "")
    assert "2 rows gave 0 claims and 7 numbers" in err
    assert "no state has the cow code 998" in err
    assert "nothing added" in run("import", "cow-nmc", path)[2]


def test_an_import_as_json_tells_everything(run, tmp_path):
    code, out, _ = run("import", "atop", str(write_sample("atop", tmp_path)), "--json", "-q")
    (row,) = json.loads(out)
    assert (code, row["claims"], row["reasons"]) == (0, 2, {"no state has the cow code 999": 1})


def test_the_feeds_are_listed_with_licence_and_citation(run):
    _, out, _ = run("import", "--list", "--json")
    rows = {r["feed"]: r for r in json.loads(out)}
    assert rows["ucdp-ged"]["licence"] == "CC BY 4.0"
    assert all(r["citation"] for r in rows.values())


def test_a_series_is_shown_by_name(run, tmp_path):
    run("import", "cow-trade", str(write_sample("cow-trade", tmp_path)))
    _, out, _ = run("series", "imports", "China", "USA", "--format", "csv")
    assert out.splitlines()[1].startswith("imports,CHN,USA,2014-01-01,2014-12-31,,")
    assert "smoothed-imports" in run("series")[1]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("import", "nope"), "no feed nope"),
        (("import", "cow-nmc"), "Name the file, or fetch it with --download"),
        (("import", "gdelt-1", "--download"), "Give the full address"),
        (("series", "imports", "CHN", "USA", "JPN"), "one actor or a pair"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(run, args, says):
    code, _, err = run(*args)
    assert code == 2
    assert says in err

import csv
import io
import json
import subprocess
import sys

import pytest
from tests.lens.lens_files import SPAN, TEXT, overlay


def run(*args):
    command = [sys.executable, "-m", "comity", "lens", *args]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    import comity

    path = tmp_path_factory.mktemp("lens") / "s.duckdb"
    with comity.open(path) as held:
        held.add("2016年9月3日，中美元首在杭州举行会晤。", issuer="CHN", issued="2016-09-05")
        held.add(TEXT, issuer="CHN", issued="2016-09-10")
    return str(path)


def test_lenses_are_listed_with_their_issuers():
    rows = {r["id"]: r for r in json.loads(run("list", "--json").stdout)}
    assert rows["asean-us-2022-vision"]["issuer"] == ["asean", "USA"]
    assert rows["cn-2017-white-paper"]["criteria"] >= 19


def test_a_lens_is_shown_with_its_notice_and_no_words_of_the_document():
    done = run("show", "quad-2022-tokyo")
    assert "does not adopt" in done.stdout
    assert "Not measured" in done.stdout
    assert "无法衡量" in run("show", "quad-2022-tokyo", "--lang", "zh").stdout


def test_with_the_text_the_sentence_is_shown(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"---\ntitle: x\n---\n{TEXT}", encoding="utf-8")
    folder = str(overlay(tmp_path / "own"))
    done = run("show", "made-2016", "--resources", folder, "--text", str(page))
    assert f"> “{SPAN}”" in done.stdout


def test_offsets_and_hash_of_a_new_criterion_are_printed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(f"---\ntitle: x\n---\n{TEXT}", encoding="utf-8")
    printed = run("span", str(page), "各国应", "对话。").stdout
    written = overlay(tmp_path / "own") / "lenses" / "made.toml"
    toml = written.read_text(encoding="utf-8")
    assert [line for line in printed.splitlines() if line.split("  #")[0] not in toml] == []


def test_a_run_tells_value_interval_and_sources(study, tmp_path):
    folder = str(overlay(tmp_path))
    done = run(
        "run", "made-2016", study, "--at", "2016-12-31", "--resources", folder, "--draws", "5"
    )
    assert "does not adopt" in done.stdout.splitlines()[0]
    assert SPAN in "".join(done.stdout.split())
    assert "CHN–USA: 1 share [" in done.stdout
    assert "1/1" in done.stdout


def test_shapes_agree(study, tmp_path):
    args = ("run", "made-2016", study, "--at", "2016", "--resources", str(overlay(tmp_path)))
    args = (*args, "--draws", "3", "--format")
    whole = json.loads(run(*args, "json").stdout)
    value = whole["criteria"][0]["measures"][0]["values"][0]["value"]
    (line,) = run(*args, "jsonl").stdout.splitlines()
    assert json.loads(line)["value"] == value == 1.0
    (cells,) = csv.DictReader(io.StringIO(run(*args, "csv").stdout))
    assert float(cells["value"]) == value
    assert "CHN–USA: 1 share" in run(*args, "markdown").stdout


def test_a_run_over_years_and_an_explanation(study, tmp_path):
    args = ("run", "made-2016", "--study", study, "--resources", str(overlay(tmp_path)))
    assert "2016-12-31" in run(*args, "--from", "2015", "--to", "2016", "--draws", "0").stdout
    done = run(*args, "--at", "2016", "--draws", "0", "--explain")
    assert "formula: s = (VC + MC)" in done.stdout
    assert "中美元首在杭州举行会晤" in done.stdout


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("run", "nothing", "--at", "2016"), "There is no lens nothing. Known: "),
        (("run", "quad-2022-tokyo"), "on a day or over years"),
        (("run", "quad-2022-tokyo", "--at", "2016", "--from", "2015"), "not both"),
        (("run", "quad-2022-tokyo", "--from", "2016", "--to", "2015"), "ends before it begins"),
        (("run", "quad-2022-tokyo", "--at", "2016", "--layer", "x"), "There is no layer x."),
        (("run", "quad-2022-tokyo", "--at", "2016", "--actors", "Narnia"), "No actor is called"),
        (("run", "quad-2022-tokyo", "--at", "2016", "--criterion", "x"), "has no criterion x."),
        (("run", "quad-2022-tokyo", "--at", "2016", "--level", "1"), "--level"),
        (("run", "quad-2022-tokyo", "--at", "2016", "--explain", "--json"), "writes Markdown"),
        (("show", "quad-2022-tokyo", "--text", "nowhere.md"), "No such file"),
        (("span", __file__, "import", "csv"), "times in the text"),
        (("span", __file__, "import " + "csv", "never" + "there"), "does not stand after"),
    ],
)
def test_wrong_use_is_a_sentence(study, args, says):
    more = ("--study", study) if args[0] == "run" else ()
    done = run(*args, *more)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr

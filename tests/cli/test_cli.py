"""The command line as a person uses it."""

import json
import subprocess
import sys

import pytest

import comity

PAGE = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。\n"


def run(*args, text=None):
    return subprocess.run(
        [sys.executable, "-m", "comity", *args],
        capture_output=True,
        text=True,
        input=text,
        check=False,
    )


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_jsonl_is_one_claim_a_line(page):
    done = run("read", "-q", str(page), "--issuer", "CHN", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [r["mode"] for r in rows] == ["meet"]
    assert "习近平" in done.stdout


def test_csv_has_a_header(page):
    done = run("read", "-q", str(page), "--format", "csv")
    assert done.stdout.startswith("kind,id,mode")


def test_standard_input_is_read():
    done = run("read", "-", "-q", "--json", text=PAGE)
    assert json.loads(done.stdout)[0]["participants"] == ["CHN", "RUS"]


def test_one_bad_file_among_good_ones_is_told_and_leaves_with_1(page, tmp_path):
    done = run("read", "-q", str(page), str(tmp_path / "none.md"))
    assert done.returncode == 1
    assert "No such file" in done.stderr


def test_nothing_readable_leaves_with_2(tmp_path):
    done = run("read", str(tmp_path / "none.md"))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_page_is_written(page, tmp_path):
    out = tmp_path / "page.html"
    assert run("read", "-q", str(page), "--html", str(out)).returncode == 0
    assert "习近平" in out.read_text(encoding="utf-8")


def test_dates_are_shown():
    done = run("dates", "2016年3月底举行会晤，9月再次举行。", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["start"] for r in rows] == ["2016-03-21", "2016-09-01"]


def test_an_overlay_with_a_fault_is_named(tmp_path):
    folder = tmp_path / "mechanisms"
    folder.mkdir()
    (folder / "own.toml").write_text(
        '[[mechanism]]\nid = "Own Forum"\nen = "Own Forum"\n', encoding="utf-8"
    )
    done = run("resources", "check", str(tmp_path))
    assert done.returncode == 1
    assert "own.toml" in done.stdout
    assert "Own Forum" in done.stdout


def test_an_output_that_cannot_be_written_is_a_sentence(page):
    done = run("read", "-q", str(page), "-o", "/no/such/folder/x.csv", "--format", "csv")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


MINE = """
[[mechanism]]
id = "tea-forum"
zh = "茶路论坛"
kind = "forum"
session = "conference"
source = "our own example"
"""


def test_a_users_own_names_are_read(tmp_path):
    (tmp_path / "mechanisms").mkdir()
    (tmp_path / "mechanisms" / "mine.toml").write_text(MINE, encoding="utf-8")
    page = tmp_path / "page.txt"
    page.write_text("2019年7月3日，国务院副总理胡春华出席茶路论坛。\n", encoding="utf-8")
    done = run("read", "-q", "--format", "jsonl", "--resources", str(tmp_path), str(page))
    assert json.loads(done.stdout)["frame"] == "tea-forum"
    assert comity.read(page, resources=tmp_path).events[0].frame == "tea-forum"


def test_dates_are_never_cut_short():
    shown = run("dates", "2016年3月底举行会晤，9月再次举行。").stdout
    assert "2016-03-31~" in shown
    assert shown.count("2016年3月底") == 2
    assert "…" not in shown


def test_a_case_that_is_none_is_named_with_its_line(tmp_path):
    path = tmp_path / "cases.jsonl"
    path.write_text('{"id": "a", "text": "2016年", "lang": "zh"}\n{"id": "b"}\n', encoding="utf-8")
    done = run("dates", "--cases", str(path))
    assert done.returncode == 2
    assert "line 2 lacks text" in done.stderr


def test_a_figure_that_is_none_is_refused(tmp_path):
    done = run("evaluate", str(tmp_path), "--min", "foo=0.9")
    assert done.returncode == 2
    assert "no such figure: foo" in done.stderr


def run_shell(command):
    import subprocess
    import sys

    whole = command.replace("comity", f"{sys.executable} -m comity")
    return subprocess.run(["bash", "-c", whole], capture_output=True, text=True)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("comity --help | true; echo ${PIPESTATUS[0]}", "0"),
        ("comity dates '2016年3月' | head -1 > /dev/null; echo ${PIPESTATUS[0]}", "0"),
        ("comity read - -q <&-; echo $?", "2"),
        ("PYTHONIOENCODING=ascii comity dates '2016年3月' > /dev/null; echo $?", "0"),
    ],
)
def test_closed_streams_and_poor_terminals_are_no_crash(command, code):
    run = run_shell(command)
    assert run.stdout.split()[-1] == code
    assert "unexpected" not in run.stderr

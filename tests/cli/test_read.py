"""comity read: what it writes, what it refuses, what it says."""

import json
import subprocess
import sys

import pytest

PAGE = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。\n"


def run(*args, text=None):
    return subprocess.run(
        [sys.executable, "-m", "comity", "read", *map(str, args)],
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


@pytest.mark.parametrize("shape", ["table", "json", "jsonl", "csv", "parquet"])
def test_a_failed_read_leaves_the_old_output(tmp_path, shape):
    kept = tmp_path / "kept"
    kept.write_text("precious")
    done = run(tmp_path / "none.md", "--format", shape, "-o", kept)
    assert done.returncode == 2
    assert kept.read_text() == "precious"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kept"]


def test_a_failed_read_leaves_the_old_page_and_folder(tmp_path):
    kept = tmp_path / "none.html"
    kept.write_text("precious")
    assert run(tmp_path / "none.md", "--html", kept).returncode == 2
    old = tmp_path / "out" / "empty.jsonl"
    old.parent.mkdir()
    old.write_text("precious")
    (tmp_path / "empty.md").write_text("")
    assert run(tmp_path / "empty.md", "--out-dir", old.parent).returncode == 2
    assert (kept.read_text(), old.read_text()) == ("precious", "precious")


def test_an_input_is_never_an_output(page):
    assert "is an input" in run(page, "-o", page).stderr
    assert page.read_text(encoding="utf-8") == PAGE


def test_files_of_one_name_get_distinct_outputs(tmp_path):
    for folder, ending in (("a", "md"), ("a", "txt"), ("b", "md"), ("b/a", "md")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"report.{ending}").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b" / "other.md").write_text(PAGE, encoding="utf-8")
    assert run("-q", tmp_path / "a", tmp_path / "b", "--out-dir", tmp_path / "o").returncode == 0
    found = [p.name for p in (tmp_path / "o").iterdir()]
    assert len(found) == 5
    assert "other.jsonl" in found


def test_an_output_folder_never_replaces_an_input(tmp_path):
    source = tmp_path / "rows.jsonl"
    source.write_text(json.dumps({"text": PAGE}), encoding="utf-8")
    assert run("-q", source, "--out-dir", tmp_path).returncode == 0
    assert json.loads(source.read_text(encoding="utf-8")) == {"text": PAGE}
    assert (tmp_path / "rows-2.jsonl").exists()


def test_an_output_folder_follows_the_format(page, tmp_path):
    assert run("-q", page, "--out-dir", tmp_path / "o", "--format", "csv").returncode == 0
    assert (tmp_path / "o" / "page.csv").read_text(encoding="utf-8").startswith("kind,id")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--issued", "yesterday"], "no date"),
        (["--issued", "2024-13"], "no date"),
        (["--issued", "2024/06/14"], "no date"),
        (["--issued", "2024-06 or so"], "no date"),
        (["--issuer", "Atlantis"], "no state or body"),
        (["--issuer", "nonsense"], "no state or body"),
        (["--input-format", "papyrus"], "no format"),
        (["--out-dir", "o", "-o", "x"], "give one"),
        (["--text", "--html", "x"], "--text"),
        (["--text", "--json"], "--text"),
        (["--html", "-", "--json"], "standard output"),
        (["--format", "parquet"], "binary"),
    ],
)
def test_what_cannot_be_honoured_is_refused(page, tmp_path, options, words):
    kept = {p: p.read_bytes() for p in tmp_path.iterdir()}
    done = run(page, *options)
    assert done.returncode == 2
    assert words in done.stderr
    assert done.stdout == ""
    assert {p: p.read_bytes() for p in tmp_path.iterdir()} == kept


def test_an_issuer_is_a_name_or_an_id(page):
    for issuer in ("CHN", "China", "中国外交部", "asean", "ASEAN"):
        done = run("-q", page, "--json", "--issuer", issuer)
        assert json.loads(done.stdout)[0]["issuer"] in ("CHN", "asean")


def test_a_users_own_body_can_be_the_issuer(page, tmp_path):
    (tmp_path / "my" / "mechanisms").mkdir(parents=True)
    record = '[[mechanism]]\nid = "tea-forum"\nen = "Tea Forum"\nkind = "igo"\nsource = "own"\n'
    (tmp_path / "my" / "mechanisms" / "tea.toml").write_text(record, encoding="utf-8")
    done = run("-q", page, "--json", "--issuer", "Tea Forum", "--resources", tmp_path / "my")
    assert json.loads(done.stdout)[0]["issuer"] == "tea-forum"


def test_bad_metadata_of_a_file_is_told_and_left_aside(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(f"---\nissuer: nonsense\ndate: 2024/06/14\n---\n{PAGE}", encoding="utf-8")
    done = run(path, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["issuer"] is None
    assert "bad-issuer" in done.stderr
    assert "bad-date" in done.stderr


def test_findings_name_their_file_and_are_no_failure(page, tmp_path):
    other = tmp_path / "other.md"
    other.write_text(PAGE, encoding="utf-8")
    done = run(page, other)
    assert done.returncode == 0
    assert f"{page}: line 1: no-date" in done.stderr
    assert f"{other}: line 1: no-date" in done.stderr


def test_a_page_on_standard_output_stands_alone(page):
    done = run("-q", page, "--html", "-")
    assert done.stdout.startswith("<!doctype html>")
    assert "meet CHN" not in done.stdout.split("<script")[0]


def test_text_is_written_once_and_where_asked(tmp_path):
    path = tmp_path / "two.md"
    body = "正文说明合作的情况，字数足够多，可以看作正文，后面还有一篇文章。"
    path.write_text(f"# 一\n\n{body}\n\n# 二\n\n{body}\n", encoding="utf-8")
    out = tmp_path / "out.txt"
    assert run("-q", path, "--text", "-o", out).returncode == 0
    assert out.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")

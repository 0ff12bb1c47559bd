"""One file that fails is told in a sentence; the others are read."""

import json
import subprocess
import sys

import pytest

from comity.cli import main
from comity.evaluate import evaluate

PAGE = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。\n"


@pytest.fixture
def pages(tmp_path):
    """Return a good page, one that makes the extractor stumble, and another good one."""
    paths = [tmp_path / name for name in ("a.md", "bad.md", "c.md")]
    for path in paths:
        path.write_text(f"{PAGE}{path.stem}\n", encoding="utf-8")
    return paths


@pytest.fixture
def _stumbles(monkeypatch):
    """Let reading fail in a way nobody foresaw: only a net can be tested so, no known fault is left."""
    import comity.reader
    from comity.reader.load import load_documents

    def load(source, **given):
        if "bad" in str(source):
            raise ZeroDivisionError("nobody foresaw this")
        return load_documents(source, **given)

    monkeypatch.setattr(comity.reader, "load_documents", load)
    monkeypatch.setattr("comity.evaluate.load_documents", load)


def called(capsys, *args):
    with pytest.raises(SystemExit) as left:
        main([*map(str, args)])
    return left.value.code, capsys.readouterr()


@pytest.mark.usefixtures("_stumbles")
@pytest.mark.parametrize("command", ["read", "add"])
def test_an_unforeseen_error_stops_no_other_file(pages, tmp_path, capsys, command):
    more = ["--study", tmp_path / "s.duckdb"] if command == "add" else ["-q", "--format", "jsonl"]
    code, said = called(capsys, command, *pages, *more)
    assert code == 1
    assert f"{pages[1]}: unexpected ZeroDivisionError: nobody foresaw this" in said.err
    assert "2 documents" in said.err if command == "add" else len(said.out.splitlines()) == 2


@pytest.mark.usefixtures("_stumbles")
def test_debug_raises_the_unforeseen(pages):
    with pytest.raises(ZeroDivisionError):
        main(["--debug", "read", "-q", *map(str, pages)])


@pytest.mark.usefixtures("_stumbles")
def test_an_unforeseen_error_stops_no_other_annotation(pages, tmp_path, capsys):
    for page in pages:
        page.with_suffix(".jsonl").write_text("", encoding="utf-8")
    code, said = called(capsys, "evaluate", tmp_path)
    assert code == 1
    assert "bad.md: unexpected ZeroDivisionError" in said.err
    assert evaluate(tmp_path).figures()["files"] == 2


def test_a_file_name_that_cannot_be_is_a_sentence(pages):
    done = subprocess.run(
        [sys.executable, "-m", "comity", "read", "-q", "--json", pages[0], "x" * 5000 + ".md"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "File name too long" in done.stderr
    assert len(done.stderr) < 500
    assert json.loads(done.stdout)


def test_an_empty_name_is_no_folder(capsys):
    code, said = called(capsys, "read", "")
    assert code == 2
    assert "name of a file is empty" in said.err

"""What a killed run left beside its output is removed by the next."""

import os
import subprocess
import sys

import pytest

from comity.cli.output import destination
from comity.errors import ExportError
from comity.export.folder import whole_folder


@pytest.fixture(scope="module")
def ended():
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_a_folder_left_by_a_killed_export_is_removed_by_the_next(tmp_path, ended):
    left = tmp_path / f".out.{ended}.part"
    left.mkdir()
    (left / "claims.csv").write_text("half", encoding="utf-8")
    with whole_folder(tmp_path / "out") as partial:
        (partial / "a.csv").write_text("whole", encoding="utf-8")
    assert os.listdir(tmp_path) == ["out"]
    assert os.listdir(tmp_path / "out") == ["a.csv"]


def test_an_export_moved_aside_by_a_killed_one_is_put_back(tmp_path, ended):
    old = tmp_path / f".out.{ended}.old"
    old.mkdir()
    (old / "mine.txt").write_text("words", encoding="utf-8")
    with pytest.raises(ExportError, match=r"mine\.txt"), whole_folder(tmp_path / "out"):
        pass
    assert (tmp_path / "out" / "mine.txt").read_text() == "words"


def test_a_file_left_by_a_killed_run_is_removed_and_one_at_work_is_not(tmp_path, ended):
    (tmp_path / f".a.txt.{ended}.part").write_text("half", encoding="utf-8")
    (tmp_path / f".a.txt.{os.getppid()}.part").write_text("at work", encoding="utf-8")
    (tmp_path / f".b.txt.{ended}.part").write_text("another", encoding="utf-8")
    with destination(str(tmp_path / "a.txt")) as stream:
        stream.write("whole")
    kept = {f".a.txt.{os.getppid()}.part", f".b.txt.{ended}.part", "a.txt"}
    assert set(os.listdir(tmp_path)) == kept

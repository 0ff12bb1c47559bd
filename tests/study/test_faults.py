"""What can be wrong with the file of a study, and what a user is told."""

import os
import subprocess
import sys

import duckdb
import pytest

from comity.errors import StudyError
from comity.study import open_study

from .conftest import TALKS


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "study.duckdb"
    with open_study(file) as made:
        made.add(TALKS, issuer="CHN", issued="2019-06-06")
    return file


def set_format(path, version):
    with duckdb.connect(str(path)) as connection:
        connection.execute("update meta set value = ? where key = 'schema'", [version])


@pytest.mark.parametrize(("version", "says"), [("99", "newer.*Update"), ("0", "older.*Make a new")])
def test_a_study_of_another_format_is_refused_with_the_way_on(path, version, says):
    set_format(path, version)
    with pytest.raises(StudyError, match=says):
        open_study(path)


def test_a_second_writer_is_told_to_wait(path):
    hold = "import sys,comity;s=comity.open(sys.argv[1]);print('held',flush=True);sys.stdin.read()"
    other = subprocess.Popen(
        [sys.executable, "-c", hold, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StudyError, match="written by another process"):
            open_study(path)
    finally:
        other.communicate("")
    open_study(path).close()


def open_and_use(path):
    with open_study(path) as found:
        found.info()
        if found.verify():
            raise StudyError(f"{path} is damaged.")


@pytest.mark.parametrize("damage", ["text", "cut", "zeros", "noise"])
def test_a_file_that_is_no_study_or_damaged_is_named(path, damage):
    whole = path.read_bytes()
    path.write_bytes(
        {
            "text": b"not a database at all\n" * 400,
            "cut": whole[: len(whole) // 3],
            "zeros": whole[:4096] + bytes(len(whole) - 4096),
            "noise": whole[:8192] + bytes(b ^ 255 for b in whole[8192:40000]) + whole[40000:],
        }[damage]
    )
    with pytest.raises(StudyError, match=r"study\.duckdb"):
        open_and_use(path)


def test_an_empty_file_and_another_database_are_no_study(tmp_path):
    (tmp_path / "empty.duckdb").touch()
    with pytest.raises(StudyError, match="empty"):
        open_study(tmp_path / "empty.duckdb")
    with duckdb.connect(str(tmp_path / "other.duckdb")) as connection:
        connection.execute("create table pets (name varchar)")
    with pytest.raises(StudyError, match="no study"):
        open_study(tmp_path / "other.duckdb")


def test_a_study_that_is_not_there_is_not_made_by_looking(tmp_path):
    with pytest.raises(StudyError, match="There is no study"):
        open_study(tmp_path / "none.duckdb", readonly=True)
    with pytest.raises(StudyError, match="folder does not exist"):
        open_study(tmp_path / "no" / "folder.duckdb")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_write_permission_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(StudyError, match="permission"):
        open_study(tmp_path / "a.duckdb")

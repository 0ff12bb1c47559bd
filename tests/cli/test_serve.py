"""comity serve: what it prints, how it ends, and what it says when it cannot."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from comity.cli import main
from comity.study import open_study


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "s.duckdb"
    with open_study(made) as study:
        study.derived()
    return str(made)


def test_it_prints_an_address_that_answers_and_ends_with_ctrl_c(path):
    command = [sys.executable, "-m", "comity", "serve", "--study", path, "--port", "0", "--no-open"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        address = server.stdout.readline().strip()
        with urllib.request.urlopen(f"{address}api/v1/study", timeout=60) as answer:
            assert answer.status == 200
        os.kill(server.pid, signal.SIGINT)
        out, err = server.communicate(timeout=60)
    assert (server.returncode, out) == (0, "")
    assert err.splitlines() == ["Ctrl-C ends it.", "Ended."]


def says(capsys, *args):
    with pytest.raises(SystemExit) as stop:
        main(["serve", "--no-open", *args])
    return stop.value.code, capsys.readouterr().err


def test_a_study_that_is_not_there(capsys, tmp_path):
    code, err = says(capsys, "--study", str(tmp_path / "none.duckdb"), "--port", "0")
    assert code == 2
    assert "There is no study" in err


def test_a_port_in_use(capsys, path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, err = says(capsys, "--study", path, "--port", str(taken.getsockname()[1]))
    assert code == 2
    assert "cannot be used: address already in use. Give another with --port" in err


def test_without_the_libraries_it_says_what_to_install(capsys, path, monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    code, err = says(capsys, "--study", path)
    assert code == 2
    assert "pip install 'comity[serve]'" in err


def test_a_study_under_review_is_refused_to_others_with_a_sentence(path):
    command = [sys.executable, "-m", "comity", "serve", "--study", path, "--port", "0", "--no-open"]
    with subprocess.Popen(
        [*command, "--review"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert "#token=" in server.stdout.readline()
        other = subprocess.run(command, capture_output=True, text=True, timeout=60)
        os.kill(server.pid, signal.SIGINT)
        server.communicate(timeout=60)
    assert other.returncode == 2
    assert "is being written by another process" in other.stderr

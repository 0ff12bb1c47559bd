"""Closed, full and broken streams, and signals: no traceback, nothing half written left behind."""

import os
import signal
import subprocess
import sys
import time

import pytest

COMITY = [sys.executable, "-m", "comity"]
DATED = "2016年3月底举行会晤。"
MEETING = "2019年6月，国家主席习近平在比什凯克同俄罗斯总统普京举行会晤。\n\n"
EARLY = """
import os, signal, sys
class Stop:
    def find_spec(name, *rest):
        if name == "comity.cli":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Stop)
from comity.__main__ import main
main()
"""


def run(command, redirect="", **given):
    line = " ".join(f"'{word}'" for word in [*COMITY, *command])
    return subprocess.run(
        ["bash", "-c", f"{line} {redirect}"], capture_output=True, check=False, **given
    )


@pytest.mark.parametrize("command", [["dates", DATED], ["--help"], ["list", "--help"]])
def test_an_answer_to_a_closed_pipe_is_no_failure(command):
    done = run(command, "| true; exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("redirect", "code"),
    [(">&-", 2), (">/dev/full", 2), ("2>&-", 0), ("2>/dev/full", 0), ("<&-", 0)],
)
def test_a_stream_that_cannot_be_used_is_a_sentence_at_most(redirect, code):
    done = run(["dates", DATED], redirect)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert b"unexpected" not in done.stderr
    assert (b"2016-03" in done.stdout) == (code == 0)


def test_a_file_is_written_though_the_standard_streams_are_closed(tmp_path):
    page = tmp_path / "a.md"
    page.write_text(MEETING, encoding="utf-8")
    out = tmp_path / "a.jsonl"
    assert (
        run(["read", str(page), "--format", "jsonl", "-o", str(out)], "<&- >&- 2>&-").returncode
        == 0
    )
    assert "CHN" in out.read_text("utf-8")


def test_ctrl_c_while_it_loads_ends_it_without_a_word():
    done = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, check=False)
    assert done.returncode == -signal.SIGINT
    assert done.stderr == b""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_ended_leaves_nothing_half_written(tmp_path, number, code):
    page = tmp_path / "a.md"
    page.write_text(MEETING * 5_000, encoding="utf-8")
    command = [
        *COMITY,
        "read",
        "-q",
        str(page),
        "-o",
        str(tmp_path / "out.jsonl"),
        "--format",
        "jsonl",
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    until = time.monotonic() + 20
    while not list(tmp_path.glob(".out*")) and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(number)
    said = process.communicate(timeout=20)[1]
    assert process.returncode == code
    assert b"Traceback" not in said
    assert os.listdir(tmp_path) == ["a.md"]

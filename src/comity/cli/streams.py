"""Standard streams as the command line needs them: closed, full or broken, none ends in a traceback."""

import io
import os
import signal
import sys
import threading
from contextlib import suppress
from types import FrameType
from typing import Final

# A process that is asked to end removes what it has half written and leaves with 128 + number.
ENDING: Final = ("SIGTERM", "SIGHUP")


class Talk(io.FileIO):
    """Standard error: what cannot be said is lost, and the answer is given all the same."""

    def write(self, words: object) -> int:
        try:
            return super().write(words)  # type: ignore[arg-type]
        except OSError:
            return len(words)  # type: ignore[arg-type]


def open_streams() -> None:
    """Make standard output and error fit to be written to.

    Answers show any script, as escapes where it cannot be shown. A closed standard output is one that fails
    when it is written to; the numbers of closed streams are taken, so that no other file gets them.
    """
    for number, stream in enumerate((sys.__stdin__, sys.__stdout__, sys.__stderr__)):
        if stream is None:
            _occupy(number)
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - lives on
    if sys.stderr is None or sys.stderr is sys.__stderr__:
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        raw = io.BufferedWriter(Talk(2, "w", closefd=False))
        sys.stderr = io.TextIOWrapper(raw, encoding, "backslashreplace", line_buffering=True)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")


def _occupy(number: int) -> None:
    """Give a closed stream's number to a file that nothing can be written to."""
    try:
        os.fstat(number)
    except OSError:
        opened = os.open(os.devnull, os.O_RDONLY)
        if opened != number:
            os.dup2(opened, number)
            os.close(opened)


def leave_pipe() -> None:
    """Write nothing more to a standard output that nobody reads or that fails."""
    with suppress(OSError):  # one in memory has no number
        number = sys.stdout.fileno()
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, number)
        os.close(nothing)


def flush_or_leave() -> None:
    """Write out what standard output still holds; what cannot be written is dropped."""
    try:
        sys.stdout.flush()
    except OSError:
        leave_pipe()


def end_in_order() -> None:
    """Let a process that is told to end remove what it has half written."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ENDING:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, frame: FrameType | None) -> None:
    for name in ENDING:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    sys.exit(128 + number)


def interrupt_ends(*, quietly: bool) -> None:
    """Let Ctrl-C end the process at once without a word, or raise KeyboardInterrupt as usual."""
    ours = (signal.SIG_DFL, signal.default_int_handler)
    in_main = threading.current_thread() is threading.main_thread()
    if in_main and signal.getsignal(signal.SIGINT) in ours:
        signal.signal(signal.SIGINT, ours[not quietly])

"""What a killed run leaves beside an output, and its removal by the next one.

An output is written under a hidden name that holds the process, ``.name.123.part``, and gets its own name
when it is whole. A process that was killed cannot remove it.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def partial_of(target: Path, ending: str = "part") -> Path:
    """Return the hidden name beside a target under which this process writes it."""
    return target.with_name(f".{target.name}.{os.getpid()}.{ending}")


def clear_leftovers(target: Path) -> None:
    """Remove what ended processes left of a target, and put back what one of them had moved aside."""
    for old in _left(target, "old"):
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            with suppress(OSError):
                old.rename(target)
    for path in _left(target, "part"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


def _left(target: Path, ending: str) -> Iterator[Path]:
    name = re.compile(rf"\.{re.escape(target.name)}\.(\d+)\.{ending}")
    with suppress(OSError):
        for path in sorted(target.parent.iterdir()):
            match = name.fullmatch(path.name)
            if match and not _runs(int(match[1])):
                yield path


def _runs(process: int) -> bool:
    """Say whether a process may still be at work; where that cannot be asked, any but this one may."""
    if process == os.getpid():
        return False
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True

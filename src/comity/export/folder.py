"""The folder of an export: written beside and put in place whole, or not at all."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.errors import ExportError, StudyError
from comity.leftovers import clear_leftovers, partial_of
from comity.study.restore import MANIFEST


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Yield a folder to write into, which takes the target's place when all is written.

    An earlier export there is replaced if nobody changed or added a file; a folder with anything else
    in it is refused. Whatever fails, the target stays as it was and nothing is left beside it; what a killed
    run left is removed.
    """
    if target.name:
        clear_leftovers(target)
    check_replaceable(target)
    partial, old = partial_of(target), partial_of(target, "old")
    try:
        partial.mkdir()
        yield partial
        if target.exists():
            target.rename(old)
        partial.rename(target)
    except (OSError, StudyError) as error:
        if isinstance(error, StudyError) and str(partial) not in error.problem:
            raise
        if old.exists() and not target.exists():
            old.rename(target)
        raise ExportError(
            f"{target} cannot be written: {_reason(error)}.",
            hint="Check the disk and its permissions; what was there before is unchanged.",
        ) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _reason(error: OSError | StudyError) -> str:
    """Return what the system said, or the end of what the database said about a file."""
    if isinstance(error, StudyError):
        return error.problem.rsplit(": ", 1)[-1].rstrip(".")
    return str(error.strerror or error)


def check_replaceable(target: Path) -> None:
    """Raise ExportError for a file, and for a folder that holds anything but an unchanged export."""
    if not target.name:
        raise ExportError(f"{target} cannot be an export's folder.", hint="Name a new folder.")
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise ExportError(f"{target} is no folder.", hint="Name a new folder.")
    if not target.exists() or not any(target.iterdir()):
        return
    known = _digests(target)
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        if name == MANIFEST:
            continue
        if name not in known:
            raise ExportError(
                f"{target} holds {name}, which is no part of an export.", hint="Name a new folder."
            )
        if digest_of(path) != known[name]:
            raise ExportError(
                f"{path} was changed since it was exported.",
                hint="Move it away, or name a new folder.",
            )


def _digests(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(f["path"]): str(f["sha256"]) for f in found["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

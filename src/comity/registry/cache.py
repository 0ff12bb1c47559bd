"""What is compiled from resource files, kept in the cache folder: used only when it is whole.

A cache file is a line with the SHA-256 of the rest, and the rest as JSON. One that was cut off, edited or
written by something else is made anew; it is never believed.
"""

import hashlib
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any


def content_hash(paths: list[Path]) -> str:
    """Return one hash over the names and bytes of files."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    for path in paths:
        place = "/".join(path.parts[-3:])  # the folder says what kind of records a file holds
        digest.update(place.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:20]


def cache_folder() -> Path:
    """Return the XDG cache folder of comity; its content may be deleted at any time."""
    given = os.environ.get("XDG_CACHE_HOME", "")
    if Path(given).is_absolute():  # the XDG rules say to ignore a relative one
        return Path(given) / "comity"
    try:
        return Path.home() / ".cache" / "comity"
    except RuntimeError:  # a user of a container without a home: no folder can be made, so no cache
        return Path(os.devnull) / "comity"


def read_cache(path: Path) -> Any:
    """Return what a cache file holds, or None if there is none that is whole."""
    with suppress(OSError, ValueError, RecursionError):
        checksum, _, content = path.read_bytes().partition(b"\n")
        if checksum.decode() == hashlib.sha256(content).hexdigest():
            return json.loads(content)
    return None


def write_cache(path: Path, value: object) -> None:
    """Write a cache file whole or not at all; a read-only or full disk is no error."""
    content = json.dumps(value, ensure_ascii=False).encode()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}.tmp")
        partial.write_bytes(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
        partial.replace(path)

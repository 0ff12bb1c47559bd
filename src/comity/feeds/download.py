"""Fetching a feed's file at the user's request: resumed when cut, checked, with a manifest beside it."""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from socket import gaierror
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from comity.errors import ReadError
from comity.feeds.files import digest_of_file
from comity.feeds.spec import Feed

CHUNK: Final = 1 << 16
AGENT: Final = "comity (open-source research tool)"
Tell = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Where a file came from: kept beside it as ``NAME.manifest.json``."""

    feed: str
    address: str
    file: str
    bytes: int
    sha256: str
    licence: str
    citation: str
    retrieved: str


class Cut(Exception):
    """The connection ended before the file did."""


def manifest_path(file: Path) -> Path:
    return file.with_name(f"{file.name}.manifest.json")


def fetch(
    feed: Feed,
    folder: Path,
    *,
    now: datetime,
    address: str = "",
    sha256: str = "",
    timeout: float = 60,
    tries: int = 4,
    tell: Tell | None = None,
) -> tuple[Path, Manifest]:
    """Return the feed's file in a folder, fetched unless it is there already with its manifest.

    What an interrupted fetch left (``NAME.part``) is gone on with, if the server still has the same file.
    ``now`` is written into the manifest. Raises ReadError for whatever goes wrong.
    """
    url = _checked(feed, address or feed.address)
    file = folder / (Path(unquote(urlsplit(url).path)).name or feed.id)
    if file.exists():
        return file, _there(file, sha256)
    part = file.with_name(f"{file.name}.part")
    _try_hard(url, part, timeout, tries, tell)
    digest = digest_of_file(part)
    if sha256 and digest != sha256.lower():
        part.unlink()
        _tag(part).unlink(missing_ok=True)
        raise ReadError(
            f"came with the checksum {digest[:12]}…, not {sha256[:12].lower()}….",
            path=url,
            hint="The file was damaged on the way or has changed at its source; it was not kept.",
        )
    manifest = Manifest(
        feed=feed.id,
        address=url,
        file=file.name,
        bytes=part.stat().st_size,
        sha256=digest,
        licence=feed.licence,
        citation=feed.citation,
        retrieved=now.isoformat(),
    )
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n"
    manifest_path(file).write_text(text, encoding="utf-8")
    part.replace(file)
    _tag(part).unlink(missing_ok=True)
    return file, manifest


def _checked(feed: Feed, url: str) -> str:
    where = f" See {feed.homepage}." if feed.homepage else ""
    if urlsplit(url).scheme not in ("http", "https"):
        raise ReadError(
            f"{feed.id} has no address to fetch from.",
            hint=f"Fetch the file yourself and name it.{where}",
        )
    if "{" in url:
        raise ReadError(
            f"{feed.id} is published in many files: {url}.",
            hint="Give the full address of one with --address.",
        )
    return url


def _there(file: Path, sha256: str) -> Manifest:
    """Return the manifest of a file that was fetched before; a file that differs from it is refused."""
    digest = digest_of_file(file)
    try:
        known = Manifest(**json.loads(manifest_path(file).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ReadError(
            "is there already, without a manifest.",
            path=str(file),
            hint="Import it by name, or move it away.",
        ) from error
    if digest != known.sha256 or (sha256 and digest != sha256.lower()):
        raise ReadError(
            f"has changed since it was fetched on {known.retrieved[:10]}.",
            path=str(file),
            hint="Move it away and fetch it again.",
        )
    return known


def _try_hard(url: str, part: Path, timeout: float, tries: int, tell: Tell | None) -> None:
    """Fetch until the file is whole; each try goes on where the last one was cut."""
    for left in reversed(range(tries)):
        try:
            _fetch(url, part, timeout, tell)
            return
        except (TimeoutError, Cut, ConnectionError, http.client.HTTPException) as error:
            if not left:
                raise _gave_up(url, part, timeout, tries, error) from error


def _gave_up(url: str, part: Path, timeout: float, tries: int, error: Exception) -> ReadError:
    """Return the sentence for a server that was tried often enough: silent, not there, or cut."""
    have = part.stat().st_size if part.exists() else 0
    here = f"; {have:,} bytes are here" if have else ""
    again = "Run again to go on from there." if have else "Check the address, or try again later."
    cause = error.__cause__ if isinstance(error, Cut) else error
    reason = getattr(cause, "reason", cause)
    if isinstance(reason, TimeoutError):
        problem = f"did not answer within {timeout:g} seconds, {tries} times{here}."
        return ReadError(problem, path=url, hint=f"Give it longer with --timeout. {again}")
    if isinstance(reason, ConnectionRefusedError):
        return ReadError("cannot be reached: nobody answers there.", path=url, hint=again)
    problem = f"the connection was cut {tries} times; {have:,} bytes are here."
    return ReadError(problem, path=url, hint="Run again to go on from there.")


def _fetch(url: str, part: Path, timeout: float, tell: Tell | None) -> None:
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"User-Agent": AGENT})
    tag = _read_tag(part)
    if have and tag:
        request.add_header("Range", f"bytes={have}-")
        request.add_header("If-Range", tag)
    try:
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            _save(answer, part, have, tell)
    except urllib.error.HTTPError as error:
        _refused(url, error, part, have)
    except urllib.error.URLError as error:
        if isinstance(error.reason, ConnectionError | TimeoutError):
            raise Cut from error
        why = "its name is not known" if isinstance(error.reason, gaierror) else error.reason
        raise ReadError(
            f"cannot be reached: {why}.", path=url, hint="Check the network and the address."
        ) from error
    except OSError as error:
        if isinstance(error, ConnectionError | TimeoutError):
            raise
        raise ReadError(f"cannot be written: {error.strerror}.", path=str(part)) from error


def _save(answer: Any, part: Path, have: int, tell: Tell | None) -> None:
    """Write an answer: behind what is there when the server goes on from there, else from the start."""
    if answer.headers.get_content_type() == "text/html":
        raise ReadError(
            "is a web page, not a file.",
            path=answer.url,
            hint="Open it in a browser, fetch the table there, and name the file.",
        )
    on = answer.status == 206 and _starts(answer) == have
    done = have if on else 0
    length = answer.headers.get("Content-Length")
    whole = done + int(length) if length and length.isdigit() else None
    part.parent.mkdir(parents=True, exist_ok=True)
    tag = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
    _tag(part).write_text("" if tag.startswith("W/") else tag, encoding="utf-8")
    with part.open("ab" if on else "wb") as stream:
        while chunk := answer.read(CHUNK):
            stream.write(chunk)
            done += len(chunk)
            if tell:
                tell(done, whole)
    if whole is not None and done < whole:
        raise Cut


def _refused(url: str, error: urllib.error.HTTPError, part: Path, have: int) -> None:
    """Tell what an HTTP error means; a Range beyond the end means that all is here, or to begin again."""
    if error.code == 416:
        size = (error.headers.get("Content-Range") or "").rpartition("/")[2]
        if size == str(have):
            return
        part.unlink(missing_ok=True)
        raise Cut from error
    if error.code in (301, 302, 303, 307, 308):
        raise ReadError(
            "leads on to another address in a circle, or to one that is none.",
            path=url,
            hint="Look at the feed's page for the file's address.",
        ) from error
    said = {
        404: ("is not there (404).", "The file may have moved: look at the feed's page."),
        401: ("needs a login (401).", "Fetch it with your account, and name the file."),
        403: ("may not be fetched (403).", "Fetch it in a browser, and name the file."),
        429: ("was asked for too often (429).", "Wait a while and run again."),
    }
    problem, hint = said.get(error.code, (f"answers {error.code}.", "Try again later."))
    raise ReadError(problem, path=url, hint=hint) from error


def _starts(answer: Any) -> int:
    """Return where a partial answer starts, by ``Content-Range: bytes 100-199/200``."""
    said = (answer.headers.get("Content-Range") or "").removeprefix("bytes ").partition("-")[0]
    return int(said) if said.isdigit() else -1


def _tag(part: Path) -> Path:
    return part.with_name(f"{part.name}.tag")


def _read_tag(part: Path) -> str:
    try:
        return _tag(part).read_text(encoding="utf-8")
    except OSError:
        return ""

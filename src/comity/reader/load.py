"""Files, folders, streams and JSON Lines to documents."""

import gzip
import sys
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO

from comity.errors import ReadError
from comity.model import Document, Finding
from comity.reader.build import build_documents
from comity.reader.decode import decode
from comity.reader.formats import BY_NAME, Format, format_of
from comity.reader.front_matter import split_front_matter
from comity.reader.given import Given, check_given
from comity.reader.json_lines import read_lines
from comity.reader.limits import bounded, read_bytes

Source = str | Path | IO[bytes]


def load_documents(
    source: Source,
    *,
    format: str | None = None,
    language: str | None = None,
    issuer: str | None = None,
    issued: str | date | None = None,
    resources: Path | None = None,
) -> Iterator[Document]:
    """Yield the documents of a file, a folder (in the order of names), ``-`` or an open binary stream.

    ``resources`` is a folder of the user's own names, for issuers. Raises ReadError with path and hint
    when a file cannot be read at all, or when issuer or date cannot be one.
    """
    given = check_given(
        format=format, language=language, issuer=issuer, issued=issued, resources=resources
    )
    chosen = BY_NAME[format] if format else None
    if isinstance(source, str | Path) and str(source) != "-":
        for path in files_of(Path(source)):
            yield from _read_file(path, chosen or format_of(path.name) or BY_NAME["text"], given)
        return
    if isinstance(source, str | Path) and sys.stdin is None:
        raise ReadError("Standard input is closed.", hint="Name a file.")
    stream: IO[bytes] = sys.stdin.buffer if isinstance(source, str | Path) else source
    kind = chosen or BY_NAME["markdown"]
    if kind.name == "jsonl":
        yield from read_lines(stream, "-", given)
    else:
        data, cut = read_bytes(stream, "-", whole=kind.whole)
        yield from _read_bytes(data, "-", kind, given, cut)


def files_of(path: Path) -> Iterator[Path]:
    """Yield a file, or the readable files below a folder in the order of names, following no link in a loop."""
    try:
        folder = path.is_dir()
        found = _below(path) if folder else []
        there = folder or path.exists()
    except (OSError, ValueError) as error:  # no permission, a name too long or with a NUL in it
        why = getattr(error, "strerror", None) or error
        raise ReadError(
            f"cannot be read: {why}.", path=shown_path(path), hint="Check it."
        ) from error
    if folder:
        if not found:
            raise ReadError(
                "The folder holds no readable file.",
                path=str(path),
                hint="Files end in .md, .txt, .html, .pdf, .docx or .jsonl.",
            )
        yield from found
        return
    if not there:
        raise ReadError("No such file.", path=shown_path(path), hint="Check the name.")
    yield path


def _below(folder: Path) -> list[Path]:
    found = (p for p in folder.rglob("*") if format_of(p.name) and not _hidden(p, folder))
    return sorted(p for p in found if p.is_file())


def shown_path(path: Path) -> str:
    """Return a path as a message names it: the middle of a very long one is left out."""
    name = str(path)
    return name if len(name) <= 300 else f"{name[:140]}…{name[-140:]}"


def _hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _read_file(path: Path, kind: Format, given: Given) -> Iterator[Document]:
    try:
        if kind.name == "jsonl":
            opener = gzip.open if path.name.endswith(".gz") else open
            with opener(path, "rb") as stream:
                yield from read_lines(stream, str(path), given)  # type: ignore[arg-type]
            return
        with path.open("rb") as stream:
            data, cut = read_bytes(stream, str(path), whole=kind.whole)
    except (OSError, EOFError, zlib.error) as error:
        why = getattr(error, "strerror", None) or error
        raise ReadError(
            f"cannot be read: {why}.", path=str(path), hint="Check the file and its permissions."
        ) from error
    yield from _read_bytes(data, str(path), kind, given, cut)


def _read_bytes(
    data: bytes, path: str, kind: Format, given: Given, cut: list[Finding]
) -> tuple[Document, ...]:
    if kind.to_text:
        if not data:
            raise ReadError("The file is empty.", path=path, hint="Give a file with text.")
        text, findings = kind.to_text(data, path)
    else:
        text, findings = decode(data, path)
        text = text.removeprefix("\ufeff")
    return _documents(text, path, kind, given, [*findings, *cut])


def _documents(
    raw: str, path: str, kind: Format, given: Given, findings: list[Finding]
) -> tuple[Document, ...]:
    metadata, start, problems = split_front_matter(raw)
    text, cut = bounded(raw[start:])
    problems = [*problems, *cut]
    if not text.strip():
        raise ReadError("The file holds no text.", path=path, hint="Give a file with text.")
    filled, doubts = replace(given, source=path).or_from(metadata)
    found = build_documents(
        text,
        filled,
        marked=kind.marked,
        metadata=metadata,
        findings=[*findings, *problems, *doubts],
    )
    if not found:
        raise ReadError("The file holds no words.", path=path, hint="Give a file with text.")
    return found


def parse_text(
    text: str,
    *,
    format: str = "markdown",
    language: str | None = None,
    issuer: str | None = None,
    issued: str | date | None = None,
    source: str = "",
    resources: Path | None = None,
) -> tuple[Document, ...]:
    """Return the documents of a text in hand; the front matter, if any, is metadata."""
    given = check_given(
        format=format, language=language, issuer=issuer, issued=issued, resources=resources
    )
    return _documents(text, source, BY_NAME[format], given, [])


def plain_text(source: Source, *, format: str | None = None) -> str:
    """Return the text that offsets of a file's claims refer to."""
    return "\n".join(dict.fromkeys(d.text for d in load_documents(source, format=format)))

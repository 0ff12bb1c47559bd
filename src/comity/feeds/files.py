"""Files of data sets: plain, gzip or zip; the right table in an archive; rows one by one."""

import csv
import gzip
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path
from typing import IO, Final

from comity.errors import ReadError
from comity.feeds.spec import Feed

TABLES: Final = (".csv", ".tsv", ".tab", ".txt")
CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is read: the names of its columns and its rows, each a list of cells."""

    name: str
    header: tuple[str, ...]
    rows: Iterator[list[str]]


def digest_of_file(path: Path) -> str:
    """Return the SHA-256 of a file as it lies there."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}.", path=str(path)) from error
    return digest.hexdigest()


@contextmanager
def open_table(path: Path, feed: Feed) -> Iterator[Table]:
    """Open the feed's table in a file; every fault of the file is told in a sentence."""
    try:
        with opened(path, feed) as (name, raw):
            text = io.TextIOWrapper(raw, encoding=feed.encoding, newline="")
            yield _table(name, text, feed)
    except UnicodeDecodeError as error:
        raise _wrong_encoding(path, feed, error) from error
    except csv.Error as error:
        raise ReadError(f"is no table: {error}.", path=str(path)) from error
    except (EOFError, gzip.BadGzipFile, zipfile.BadZipFile, zlib.error) as error:
        raise _damaged(path) from error
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}.", path=str(path)) from error


def check_whole(path: Path, feed: Feed) -> None:
    """Read a file to its end and say what is wrong with it, before anything of it is recorded."""
    with open_table(path, feed):
        pass
    try:
        with opened(path, feed) as (_, raw):
            text = io.TextIOWrapper(raw, encoding=feed.encoding, newline="")
            while text.read(CHUNK):
                pass
    except UnicodeDecodeError as error:
        raise _wrong_encoding(path, feed, error) from error
    except (EOFError, gzip.BadGzipFile, zipfile.BadZipFile, zlib.error) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> ReadError:
    return ReadError(
        "is cut short or damaged.", path=str(path), hint="Move it away and fetch it again."
    )


def _wrong_encoding(path: Path, feed: Feed, error: UnicodeDecodeError) -> ReadError:
    return ReadError(
        f"is not in the encoding {feed.encoding}: byte {error.start} of a part cannot be read.",
        path=str(path),
    )


@contextmanager
def opened(path: Path, feed: Feed) -> Iterator[tuple[str, IO[bytes]]]:
    with path.open("rb") as stream:
        start = stream.read(4)
    if start[:2] == b"\x1f\x8b":
        with gzip.open(path) as inner:
            yield path.name.removesuffix(".gz"), inner  # type: ignore[misc]
    elif start == b"PK\x03\x04":
        with zipfile.ZipFile(path) as archive:
            member = _member(archive, feed, path)
            with archive.open(member) as part:
                yield member, part
    else:
        with path.open("rb") as plain:
            yield path.name, plain


def _member(archive: zipfile.ZipFile, feed: Feed, path: Path) -> str:
    """Return the table of an archive: by the feed's patterns in order, else the only one there is."""
    names = sorted(n for n in archive.namelist() if not n.startswith("__MACOSX"))
    for pattern in feed.file:
        for name in names:
            if fnmatch(name.rsplit("/", 1)[-1].lower(), pattern.lower()):
                return name
    tables = [n for n in names if n.lower().endswith(TABLES)]
    if len(tables) == 1:
        return tables[0]
    raise ReadError(
        f"holds no file like {' or '.join(feed.file) or '*.csv'}; it holds {_some(names)}.",
        path=str(path),
        hint="Unpack it and name the table.",
    )


def _table(name: str, text: IO[str], feed: Feed) -> Table:
    csv.field_size_limit(1 << 27)
    plain = feed.delimiter == "\t"  # tab-separated files of event data quote nothing
    reader = csv.reader(
        (line.replace("\0", "") for line in text),
        delimiter=feed.delimiter,
        quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL,
    )
    first = next(reader, [])
    header, is_data = header_of(name, first, feed)
    return Table(name, header, chain([first] if first else [], reader) if is_data else reader)


def header_of(name: str, first: list[str], feed: Feed) -> tuple[tuple[str, ...], bool]:
    """Return the names of a table's columns by its first line, and whether that line holds data already."""
    given = tuple(c.strip() for c in first)
    known = tuple(c.lower() for c in feed.header[:3])
    if not feed.header or tuple(c.lower() for c in given[:3]) == known:
        return given, False
    if first and not len(feed.header) - 1 <= len(first) <= len(feed.header):
        raise ReadError(
            f"has {len(first)} columns where {feed.id} has {len(feed.header)}.",
            path=name,
            hint="Check that the file belongs to this feed.",
        )
    return feed.header, True


def _some(names: list[str]) -> str:
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return (", ".join(names[:6]) or "nothing") + more

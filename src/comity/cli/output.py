"""Where answers go: standard output or a file written whole, in one of five shapes."""

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from comity.errors import ReadError

if TYPE_CHECKING:
    from rich.table import Table

    from comity.model import Claim
    from comity.tables import Rows

SHAPES = ("table", "json", "jsonl", "csv", "parquet")


@contextmanager
def destination(path: str | None) -> Iterator[IO[str]]:
    """Yield where text goes: standard output, or a file that appears only when all is written."""
    if path is None or path == "-":
        yield sys.stdout
        return
    target = Path(path)
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        partial.replace(target)
    except OSError as error:
        raise ReadError(
            f"cannot be written: {error.strerror}.",
            path=path,
            hint="Check the disk and its permissions.",
        ) from error
    finally:
        partial.unlink(missing_ok=True)


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def write_claims(claims: Iterable["Claim"], shape: str, path: str | None) -> int:
    """Write claims in a shape and return how many; JSON Lines are written as they come."""
    count = 0
    if shape == "parquet":
        return _write_parquet(list(claims), path)
    with destination(path) as stream:
        if shape == "jsonl":
            for claim in claims:
                stream.write(dump(claim.to_dict()) + "\n")
                count += 1
            return count
        kept = list(claims)
        stream.write(_as_text(kept, shape, stream))
        return len(kept)


def _as_text(claims: Sequence["Claim"], shape: str, stream: IO[str]) -> str:
    if shape == "json":
        return json.dumps([c.to_dict() for c in claims], ensure_ascii=False, indent=1) + "\n"
    if shape == "csv":
        from comity.reading import COLUMNS, flat_row

        sink = io.StringIO()
        writer = csv.DictWriter(sink, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(flat_row(c) for c in claims)
        return sink.getvalue()
    return _table(claims, stream)


def _table(claims: Sequence["Claim"], stream: IO[str]) -> str:
    from rich.table import Table

    from comity.reading import summary

    table = Table(box=None, pad_edge=False)
    for name, ratio in (("kind", 1), ("claim", 6), ("words", 8)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for claim in claims:
        table.add_row(claim.kind, _plain(summary(claim)), _plain(" ".join(claim.quote.split())))
    return _drawn(table, stream)


def show_table(rows: "Rows", columns: Sequence[str], stream: IO[str]) -> str:
    """Return rows as people read them: one line a row, the last column taking what room is left."""
    from rich.table import Table

    from comity.tables import shown

    table = Table(box=None, pad_edge=False)
    for name in columns:
        wide = name in WIDE
        table.add_column(name.replace("_", " "), ratio=4 if wide else None, overflow="fold")
    for row in rows:
        table.add_row(*(_plain(" ".join(shown(row.get(c)).split())) for c in columns))
    return _drawn(table, stream)


WIDE = ("claim", "words", "quote", "title", "said", "reason", "citation")


def _drawn(table: "Table", stream: IO[str]) -> str:
    from rich.console import Console

    terminal = stream is sys.stdout and sys.stdout.isatty()
    console = Console(
        file=io.StringIO(),
        width=None if terminal else 140,
        no_color=not terminal or "NO_COLOR" in os.environ,
        force_terminal=terminal,
    )
    console.print(table)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def _plain(words: str) -> str:
    return words.replace("[", r"\[")


def _write_parquet(claims: Sequence["Claim"], path: str | None) -> int:
    from comity.reading import parquet_bytes

    if path is None or path == "-":
        raise click.UsageError("Parquet is binary: give a file with -o FILE.")
    data = parquet_bytes(claims)
    try:
        Path(path).write_bytes(data)
    except OSError as error:
        raise ReadError(f"cannot be written: {error.strerror}.", path=path) from error
    return len(claims)

"""Where answers go: standard output or a file written whole, in one of five shapes."""

import csv
import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from comity.errors import ReadError
from comity.leftovers import clear_leftovers, partial_of

if TYPE_CHECKING:
    from rich.table import Table

    from comity.model import Claim
    from comity.tables import Rows

# Each shape with the ending of a file that holds it.
ENDINGS = {
    "table": ".txt",
    "json": ".json",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "parquet": ".parquet",
}
SHAPES = tuple(ENDINGS)


@contextmanager
def destination(path: str | None, *, binary: bool = False) -> Iterator[IO[Any]]:
    """Yield where an answer goes: standard output, or a file that appears only when all is written.

    An error on the way leaves a file that was there before as it was.
    """
    if path is None or path == "-":
        yield sys.stdout.buffer if binary else sys.stdout
        return
    target = Path(path).resolve() if Path(path).is_symlink() else Path(path)
    if not target.name:
        raise ReadError(f"{path or 'An empty name'} is no file to write to.", hint="Name a file.")
    special = target.exists() and not (target.is_file() or target.is_dir())  # /dev/null, a pipe
    partial = target if special else partial_of(target)
    try:
        if not special:
            clear_leftovers(target)
        with _opened(partial, binary=binary) as stream:
            yield stream
        if not special:
            partial.replace(target)
    except OSError as error:
        raise ReadError(
            f"cannot be written: {error.strerror}.",
            path=path,
            hint="Check the disk and its permissions.",
        ) from error
    finally:
        if not special:
            partial.unlink(missing_ok=True)


def _opened(path: Path, *, binary: bool) -> IO[Any]:
    return path.open("wb") if binary else path.open("w", encoding="utf-8", newline="")


def dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def write_claims(claims: Iterable["Claim"], shape: str, path: str | None) -> int:
    """Write claims in a shape and return how many; JSON Lines are written as they come."""
    with destination(path, binary=shape == "parquet") as stream:
        if shape == "jsonl":
            count = 0
            for claim in claims:
                stream.write(dump(claim.to_dict()) + "\n")
                count += 1
            return count
        kept = list(claims)
        stream.write(_as_bytes(kept) if shape == "parquet" else _as_text(kept, shape, stream))
        return len(kept)


def _as_bytes(claims: Sequence["Claim"]) -> bytes:
    from comity.reading import parquet_bytes

    return parquet_bytes(claims)


def _as_text(claims: Sequence["Claim"], shape: str, stream: IO[str]) -> str:
    if shape == "json":
        return json.dumps([c.to_dict() for c in claims], ensure_ascii=False, indent=1) + "\n"
    if shape == "csv":
        from comity.reading import COLUMNS, flat_row
        from comity.tables import guarded

        sink = io.StringIO()
        writer = csv.DictWriter(sink, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({k: guarded(v) for k, v in flat_row(c).items()} for c in claims)
        return sink.getvalue()
    return _table(claims, stream)


def _table(claims: Sequence["Claim"], stream: IO[str]) -> str:
    from rich.table import Table

    from comity.reading import summary

    table = Table(box=None, pad_edge=False)
    for name, ratio in (("kind", 1), ("claim", 6), ("words", 8)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for claim in claims:
        table.add_row(claim.kind, plain(summary(claim)), plain(" ".join(claim.quote.split())))
    return _drawn(table, stream)


def show_table(rows: "Rows", columns: Sequence[str], stream: IO[str]) -> str:
    """Return rows as people read them: one line a row, the last column taking what room is left."""
    from rich.table import Table

    from comity.tables import shown

    table = Table(box=None, pad_edge=False)
    for name in columns:
        ratio = 4 if name in WIDE else None
        whole = name in WHOLE
        table.add_column(name.replace("_", " "), ratio=ratio, overflow="fold", no_wrap=whole)
    for row in rows:
        table.add_row(*(plain(" ".join(shown(row.get(c)).split())) for c in columns))
    return _drawn(table, stream)


WIDE = ("claim", "words", "quote", "title", "said", "reason", "citation")
WHOLE = ("value_of", "layer", "body", "id")  # to be copied, or too short to fold


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


def plain(words: str) -> str:
    from comity.tables import printable

    return printable(words).replace("[", r"\[")


def file_names(sources: Sequence[str], folder: Path, ending: str) -> list[Path]:
    """Return a file below a folder for each input, never twice the same and never an input itself.

    A file is called by its stem; where several inputs share one, by as much of their paths as tells
    them apart.
    """
    taken = {_key(Path(source)) for source in sources if source != "-"}
    depth = {source: _depth(source, sources) for source in sources}
    out = []
    for source in sources:
        name = _called(source, depth[source])
        tries = (name if n == 1 else f"{name}-{n}" for n in range(1, len(sources) + 2))
        paths = (folder / f"{each}{ending}" for each in tries)
        path = next(p for p in paths if _key(p) not in taken)
        taken.add(_key(path))
        out.append(path)
    return out


def _depth(source: str, sources: Sequence[str]) -> int:
    """Return how many parts of its path set an input apart; 0 is the bare stem."""
    for depth in range(len(Path(source).parts) + 1):
        name = _called(source, depth).casefold()
        if sum(_called(s, depth).casefold() == name for s in set(sources)) == 1:
            return depth
    return 1


def _called(source: str, depth: int) -> str:
    if source == "-":
        return "standard-input"
    if depth == 0:
        return Path(source).name.removesuffix(".gz").rsplit(".", 1)[0] or Path(source).name
    return "-".join(part.strip("/\\.") or "up" for part in Path(source).parts[-depth:])


def _key(path: Path) -> str:
    return str(path.resolve()).casefold()

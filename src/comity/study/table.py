"""The table of a feed's file: text, or Parquet read by the database, with a second one beside it where needed."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from comity.errors import ReadError
from comity.feeds.files import Table, open_table
from comity.feeds.read import beside_file, joined_table
from comity.feeds.spec import Feed
from comity.study.storage import Store


def is_parquet(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(4) == b"PAR1"
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}.", path=str(path)) from error


@contextmanager
def whole_table(store: Store, feed: Feed, path: Path) -> Iterator[Table]:
    """Open a feed's table, Parquet or text, with the columns of a second one beside it where it needs them."""
    with ExitStack() as stack:
        table = _one_table(stack, store, feed, path)
        lacks = feed.beside and not any(
            name.lower() in (c.lower() for c in table.header)
            for column in feed.beside["columns"]
            for name in feed.called(column)
        )
        beside = beside_file(feed, path) if lacks else None
        if beside is not None:
            table = joined_table(feed, table, _one_table(stack, store, feed, beside))
        yield table


def _one_table(stack: ExitStack, store: Store, feed: Feed, path: Path) -> Table:
    if not is_parquet(path):
        return stack.enter_context(open_table(path, feed))
    columns = [r["name"] for r in store.rows("parquet_columns", path=str(path))]
    return Table(path.name, tuple(columns), _parquet_rows(store, path))


def _parquet_rows(store: Store, path: Path) -> Iterator[list[str]]:
    cursor = Store(store.connection.cursor(), store.path).run("parquet_rows", path=str(path))
    while rows := cursor.fetchmany(10_000):
        yield from (["" if cell is None else cell for cell in row] for row in rows)

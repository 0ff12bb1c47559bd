"""A part of a study, ready to be handed out: claims that pass filters, with everything they rest on."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from comity.study.columns import JSONS, to_dict
from comity.study.filters import Filter
from comity.study.storage import Store, statement

STEP: Final = 2000
STRETCH: Final = 20_000
WHOLE: Final = {"after": None, "step": None}
# What can be asked of a selection, each a question of study/sql under the name export_….
TABLES: Final = (
    *("claims", "originals", "happenings", "documents", "judgements"),
    *("coverage", "observations", "imports"),
)


class Selection:
    """Claims as they stand that pass filters, their documents, and the judgements about them.

    Without filters it is the whole study, with rejected claims among the ``originals`` and the numbers of
    data sets. A context manager: it holds a connection of its own. Tables are read one at a time.
    """

    def __init__(self, store: Store, chosen: Filter) -> None:
        self.filters = chosen.given()
        self.whole = not self.filters
        self.numbers = set(self.filters) <= {"document"}
        self._store = store.aside()
        self._reading = 0
        values = chosen.values()
        body = statement("claims").strip().removesuffix(";")
        self._store.connection.execute(
            f"create or replace temp table fitting as select seq from ({body}\n)", values
        )
        self._store.run("select_claims", whole=self.whole)
        self._store.run("select_documents", whole=self.whole, document=chosen.document)

    def __enter__(self) -> "Selection":
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    @property
    def format(self) -> str:
        """Return the format of the study's file."""
        return str(self._store.rows("info")[0]["format"])

    def count(self) -> int:
        """Return how many claims stand in it."""
        return int(self._store.rows("count_chosen")[0]["standing"])

    def claims(self) -> Iterator[dict[str, Any]]:
        """Yield the claims as published, with verdict, happening, recorded and seq, in the order of recording.

        They are read a stretch at a time: a million need no more memory than a few thousand.
        """
        for after in range(0, self._store.rows("count_chosen")[0]["last"], STRETCH):
            for row in self._store.rows("export_claims", after=after, step=STRETCH):
                yield published(row)

    def rows(self, table: str, *, texts: bool = False) -> Iterator[dict[str, Any]]:
        """Yield the rows of one of `TABLES` in its stated order; a second table ends the first."""
        if table == "observations" and not self.numbers:
            return
        self._reading += 1
        turn = self._reading
        cursor = self._store.run(f"export_{table}", texts=texts, **WHOLE)
        names = [column[0] for column in cursor.description]
        while found := cursor.fetchmany(STEP):
            for row in found:
                yield dict(zip(names, row, strict=True))
            if turn != self._reading:
                raise RuntimeError("A selection gives one table at a time.")

    def write_parquet(self, table: str, path: Path, *, texts: bool = False) -> int:
        """Write one of `TABLES` to a Parquet file and return the number of its rows."""
        return self._store.write_parquet(f"export_{table}", path, texts=texts, **WHOLE)


def published(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of claims or originals as the claim is published, with what the study adds."""
    added = ("verdict", "happening", "recorded", "seq")
    return {**to_dict(row), **{name: plain(row[name]) for name in added if name in row}}


def plain(value: Any) -> Any:
    """Return a value of a row as JSON holds it: days and times as ISO text."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def packed(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with plain values; what is nested JSON text in the study is nested here."""
    return {
        k: json.loads(v) if k in NESTED and isinstance(v, str) else plain(v) for k, v in row.items()
    }


NESTED: Final = (*JSONS, "changes", "score", "findings")

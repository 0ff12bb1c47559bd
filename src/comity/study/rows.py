"""Results as small tables that show themselves and speak Arrow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from comity.errors import MissingExtra

PREVIEW: Final = 40


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a question, in its stated order: dictionaries with the same keys."""

    rows: tuple[dict[str, Any], ...]
    columns: tuple[str, ...] = ()

    @classmethod
    def of(cls, rows: Sequence[dict[str, Any]], columns: Sequence[str] = ()) -> "Rows":
        """Return rows with their columns, by default those of the first row."""
        return cls(tuple(rows), tuple(columns) or (tuple(rows[0]) if rows else ()))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows)

    def __getitem__(self, index: int) -> dict[str, Any]:
        return self.rows[index]

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as plain dictionaries."""
        return [dict(row) for row in self.rows]

    def to_arrow(self) -> Any:
        """Return a pyarrow Table. Needs ``comity[arrow]``."""
        try:
            import pyarrow
        except ImportError as error:
            raise MissingExtra("Arrow output", "arrow") from error
        return pyarrow.Table.from_pylist([{c: r.get(c) for c in self.columns} for r in self.rows])

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> Any:
        """Return a pandas DataFrame; needs pandas and ``comity[arrow]``."""
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """Return a polars DataFrame; needs polars and ``comity[arrow]``."""
        try:
            import polars  # type: ignore[import-not-found,unused-ignore]
        except ImportError as error:
            raise MissingExtra("polars output", "all") from error
        return polars.from_arrow(self.to_arrow())

    def __repr__(self) -> str:
        return f"<{len(self.rows)} rows of {', '.join(self.columns[:6])}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(c)}</th>" for c in self.columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(shown(r.get(c)))}</td>" for c in self.columns) + "</tr>"
            for r in self.rows[:PREVIEW]
        )
        more = f"<p>{len(self.rows) - PREVIEW} more</p>" if len(self.rows) > PREVIEW else ""
        return f"<table><tr>{head}</tr>{body}</table>{more}"


def shown(value: Any) -> str:
    """Return a value as people read it: lists by commas, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)

"""Results as small tables that show themselves, speak Arrow and are safe to open in a spreadsheet."""

import csv
import io
import json
import re
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

    def to_csv(self) -> str:
        """Return the rows as CSV with a header; see `guarded` for words that look like formulas."""
        sink = io.StringIO()
        writer = csv.writer(sink, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([guarded(flat(r.get(c))) for c in self.columns] for r in self.rows)
        return sink.getvalue()

    def to_json(self, *, lines: bool = False) -> str:
        """Return the rows as a JSON list, or one object a line; dates in ISO form."""
        if lines:
            return "".join(json.dumps(r, ensure_ascii=False, default=str) + "\n" for r in self.rows)
        return json.dumps(self.to_dicts(), ensure_ascii=False, indent=1, default=str) + "\n"

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
        return as_pandas(self.to_arrow())

    def to_polars(self) -> Any:
        """Return a polars DataFrame; needs polars and ``comity[arrow]``."""
        return as_polars(self.to_arrow())

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


def as_pandas(table: Any) -> Any:
    """Return a pyarrow Table as a pandas DataFrame."""
    try:
        return table.to_pandas()
    except ModuleNotFoundError as error:
        raise MissingExtra("pandas output", package="pandas") from error


def as_polars(table: Any) -> Any:
    """Return a pyarrow Table as a polars DataFrame."""
    try:
        import polars  # type: ignore[import-not-found,unused-ignore]
    except ImportError as error:
        raise MissingExtra("polars output", package="polars") from error
    return polars.from_arrow(table)


def shown(value: Any) -> str:
    """Return a value as people read it: lists by commas, nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def printable(text: str) -> str:
    """Return text that a terminal only prints: control characters, escape sequences among them, are replaced.

    Tabs and line breaks stay.

    >>> printable("a\\x1b]0;title\\x07b")
    'a\ufffd]0;title\ufffdb'
    """
    return CONTROL.sub("\ufffd", text)


# C0 and C1 controls, and the marks that turn the direction of text (Unicode TR 36, "Trojan source").
CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def flat(value: Any) -> Any:
    """Return a value for one cell: lists joined by ``;``, nested values as JSON."""
    if isinstance(value, list | tuple) and all(isinstance(v, str | int | float) for v in value):
        return ";".join(map(str, value))
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value


def guarded(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe before = + - @ and tabs.

    So too after a line break, semicolon or tab inside the cell: a spreadsheet set to another separator
    begins a cell there. Numbers stay as they are.

    >>> guarded("=HYPERLINK(1)"), guarded("a;=1"), guarded(-3)
    ("'=HYPERLINK(1)", "a;'=1", -3)
    """
    risky = isinstance(value, str) and not SAFE.fullmatch(value)
    return FORMULA.sub("'", value) if risky else value


SAFE: Final = re.compile(r"\w[\w .,:/()-]*")  # what most cells are, told quickly
FORMULA: Final = re.compile(
    r"(?:\A(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])|(?<=[;\t\r\n])(?=[=+\-@\uff1d\uff0b\uff0d\uff20]))"
)

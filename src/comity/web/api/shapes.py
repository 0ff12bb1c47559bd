"""Rows of the study as the interface gives them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from comity.study.columns import to_dict
from comity.study.describe import summary, when

Row = Mapping[str, Any]
ADDED: Final = ("verdict", "happening")


def claim(row: Row) -> dict[str, Any]:
    """Return a row of the study as a claim of the interface: every field of its kind, spans as lists."""
    said = to_dict(row)
    for name in SELDOM[said["kind"]]:
        said.setdefault(name, None)
    said["fields"] = {name: _spans(spans) for name, spans in said["fields"].items()}
    return {
        **said,
        "said": summary(said, dated=False),
        "when": when(said),
        **{name: row.get(name) for name in ADDED},
    }


SELDOM: Final = {"event": ("dated",), "tie": ("dated", "role"), "position": ()}


def _spans(spans: list[Any]) -> list[list[int]]:
    """Return spans as a list of pairs; one span alone is published as the pair itself."""
    if not spans:
        return []
    return [list(spans)] if isinstance(spans[0], int) else [list(span) for span in spans]


def ids_of(said: Row) -> Iterator[str | None]:
    """Yield the ids a claim names."""
    for name in ("participants", "holders", "addressees", "topics"):
        yield from said.get(name) or ()
    for name in ("frame", "from", "to", "issuer", "speaker"):
        yield said.get(name)
    for ids in (said.get("roles") or {}).values():
        yield from ids


def ids_of_all(claims: Iterable[Row]) -> Iterator[str | None]:
    for each in claims:
        yield from ids_of(each)


def plain(value: Any) -> Any:
    """Return a value as JSON holds it: days and times as ISO text, tuples as lists."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def plain_row(row: Row, *names: str) -> dict[str, Any]:
    """Return some columns of a row, all without ``names``, as JSON holds them."""
    return {name: plain(row[name]) for name in names or row}


def source(row: Row) -> dict[str, Any]:
    """Return a document in short."""
    names = ("id", "kind", "title", "language", "issuer")
    return {**plain_row(row, *names), "issued": plain(row["issued_end"])}

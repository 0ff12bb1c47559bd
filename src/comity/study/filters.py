"""Which claims a question is about: the same few filters everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from comity.errors import QueryError
from comity.model.vocabulary import MODES, STANCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Filters of claims; what is not given does not filter.

    ``actors``: all of them are named. ``start`` and ``end``: the claim's period, a position's document date
    else, may lie within. ``at``: its period covers the day. ``reviewed``: only accepted or corrected ones.
    """

    kind: str | None = None
    actors: Sequence[str] = ()
    mode: str | None = None
    stance: str | None = None
    relation: str | None = None
    frame: str | None = None
    topic: str | None = None
    document: str | None = None
    issuer: str | None = None
    start: date | None = None
    end: date | None = None
    at: date | None = None
    reviewed: bool = False
    text: str | None = None
    limit: int | None = None

    def given(self) -> dict[str, Any]:
        """Return the filters that were given, as plain values by name."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        shown = {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}
        return {
            k: list(v) if isinstance(v, tuple) else v
            for k, v in shown.items()
            if v is not None and v is not False and v != () and v != []
        }

    def values(self) -> dict[str, Any]:
        """Return the filters as bound values; a word outside the vocabulary is refused."""
        _known("mode", self.mode, MODES)
        _known("stance", self.stance, STANCES)
        check_period(self.start, self.end)
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {**values, "actors": list(self.actors)}


def check_period(start: date | None, end: date | None) -> None:
    """Refuse a period that ends before it begins."""
    if start and end and start > end:
        raise QueryError(f"The period ends before it begins: {start} to {end}.")


def _known(name: str, value: str | None, known: Sequence[str]) -> None:
    if value is not None and value not in known:
        raise QueryError(f"There is no {name} {value}.", hint=f"Known: {', '.join(known)}.")

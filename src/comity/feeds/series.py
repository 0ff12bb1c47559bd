"""Rows to numbers: one observation for each value of each row."""

from collections.abc import Iterator
from math import isfinite

from comity.feeds.dates import compile_when
from comity.feeds.row import Context, Row, compile_where
from comity.feeds.spec import Rule
from comity.model import Observation, Period


class Series:
    """One ``[[series]]`` of a feed, made ready for a table's columns.

    ``a`` and ``b`` are columns of actors (``b`` may be ``"text:column"``, an id of something else, taken as
    it stands); ``split`` parts a cell that names several; ``values`` leads words to numbers; a missing value stays None: unknown is not zero.
    """

    def __init__(self, rule: Rule, context: Context) -> None:
        options, columns = rule.options, context.columns
        self.name_at = columns(options["name"][7:]) if _column(options["name"]) else None
        self.name = options["name"]
        self.unit_at = columns(options["unit"][7:]) if _column(options.get("unit", "")) else None
        self.unit = options.get("unit", "")
        self.a = columns(options["a"])
        self.named = str(options.get("b", "")).startswith("text:")
        b = str(options.get("b", "")).removeprefix("text:")
        self.b = columns(b) if b else None
        self.needs_b = self.name_at is None  # a table of many series may hold states and pairs
        self.splits: str = options.get("split", "")
        self.system: str = options.get("system", "")
        self.value = columns(options["value"])
        self.values = {str(k): float(v) for k, v in options.get("values", {}).items()}
        self.when = compile_when(options["when"], columns)
        self.where = compile_where(rule, columns)
        self.missing = context.feed.missing
        self.actors = context.actors
        self.skips = context.skips
        self.bounds = context.bounds

    def read(self, row: Row, number: int) -> Iterator[Observation]:
        if not self.where(row):
            return
        period = self.when(row)
        if period is None or period.start is None:
            self.skips.add(number, "no date")
            return
        self.bounds.see(period)
        try:
            value = self._number(row[self.value].strip())
        except ValueError:
            self.skips.add(number, f"no number: {row[self.value].strip()[:20]}")
            return
        name = self.name if self.name_at is None else row[self.name_at].strip()
        unit = self.unit if self.unit_at is None else row[self.unit_at].strip()
        for a in self._actors(row[self.a], period, number):
            for b in self._others(row, period, number):
                yield Observation(
                    series=name, a=a, b=b, period=period, value=value, unit=unit, row=number
                )

    def _actors(self, cell: str, period: Period, number: int) -> Iterator[str]:
        for code in cell.split(self.splits) if self.splits else (cell,):
            actor, why = self.actors.find(code.strip(), period, self.system)
            if actor is None:
                self.skips.add(number, why)
            else:
                yield actor

    def _others(self, row: Row, period: Period, number: int) -> Iterator[str | None]:
        cell = row[self.b].strip() if self.b is not None else ""
        if self.b is None or (not cell and not self.needs_b):
            yield None
        elif self.named:
            yield cell
        else:
            yield from self._actors(cell, period, number)

    def _number(self, cell: str) -> float | None:
        if cell in self.missing or not cell:
            return None
        if self.values:
            if cell not in self.values:
                raise ValueError(cell)
            return self.values[cell]
        number = float(cell)
        return number if isfinite(number) else None


def _column(text: str) -> bool:
    return text.startswith("column:")

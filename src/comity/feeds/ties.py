"""Rows to ties: as they stand, or yearly rows gathered to spells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from comity.feeds.dates import compile_when
from comity.feeds.row import Context, Row, compile_where, provisional, words
from comity.feeds.spec import Rule
from comity.model import Observation, Period, Span, Tie
from comity.model.vocabulary import RELATIONS, SYMMETRIC_RELATIONS

NOTHING: Final = frozenset({"", "0", "0.0"})


@dataclass(slots=True)
class Pair:
    """What a file says of two actors: how it names them, and what holds in each year with its row."""

    cells: str
    years: dict[int, tuple[frozenset[str], int]] = field(default_factory=dict)


class Ties:
    """One ``[[tie]]`` of a feed, made ready for a table's columns.

    ``grade``: a column, or a table from flag columns to words: a pair has the words whose flag is set, and a
    row with none says that there is no tie. ``spells = "year"``: each row speaks of one year; consecutive
    years of the file with the same words are one tie, and both directions of a pair are the same tie.
    ``spells = "given"``: rows hold first and last year. In both, a spell that lasts to the end of what the
    file covers has an open end: nobody saw it end. ``wide``: every column the feed does not name is a
    target, and ``role`` leads its values to roles. ``prefix`` goes before targets no record knows. Values
    that are ``unknown`` give a number without value under the relation's name: no tie, and no absence.
    """

    def __init__(self, rule: Rule, context: Context) -> None:
        options, columns = rule.options, context.columns
        self.context = context
        self.relation: str = options["relation"]
        named = self.relation.startswith("column:")
        self.relation_at = columns(self.relation[7:]) if named else None
        self.spells: str = options.get("spells", "")
        self.dated = options.get("dated", "first-observed" if self.spells else None)
        self.prefix: str = options.get("prefix", "")
        self.unknown = frozenset(map(str, options.get("unknown", ())))
        self.splits: str = options.get("split", "")
        self.source = columns(options["from"])
        self.wide = columns.others() if options.get("wide") else []
        self.target = None if options.get("wide") else columns(options["to"])
        self.when = compile_when(options["when"], columns)
        self.where = compile_where(rule, columns)
        grade = options.get("grade")
        self.flags = self._flags(grade) if isinstance(grade, Mapping) else []
        self.grade = columns(grade) if isinstance(grade, str) else None
        self.roles = _roles(options.get("role"))
        role = options.get("role")
        self.role = (
            columns(role["column"]) if isinstance(role, Mapping) and "column" in role else None
        )
        self.pairs: dict[tuple[str, str], Pair] = {}
        self.given: list[tuple[str, str, str, str, Period, int, str]] = []
        self.years: set[int] = set()
        keys = [options["from"], options.get("to", ""), *_named(options["when"])]
        self.quote = words(columns, [*keys, *([grade] if isinstance(grade, str) else [])])

    def _flags(self, grade: Mapping[str, Any]) -> list[tuple[int, str]]:
        """Return where each flag stands; a file may lack some of them, not all."""
        found = [(self.context.columns.find(name), word) for name, word in grade.items()]
        if not any(place is not None for place, _ in found):
            self.context.columns(next(iter(grade)))
        return [(place, word) for place, word in found if place is not None]

    def read(self, row: Row, number: int) -> Iterator[Tie | Observation]:
        if not self.where(row):
            return
        period = self.when(row)
        if period is None or period.start is None:
            self.context.skips.add(number, "no date")
            return
        self.context.bounds.see(period)
        source, why = self.context.actors.find(row[self.source].strip(), period)
        if source is None:
            self.context.skips.add(number, why)
            return
        if self.relation_at is not None:
            self.relation = row[self.relation_at].strip()
            if self.relation not in RELATIONS:
                self.context.skips.add(number, f"no relation: {self.relation[:20]}")
                return
        self.years.add(period.start.year)
        for target, cells, held in self._targets(row, period, number):
            if target == source:
                continue
            if held is None:
                yield Observation(
                    series=self.relation, a=source, b=target, period=period, value=None, row=number
                )
                continue
            if self.spells == "year":
                self._note(source, target, cells, held, period.start.year, number)
            else:
                grade, role = self._words(row)
                told = (source, target, grade, role, period, number, self.quote(row))
                if self.spells:
                    self.given.append(told)
                else:
                    yield self._tie(*told[:4], period, Span(number, number), told[6])

    def _targets(
        self, row: Row, period: Period, number: int
    ) -> Iterator[tuple[str, str, frozenset[str] | None]]:
        """Yield each target of a row, the cells that name it, and what holds towards it: None if unknown."""
        if self.target is None:
            for place, name in self.wide:
                cell = row[place].strip()
                if cell in self.unknown:
                    yield self._id(name), "", None
                elif (word := self.roles.get(cell)) is not None:
                    yield self._id(name), f"{name} {cell}", frozenset({word})
            return
        held = frozenset(word for place, word in self.flags if row[place].strip() not in self.no)
        known = not any(row[place].strip() in self.unknown for place, _ in self.flags)
        if self.flags and not held and known:
            return
        cell = row[self.target].strip()
        for part in dict.fromkeys(cell.split(self.splits) if self.splits else [cell]):
            target, why = self._actor(part.strip(), period)
            if target is None:
                self.context.skips.add(number, why)
            else:
                yield target, "", held if held or not self.flags else None

    @property
    def no(self) -> frozenset[str]:
        return NOTHING | self.context.feed.missing

    def _actor(self, cell: str, period: Period) -> tuple[str | None, str]:
        if self.relation in ("member", "party", "host", "founder"):
            return (self._id(cell), "") if cell else (None, "no target")
        return self.context.actors.find(cell, period)

    def _id(self, name: str) -> str:
        """Return the id of a mechanism or instrument: the feed's own list, else one made of its name."""
        known = self.context.feed.names.get(name.lower(), "")
        target = known or self._registered(name) or provisional(name, self.prefix)
        self.context.actors.seen.add(target)
        return target

    def _registered(self, name: str) -> str:
        """Return a record's id given as such; with a prefix only the feed's own list counts."""
        from comity.registry import load_registry

        return name if not self.prefix and load_registry().get(name) else ""

    def _words(self, row: Row) -> tuple[str, str]:
        grade = row[self.grade].strip() if self.grade is not None else ""
        if self.flags:
            grade = "; ".join(w for p, w in self.flags if row[p].strip() not in self.no)
        role = row[self.role].strip() if self.role is not None else ""
        return grade, self.roles.get(role, role) if role else ""

    def _note(
        self, source: str, target: str, cells: str, held: frozenset[str], year: int, number: int
    ) -> None:
        key = (source, target)
        if self.relation in SYMMETRIC_RELATIONS and target < source:
            key = (target, source)
        pair = self.pairs.setdefault(key, Pair(cells))
        before = pair.years.get(year)
        pair.years[year] = (before[0] | held, before[1]) if before else (held, number)

    def finish(self, edge: date) -> Iterator[Tie]:
        """Yield the ties of the whole file; a spell that lasts to ``edge`` has an open end."""
        order = sorted(self.years)
        following = dict(zip(order, order[1:], strict=False))
        for (source, target), pair in sorted(self.pairs.items()):
            for first, last, held in _runs(pair.years, following):
                end = None if last >= edge.year else date(last, 12, 31)
                period = Period(
                    start=date(first, 1, 1), end=end, precision="year", resolved="explicit"
                )
                span = Span(pair.years[first][1], max(pair.years[first][1], pair.years[last][1]))
                said = "; ".join(self._sorted(held))
                grade, role = (said, "") if self.flags or not self.wide else ("", said)
                named = [source, target, pair.cells, f"{first} to {last}", said]
                quote = "; ".join(dict.fromkeys(n for n in named if n))
                yield self._tie(source, target, grade, role, period, span, quote)
        for source, target, grade, role, period, number, quote in self.given:
            if period.end and period.end.year >= edge.year and period.precision != "day":
                period = Period(start=period.start, precision="year", resolved="explicit")
            yield self._tie(source, target, grade, role, period, Span(number, number), quote)

    def _sorted(self, held: Iterable[str]) -> list[str]:
        order = {word: place for place, (_, word) in enumerate(self.flags)}
        return sorted(held, key=lambda word: (order.get(word, 0), word))

    def _tie(
        self,
        source: str,
        target: str,
        grade: str,
        role: str,
        period: Period,
        span: Span,
        quote: str,
    ) -> Tie:
        return Tie(
            document=self.context.document,
            issuer=self.context.issuer,
            section=self.context.section,
            span=span,
            quote=quote,
            rule=f"feed.{self.context.feed.id}",
            relation=self.relation,
            source=source,
            target=target,
            grade=grade or None,
            role=None if role in ("", "full") else role,
            period=period,
            dated=self.dated,
        )


def _runs(
    years: Mapping[int, tuple[frozenset[str], int]], following: Mapping[int, int]
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield first year, last year and words of each run of years that follow each other in the file."""
    first: int | None = None
    last = 0
    for year in sorted(years):
        if first is not None and following.get(last) == year and years[year][0] == years[last][0]:
            last = year
            continue
        if first is not None:
            yield first, last, years[last][0]
        first = last = year
    if first is not None:
        yield first, last, years[last][0]


def _roles(role: Any) -> dict[str, str]:
    """Return values to roles; of a wide table every value that has one makes a tie."""
    if not isinstance(role, Mapping):
        return {}
    return {str(k): str(v) for k, v in role.items() if k != "column"}


def _named(when: Any) -> list[str]:
    return [when] if isinstance(when, str) else [v for k, v in when.items() if k != "format"]

"""A dossier: everything a study says of one actor or between two, in order, each line with its sources."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from comity.study.columns import to_dict
from comity.study.describe import summary, when
from comity.study.filters import check_period
from comity.study.storage import Store

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or data set behind a dossier, by the number it is cited with."""

    number: int
    id: str
    title: str
    issuer: str
    issued: date | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: a happening with all its tellings, a position or a tie.

    ``told`` are the rows of its tellings, the most exact first; ``cites`` are numbers of sources. ``differs``
    says in what the tellings of a happening do not agree.
    """

    said: str
    when: str
    day: date | None
    told: tuple[Row, ...]
    cites: tuple[int, ...]
    differs: tuple[str, ...] = ()

    @property
    def quotes(self) -> tuple[str, ...]:
        """Return the words, one telling each."""
        return tuple(" ".join(row["quote"].split()) for row in self.told)

    @property
    def claims(self) -> tuple[dict[str, Any], ...]:
        """Return the tellings as claims are published."""
        return tuple(to_dict(row) for row in self.told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What a study says of its actors in a period, with numbered sources.

    ``events`` happened or are going on, ``ahead`` was planned or proposed when it was told.
    """

    actors: tuple[str, ...]
    start: date | None
    end: date | None
    ties: tuple[Entry, ...]
    events: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    positions: tuple[Entry, ...]
    sources: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the dossier as plain values."""
        parts = ("ties", "events", "ahead", "positions")
        return {
            "actors": list(self.actors),
            "from": self.start,
            "to": self.end,
            **{name: [_plain(e) for e in getattr(self, name)] for name in parts},
            "sources": [
                {"number": s.number, "id": s.id, "title": s.title, "issuer": s.issuer}
                | {"issued": s.issued, "kind": s.kind}
                for s in self.sources
            ],
        }

    def _repr_html_(self) -> str:
        from comity.tables import Rows

        entries = (*self.ties, *self.events, *self.ahead, *self.positions)
        rows = [{"when": e.when, "said": e.said, "words": " / ".join(e.quotes)} for e in entries]
        return Rows.of(rows)._repr_html_()


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "said": entry.said,
        "when": entry.when,
        "cites": list(entry.cites),
        "differs": list(entry.differs),
        "claims": list(entry.claims),
    }


def compile_dossier(
    store: Store, actors: tuple[str, ...], start: date | None, end: date | None
) -> Dossier:
    """Return the dossier of one or more actors: every claim that names all of them."""
    check_period(start, end)
    seqs = [
        row["seq"]
        for row in store.rows("dossier_claims", actors=list(actors), start=start, end=end)
    ]
    rows = store.rows("claims_told", seqs=seqs)
    rows.sort(key=lambda row: (row["day"] or date.max, row["seq"]))
    documents = {row["document"]: row for row in reversed(rows)}
    numbers = {id: n for n, id in enumerate(dict.fromkeys(r["document"] for r in rows), 1)}
    parts = _parts([_entry(told, numbers) for told in _happenings(rows)])
    sources = tuple(_source(documents[id], number) for id, number in numbers.items())
    return Dossier(actors=actors, start=start, end=end, sources=sources, **parts)


AHEAD: Final = ("planned", "proposed")


def _parts(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    parts: dict[str, list[Entry]] = {"ties": [], "events": [], "ahead": [], "positions": []}
    for entry in entries:
        first = entry.told[0]
        ahead = first["status"] in AHEAD
        parts["ahead" if ahead else f"{first['kind']}s"].append(entry)
    return {name: tuple(found) for name, found in parts.items()}


def _source(told: Row, number: int) -> Source:
    """Return the document of a claim."""
    return Source(
        number=number,
        id=told["document"],
        title=told["title"] or "",
        issuer=told["published_by"] or "",
        issued=told["issued_end"],
        kind=told["source_kind"] or "",
    )


def _happenings(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Group the tellings of each happening, in the order of its first telling."""
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        told[row["happening"]].append(row)
    return list(told.values())


def _entry(told: list[dict[str, Any]], numbers: Mapping[str, int]) -> Entry:
    line = entry_of(told)
    cites = tuple(dict.fromkeys(numbers[row["document"]] for row in line["told"]))
    return Entry(cites=cites, **line)


def entry_of(told: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the line of a happening: said, when, day, its tellings (most exact first), in what they differ."""
    if len(told) > 1:
        best = min(told, key=_vagueness)
        told = [best, *(row for row in told if row is not best)]
    first = told[0]
    return {
        "said": summary(first, dated=False),
        "when": when(first) or (str(first["day"]) if first["day"] else ""),
        "day": first["day"],
        "told": tuple(told),
        "differs": differences(told) if len(told) > 1 else (),
    }


def _vagueness(row: Row) -> tuple[int, int]:
    """The telling with the most exact date, then the one recorded first, speaks for a happening."""
    days = (row["end"] - row["start"]).days if row["start"] and row["end"] else 10**6
    return (days, row["seq"])


def differences(told: list[dict[str, Any]]) -> tuple[str, ...]:
    """Say in what several tellings of one happening do not agree: dates apart, kind, participants."""
    found = []
    dated = [r for r in told if r["start"] and r["end"]]
    if dated and max(r["start"] for r in dated) > min(r["end"] for r in dated):
        found.append("dates: " + " / ".join(dict.fromkeys(when(r) for r in dated)))
    modes = list(dict.fromkeys(r["mode"] for r in told if r["mode"]))
    if len(modes) > 1:
        found.append("kind: " + " / ".join(modes))
    sides = list(dict.fromkeys(", ".join(sorted(r["participants"] or ())) for r in told))
    if len(sides) > 1:
        found.append("participants: " + " / ".join(sides))
    return tuple(found)

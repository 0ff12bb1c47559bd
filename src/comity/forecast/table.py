"""Event tables: who did what to whom, when, as integers with the names they stand for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError

Ints = NDArray[np.int64]
Row = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True, eq=False)
class EventTable:
    """Events in order of time; ``time`` counts steps of ``grain`` (a day, a month) from ``origin``.

    ``actors`` and ``relations`` name the integers; ``sources`` says for each event where it comes from, or
    is empty. The same event told twice in one step stands once.
    """

    actors: tuple[str, ...]
    relations: tuple[str, ...]
    subject: Ints
    relation: Ints
    object: Ints
    time: Ints
    grain: str = "day"
    origin: str = ""
    sources: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.time)

    def actor(self, name: str) -> int:
        """Return the number of an actor. Raises QueryError for one that no event names."""
        return _place(self.actors, name, "actor")

    def kind(self, name: str) -> int:
        """Return the number of a relation. Raises QueryError for one that no event has."""
        return _place(self.relations, name, "relation")

    def until(self, time: int) -> "EventTable":
        """Return the events before a step: those at it or after it stay out."""
        return self.take(self.time < time)

    def take(self, chosen: NDArray[np.bool_]) -> "EventTable":
        """Return the events of a mask, under the same names."""
        kept = np.flatnonzero(chosen)
        sources = tuple(self.sources[i] for i in kept) if self.sources else ()
        s, r, o, t = (c[kept] for c in (self.subject, self.relation, self.object, self.time))
        return EventTable(self.actors, self.relations, s, r, o, t, self.grain, self.origin, sources)

    def row(self, i: int) -> Row:
        """Return one event in names."""
        names = self.actors[self.subject[i]], self.relations[self.relation[i]]
        return (*names, self.actors[self.object[i]], int(self.time[i]))

    def digest(self) -> str:
        """Return a hash of names and events that does not depend on the order of either."""
        rows = sorted(repr(self.row(i)) for i in range(len(self)))
        return sha256("\n".join([self.grain, *rows]).encode()).hexdigest()


def _place(names: Sequence[str], name: str, what: str) -> int:
    try:
        return names.index(name)
    except ValueError:
        near = [n for n in names if name.casefold() in n.casefold()][:5]
        hint = f"Did you mean {', '.join(near)}?" if near else ""
        raise QueryError(f"No event has the {what} {name}.", hint=hint) from None


def table_of(
    rows: Iterable[Row],
    *,
    grain: str = "day",
    origin: str = "",
    sources: Sequence[str] = (),
    actors: Sequence[str] = (),
    relations: Sequence[str] = (),
) -> EventTable:
    """Return a table of rows ``(subject, relation, object, step)``; names not given are added in sorted order.

    >>> table_of([("B", "meet", "A", 3), ("A", "meet", "B", 1), ("A", "meet", "B", 1)]).row(0)
    ('A', 'meet', 'B', 1)
    """
    given = list(rows)
    told = dict(reversed(list(zip(given, sources, strict=True)))) if sources else {}
    unique = sorted(set(given), key=lambda r: (r[3], r[:3]))
    people = _named(actors, [n for s, _, o, _ in unique for n in (s, o)])
    kinds = _named(relations, [r for _, r, _, _ in unique])
    columns = np.array(
        [(people[s], kinds[r], people[o], t) for s, r, o, t in unique], np.int64
    ).reshape(-1, 4)
    subject, relation, object_, time = columns.T.copy()
    kept = tuple(told[r] for r in unique) if sources else ()
    return EventTable(
        tuple(people), tuple(kinds), subject, relation, object_, time, grain, origin, kept
    )


def _named(given: Sequence[str], used: Iterable[str]) -> dict[str, int]:
    names = [*given, *sorted(set(used) - set(given))]
    return {name: i for i, name in enumerate(names)}

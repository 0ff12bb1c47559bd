"""What was known before a time: every event from both ends, by the actor it is told of.

An event (A, meet, B) is told of A as (meet, B) and of B as (the inverse of meet, A): so that every question is of
the form "whom does A ... next?". The inverse of relation r has the number r + R.
"""

from dataclasses import dataclass

import numpy as np

from comity.errors import QueryError
from comity.forecast.table import EventTable, Ints


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Events of both directions: those of actor s at ``start[s]:start[s + 1]``, oldest first.

    ``event`` is the place of each in the table.
    """

    table: EventTable
    start: Ints
    relation: Ints
    object: Ints
    time: Ints
    event: Ints

    @property
    def actors(self) -> int:
        return len(self.table.actors)

    @property
    def relations(self) -> int:
        """Return the number of directed relations: twice that of the table."""
        return 2 * len(self.table.relations)

    @property
    def last(self) -> int:
        """Return the last step with an event, -1 if there is none."""
        return int(self.table.time.max()) if len(self.table) else -1


def both_ways(table: EventTable) -> tuple[Ints, Ints, Ints, Ints]:
    """Return subject, relation, object, time of every event and its inverse: first all events, then all inverses."""
    r = len(table.relations)
    return (
        np.concatenate([table.subject, table.object]),
        np.concatenate([table.relation, table.relation + r]),
        np.concatenate([table.object, table.subject]),
        np.concatenate([table.time, table.time]),
    )


def history_of(table: EventTable) -> History:
    """Return the history that a table tells."""
    subject, relation, object_, time = both_ways(table)
    order = np.lexsort((object_, relation, time, subject))
    start = np.searchsorted(subject[order], np.arange(len(table.actors) + 1))
    event = np.tile(np.arange(len(table), dtype=np.int64), 2)
    return History(
        table, start.astype(np.int64), relation[order], object_[order], time[order], event[order]
    )


def check_past(known: EventTable, time: int) -> None:
    """Refuse what a forecast may not know. Raises QueryError for any event at or after ``time``."""
    late = np.flatnonzero(known.time >= time)
    if len(late):
        s, r, o, t = known.row(int(late[0]))
        raise QueryError(
            f"{len(late)} events are dated at or after the time of the forecast, step {time}: the first is "
            f"{s} {r} {o} at step {t}.",
            hint="A forecast knows only what was before it: leave them out.",
        )


def join(first: EventTable, second: EventTable) -> EventTable:
    """Return the events of two tables with the same names, in order of time, each once."""
    if (first.actors, first.relations) != (second.actors, second.relations):
        raise QueryError("Two tables with different names cannot be joined.")
    parts = [np.stack([t.time, t.subject, t.relation, t.object], 1) for t in (first, second)]
    rows, kept = np.unique(np.concatenate(parts), axis=0, return_index=True)
    told = (*first.sources, *second.sources) if first.sources and second.sources else ()
    sources = tuple(told[i] for i in kept) if told else ()
    s, r, o, t = (rows[:, i].copy() for i in (1, 2, 3, 0))
    return EventTable(first.actors, first.relations, s, r, o, t, first.grain, first.origin, sources)

"""Numbers of a data set, and what a source would have told us."""

from dataclasses import dataclass

from comity.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One value of a series for one actor, or for a pair of them, over a period.

    ``value`` is None where the source says that it is missing: unknown is not zero. ``row`` is the line
    of the source's file, counted from 1 after its header.
    """

    series: str
    a: str
    period: Period
    value: float | None
    b: str | None = None
    unit: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What a source would have told: a property of certain actors over a period.

    Inside it silence means no; outside it the answer is unknown. No ``actors`` means all of them.
    ``property`` is a relation (``ally``), a mode or root of events (``MID``), or a series. ``silence`` is
    ``unknown`` for a source that measures within the period but may miss things (machine-coded news).
    """

    property: str
    actors: tuple[str, ...] = ()
    period: Period
    note: str = ""
    silence: str = "no"

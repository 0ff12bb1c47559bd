"""A study's events as a table for `comity.forecast`: who did what with whom, in which step of time.

Every pair of participants of an event that occurred makes one row; which of the two comes first says nothing, except
that hosts and subjects come before guests and objects. What several claims tell of one happening stands once.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from comity.errors import QueryError

if TYPE_CHECKING:
    from comity.forecast.table import EventTable
    from comity.study.study import Study

RELATIONS: Final = ("mode", "root")
# How exact a date must be for a step of each grain: an event of a month has no day.
EXACT: Final = {
    "day": ("day",),
    "month": ("day", "part-month", "month"),
    "year": ("day", "part-month", "month", "quarter", "part-year", "year"),
}
FIRST: Final = ("subject", "host", "organiser", "initiator", "actor", "sender")


def event_table(study: "Study", *, by: str = "root", grain: str = "month") -> "EventTable":
    """Return the study's events as a table, each row with the id of a claim as its source.

    Raises QueryError for another relation or grain, and where no event is dated exactly enough.
    """
    from comity.forecast.files import EPOCH, step_of
    from comity.forecast.table import table_of

    if by not in RELATIONS or grain not in EXACT:
        raise QueryError("Events are told by mode or root, in steps of a day, month or year.")
    rows, sources = [], []
    for claim in study.claims(kind="event"):
        if _counts(claim, grain):
            step = step_of(str(claim["start"]), grain)
            for a, b in _pairs(claim):
                rows.append((a, str(claim[by]), b, step))
                sources.append(str(claim["id"]))
    if not rows:
        raise QueryError(
            f"No event between two actors is dated to the {grain}.",
            hint="Try --grain year, or add documents.",
        )
    return table_of(rows, grain=grain, origin=str(EPOCH), sources=sources)


def _counts(claim: Mapping[str, Any], grain: str) -> bool:
    start = claim["start"]
    if (
        claim["status"] != "occurred"
        or claim["verdict"] == "reject"
        or not isinstance(start, date | str)
    ):
        return False
    exact = claim["precision"] in EXACT[grain]
    return exact and date.fromisoformat(str(start)[:10]).year >= 1900


def _pairs(claim: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    lead = {a for role in FIRST for a in (claim["roles"] or {}).get(role, ())}
    people = sorted(set(claim["participants"] or ()), key=lambda a: (a not in lead, a))
    yield from combinations(people, 2)

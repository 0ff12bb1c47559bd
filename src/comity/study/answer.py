"""Questions with three answers: yes, no, and unknown. Silence means no only inside coverage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from comity.errors import QueryError
from comity.model import Period
from comity.model.vocabulary import RELATIONS, SYMMETRIC_RELATIONS
from comity.study.account import Account
from comity.study.membership import accounts
from comity.study.policy import resolve
from comity.study.storage import Store

Row = dict[str, Any]
FULL: Final = (None, "", "full", "associate")
COARSE: Final = ("year", "month", "quarter", "part-year", "part-month")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """``value`` is yes, no, unknown or suspended; ``sources`` tells what each source says by itself.

    ``claims`` are the claims and numbers that bear on it, ``coverage`` what the sources would have told. Of a
    tie: ``because`` are the claims of the source followed under ``policy``, ``conflicts`` the accounts of those
    that know otherwise, ``role``, ``since`` and ``dated`` as the source followed has them.
    """

    value: str
    policy: str = ""
    role: str | None = None
    since: str = ""
    dated: str | None = None
    because: tuple[Row, ...] = ()
    conflicts: tuple[Account, ...] = ()
    accounts: tuple[Account, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)
    claims: tuple[Row, ...] = ()
    coverage: tuple[Row, ...] = ()

    @property
    def truth(self) -> bool | None:
        """Return yes and no as True and False; unknown and suspended are None, neither of the two."""
        return {"yes": True, "no": False}.get(self.value)

    @property
    def conflict(self) -> bool:
        """Say whether one source says yes and another no."""
        return {"yes", "no"} <= set(self.sources.values())

    def __str__(self) -> str:
        return self.value


def answer(
    store: Store,
    property: str,
    a: str,
    b: str | None,
    at: date | Period,
    *,
    grade: str = "",
    role: str = "",
    policy: str = "official",
) -> Answer:
    """Return whether a relation, a mode or root of events, or a series holds of a pair at a time.

    Yes: a claim covers the time. No: none does, and a source whose silence means no covers the property, the
    actors and the time. Else unknown. A fact dated to the year does not decide a day within its first or
    last year: ask about `Period.year` then.
    """
    when = Period(start=at, end=at) if isinstance(at, date) else at
    if when.start is None or when.end is None:
        raise QueryError("A question about a time needs its first and last day.")
    if property in RELATIONS and b:
        told = accounts(store, property, a, b, (when.start, when.end), grade=grade, role=role)
        return _of_tie(told, policy)
    either = property in SYMMETRIC_RELATIONS or property not in RELATIONS
    rows = store.rows("evidence", property=property, a=a, b=b, either=either)
    rows = [r for r in rows if _of(r, grade)]
    covers = store.rows("coverage_of", property=property)
    sources: dict[str, str] = {}
    bearing: list[Row] = []
    for document in sorted({r["document"] for r in (*rows, *covers)}):
        own = [c for c in covers if c["document"] == document]
        said = [(_says(r, when, own, role), r) for r in rows if r["document"] == document]
        bearing += [r for word, r in said if word]
        sources[document] = _told([w for w, _ in said], own, (a, b) if b else (a,), when)
    asked = [c for c in covers if c["document"] in sources]
    value = _together(sources.values(), [r["document"] for r in bearing], sources)
    return Answer(value=value, sources=sources, claims=tuple(bearing), coverage=tuple(asked))


def _of_tie(told: Sequence[Account], policy: str) -> Answer:
    resolved = resolve(told, policy)
    chosen = resolved.account
    return Answer(
        value=resolved.value,
        policy=policy,
        role=chosen.role if chosen else None,
        since=chosen.since if chosen else "",
        dated=chosen.dated if chosen else None,
        because=tuple(dict(c) for c in chosen.claims or chosen.elsewhere) if chosen else (),
        conflicts=resolved.conflicts,
        accounts=tuple(told),
        sources={a.document: a.value for a in told},
        claims=tuple(dict(c) for a in told for c in (*a.claims, *a.against)),
        coverage=tuple(dict(c) for a in told for c in a.coverage),
    )


def _of(row: Row, grade: str) -> bool:
    return not grade or grade in (row["grade"] or "").split("; ")


def _told(words: Sequence[str], own: Sequence[Row], actors: Sequence[str], when: Period) -> str:
    """Return what one source says: by its claims, else by its silence."""
    for word in ("yes", "unknown", "no"):
        if word in words:
            return word
    silent = any(c["silence"] != "unknown" and _covered(c, actors, when) for c in own)
    return "no" if silent else "unknown"


def _together(words: Iterable[str], bearing: Sequence[str], sources: dict[str, str]) -> str:
    """Return the answer of all: yes by any; unknown where a claim leaves it open; no by coverage."""
    said = set(words)
    if "yes" in said:
        return "yes"
    if any(sources[document] == "unknown" for document in bearing):
        return "unknown"
    return "no" if "no" in said else "unknown"


def _covered(cover: Row, actors: Sequence[str], when: Period) -> bool:
    inside = cover["start"] <= when.start and when.end <= cover["end"]
    return inside and (not cover["actors"] or set(actors) <= set(cover["actors"]))


def _says(row: Row, when: Period, own: Sequence[Row], role: str) -> str:
    """Return what one claim or number says of a time: yes, no, unknown, or nothing."""
    assert when.start is not None
    assert when.end is not None
    start, end = row["start"] or date.min, row["end"] or _edge(row, own)
    if row["end"] is None and own and start <= when.end and when.end > end:
        return "unknown"  # still so when the source ended; nobody has looked since
    if when.end < start or end < when.start:
        return ""
    if row["kind"] == "observation" and not row["value"]:
        return "unknown" if row["value"] is None else "no"
    if row["kind"] == "tie" and (row["role"] not in FULL or role) and row["role"] != (role or None):
        return "unknown" if row["role"] == "suspended" else ""
    return "unknown" if _open(row, when, own) else "yes"


def _edge(row: Row, own: Sequence[Row]) -> date:
    """Return how far an open end reaches: to the end of what its source covers."""
    return max((c["end"] for c in own if c["end"]), default=date.max)


def _open(row: Row, when: Period, own: Sequence[Row]) -> bool:
    """Say whether a coarse date leaves open that it held at just this time."""
    assert when.start is not None
    assert when.end is not None
    if row["precision"] not in COARSE:
        return False
    start, end = row["start"], row["end"]
    if row["kind"] != "tie":
        inside = start is not None and when.start <= start and end is not None and end <= when.end
        return not inside
    begun = min((c["start"] for c in own if c["start"]), default=date.min)
    first = start is not None and when.end <= date(start.year, 12, 31) and begun < start
    last = end is not None and when.start >= date(end.year, 1, 1)
    whole = start is not None and when.start <= date(start.year, 1, 1)
    whole_end = end is not None and when.end >= end
    return (first and not whole) or (last and not whole_end)

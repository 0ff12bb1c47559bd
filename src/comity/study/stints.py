"""What one source tells of belonging: for each actor and body its stints by capacity, and what it covers."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from comity.model.vocabulary import HELD_ROLES, LESSER_ROLES
from comity.study.account import since
from comity.study.storage import Store

Row = dict[str, Any]
ASSOCIATED: Final = (*LESSER_ROLES, "associate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stint:
    """An actor's first stretch in a body in one capacity (full, lesser or suspended).

    ``years`` are all in which it can have begun: a source may date a signature and an entry into force.
    ``observed``: the source saw it hold then, it may be older. ``end`` is of its last stretch, None while open.
    """

    body: str
    role: str
    start: date | None
    years: tuple[int, ...]
    words: str
    end: date | None
    observed: bool
    claims: tuple[str, ...]

    def __str__(self) -> str:
        until = f", to {self.end}" if self.end else ""
        return f"{self.role} {self.words or 'undated'}{until}"


@dataclass(frozen=True, slots=True)
class Source:
    """What one source tells and covers of belonging."""

    stints: dict[tuple[str, str], dict[str, Stint]]
    covered: tuple[Row, ...]
    missing: frozenset[tuple[str, str, int]]

    def _of(self, body: str) -> list[Row]:
        """Return what covers a body's members; what is said of that body stands before what is said of all."""
        own = [c for c in self.covered if c["property"].endswith(f":{body}")]
        rest = [c for c in self.covered if ":" not in c["property"]]
        return own or [c for c in rest if not c["actors"] or body in c["actors"]]

    def last(self, body: str) -> date | None:
        """Return the last day covered of a body's members."""
        return max((c["end"] for c in self._of(body) if c["end"]), default=None)

    def covers(self, body: str) -> str:
        """Return in words from which year to which silence about a body's members means no; else nothing."""
        found = [c for c in self._of(body) if c["silence"] != "unknown"]
        first = min((c["start"] for c in found if c["start"]), default=None)
        last = max((c["end"] for c in found if c["end"]), default=None)
        return f"{first.year if first else '..'} to {last.year if last else '..'}" if found else ""

    def watches(self, body: str, year: int) -> bool:
        """Say whether a year lies within what is covered, after its first: a beginning then was seen."""
        return any(
            (c["start"] or date.min).year < year <= (c["end"] or date.max).year
            for c in self._of(body)
        )

    def would_tell(self, body: str, actor: str, start: date, end: date) -> bool:
        """Say whether silence about an actor between two days means that nothing held."""
        years = range(max(start.year, 1800), min(end.year, 2200) + 1)
        if any((actor, body, year) in self.missing for year in years):
            return False
        return any(
            c["silence"] != "unknown"
            and (not c["actors"] or actor in c["actors"])
            and (c["start"] or date.min) <= end
            and start <= (c["end"] or date.max)
            for c in self._of(body)
        )


def load_source(
    store: Store, document: str, relations: Sequence[str], bodies: Sequence[str]
) -> Source:
    """Return what a document tells of belonging to bodies (none given: to all)."""
    rows = store.rows(
        "belongings", document=document, relations=list(relations), bodies=list(bodies)
    )
    told: dict[tuple[str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        told[row["to"], row["from"]][_capacity(row["role"])].append(row)
    stints = {
        (body, actor): {name: _stint(body, found) for name, found in by_capacity.items()}
        for (body, actor), by_capacity in told.items()
    }
    missing = store.rows("missing_ties", document=document, relations=list(relations))
    return Source(
        stints,
        tuple(store.rows("covers_of", document=document, property="member")),
        frozenset((row["a"], row["b"], row["year"]) for row in missing),
    )


def _capacity(role: str | None) -> str:
    if role in HELD_ROLES:
        return "suspended"
    return "lesser" if role in ASSOCIATED else "full"


def _stint(body: str, rows: Sequence[Row]) -> Stint:
    """Return the first stretch that rows, in order of their starts, tell of one capacity."""
    first = rows[0]
    end = first["end"] or date.max
    own = [r for r in rows if (r["start"] or date.min) <= end]
    starts = [r["start"] for r in own if r["start"]]
    words = dict.fromkeys(
        f"{since(r)} ({r['dated']})" if r["dated"] not in (None, "first-observed") else since(r)
        for r in own
    )
    ends = [r["end"] for r in rows]
    return Stint(
        body=body,
        role=first["role"] or "member",
        start=min(starts, default=None),
        years=tuple(sorted({s.year for s in starts})),
        words=" or ".join(w for w in words if w),
        end=None if None in ends else max(ends),
        observed=all(r["dated"] == "first-observed" for r in own),
        claims=tuple(r["id"] for r in own),
    )

"""Promises: commitments and scheduled events with a date, and what later claims say became of them.

An outcome is what the study's documents tell, never what is true: without a later document that could
have told, there is no news, which is neither kept nor broken.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.network.pledges import OUTCOMES as OUTCOMES
from comity.network.pledges import Saying, answers, decide, plain_names, within_reach
from comity.study.apart import kept_apart
from comity.study.columns import standing
from comity.study.describe import summary
from comity.study.storage import Store

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A dated commitment or plan and its outcome on a day.

    ``outcome``: ``kept`` (a later document tells of it in time), ``moved`` (told with another date),
    ``open`` (not yet due, or due and later documents do not tell), ``no news`` (due, and no later document
    of these actors is in the study). ``evidence`` holds the later claims that decided.
    """

    claim: dict[str, Any]
    said: str
    made: date | None
    due: date | None
    outcome: str
    why: str
    evidence: tuple[dict[str, Any], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the promise as one row."""
        return {
            "id": self.claim["id"],
            "outcome": self.outcome,
            "due": self.due,
            "made": self.made,
            "said": self.said,
            "why": self.why,
            "evidence": [e["id"] for e in self.evidence],
            "quote": self.claim["quote"],
            "document": self.claim["document"],
        }


def follow_promises(store: Store, actor: str | None, at: date) -> list[Promise]:
    """Return the promises made by a day, by when due, with what was told of them by then."""
    rows = store.rows("promises", actor=actor, at=at)
    apart = kept_apart(store)
    return [_followed(store, row, at, apart) for row in rows]


def promises_page(
    store: Store, actor: str | None, at: date, limit: int, after: Sequence[Any] | None
) -> tuple[list[Promise], tuple[str, int] | None]:
    """Return some of the promises, by when due, and the place to go on from: None after the last."""
    due, seq = after or (None, None)
    place = {"after_due": due, "after_seq": seq, "limit": limit}
    rows = store.rows("promises_page", actor=actor, at=at, **place)
    apart = kept_apart(store)
    last = rows[-1] if len(rows) == limit else None
    found = [_followed(store, row, at, apart) for row in rows]
    return found, (last["due"].isoformat(), last["seq"]) if last else None


def _followed(store: Store, row: Row, at: date, apart: Callable[[Row, Row], bool]) -> Promise:
    due, made = row["due"], row["issued_end"] or row["issued_start"]
    promise = saying(row)
    told = _evidence(store, row, promise, at) if made else []
    evidence = {e["id"]: e for e in told if not apart(row, e)}

    def heard() -> date | None:
        actors = list(row["participants"] or row["holders"])
        last: date | None = store.value("last_heard", actors=actors, at=at)
        return last

    found = decide(promise, [saying(e) for e in evidence.values()], at, heard)
    return Promise(
        claim=standing(row),
        said=summary(standing(row)),
        made=made,
        due=due,
        outcome=found.name,
        why=found.why,
        evidence=tuple(standing(evidence[e.id]) for e in found.by),
    )


def _evidence(store: Store, row: Row, promise: Saying, at: date) -> list[Row]:
    """Return later claims that the same happening, or the promised act, took place."""
    start, end = row["start"] or row["issued_end"], row["end"] or row["due"]
    first, last = within_reach(start, end)
    found = store.rows(
        "followed_by",
        actors=list(row["participants"] or row["holders"]),
        frame=row["frame"],
        issued=row["issued_end"] or row["issued_start"],
        start=first,
        end=last,
    )
    known = [e for e in found if (e["issued_end"] or at) <= at]
    told = [e for e in known if answers(promise, saying(e), names_of)]
    return [e for e in told if e["happening"] != row["happening"] or e["id"] != row["id"]]


def saying(row: Row) -> Saying:
    """Return a claim of the study as the following of promises needs it."""
    return Saying(
        id=row["id"],
        kind=row["kind"],
        actors=tuple(row["participants"] or row["holders"] or ()),
        mode=row["mode"] or "",
        frame=row["frame"],
        ordinal=row["ordinal"],
        status=row["status"] or "",
        start=row["start"],
        end=row["end"],
        due=row.get("due"),
        issued=row["issued_end"] or row["issued_start"],
        happening=row["happening"],
        words=f"{row['quote']} {row['target'] or ''}",
        track=row["track"] or "other",
    )


def names_of(frame: str) -> tuple[str, ...]:
    """Return what a named thing is called in both languages."""
    from comity.registry import load_registry

    record = load_registry().get(frame)
    return (*record.zh, *record.en) if record else plain_names(frame)

"""Promises: commitments and scheduled events with a date, and what later claims say became of them.

An outcome is what the study's documents tell, never what is true: without a later document that could
have told, there is no news, which is neither kept nor broken.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from comity.model.vocabulary import ROOT_OF
from comity.study.apart import kept_apart
from comity.study.columns import to_dict
from comity.study.describe import summary
from comity.study.storage import Store

Row = Mapping[str, Any]
OUTCOMES: Final = ("kept", "moved", "open", "no news")
# Days by which a schedule may slip in the telling before it counts as moved: local dates differ.
SLACK: Final = timedelta(days=1)
# How far from its date a scheduled event is still looked for.
REACH: Final = timedelta(days=370)
# Modes that tell of one another's happening: who announces a meeting may call it talks or a conference.
FAMILIES: Final = (
    {"meet", "visit", "call", "dialogue", "conference"},
    {"sign", "declare", "adopt", "join", "establish", "upgrade"},
    {"exercise", "operation"},
    {"exchange", "project", "notify", "aid"},
)


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
    told = _evidence(store, row, at) if made else []
    evidence = [e for e in told if not apart(row, e)]
    outcome, why, shown = _decide(store, row, evidence, at)
    return Promise(
        claim=to_dict(row),
        said=summary(to_dict(row)),
        made=made,
        due=due,
        outcome=outcome,
        why=why,
        evidence=tuple(to_dict(e) for e in shown),
    )


def _evidence(store: Store, row: Row, at: date) -> list[Row]:
    """Return later claims that the same happening, or the promised act, took place."""
    start, end = row["start"] or row["issued_end"], row["end"] or row["due"]
    found = store.rows(
        "followed_by",
        actors=list(row["participants"] or row["holders"]),
        frame=row["frame"],
        issued=row["issued_end"] or row["issued_start"],
        start=start - REACH,
        end=end + REACH,
    )
    told = [e for e in found if (e["issued_end"] or at) <= at and _answers(row, e)]
    return [e for e in told if e["happening"] != row["happening"] or e["id"] != row["id"]]


def _answers(promise: Row, event: Row) -> bool:
    """Say whether an event can be what was promised: the same kind of act within the same named thing."""
    if event["status"] not in ("occurred", "ongoing", "planned", "proposed"):
        return False
    if promise["happening"] == event["happening"]:
        return True
    if promise["kind"] == "position":
        return bool(event["frame"]) and _named(event["frame"], promise)
    if promise["frame"] or event["frame"]:
        same = promise["frame"] == event["frame"]
        edition = promise["ordinal"] is None or event["ordinal"] in (None, promise["ordinal"])
        return same and edition and ROOT_OF[promise["mode"]] == ROOT_OF[event["mode"]]
    same_family = any({promise["mode"], event["mode"]} <= family for family in FAMILIES)
    sides = set(promise["participants"]) == set(event["participants"])
    return same_family and sides and _near(promise, event)


def _near(promise: Row, event: Row) -> bool:
    """Without a name only the date tells that two events are one."""
    if not (event["start"] and event["end"] and promise["start"] and promise["end"]):
        return False
    return bool(
        event["start"] <= promise["end"] + SLACK and promise["start"] - SLACK <= event["end"]
    )


def _named(frame: str, promise: Row) -> bool:
    """Say whether a commitment's words or topics name the thing within which an event took place."""
    from comity.registry import load_registry

    record = load_registry().get(frame)
    names = (*record.zh, *record.en) if record else (frame.replace("-", " "),)
    words = f"{promise['quote']} {promise['target']}".lower()
    return any(name.lower() in words for name in names if len(name) > 2)


def _decide(store: Store, row: Row, evidence: list[Row], at: date) -> tuple[str, str, list[Row]]:
    """Return the outcome, why in one sentence, and the claims that say so."""
    due = row["due"]
    done = [e for e in evidence if e["status"] in ("occurred", "ongoing")]
    kept = [e for e in done if _in_time(row, e)]
    if kept:
        return "kept", "A later document tells of it in the time promised.", kept
    if done:
        return "moved", "A later document tells of it on another date.", done
    moved = [e for e in evidence if e["status"] in ("planned", "proposed") and not _in_time(row, e)]
    if moved:
        return "moved", "A later document plans it for another date.", moved
    if due > at:
        return "open", f"It is due on {due}.", []
    actors = list(row["participants"] or row["holders"])
    heard = store.value("last_heard", actors=actors)
    if heard is None or heard <= due:
        return "no news", f"No document of these actors after {due} is in the study.", []
    return "open", "Later documents of these actors do not tell of it.", []


def _in_time(promise: Row, event: Row) -> bool:
    """Say whether an event's days touch the promised ones; a commitment is kept by its deadline."""
    if promise["kind"] == "position":
        return bool(event["start"] and event["start"] <= promise["due"] + SLACK)
    return _near(promise, event)

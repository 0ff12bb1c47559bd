"""Hold a document's events against independent claims of the study.

Independent is what another issuer or data set says. A verdict says what the sources tell, never what is
true: silence of all other sources is ``not found``, never "false".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from comity.study.apart import kept_apart
from comity.study.columns import to_dict
from comity.study.describe import summary, when
from comity.study.people import (
    names_setting,
    only_one_side,
    other_sphere,
    others_met,
    people_of,
    strangers,
)
from comity.study.storage import Store

Row = Mapping[str, Any]
VERDICTS: Final = ("corroborated", "date conflict", "participant conflict", "not found")
DAY: Final = timedelta(days=1)
REACH: Final = timedelta(days=45)  # how far apart two dates of one event are still compared
FAMILIES: Final = {
    **dict.fromkeys(("meet", "visit", "call", "dialogue", "conference"), "consult"),
    **dict.fromkeys(("sign", "declare", "adopt", "join", "establish", "upgrade"), "agree"),
    **dict.fromkeys(("exercise", "operation"), "exercise"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A claim with what independent sources say of it.

    ``evidence`` holds the independent claims that decided, the nearest first; ``why`` is one sentence.
    """

    claim: dict[str, Any]
    said: str
    verdict: str
    why: str
    evidence: tuple[dict[str, Any], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the verdict as one row."""
        return {
            "id": self.claim["id"],
            "verdict": self.verdict,
            "said": self.said,
            "found": "; ".join(when(e) for e in self.evidence),
            "why": self.why,
            "evidence": [e["id"] for e in self.evidence],
            "sources": list(dict.fromkeys(e["document"] for e in self.evidence)),
            "quote": self.claim["quote"],
        }


def check_document(store: Store, document: str) -> list[Checked]:
    """Return a verdict for every event of a document that tells of the past, in the order of its text.

    Each independent claim speaks for at most one of the document's: the one it fits best.
    """
    rows = store.rows("claims_of_document", id=document)
    events = [r for r in rows if r["kind"] == "event" and r["status"] in ("occurred", "ongoing")]
    apart = kept_apart(store)
    candidates = {
        row["id"]: [o for o in _candidates(store, row) if not apart(row, o)] for row in events
    }
    fits = sorted(
        (-_fit(row, other), row["seq"], other["seq"], row["id"], other["id"])
        for row in events
        for other in candidates[row["id"]]
        if _agrees(row, other)
    )
    taken: dict[str, str] = {}
    for _, _, _, claim, other in fits:
        taken.setdefault(other, claim)
    return [_checked(row, candidates[row["id"]], taken) for row in events]


def _candidates(store: Store, row: Row) -> list[dict[str, Any]]:
    """Return independent events of the same family that share two parties, near in time."""
    start, end = row["start"], row["end"]
    found = store.rows(
        "independent_events",
        document=row["document"],
        issuer=row["issuer"] or "",
        actors=list(row["participants"] or ()),
        start=(start - REACH) if start else None,
        end=(end or start) + REACH if start else None,
    )
    own = people_of(row)
    return [
        other
        for other in found
        if FAMILIES.get(other["mode"], other["mode"]) == FAMILIES.get(row["mode"], row["mode"])
        and not others_met(own, people_of(other))
        and not other_sphere(row["quote"], other["quote"])
        and not _other_setting(row, other)
    ]


def _other_setting(row: Row, other: Row) -> bool:
    return bool(row["frame"] and other["frame"] and row["frame"] != other["frame"])


def _agrees(row: Row, other: Row) -> bool:
    if len(row["participants"] or ()) < 2 and not _same_setting(row, other):
        return False
    together = row["mode"] in ("meet", "call")
    if together and only_one_side(people_of(row), people_of(other)):
        return False
    return _same_time(row, other) and _same_sides(row, other)


def _same_setting(row: Row, other: Row) -> bool:
    """What one state did by itself is told again only where its setting is named too."""
    named = names_setting(other["quote"], row["frame"], row["place"])
    return named or _named_alike(row, other)


def _same_time(row: Row, other: Row) -> bool:
    """Days may differ by one, since local dates do; a month or a part of one must hold the day."""
    if not row["start"] or not other["start"]:
        return True
    slack = DAY if row["precision"] == other["precision"] == "day" else timedelta(0)
    last = row["end"] or date.max - DAY
    return bool(other["start"] <= last + slack and row["start"] - slack <= other["end"])


def _same_sides(row: Row, other: Row) -> bool:
    mine, theirs = set(row["participants"] or ()), set(other["participants"] or ())
    return mine <= theirs or theirs <= mine


def _fit(row: Row, other: Row) -> float:
    """How well an independent claim fits: same people, same setting, same kind, near in time."""
    mine, theirs = people_of(row), people_of(other)
    people = sum(bool(mine[s] & theirs[s]) for s in mine.keys() & theirs.keys())
    setting = _named_alike(row, other)
    away = strangers(other["quote"], tuple(other["participants"] or ()))
    dated = bool(row["start"] and other["start"])
    same_kind = bool(row["mode"] == other["mode"])
    return 3 * people + 2 * setting + same_kind + dated - min(away, 2)


def _checked(row: Row, found: list[dict[str, Any]], taken: Mapping[str, str]) -> Checked:
    agreeing = [o for o in found if taken.get(o["id"]) == row["id"]]
    free = [o for o in found if o["id"] not in taken]
    verdict, why, evidence = _verdict(row, agreeing, free)
    ranked = sorted(
        evidence, key=lambda o: (-_fit(row, o), _distance(row, o), str(o["start"]), o["seq"])
    )
    return Checked(
        claim=to_dict(row),
        said=summary(to_dict(row)),
        verdict=verdict,
        why=why,
        evidence=tuple(to_dict(o) for o in ranked[:5]),
    )


def _verdict(
    row: Row, agreeing: list[dict[str, Any]], free: list[dict[str, Any]]
) -> tuple[str, str, list[dict[str, Any]]]:
    if agreeing:
        return "corroborated", "An independent source tells of it at that time.", agreeing
    other_time = [o for o in free if _same_sides(row, o) and _known_people(row, o)]
    if other_time:
        return "date conflict", "An independent source gives another date.", other_time
    other_sides = [o for o in free if _same_time(row, o) and _named_alike(row, o)]
    if other_sides:
        return "participant conflict", "An independent source names other parties.", other_sides
    return "not found", "No independent source of the study tells of it; that denies nothing.", []


def _known_people(row: Row, other: Row) -> bool:
    """Another date is a conflict only when it is plainly the same event: same people or same edition."""
    mine, theirs = people_of(row), people_of(other)
    shared = [s for s in mine.keys() & theirs.keys() if mine[s] & theirs[s]]
    edition = row["ordinal"] is not None and row["ordinal"] == other["ordinal"]
    return len(shared) > 1 or (edition and _named_alike(row, other))


def _named_alike(row: Row, other: Row) -> bool:
    return bool(row["frame"]) and row["frame"] == other["frame"]


def _distance(row: Row, other: Row) -> int:
    if not row["start"] or not other["start"]:
        return 10**6
    before: int = (row["start"] - other["end"]).days
    after: int = (other["start"] - (row["end"] or row["start"])).days
    return max(before, after, 0)

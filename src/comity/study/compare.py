"""Two documents side by side: events both tell and how they differ, positions one has and the other lacks.

Works across languages: events are held together by who, what, when and within what; positions by holder,
stance and topic. What one document lacks it does not deny.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from comity.model.vocabulary import ROOT_OF
from comity.study.apart import kept_apart
from comity.study.columns import standing
from comity.study.describe import summary
from comity.study.dossier import differences
from comity.study.storage import Store

Row = Mapping[str, Any]
DAY: Final = timedelta(days=1)  # local dates of one happening can differ by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two documents say, paired. Each pair names in what its tellings differ."""

    first: dict[str, Any]
    second: dict[str, Any]
    both: tuple[tuple[dict[str, Any], dict[str, Any], tuple[str, ...]], ...]
    only_first: tuple[dict[str, Any], ...]
    only_second: tuple[dict[str, Any], ...]

    def to_rows(self) -> list[dict[str, Any]]:
        """Return the comparison as rows: where (both, first, second), what each says, the difference."""
        rows = [
            _row("both", a["kind"], summary(a), summary(b), a["id"], b["id"])
            | {"differs": "; ".join(differs)}
            for a, b, differs in self.both
        ]
        rows += [_row("first", c["kind"], summary(c), "", c["id"], "") for c in self.only_first]
        rows += [_row("second", c["kind"], "", summary(c), "", c["id"]) for c in self.only_second]
        return rows


def _row(where: str, kind: str, first: str, second: str, a: str, b: str) -> dict[str, Any]:
    return {"where": where, "kind": kind, "first": first, "second": second} | {
        "differs": "",
        "first_id": a,
        "second_id": b,
    }


def compare_documents(store: Store, first: str, second: str) -> Comparison:
    """Return what two documents of a study say, paired by what they are about."""
    rows = [store.rows("claims_of_document", id=id) for id in (first, second)]
    left, right = rows[0], list(rows[1])
    apart = kept_apart(store)
    both = []
    only_first = []
    for claim in left:
        twin = _twin(claim, [other for other in right if not apart(claim, other)])
        if twin is None:
            only_first.append(standing(claim))
            continue
        right.remove(twin)
        both.append((standing(claim), standing(twin), _differs(claim, twin)))
    documents = [store.rows("document_by_id", id=id)[0] for id in (first, second)]
    return Comparison(
        first=documents[0],
        second=documents[1],
        both=tuple(both),
        only_first=tuple(only_first),
        only_second=tuple(standing(c) for c in right),
    )


def _twin(claim: Row, others: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the claim of the other document that says the most similar thing, if any is similar."""
    score = SCORES[claim["kind"]]
    rated = [(score(claim, o), -i) for i, o in enumerate(others) if o["kind"] == claim["kind"]]
    likeness, place = max(rated, default=(0.0, 0))
    return others[-place] if likeness >= 1 else None


def _event(a: Row, b: Row) -> float:
    """At least 1 when two events can be one: joined by judgement, or alike in act, sides and days."""
    if a["happening"] == b["happening"]:
        return 9
    if ROOT_OF[a["mode"]] != ROOT_OF[b["mode"]]:
        return 0
    sides, others = set(a["participants"] or ()), set(b["participants"] or ())
    shared = len(sides & others) / max(len(sides | others), 1)
    if not shared or not _days_touch(a, b):
        return 0
    named = bool(a["frame"]) and a["frame"] == b["frame"]
    return shared * (1 + named) + (a["mode"] == b["mode"]) * 0.5 if shared > 0.4 or named else 0


def _days_touch(a: Row, b: Row) -> bool:
    if not (a["start"] and b["start"]):
        return bool(a["frame"]) and a["frame"] == b["frame"]
    far = a["end"] or a["start"], b["end"] or b["start"]
    return bool(a["start"] <= far[1] + DAY and b["start"] <= far[0] + DAY)


def _position(a: Row, b: Row) -> float:
    """At least 1 when two positions share a holder, the stance and a topic."""
    if a["stance"] != b["stance"] or not set(a["holders"] or ()) & set(b["holders"] or ()):
        return 0
    topics = set(a["topics"] or ()) & set(b["topics"] or ())
    return 1 + len(topics) if topics else 0


def _tie(a: Row, b: Row) -> float:
    if a["relation"] != b["relation"]:
        return 0
    ends = ({a["from"], a["to"]}, {b["from"], b["to"]})
    return 2.0 if ends[0] == ends[1] else 0


SCORES: Final[Mapping[str, Callable[[Row, Row], float]]] = {
    "event": _event,
    "position": _position,
    "tie": _tie,
}


def _differs(a: Row, b: Row) -> tuple[str, ...]:
    if a["kind"] == "event":
        return differences([dict(a), dict(b)])
    if (
        a["kind"] == "tie"
        and (a["grade"] or "") != (b["grade"] or "")
        and a["grade"]
        and b["grade"]
    ):
        return (f"grade: {a['grade']} / {b['grade']}",)
    if a["kind"] == "position" and set(a["holders"]) != set(b["holders"]):
        return (f"holders: {', '.join(a['holders'])} / {', '.join(b['holders'])}",)
    return ()

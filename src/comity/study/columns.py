"""Claims as rows of the study and back, without loss: the id is a hash of what the row holds."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, Final

from comity.model import Claim, Event, Period, Position, Span, Tie

LISTS: Final = ("participants", "holders", "topics", "addressees")
JSONS: Final = ("roles", "fields")
DATES: Final = ("start", "end", "deadline")
CONTENT: Final = {
    "event": (
        *("mode", "root", "participants", "roles", "start", "end", "precision", "resolved"),
        *("place", "frame", "ordinal", "count", "status", "track", "dated"),
    ),
    "position": ("holders", "stance", "target", "topics", "addressees", "deadline", "track"),
    "tie": (
        *("relation", "from", "to", "grade", "start", "end", "precision", "resolved"),
        *("role", "dated"),
    ),
}
COMMON: Final = (
    *("speaker", "issuer", "document", "section", "start_char", "end_char"),
    *("quote", "rule", "fields"),
)
COLUMNS: Final = (
    "kind",
    "id",
    *dict.fromkeys(name for names in CONTENT.values() for name in names),
    *COMMON,
)


def _mapping(value: Any) -> Any:
    if value == "{}":
        return {}
    return json.loads(value) if isinstance(value, str) else value or {}


def _list(value: Any) -> list[Any]:
    return list(value or ())


def _day(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


SELDOM: Final = ("role", "dated")  # left out where nothing is said of them
UNPACK: Final[Mapping[str, Callable[[Any], Any]]] = {
    **dict.fromkeys(JSONS, _mapping),
    **dict.fromkeys(LISTS, _list),
    **dict.fromkeys(DATES, _day),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of a kind in the order they are published, and those that a column holds otherwise."""

    names: tuple[str, ...]
    pick: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    packed: tuple[tuple[str, Callable[[Any], Any]], ...]


def _shape(kind: str) -> Shape:
    names = ("kind", "id", *CONTENT[kind], *COMMON)
    packed = tuple((name, UNPACK[name]) for name in names if name in UNPACK)
    return Shape(names, itemgetter(*names), packed)


PUBLISHED: Final = {kind: _shape(kind) for kind in CONTENT}


def to_row(claim: Claim) -> dict[str, Any]:
    """Return a claim as the values of its columns; nested values become JSON text."""
    row = claim.to_dict()
    return {k: _packed(v) if k in JSONS else v for k, v in row.items() if v is not None}


def to_dict(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as the claim is published: only the fields of its kind, in their order."""
    shape = PUBLISHED[row["kind"]]
    try:
        values = shape.pick(row)
    except KeyError:  # a row that leaves out what is empty
        values = tuple(map(row.get, shape.names))
    out = dict(zip(shape.names, values, strict=True))
    for name, unpack in shape.packed:
        out[name] = unpack(out[name])
    for name in SELDOM:
        if name in out and out[name] is None:
            del out[name]
    return out


def standing(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as the claim is published, with the last verdict on it and the happening it tells of."""
    return {**to_dict(row), "verdict": row["verdict"], "happening": row["happening"]}


def to_claim(row: Mapping[str, Any]) -> Claim:
    """Return the claim a row holds."""
    said = to_dict(row)
    common: dict[str, Any] = {
        "document": said["document"],
        "issuer": said["issuer"] or "",
        "section": said["section"] or "",
        "span": Span(said["start_char"], said["end_char"]),
        "quote": said["quote"],
        "rule": said["rule"],
        "fields": {name: _spans(spans) for name, spans in said["fields"].items()},
        "speaker": said["speaker"] or "",
    }
    kind: str = said["kind"]
    return MAKERS[kind](said, common)


def _event(said: dict[str, Any], common: dict[str, Any]) -> Event:
    return Event(
        mode=said["mode"],
        participants=tuple(said["participants"]),
        roles={role: tuple(ids) for role, ids in said["roles"].items()},
        period=_period(said),
        place=said["place"],
        frame=said["frame"],
        ordinal=said["ordinal"],
        count=said["count"],
        status=said["status"],
        track=said["track"],
        dated=said.get("dated"),
        **common,
    )


def _position(said: dict[str, Any], common: dict[str, Any]) -> Position:
    return Position(
        holders=tuple(said["holders"]),
        stance=said["stance"],
        target=said["target"],
        topics=tuple(said["topics"]),
        addressees=tuple(said["addressees"]),
        deadline=said["deadline"],
        track=said["track"],
        **common,
    )


def _tie(said: dict[str, Any], common: dict[str, Any]) -> Tie:
    return Tie(
        relation=said["relation"],
        source=said["from"],
        target=said["to"],
        grade=said["grade"],
        period=_period(said),
        role=said.get("role"),
        dated=said.get("dated"),
        **common,
    )


MAKERS: Final = {"event": _event, "position": _position, "tie": _tie}


def _period(said: Mapping[str, Any]) -> Period:
    start, end = (date.fromisoformat(said[k]) if said[k] else None for k in ("start", "end"))
    return Period(
        start=start,
        end=end,
        precision=said["precision"] or "none",
        resolved=said["resolved"] or "none",
    )


def _packed(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _spans(value: list[Any]) -> tuple[Span, ...]:
    return (
        (Span(*value),) if value and isinstance(value[0], int) else tuple(Span(*v) for v in value)
    )

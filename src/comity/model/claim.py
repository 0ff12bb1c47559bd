"""Claims: who says so, what is said, the exact words, and the rule that read them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from comity.model.period import UNDATED, Period
from comity.model.span import Span
from comity.model.vocabulary import ROOT_OF

Fields = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What all claims share.

    ``span`` is the evidence in the document's printed text and ``quote`` its words. ``fields`` gives for
    every filled content field the spans that justify it. ``issuer`` publishes the document, ``speaker``
    is the one whose words it reports (empty when it speaks for itself).
    """

    document: str
    issuer: str
    section: str
    span: Span
    quote: str
    rule: str
    fields: Fields = field(default_factory=dict)
    speaker: str = ""

    kind = "claim"

    @property
    def id(self) -> str:
        """Return the content hash that makes reading a document twice add nothing."""
        content = json.dumps(self.to_row(), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    def content(self) -> dict[str, Any]:
        """Return what is said, field by field."""
        return {}

    def to_row(self) -> dict[str, Any]:
        """Return the claim without its id as plain values, keys in their published order."""
        return {
            "kind": self.kind,
            **self.content(),
            "speaker": self.speaker or None,
            "issuer": self.issuer or None,
            "document": self.document,
            "section": self.section,
            "start_char": self.span.start,
            "end_char": self.span.end,
            "quote": self.quote,
            "rule": self.rule,
            "fields": {name: _flat(spans) for name, spans in self.fields.items()},
        }

    def to_dict(self) -> dict[str, Any]:
        """Return the claim as published: kind, id, then the rest."""
        row = self.to_row()
        return {"kind": row.pop("kind"), "id": self.id, **row}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Something that happens at a time, done by actors: one record with all participants.

    ``dated`` says what kind of date the period is, where a source tells (`vocabulary.KINDS_OF_DATE`).
    """

    mode: str
    participants: tuple[str, ...]
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    period: Period = UNDATED
    place: str | None = None
    frame: str | None = None
    ordinal: int | None = None
    count: int | None = 1
    status: str = "occurred"
    track: str = "other"
    dated: str | None = None

    kind = "event"

    def content(self) -> dict[str, Any]:
        return {
            "mode": self.mode,
            "root": ROOT_OF[self.mode],
            "participants": list(self.participants),
            "roles": {role: list(ids) for role, ids in self.roles.items()},
            **_dates(self.period),
            "place": self.place,
            "frame": self.frame,
            "ordinal": self.ordinal,
            "count": self.count,
            "status": self.status,
            "track": self.track,
            **({"dated": self.dated} if self.dated else {}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Claim):
    """What an actor holds: a stance towards a target, with addressees and deadline."""

    holders: tuple[str, ...]
    stance: str
    target: str
    topics: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    deadline: str | None = None
    track: str = "other"

    kind = "position"

    def content(self) -> dict[str, Any]:
        return {
            "holders": list(self.holders),
            "stance": self.stance,
            "target": self.target,
            "topics": list(self.topics),
            "addressees": list(self.addressees),
            "deadline": self.deadline,
            "track": self.track,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie(Claim):
    """A lasting relation of an actor to another or to a mechanism.

    ``role`` says in what capacity (observer, dialogue partner), ``dated`` what kind of date the period
    starts with (`comity.model.vocabulary.KINDS_OF_DATE`).
    """

    relation: str
    source: str
    target: str
    grade: str | None = None
    period: Period = UNDATED
    role: str | None = None
    dated: str | None = None

    kind = "tie"

    def content(self) -> dict[str, Any]:
        dates = _dates(self.period)
        return {
            "relation": self.relation,
            "from": self.source,
            "to": self.target,
            "grade": self.grade,
            **dates,
            **({"role": self.role} if self.role else {}),
            **({"dated": self.dated} if self.dated else {}),
        }


def _dates(period: Period) -> dict[str, Any]:
    return {
        "start": period.start.isoformat() if period.start else None,
        "end": period.end.isoformat() if period.end else None,
        "precision": period.precision,
        "resolved": period.resolved,
    }


def _flat(spans: tuple[Span, ...]) -> list[int] | list[list[int]]:
    return list(spans[0]) if len(spans) == 1 else [list(span) for span in spans]

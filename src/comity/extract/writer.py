"""Drafts written as claims: every field tied to printed words."""

from typing import Any

from comity.extract.bonds import Bond
from comity.extract.context import Context, merge
from comity.extract.events.drafts import Draft
from comity.extract.mentions.mention import Mention, Sentence
from comity.extract.positions.stand import Stand
from comity.extract.positions.topics import TopicFinder
from comity.extract.telling import speaker_of
from comity.model import Document, Event, Position, Span, Tie


class Writer:
    """Writes drafts as claims of one document, turning cleaned offsets into printed ones."""

    def __init__(self, document: Document, context: Context, topics: TopicFinder) -> None:
        self.document = document
        self.context = context
        self.topics = topics
        self._printed: dict[Span, Span] = {}

    def spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        if len(spans) == 1:
            return (self._to_source(spans[0]),)
        return tuple(dict.fromkeys(map(self._to_source, spans)))

    def _to_source(self, span: Span) -> Span:
        """Return the printed stretch of a cleaned one; the same few are asked for again and again."""
        if span not in self._printed:
            self._printed[span] = self.document.offsets.to_source(span)
        return self._printed[span]

    def common(
        self, span: Span, sentence: Sentence, rule: str, fields: dict[str, tuple[Span, ...]]
    ) -> dict[str, Any]:
        """Return what all claims share."""
        printed = self.document.offsets.to_source(trimmed(self.document.clean, span))
        title = self.spans((Span(sentence.start, sentence.end),))
        return {
            "document": self.document.id,
            "issuer": self.document.issuer,
            "section": sentence.block.section,
            "span": printed,
            "quote": self.document.quote(printed),
            "rule": rule,
            "fields": {name: self.spans(found) or title for name, found in fields.items()},
        }

    def event(self, draft: Draft, sentence: Sentence) -> Event:
        fields: dict[str, tuple[Span, ...]] = {
            "mode": (draft.trigger,),
            "participants": draft.who.spans,
        }
        if draft.roles:
            fields["roles"] = merge(*draft.roles.values()).spans
        if draft.period.start:
            fields["start"] = draft.dated_by
        if draft.period.end:
            fields["end"] = draft.dated_by
        frame, place = draft.frame, draft.place
        if frame:
            fields["frame"] = (frame.span,)
        if place:
            fields["place"] = (place.span,)
        ordinal = frame.ordinal if frame else None
        if ordinal and frame:
            fields["ordinal"] = (frame.span,)
        if draft.count != 1:
            fields["count"] = draft.count_by
        if draft.status != "occurred":
            fields["status"] = draft.status_by
        return Event(
            **self.common(draft.span, sentence, draft.pattern.id, fields),
            speaker=",".join(draft.speaker.ids),
            mode=draft.mode,
            participants=tuple(sorted(draft.who.ids)),
            roles={role: found.ids for role, found in draft.roles.items()},
            period=draft.period,
            place=self.document.clean[place.start : place.end] if place else None,
            frame=frame.id if frame else None,
            ordinal=ordinal,
            count=draft.count,
            status=draft.status,
            track=track_of_event(draft.mode, frame),
        )

    def position(self, stand: Stand, sentence: Sentence) -> Position:
        target = trimmed(self.document.clean, stand.target)
        fields = {"holders": stand.holders.spans, "stance": (stand.cue,), "target": (target,)}
        if stand.addressees.ids:
            fields["addressees"] = stand.addressees.spans
        deadline = None
        if stand.deadline:
            end = stand.deadline.extra["date"].period.end
            deadline = end.isoformat() if end else None
            fields["deadline"] = (stand.deadline.span,)
        words = self.document.clean[stand.span.start : stand.span.end]
        topics, track = self.topics.find(words, self.document.language)
        if topics:
            fields["topics"] = (stand.span,)
        return Position(
            **self.common(stand.span, sentence, stand.rule, fields),
            speaker=",".join(stand.speaker.ids),
            holders=tuple(sorted(stand.holders.ids)),
            stance=stand.stance,
            target=self.document.clean[target.start : target.end],
            topics=topics,
            addressees=tuple(
                dict.fromkeys(i for i in stand.addressees.ids if i not in stand.holders.ids)
            ),
            deadline=deadline,
            track=track,
        )

    def tie(self, bond: Bond, sentence: Sentence) -> Tie:
        fields = {"relation": bond.relation_by, "from": bond.source_by, "to": bond.target_by}
        if bond.grade:
            fields["grade"] = (bond.grade.span,)
        if bond.period.start:
            fields["start"] = bond.dated_by
        if bond.period.end:
            fields["end"] = bond.dated_by
        grade = self.document.clean[bond.grade.start : bond.grade.end] if bond.grade else None
        return Tie(
            **self.common(bond.span, sentence, bond.rule, fields),
            speaker=",".join(speaker_of(sentence, self.context).ids),
            relation=bond.relation,
            source=bond.source,
            target=bond.target,
            grade=grade,
            period=bond.period,
        )


def trimmed(text: str, span: Span) -> Span:
    """Return a span without white space, opening marks and stops at its ends."""
    start, end = span
    while start < end - 1 and text[start] in " \t\n\r，、,;；“":
        start += 1
    while end > start + 1 and text[end - 1] in " \t\n\r，,;；。.":
        end -= 1
    return Span(start, end)


TRACK_OF_MODE = {
    "exercise": "military",
    "operation": "military",
    "deploy": "military",
    "test": "military",
    "notify": "military",
    "attack": "dispute",
    "coerce": "dispute",
    "threaten": "dispute",
    "protest": "dispute",
    "accuse": "dispute",
    "reject": "dispute",
    "sanction": "dispute",
    "sign": "rules",
    "adopt": "rules",
    "join": "mechanism",
    "establish": "mechanism",
    "dialogue": "mechanism",
    "conference": "mechanism",
    "upgrade": "partnership",
    "meet": "partnership",
    "visit": "partnership",
    "call": "partnership",
    "declare": "partnership",
    "aid": "development",
    "project": "development",
}


def track_of_event(mode: str, frame: Mention | None) -> str:
    """Return the track of an event: that of its frame if one is known, else the usual one of its mode."""
    if frame and frame.record and frame.record.track:
        return frame.record.track
    return TRACK_OF_MODE.get(mode, "other")

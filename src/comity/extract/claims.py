"""From a document's sentences to its claims, with every field tied to printed words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.extract import tags as t
from comity.extract.context import JOINT_TITLE, Context, Resolved, merge
from comity.extract.events import Draft, read_events, remember
from comity.extract.find import Finder
from comity.extract.mention import Mention, Sentence
from comity.extract.page import SILENT_BLOCKS, day_of, tagged_sentences
from comity.extract.patterns import Grammar, load_grammar
from comity.extract.positions import Stand
from comity.extract.positions_en import read_positions_en
from comity.extract.positions_zh import read_positions_zh
from comity.extract.retelling import told_once
from comity.extract.stances import Stances, load_stances
from comity.extract.ties import Bond, TiePatterns, load_tie_patterns, read_ties
from comity.extract.topics import TopicFinder
from comity.model import Claim, Document, Event, Position, Span, Tie
from comity.registry import Registry, load_registry
from comity.registry.lexicon import load_lexicon

STOPS = tuple('。！？；.!?;:：”"）)')


@dataclass(frozen=True, slots=True)
class Extractor:
    """Reads claims with one set of resources; build once, use on many documents."""

    registry: Registry
    finder: Finder
    grammars: dict[str, Grammar]
    stances: dict[str, Stances]
    ties: dict[str, TiePatterns]
    topics: TopicFinder

    @classmethod
    def load(cls, overlay: Path | None = None) -> "Extractor":
        """Load comity's resources, overlaid by a user's folder when given."""
        registry = load_registry(overlay)
        languages = ("zh", "en")
        return cls(
            registry,
            Finder(registry, load_lexicon(overlay)),
            {lang: load_grammar(lang, overlay) for lang in languages},
            {lang: load_stances(lang, overlay) for lang in languages},
            {lang: load_tie_patterns(lang, overlay) for lang in languages},
            TopicFinder.load(overlay),
        )

    def read(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of a document in the order of its text."""
        if document.language not in self.grammars:
            return ()
        context = Context(document, issuer=document.issuer, lead_end=_lead_end(document))
        claims: list[Claim] = []
        writer = Writer(document, context, self)
        for number, sentence in enumerate(tagged_sentences(document, self.finder)):
            _open(sentence, number, document, context)
            context.enter(sentence)
            if sentence.block.kind in SILENT_BLOCKS or context.asking:
                continue
            claims += self._sentence(sentence, context, writer)
        return tuple(sorted(told_once(claims), key=lambda c: (c.span, c.kind, c.rule)))

    def _sentence(self, sentence: Sentence, context: Context, writer: "Writer") -> Iterator[Claim]:
        language = sentence.language
        events = read_events(sentence, self.grammars[language], context)
        read = read_positions_zh if language == "zh" else read_positions_en
        stands = read(sentence, self.stances[language], context, [e.span for e in events])
        ties = read_ties(sentence, self.ties[language], context, events)
        remember(events, sentence, context)
        yield from (writer.event(e, sentence) for e in events)
        yield from (writer.position(s, sentence) for s in stands)
        yield from (writer.tie(b, sentence) for b in ties)


def _lead_end(document: Document) -> int:
    """Return where the opening of a document ends: its first two paragraphs, 600 characters at most.

    Menus, addresses and headings that a web page leaves above the text are no paragraphs.
    """
    blocks = [b for b in document.blocks if b.kind not in SILENT_BLOCKS]
    prose = [
        b for b in blocks if document.clean[b.span.start : b.span.end].rstrip().endswith(STOPS)
    ]
    paragraphs = prose or blocks
    if not paragraphs:
        return 0
    return min(paragraphs[min(1, len(paragraphs) - 1)].span.end, paragraphs[0].span.start + 600)


def _open(sentence: Sentence, number: int, document: Document, context: Context) -> None:
    """Learn from the title and first sentences whose text this is: one issuer's, or several parties'."""
    if number > 4 or len(context.parties.ids) > 1:
        return
    if number == 0 and JOINT_TITLE.search(document.title):
        context.joint = True
    people = [m for m in sentence.mentions.values() if m.tag == t.ACTOR and m.ids]
    named = [m for m in people if m.extra.get("person") or len(m.ids) > 1]
    found = merge(*(Resolved(m.ids, (m.span,)) for m in (named if len(named) > 1 else people)))
    bodies = [
        m
        for m in sentence.mentions.values()
        if m.tag in (t.MECHANISM, t.SESSION) and m.record and 2 < len(m.record.parties) < 7
    ]
    if context.joint and len(found.ids) < 2 and bodies:
        record = bodies[0].record
        found = Resolved(record.members_at(day_of(document)) if record else (), (bodies[0].span,))
    if len(found.ids) > 1 and sentence.block.kind not in ("dateline", "byline"):
        context.parties = found
        context.turn_to(found)


class Writer:
    """Writes drafts as claims of one document, turning cleaned offsets into printed ones."""

    def __init__(self, document: Document, context: Context, extractor: Extractor) -> None:
        self.document = document
        self.context = context
        self.extractor = extractor
        self._printed: dict[Span, Span] = {}

    def spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
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
            speaker=",".join(self.context.speaker.ids),
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
        topics, track = self.extractor.topics.find(words, self.document.language)
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
            speaker=",".join(self.context.speaker.ids),
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

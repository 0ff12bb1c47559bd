"""From a document's sentences to its claims, with every field tied to printed words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from comity.extract.context import Context
from comity.extract.events.drafts import read_events, remember
from comity.extract.events.patterns import Grammar, load_grammar
from comity.extract.events.retelling import told_once
from comity.extract.mentions.find import Finder
from comity.extract.mentions.mention import Sentence
from comity.extract.mentions.page import (
    SILENT_BLOCKS,
    issuer_mentions,
    tagged_sentences,
    title_mentions,
)
from comity.extract.opening import open_issuers, open_text, open_title
from comity.extract.positions.chinese import read_positions_zh
from comity.extract.positions.english import read_positions_en
from comity.extract.positions.stances import Stances, load_stances
from comity.extract.positions.topics import TopicFinder
from comity.extract.ties import TiePatterns, load_tie_patterns, read_ties
from comity.extract.writer import Writer
from comity.model import Claim, Document
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
        writer = Writer(document, context, self.topics)
        title = title_mentions(document, self.finder)
        open_title(title, document, context)
        open_issuers(issuer_mentions(document, self.finder), context)
        for number, sentence in enumerate(tagged_sentences(document, self.finder, title)):
            open_text(sentence, number, document, context)
            context.enter(sentence)
            if sentence.block.kind in SILENT_BLOCKS or context.asking:
                continue
            claims += self._sentence(sentence, context, writer)
        return tuple(sorted(told_once(claims), key=lambda c: (c.span, c.kind, c.rule)))

    def _sentence(self, sentence: Sentence, context: Context, writer: Writer) -> Iterator[Claim]:
        language = sentence.language
        events = read_events(sentence, self.grammars[language], context)
        read = read_positions_zh if language == "zh" else read_positions_en
        stands = read(sentence, self.stances[language], context, events)
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

"""A document as a sequence of tagged sentences."""

from collections.abc import Iterator

from comity.extract.mentions.compose import compose
from comity.extract.mentions.find import Finder
from comity.extract.mentions.mention import Sentence, tag_text
from comity.extract.mentions.people import People
from comity.model import Document
from comity.text.dates import find_dates
from comity.text.sentences import split_sentences

SILENT_BLOCKS = frozenset(
    {"contents", "jump", "byline", "title", "subtitle", "heading", "dateline"}
)


def day_of(document: Document) -> str:
    """Return the ISO day on which a document stands, as well as it is known."""
    day = document.issued.end or document.issued.start
    return day.isoformat() if day else ""


def tagged_sentences(document: Document, finder: Finder) -> Iterator[Sentence]:
    """Yield the sentences of all blocks that can carry claims, and of headings, in order."""
    text = document.clean
    language = document.language if document.language in ("zh", "en") else "en"
    breaks = tuple(block.span.start for block in document.blocks)
    dates = find_dates(text, language, document.issued, breaks)
    mentions = finder.find(text, language, dates, day_of(document))
    people = People(language)
    at = 0
    for block in document.blocks:
        for i, span in enumerate(
            split_sentences(text[block.span.start : block.span.end], language)
        ):
            start, end = span.start + block.span.start, span.end + block.span.start
            while at < len(mentions) and mentions[at].start < start:
                at += 1
            first = at
            while at < len(mentions) and mentions[at].end <= end:
                at += 1
            inside = people.recall(text, start, end, mentions[first:at])
            composed = compose(text, start, end, inside, language, document.issuer)
            people.note(text, composed)
            composed = people.settle(composed)
            tagged, starts, placed = tag_text(text, start, end, composed)
            yield Sentence(start, end, tagged, starts, placed, block, language, i == 0)

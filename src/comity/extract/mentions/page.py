"""A document as a sequence of tagged sentences."""

import re
from collections.abc import Iterator

from comity.extract.mentions.compose import compose
from comity.extract.mentions.find import Finder
from comity.extract.mentions.meetings import Meetings
from comity.extract.mentions.mention import Mention, Sentence, tag_text
from comity.extract.mentions.people import People
from comity.model import Document
from comity.reader.metadata import language_of
from comity.text.dates import find_dates
from comity.text.sentences import split_sentences

SILENT_BLOCKS = frozenset(
    {"contents", "jump", "byline", "title", "subtitle", "heading", "dateline"}
)


# "Ministry of Defence (Singapore)": the state in brackets says whose ministry it is.
CLARIFIED = re.compile(r"[（(][^）)]*[）)]")
SEVERAL = re.compile(r" and |[,;/、和与及]")


def day_of(document: Document) -> str:
    """Return the ISO day on which a document stands, as well as it is known."""
    day = document.issued.end or document.issued.start
    return day.isoformat() if day else ""


def title_mentions(document: Document, finder: Finder) -> list[Mention]:
    """Return who is named in the title of a document: whose text it is, who met whom."""
    language = document.language
    if language not in ("zh", "en") or not document.title:
        return []
    found = finder.find(document.title, language, (), day_of(document))
    return compose(document.title, 0, len(document.title), found, language, document.issuer)


def issuer_mentions(document: Document, finder: Finder) -> list[Mention]:
    """Return who is named as issuer in the metadata of a text that several issue; nobody if one does."""
    words = CLARIFIED.sub("", document.metadata.get("issuer", ""))
    if not SEVERAL.search(words) or document.language not in ("zh", "en"):
        return []
    language = "zh" if language_of(words) == "zh" else "en"
    found = finder.find(words, language, (), day_of(document))
    return compose(words, 0, len(words), found, language, document.issuer)


def tagged_sentences(
    document: Document, finder: Finder, title: list[Mention]
) -> Iterator[Sentence]:
    """Yield the sentences of all blocks that can carry claims, and of headings, in order.

    Whoever ``title`` introduces is known in the text by surname alone.
    """
    text = document.clean
    language = document.language if document.language in ("zh", "en") else "en"
    breaks = tuple(block.span.start for block in document.blocks)
    dates = find_dates(text, language, document.issued, breaks)
    mentions = finder.find(text, language, dates, day_of(document))
    people = People(language, document.issuer)
    people.note(document.title, title)
    meetings = Meetings()
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
            composed = meetings.settle(people.settle(text, composed))
            tagged, starts, placed = tag_text(text, start, end, composed)
            yield Sentence(start, end, tagged, starts, placed, block, language, i == 0)

"""A document: its printed text, a cleaned view of it, and what was noticed on the way."""

from dataclasses import dataclass, field

from comity.model.period import UNDATED, Period
from comity.model.span import OffsetMap, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something repaired, suspected or missing in the printed page.

    ``kind`` is one of: rejoined (a paragraph broken by a column or page), run-in-heading,
    contents-list, duplicate-heading, skipped-level, second-article, subtitle, source-line,
    jump-line, missing-section, suspect-character, suspect-name, suspect-wording,
    unbalanced-quotes, soft-hyphen, encoding, control-characters, mixed-script, no-date, no-issuer,
    front-matter, bad-issuer, bad-date, left-out, broken-line, too-long, unknown-language. ``span`` stands in the printed text.
    """

    kind: str
    span: Span
    message: str
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading or list item of the cleaned text.

    ``kind``: title, subtitle, heading, paragraph, item, quote, table, contents, byline, dateline, jump.
    Blocks of kind contents, jump and byline carry no claims. ``section`` is the path of headings above
    the block, such as ``三/（一）``; ``span`` stands in the cleaned text.
    """

    kind: str
    span: Span
    section: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One publication.

    ``text`` is the whole printed text of the file after its front matter and is never altered. Spans of
    claims, sections and findings are offsets into it. ``article`` is the stretch of it that belongs to this
    document, when a file holds several. ``clean`` is the repaired reading text, ``offsets`` leads from it
    back to ``text``. ``issued`` is the date of publication as far as it is known.
    """

    id: str
    text: str
    clean: str
    offsets: OffsetMap
    language: str
    title: str = ""
    issuer: str = ""
    issued: Period = UNDATED
    article: Span = Span(0, 0)
    blocks: tuple[Block, ...] = ()
    findings: tuple[Finding, ...] = ()
    complete: bool = True
    missing: tuple[str, ...] = ()
    source: str = ""
    metadata: dict[str, str] = field(default_factory=dict)

    def quote(self, span: Span) -> str:
        """Return the printed words at a span of the printed text."""
        return self.text[span.start : span.end]

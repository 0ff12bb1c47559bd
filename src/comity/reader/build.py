"""A text and what is known of it to documents."""

import hashlib
from collections.abc import Mapping, Sequence

from comity.model import UNDATED, Block, Document, Finding, OffsetMap, Period, Span
from comity.reader.given import Given
from comity.reader.lines import Paragraph, paragraphs
from comity.reader.metadata import language_of
from comity.reader.script import even_signs, simplify, stray_signs
from comity.reader.structure import Article, missing_sections, quotes_left_open, take_apart
from comity.reader.suspect import suspect_grades, suspect_names, suspect_wordings
from comity.reader.title_block import date_in, issuer_in


def build_documents(
    text: str,
    given: Given,
    *,
    marked: bool,
    metadata: Mapping[str, str],
    findings: Sequence[Finding],
) -> tuple[Document, ...]:
    """Return the documents of one printed text."""
    language = given.language if given.language in ("zh", "en") else language_of(text)
    found = list(paragraphs(text, marked=marked, wrapped=language != "zh"))
    page = take_apart(text, found)
    notes = [*findings, *page.findings, *stray_signs(text)]
    if language == "zh":
        notes += [*suspect_names(text), *suspect_grades(text), *suspect_wordings(text)]
    documents: list[Document] = []
    for number, article in enumerate(page.articles):
        first = documents[0] if documents else None
        documents.append(_document(text, article, given, language, notes, first, metadata, number))
    return tuple(documents)


def _document(
    text: str,
    article: Article,
    given: Given,
    language: str,
    notes: list[Finding],
    first: Document | None,
    metadata: Mapping[str, str],
    number: int,
) -> Document:
    stretch = Span(article.paragraphs[0].start, article.paragraphs[-1].end)
    own = [f for f in notes if _concerns(f, stretch, number)]
    own += quotes_left_open(article)
    issued = _issued(article, given, language, first)
    issuer = given.issuer if not first else ""
    issuer = issuer or issuer_in(article.paragraphs, language, given.overlay)
    issuer = issuer or (first.issuer if first else "")
    title = given.title if not first else ""
    title = title or next((p.words.strip() for p in article.paragraphs if p.kind == "heading"), "")
    jumps = any(p.kind == "jump" for p in article.paragraphs)
    missing = missing_sections(article)
    own += _absent(issuer, issued, language, missing if jumps else (), stretch)
    clean, offsets, blocks = _clean(text, article.paragraphs)
    if language == "zh":
        clean, script = simplify(even_signs(clean))
        own += script
    key = f"{given.source if not text else ''}{issuer}{issued}{number}{text[stretch.start : stretch.end]}"
    return Document(
        id=given.id or hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        text=text,
        clean=clean,
        offsets=offsets,
        language=language,
        title=title,
        issuer=issuer,
        issued=issued,
        article=stretch,
        blocks=blocks,
        findings=tuple(sorted(own, key=lambda f: (f.span, f.kind))),
        complete=not jumps,
        missing=missing if jumps else (),
        source=given.source,
        metadata=dict(metadata),
    )


def _concerns(finding: Finding, stretch: Span, number: int) -> bool:
    """Say whether a finding belongs to an article; what concerns the whole file belongs to the first."""
    whole = finding.span.end == 0 or finding.kind in ("soft-hyphen", "control-characters")
    return number == 0 if whole else stretch.start <= finding.span.start < stretch.end


def _issued(article: Article, given: Given, language: str, first: Document | None) -> Period:
    if first is None:
        said = given.issued
        return said if said.start else date_in(article.paragraphs, language, UNDATED)
    found = date_in(article.paragraphs, language, first.issued)
    return found if found.start else first.issued


def _absent(
    issuer: str, issued: Period, language: str, missing: tuple[str, ...], stretch: Span
) -> list[Finding]:
    at = Span(stretch.start, stretch.start)
    out = [
        Finding(kind="missing-section", span=at, message=f"Promised but absent: {name}.")
        for name in missing
    ]
    if not issuer:
        out.append(Finding(kind="no-issuer", span=at, message="No issuer found; give --issuer."))
    if not issued.start:
        out.append(
            Finding(kind="no-date", span=at, message="No date of issue found; give --issued.")
        )
    if language == "und":
        message = "The language is neither Chinese nor English; nothing is read from it."
        out.append(Finding(kind="unknown-language", span=at, message=message))
    return out


def _clean(text: str, found: Sequence[Paragraph]) -> tuple[str, OffsetMap, tuple[Block, ...]]:
    """Return the reading text with its map; paragraphs are parted by a line break of the printed text."""
    pieces: list[tuple[int, int]] = []
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for paragraph in found:
        start = length
        for a, b in paragraph.pieces:
            parts.append(text[a:b])
            pieces.append((a, b))
            length += b - a
        blocks.append(
            Block(
                kind=paragraph.kind,
                span=Span(start, length),
                section=paragraph.section,
                level=paragraph.level,
            )
        )
        end = paragraph.end
        if end < len(text):
            parts.append(text[end])
            pieces.append((end, end + 1))
            length += 1
    return "".join(parts), OffsetMap.of_pieces(pieces), tuple(blocks)

"""Page repair: what a newspaper page or web copy did to the order and shape of a document."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from comity.model import Finding, Span
from comity.reader.lines import Paragraph, words_of

CONTENTS: Final = re.compile(r"^(?:目\s*录|目次|[Cc]ontents|CONTENTS|[Tt]able of [Cc]ontents)$")
JUMP: Final = re.compile(
    r"^[（(]?(?:下转|上接)第?\s*[0-9一二三四五六七八九十A-Z]{1,4}\s*版.{0,12}[)）]?$|^[（(]?(?:[Cc]ontinued|[Cc]ont\.) (?:on|from) page \w+[)）]?$"
)
SOURCE: Final = re.compile(
    r"^[（(](?:据|本报|新华社|原载|来源|[Ss]ource).{2,60}[)）]$|^[（(]完[)）]$|^\(?Video Editor.{0,60}\)?$"
)
SUBTITLE: Final = re.compile(r"^(?:——|--|—)\s*\S")
RUN_IN: Final = re.compile(r"^（[一二三四五六七八九十]{1,3}）[^。，；]{2,24}。")
ORDINAL: Final = re.compile(r"^第[一二三四五六七八九十]{1,2}[，、]")
LABEL: Final = re.compile(
    r"^(（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}(?=、)|第[一二三四五六七八九十]{1,3}(?=[，、章节部])|[IVX]{1,5}(?=\.)|\d{1,2}(?=[.、]))"
)
# A line of body text broken off by a page is longer, or has a comma in it; a line with a whole date
# belongs to a title block.
HEADLINE: Final = re.compile(
    r"(?![（(【]|.*\d{4}年\d{1,2}月\d{1,2}日)[^，。；！？、,;.!?]*[\u4e00-\u9fff][^，。；！？,;.!?]{3,44}(?<![，。；：！？”）)…])"
)
CLOSED: Final = tuple("。！？”）)!?.:：；;…』」\"'’")


@dataclass(slots=True)
class Article:
    """The paragraphs of one document on a page."""

    paragraphs: list[Paragraph]
    contents: list[str] = field(default_factory=list)
    incomplete: bool = False


@dataclass(slots=True)
class Page:
    """A page taken apart: articles and what was noticed."""

    articles: list[Article]
    findings: list[Finding]


def take_apart(text: str, found: list[Paragraph]) -> Page:
    """Return the articles of a page: breaks rejoined, contents lists and jump lines set apart."""
    findings: list[Finding] = []
    _mark_lines(found, findings)
    _mark_headlines(found)
    joined = _rejoin(text, found, findings)
    articles = _split_articles(joined, findings)
    for article in articles:
        _mark_contents(article, findings)
        _sections(article, findings)
    return Page(articles, findings)


def note(kind: str, paragraph: Paragraph, message: str, *, repaired: bool = False) -> Finding:
    return Finding(
        kind=kind, span=Span(paragraph.start, paragraph.end), message=message, repaired=repaired
    )


def _mark_lines(found: list[Paragraph], findings: list[Finding]) -> None:
    for paragraph in found:
        words = paragraph.words.strip()
        if JUMP.match(words):
            paragraph.kind = "jump"
            findings.append(note("jump-line", paragraph, "The text goes on on another page."))
        elif SOURCE.match(words):
            paragraph.kind = "byline"
            findings.append(note("source-line", paragraph, "A line that names the source."))
        elif paragraph.kind == "heading" and SUBTITLE.match(words):
            paragraph.kind = "subtitle"
            findings.append(note("subtitle", paragraph, "A subtitle printed as a heading."))


def _mark_headlines(found: list[Paragraph]) -> None:
    """A bulletin prints the headline of its next item as a plain line: short, without comma or stop."""
    for line, following in itertools.pairwise(found):
        if line.kind == following.kind == "paragraph" and HEADLINE.fullmatch(line.words.strip()):
            told = following.words.rstrip()
            if told.endswith(CLOSED) and len(told) > len(line.words):
                line.kind = "heading"


def _rejoin(text: str, found: list[Paragraph], findings: list[Finding]) -> list[Paragraph]:
    """Join a paragraph that stops in the middle of a sentence to the one that goes on."""
    out: list[Paragraph] = []
    grown: dict[int, Paragraph] = {}
    begun, tail = False, ""
    for paragraph in found:
        last = out[-1] if out else None
        if (
            begun
            and last
            and paragraph.kind == last.kind == "paragraph"
            and _goes_on(tail, paragraph)
        ):
            end = last.end
            gap = [] if paragraph.words[0] >= "\u2e80" else [(end, end + 1)]
            last.pieces += [*gap, *paragraph.pieces]
            grown[id(last)] = last
            tail = (tail + paragraph.words)[-TAIL:]
            span = Span(end, paragraph.start)
            message = "A paragraph broken by a column or page was joined."
            findings.append(Finding(kind="rejoined", span=span, message=message, repaired=True))
            continue
        begun = begun or (paragraph.kind == "paragraph" and len(paragraph.words) > 30)
        tail = paragraph.words[-TAIL:]
        out.append(paragraph)
    for paragraph in grown.values():
        paragraph.words = words_of(text, paragraph.pieces)
    return out


TAIL: Final = 200  # characters at the end of a paragraph, enough to see whether it goes on


def _goes_on(tail: str, following: Paragraph) -> bool:
    ending, beginning = tail.rstrip(), following.words.lstrip()
    if not ending or not beginning or len(ending) < 8 or ending.endswith(CLOSED):
        return False
    if ending[-1] >= "\u2e80":
        return (
            beginning[0] >= "\u2e80"
            and beginning[0] not in "（“《【"
            and not LABEL.match(beginning)
        )
    return beginning[0].islower() and len(ending) > 40


def _split_articles(found: list[Paragraph], findings: list[Finding]) -> list[Article]:
    """A second heading of the first level, after body text, begins another document."""
    articles: list[Article] = []
    body = False
    for paragraph in found:
        if not articles or (paragraph.kind == "heading" and paragraph.level == 1 and body):
            if articles:
                findings.append(note("second-article", paragraph, "Another document begins here."))
            articles.append(Article([]))
            body = False
        body = body or (paragraph.kind == "paragraph" and len(paragraph.words) > 30)
        articles[-1].paragraphs.append(paragraph)
    return articles


def _mark_contents(article: Article, findings: list[Finding]) -> None:
    inside, level = False, 0
    for paragraph in article.paragraphs:
        if paragraph.kind == "heading" and CONTENTS.match(paragraph.words.strip()):
            inside, level = True, paragraph.level
            paragraph.kind = "contents"
            findings.append(note("contents-list", paragraph, "A table of contents: no content."))
        elif inside and (
            paragraph.kind == "item" or (paragraph.kind == "heading" and paragraph.level > level)
        ):
            if paragraph.kind == "heading":
                findings.append(
                    note("duplicate-heading", paragraph, "A contents entry printed as a heading.")
                )
            article.contents.append(paragraph.words.strip())
            paragraph.kind = "contents"
        else:
            inside = inside and paragraph.kind not in ("heading", "paragraph")


def _sections(article: Article, findings: list[Finding]) -> None:
    """Give each paragraph its path of headings, those printed inside paragraphs included."""
    path: list[tuple[int, str]] = []
    run_in = ""
    deepest = 0
    for paragraph in article.paragraphs:
        words = paragraph.words.strip()
        if paragraph.kind == "heading":
            if paragraph.level > deepest + 1 and deepest:
                findings.append(note("skipped-level", paragraph, "A heading level is left out."))
            deepest = paragraph.level
            path = [(level, label) for level, label in path if level < paragraph.level]
            if paragraph.level > 1:
                path.append((paragraph.level, label_of(words)))
            run_in = ""
        elif paragraph.kind == "paragraph" and (RUN_IN.match(words) or ORDINAL.match(words)):
            run_in = _run_in(run_in, label_of(words))
            kind = "bold run-in heading" if paragraph.bold else "run-in heading"
            findings.append(note("run-in-heading", paragraph, f"A {kind} left in the paragraph."))
        elif paragraph.bold and paragraph.kind == "paragraph" and len(words) < 30:
            run_in = label_of(words)
        paragraph.section = "/".join([*(label for _, label in path), *([run_in] if run_in else [])])


def _run_in(before: str, label: str) -> str:
    """第一 stands below （一）; a new （二） ends both."""
    if label.startswith("第") and before.startswith("（"):
        return f"{before.split('/')[0]}/{label}"
    return label


def label_of(words: str) -> str:
    """Return the numbering of a heading, or its words when it has none."""
    match = LABEL.match(words)
    return match.group(1) if match else words[:40]


def missing_sections(article: Article) -> tuple[str, ...]:
    """Return the entries of the contents list that no heading of the article bears."""
    headings = {re.sub(r"\s", "", p.words) for p in article.paragraphs if p.kind == "heading"}
    return tuple(entry for entry in article.contents if re.sub(r"\s", "", entry) not in headings)


def quotes_left_open(article: Article) -> Iterator[Finding]:
    """Yield a finding where the quotation marks of an article do not pair."""
    words = "".join(p.words for p in article.paragraphs)
    for opening, closing in ("“”", "《》", "（）"):
        if words.count(opening) != words.count(closing) and article.paragraphs:
            first = article.paragraphs[0]
            yield note(
                "unbalanced-quotes", first, f"{opening} and {closing} do not pair in this document."
            )

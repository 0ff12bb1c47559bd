"""Documents and data sets, their text and what stands in it."""

from typing import Literal

from pydantic import Field

from comity.web.api.models.base import Answer, Names, PageOf


class Document(Answer):
    """One publication or data set."""

    id: str
    kind: Literal["text", "dataset"]
    title: str | None
    language: str | None
    issuer: str | None
    issued: str | None = Field(description="The last day of the time it may have been issued")
    complete: bool | None
    location: str | None
    claims: int
    recorded: str


class DocumentPage(PageOf[Document]):
    """Documents and data sets by date of issue; those without a date come last."""


class Finding(Answer):
    """Something repaired, suspected or missing in the printed page, see docs/explanation/page-repair.md."""

    kind: str
    start: int
    end: int
    zh: str
    en: str
    repaired: bool


class Section(Answer):
    """A heading of the text."""

    section: str
    title: str
    level: int
    start: int
    end: int


class DocumentDetail(Answer):
    """One document with what was noticed on reading it. Its text is asked for apart."""

    document: Document
    issued_start: str | None
    issued_precision: str | None
    length: int = Field(description="Characters (code points) of the text, 0 for data sets")
    digest: str
    licence: str | None
    citation: str | None
    reader: str | None
    missing: list[str]
    findings: list[Finding]
    sections: list[Section]
    kinds: dict[str, int] = Field(description="Claims by kind")
    names: dict[str, Names]


class Text(Answer):
    """A stretch of a document's text. Offsets count code points, as those of claims do."""

    document: str
    language: str | None
    start: int
    end: int
    length: int
    text: str


class Highlight(Answer):
    """Where a claim stands in the text."""

    claim: str
    kind: Literal["event", "position", "tie"]
    word: str = Field(description="Its mode, stance or relation")
    start: int
    end: int
    said: str
    verdict: str | None


class HighlightPage(PageOf[Highlight]):
    """The claims whose words touch a stretch of the text, in the order of the text."""

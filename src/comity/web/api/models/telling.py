"""Promises, two documents side by side, search, citations."""

from typing import Literal

from pydantic import Field

from comity.web.api.models.base import Answer, Names, PageOf
from comity.web.api.models.claims import Claim, Source


class Promise(Answer):
    """A dated commitment or plan and what later documents tell of it."""

    outcome: Literal["kept", "moved", "open", "no news"]
    due: str
    made: str | None
    why: str
    claim: Claim
    evidence: list[Claim]


class PromisePage(PageOf[Promise]):
    """Promises by when they are due."""

    at: str


class Pair(Answer):
    """Two claims that speak of the same thing, and in what they differ."""

    first: Claim
    second: Claim
    differs: list[str]


class Comparison(Answer):
    """Two documents side by side. What one lacks it does not deny."""

    first: Source
    second: Source
    both: list[Pair]
    only_first: list[Claim]
    only_second: list[Claim]
    names: dict[str, Names]


class NameFound(Answer):
    """Something in the study whose name holds the words."""

    id: str
    zh: str
    en: str
    type: str
    matched: str = Field(description="The name that holds the words")
    claims: int


class TextFound(Answer):
    """A place in a document's text."""

    document: str
    title: str | None
    start: int
    end: int
    before: str
    words: str
    after: str


class Found(Answer):
    """What holds the words: names, titles, claims, text. ``more`` tells which lists were cut."""

    q: str
    names_found: list[NameFound]
    documents: list[Source]
    claims: list[Claim]
    texts: list[TextFound]
    more: list[Literal["names_found", "documents", "claims", "texts"]]
    names: dict[str, Names]


class Citation(Answer):
    """How to cite the study, or the claims that pass filters, with every source it rests on."""

    cff: str = Field(description="CITATION.cff (Citation File Format 1.2.0)")
    bibtex: str
    version: str = Field(description="The study version the citation is for")

"""Claims as the interface gives them. Their fields are explained in docs/reference/claims.md."""

from typing import Annotated, Any, Literal

from pydantic import Field

from comity.web.api.models.base import Answer, Names, PageOf

Spans = Annotated[
    dict[str, list[list[int]]],
    Field(description="For each filled field the stretches of text [start, end) that justify it"),
]


class Said(Answer):
    """What every kind of claim has."""

    id: str
    said: str = Field(description="The claim in one line, in English words and ids")
    when: str = Field(description="Its period as people write it, empty if it has none")
    document: str
    issuer: str | None
    speaker: str | None = Field(description="Who is quoted as saying so, if not the issuer")
    section: str | None
    start_char: int
    end_char: int
    quote: str
    rule: str = Field(description="The rule or feed that read it")
    fields: Spans
    verdict: str | None = Field(description="The last decision on it: accept, correct, reject")
    happening: str = Field(description="Claims with the same one tell of one happening")


class Dated(Said):
    """A claim with a period."""

    start: str | None
    end: str | None
    precision: str | None
    resolved: str | None = Field(description="explicit, inherited, relative, document, none")
    dated: str | None = Field(description="What kind of date it is, such as signed or in-force")


class Event(Dated):
    """Something that happens at a time."""

    kind: Literal["event"]
    mode: str
    root: str
    participants: list[str]
    roles: dict[str, list[str]]
    place: str | None
    frame: str | None = Field(description="The mechanism or instrument it belongs to")
    ordinal: int | None
    count: int | None
    status: str | None
    track: str | None


class Position(Said):
    """What actors hold."""

    kind: Literal["position"]
    holders: list[str]
    stance: str
    target: str
    topics: list[str]
    addressees: list[str]
    deadline: str | None
    track: str | None


class Tie(Dated):
    """A lasting relation."""

    kind: Literal["tie"]
    relation: str
    source: str = Field(alias="from")
    to: str
    grade: str | None
    role: str | None


Claim = Annotated[Event | Position | Tie, Field(discriminator="kind")]


class ClaimPage(PageOf[Claim]):
    """Claims as they stand, oldest first."""


class EventPage(PageOf[Event]):
    """Events as they stand, oldest first."""


class PositionPage(PageOf[Position]):
    """Positions as they stand, in the order of recording."""


class TiePage(PageOf[Tie]):
    """Ties as they stand, oldest first."""


class Passage(Answer):
    """The words of a claim with those around them."""

    before: str
    quote: str
    after: str


class Judged(Answer):
    """A decision about a claim or a pair of claims."""

    id: str
    verdict: str
    claim: str | None
    other: str | None
    changes: dict[str, Any] | None
    reason: str | None
    author: str
    recorded: str
    withdrawn: bool


class Telling(Answer):
    """Another claim that tells of the same happening."""

    id: str
    document: str
    title: str | None
    issuer: str | None
    issued: str | None
    when: str
    quote: str


class Source(Answer):
    """A document or data set in short."""

    id: str
    kind: Literal["text", "dataset"]
    title: str | None
    language: str | None
    issuer: str | None
    issued: str | None


class ClaimDetail(Answer):
    """One claim with everything behind it."""

    claim: Claim
    passage: Passage | None = Field(description="null for rows of data sets")
    judgements: list[Judged]
    told_also: list[Telling]
    source: Source
    recorded: str
    names: dict[str, Names]

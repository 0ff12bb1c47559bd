"""Actors and pairs of them: who they are, and everything that is told of them."""

from typing import Literal

from pydantic import Field

from comity.web.api.models.base import Answer, Names, PageOf
from comity.web.api.models.claims import Claim, Source

Part = Literal["ties", "events", "ahead", "positions"]


class Actor(Answer):
    """Who is named by claims, with how many."""

    id: str
    zh: str
    en: str
    type: str
    state: str | None = Field(description="The state an organ or person acts for")
    claims: int
    first: str | None
    last: str | None


class ActorPage(PageOf[Actor]):
    """Actors, those named most first."""


class Companion(Answer):
    """Who is named together with an actor, in how many claims."""

    id: str
    claims: int


class ActorDetail(Answer):
    """One actor in short; what is told of it follows by parts of its dossier."""

    actor: Actor
    other_names: list[str]
    parts: dict[str, int] = Field(
        description="Happenings, positions and ties by part of the dossier"
    )
    companions: list[Companion]
    names: dict[str, Names]


class Entry(Answer):
    """One line of a dossier: a happening with all its tellings, a position or a tie."""

    said: str
    when: str
    day: str | None
    differs: list[str] = Field(description="In what the tellings do not agree")
    tellings: list[Claim]


class DossierPage(Answer):
    """A part of a dossier, by day."""

    actors: list[str]
    part: Part
    items: list[Entry]
    sources: list[Source] = Field(description="The documents of the tellings")
    next: str | None
    total: int | None
    names: dict[str, Names]


class Account(Answer):
    """How much a source's issuer tells of a pair: the claims of one kind."""

    issuer: str | None
    kind: Literal["event", "position", "tie"]
    claims: int
    first: str | None
    last: str | None


class Held(Answer):
    """A relation of two on a day, with who says otherwise."""

    relation: str
    grade: str | None
    holds: Literal["yes", "no", "unknown", "suspended"]
    role: str | None
    since: str | None
    dated: str | None
    sources: list[str]
    conflicts: list[str]
    claims: list[str]


class DyadDetail(Answer):
    """Two actors in short: who tells of them, and what ties them on a day."""

    a: Actor
    b: Actor
    parts: dict[str, int]
    accounts: list[Account]
    at: str | None = Field(description="The day the relations are told of")
    ties: list[Held]
    names: dict[str, Names]


class Month(Answer):
    """Happenings of one root in one month."""

    month: str
    root: str
    happenings: int


class Timeline(Answer):
    """Happenings a month; one told several times counts once."""

    actors: list[str]
    items: list[Month]

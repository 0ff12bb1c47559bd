"""Mechanisms and instruments over time."""

from typing import Literal

from pydantic import Field

from comity.web.api.models.base import Answer, Names, PageOf
from comity.web.api.models.claims import Event


class Body(Answer):
    """A mechanism or instrument that claims name."""

    id: str
    zh: str
    en: str
    type: str
    track: str | None
    level: str | None
    sessions: int = Field(description="Events within it")
    memberships: int = Field(description="Ties to it")
    first: str | None
    last: str | None


class BodyPage(PageOf[Body]):
    """Mechanisms or instruments, those told of most first."""


class Session(Answer):
    """One session; without claims it is a round that must have been, but nobody tells of."""

    number: int | None
    missing: bool
    start: str | None
    end: str | None
    precision: str | None
    place: str | None
    participants: list[str]
    hosts: list[str]
    families: list[str] = Field(description="Issuers and data sets that tell of it")
    claims: list[str]


class Belonging(Answer):
    """A stretch of membership as one claim or row tells it."""

    actor: str
    role: str
    start: str | None
    end: str | None
    precision: str
    dated: str | None
    families: list[str]
    claims: list[str]


class Standing(Answer):
    """Who belongs on a day, as resolved by a named policy."""

    actor: str
    role: str | None
    standing: Literal["yes", "no", "unknown", "suspended"]
    since: str | None
    dated: str | None
    claims: list[str]
    conflicts: list[str]


class Founding(Answer):
    """A date of its life, with the kind of date."""

    date: str
    dated: str
    members: int | None
    document: str
    source: str | None
    standing: str | None
    note: str | None
    claim: str | None


class Neighbour(Answer):
    """A body that shares members on a day."""

    mechanism: str
    shared: list[str]
    of_mine: float = Field(description="Share of this body's members that belong to the other")
    of_theirs: float = Field(description="Share of the other's members that belong to this one")


class BodyDetail(Answer):
    """A mechanism or instrument: its sessions or events, who belonged when, its neighbours on a day."""

    body: Body
    other_names: list[str]
    at: str | None = Field(description="The day of standings and neighbours")
    policy: str
    sessions: list[Session]
    missing_rounds: list[int]
    members: list[Belonging]
    standings: list[Standing]
    neighbours: list[Neighbour]
    no_interval: str = Field(description="Why shares of neighbours have no interval")
    foundings: list[Founding]
    names: dict[str, Names]


class BodyEvents(PageOf[Event]):
    """Events within a body, oldest first."""

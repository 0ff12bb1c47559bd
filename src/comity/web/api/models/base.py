"""What all answers share: names of ids, pages of rows, problems."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")


class Answer(BaseModel):
    """Base of every answer: what is not described here is not in it."""

    model_config = ConfigDict(extra="forbid")


class Names(Answer):
    """The usual name of an id in Chinese and in English; what the registry does not know is its own name."""

    zh: str
    en: str
    type: str = Field(
        description="actor, organ, person, mechanism, instrument, exercise, dispute, topic … or unknown"
    )


class PageOf(Answer, Generic[Item]):
    """Some rows of an answer. Give ``next`` as ``cursor`` to go on; null: this was the last page."""

    items: list[Item]
    next: str | None
    total: int | None = Field(description="Rows in all; told on the first page, null on later ones")
    names: dict[str, Names] = Field(description="Names of the ids that the rows hold")


class Fault(Answer):
    """One thing that is wrong with a request: where, and what."""

    where: str
    problem: str


class Problem(Answer):
    """An error (RFC 9457). ``detail`` is one sentence; ``hint`` says what to do."""

    type: str = Field(description="urn:comity:problem: and a word, such as not-found")
    title: str
    status: int
    detail: str
    hint: str | None = None
    errors: list[Fault] = Field(default_factory=list)

"""Judging claims one at a time."""

from typing import Any, Literal

from pydantic import Field

from comity.web.api.models.base import Answer, Names
from comity.web.api.models.claims import Claim, Passage, Source

AUTHOR = r"^[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*$"
ID = r"^[0-9a-zA-Z_-]{1,64}$"


class Waiting(Answer):
    """A claim that the reviewer has not judged, as it was first read."""

    claim: Claim
    passage: Passage | None
    source: Source
    uncertainty: float = Field(description="How likely it is misread, 0 to 1")
    effect: float = Field(description="What share of a tie's evidence rests on it, 0 to 1")
    why: list[str] = Field(description="What makes it uncertain")


class Queue(Answer):
    """The next claims to judge, those first where a mistake is likely and would matter."""

    items: list[Waiting]
    judged: int
    pending: int
    last: str | None = Field(description="This reviewer's last decision that undo takes back")
    names: dict[str, Names]


class Decision(Answer):
    """A decision about a claim. ``changes`` holds the corrected fields of ``correct``."""

    author: str = Field(min_length=1, max_length=100, pattern=AUTHOR)
    verdict: Literal["accept", "reject", "correct"]
    claim: str = Field(pattern=ID)
    changes: dict[str, Any] | None = None
    reason: str = Field(default="", max_length=2000)


class Undo(Answer):
    """Taking a decision back: the one named, or the reviewer's last."""

    author: str = Field(min_length=1, max_length=100, pattern=AUTHOR)
    judgement: str | None = Field(default=None, pattern=ID)


class Recorded(Answer):
    """What was recorded, and how far the reviewer has come."""

    id: str
    verdict: str
    claim: str | None
    judged: int
    pending: int
    version: str


class Disagreement(Answer):
    """A claim on which two reviewers differ."""

    claim: str
    first: str
    second: str


class Agreement(Answer):
    """How far two reviewers agree beyond chance (Cohen's kappa with its 95 % interval)."""

    first: str
    second: str
    claims: int
    observed: float | None
    expected: float | None
    kappa: float | None
    lo: float | None
    hi: float | None
    no_interval: str | None
    disagree: list[Disagreement]


class Reviewers(Answer):
    """Who has judged, and how much."""

    items: list["Reviewer"]


class Reviewer(Answer):
    """A reviewer and their decisions that stand."""

    author: str
    judgements: int

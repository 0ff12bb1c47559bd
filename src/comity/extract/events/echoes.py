"""Second mentions of a drill: "attended the opening of the exercise that was held at …" tells of one exercise."""

import re
from collections.abc import Sequence
from typing import Final, Protocol, TypeVar

from comity.extract.context import Resolved
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import Period, Span

DRILLS: Final = frozenset({"exercise", "operation"})
# "the exercise", "these drills", with no word that would tell which: the one named before.
SAME_DRILL: Final = re.compile(
    r"\b(?:the|this|these|said) (?:exercises?|drills?|manoeuvres|maneuvers|patrols?)\b(?! (?:between|with|of|among|involving|named|dubbed|called|codenamed))"
)


class Told(Protocol):
    """What is looked at of an event that is told."""

    @property
    def mode(self) -> str: ...
    @property
    def trigger(self) -> Span: ...
    @property
    def who(self) -> Resolved: ...
    @property
    def frame(self) -> Mention | None: ...
    @property
    def period(self) -> Period: ...


Drill = TypeVar("Drill", bound=Told)


def is_same_drill(sentence: Sentence, mode: str, start: int, end: int) -> bool:
    """Say whether a wording only points at a drill named before."""
    if mode not in DRILLS or sentence.language != "en":
        return False
    return bool(SAME_DRILL.search(sentence.tagged, max(0, start - 4), end + 1))


def without_echoes(sentence: Sentence, drafts: Sequence[Drill]) -> list[Drill]:
    """Return the events of a sentence, a drill told twice kept once, with more of its sides."""
    return [
        d
        for i, d in enumerate(drafts)
        if not any(_echoes(sentence, d, i, e, j) for j, e in enumerate(drafts))
    ]


def _echoes(sentence: Sentence, one: Told, i: int, other: Told, j: int) -> bool:
    if i == j or one.mode not in DRILLS or one.mode != other.mode or one.period != other.period:
        return False
    if one.frame is not None and one.frame is not other.frame:
        return False
    first, last = sorted((sentence.index(one.trigger.start), sentence.index(other.trigger.start)))
    if "," in sentence.tagged[first:last]:  # what is listed after a comma is another
        return False
    less = set(one.who.ids) < set(other.who.ids)
    bare = one.frame is None and other.frame is not None
    same = set(one.who.ids) == set(other.who.ids)
    return less or (same and (bare or (one.frame is not None and j < i)))

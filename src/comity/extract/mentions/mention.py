"""Mentions and sentences in which each mention is one character."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from comity.model import Block, Span
from comity.registry import Record


@dataclass(slots=True)
class Mention:
    """A stretch of the cleaned text that names something.

    ``ids`` are the states or bodies it stands for (none while an anaphor is unresolved), ``record`` is the
    registry's record, ``name`` a provisional id where the registry knows none. ``inner`` holds the
    mentions it was composed of.

    Nobody changes a mention; it is not frozen because a document makes thousands, at thrice the cost.
    """

    tag: str
    start: int
    end: int
    ids: tuple[str, ...] = ()
    record: Record | None = None
    name: str = ""
    ordinal: int | None = None
    inner: tuple["Mention", ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the registry id, or the provisional one."""
        return self.record.id if self.record else self.name

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def moved(self, start: int, end: int, tag: str = "") -> "Mention":
        """Return the mention at another stretch, or as another kind."""
        return Mention(
            tag or self.tag,
            start,
            end,
            self.ids,
            self.record,
            self.name,
            self.ordinal,
            self.inner,
            self.extra,
        )


@dataclass(slots=True)
class Sentence:
    """A sentence of the cleaned text as a tagged string.

    ``tagged[i]`` stands for the cleaned characters ``starts[i]`` to ``starts[i + 1]``; ``mentions`` is
    keyed by index into ``tagged``.
    """

    start: int
    end: int
    tagged: str
    starts: list[int]
    mentions: dict[int, Mention]
    block: Block
    language: str
    first_in_block: bool = False

    def span(self, start: int, end: int) -> Span:
        """Return the cleaned stretch of a tagged one."""
        return Span(self.starts[start], self.starts[end])

    def index(self, offset: int) -> int:
        """Return the tagged index of a cleaned offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def within(self, start: int, end: int) -> list[tuple[int, Mention]]:
        """Return the mentions of a tagged stretch in order, with their indexes."""
        return [(i, m) for i, m in self.mentions.items() if start <= i < end]


def tag_text(
    text: str, start: int, end: int, mentions: list[Mention]
) -> tuple[str, list[int], dict[int, Mention]]:
    """Return a stretch of text with its mentions as tags, the offset of each character, and the mentions."""
    pieces: list[str] = []
    starts: list[int] = []
    placed: dict[int, Mention] = {}
    at = start
    for mention in mentions:
        pieces.append(text[at : mention.start])
        starts.extend(range(at, mention.start))
        placed[len(starts)] = mention
        pieces.append(mention.tag)
        starts.append(mention.start)
        at = mention.end
    pieces.append(text[at:end])
    starts.extend(range(at, end + 1))
    return "".join(pieces), starts, placed

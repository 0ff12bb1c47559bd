"""What the registry knows of one thing: a state, body, person, place, mechanism, text or series."""

from dataclasses import dataclass, field
from typing import Any, Final

NAMED_TYPES: Final = (
    "actor",  # states, territories, historical states
    "organ",  # bodies that act for a state
    "person",  # people in office
    "office",  # titles without a state
    "place",
    "group",  # described groups, never resolved to single states
    "mechanism",
    "instrument",
    "exercise",
    "grade",
    "dispute",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One office held by one person: ISO dates of any precision, an open end is empty."""

    office: str
    start: str = ""
    end: str = ""

    def covers(self, day: str) -> bool:
        """Say whether an ISO day falls within the term; a partial date covers all its days."""
        return (not self.start or self.start <= day) and (
            not self.end or day[: len(self.end)] <= self.end
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A membership of a mechanism: ISO dates of any precision, unknown or open ends are empty."""

    id: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing with its names. ``zh`` and ``en`` hold the usual name first, then the others.

    ``state`` is the state an organ, person or place belongs to. ``char`` holds the one-character names
    of a state in Chinese compounds (中美, 俄、哈). ``acts`` says that a body can itself take part in an
    event. ``session`` is the mode of an event that a session of the mechanism is.
    """

    id: str
    type: str
    kind: str = ""
    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    state: str = ""
    char: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    acts: bool = False
    session: str = ""
    quoted: bool = False
    track: str = ""
    level: str = ""
    branch: str = ""
    parties: tuple[Member, ...] = ()
    terms: tuple[Term, ...] = ()
    source: str = ""
    path: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """Return the usual name in a language, else in the other one, else the id."""
        first, second = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return (first or second or (self.id,))[0]

    def members_at(self, day: str) -> tuple[str, ...]:
        """Return the parties on an ISO day; an unknown start counts as always."""
        return tuple(
            m.id
            for m in self.parties
            if (not m.start or m.start <= day) and (not m.end or day[: len(m.end)] <= m.end)
        )

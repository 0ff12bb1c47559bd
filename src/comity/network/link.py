"""One tie or event as the network holds it: all its members with their roles, and where it comes from."""

from dataclasses import dataclass
from typing import Final

from comity.model import UNDATED, Period

# Of an entry that a person accepted or corrected, and of one nobody looked at.
ACCEPTED: Final = "accepted"
UNREVIEWED: Final = "unreviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One n-ary entry of a layer; dyads are a projection of it.

    ``kind`` is a relation (``ally``) or a mode of events (``exercise``). ``members`` are pairs of actor and
    role. ``frame`` is the mechanism or instrument it belongs to. ``grade`` is a label, verbatim: it is never
    a number. ``sources`` are ids of claims, or ``feed#row``; ``families`` are the issuers and data sets that
    tell it, each once. ``coded`` names the kind of claim whose rate of error holds for it: ``event.zh``,
    ``tie.en``, or ``row`` for the row of a data set and ``fact`` for comity's checked facts. ``weight`` is
    the number of times it is told to have happened. ``layer`` is empty where no layer takes it up. ``topics``
    are what its words are about, ``named`` the actors they name besides the members; both are empty for rows.
    """

    layer: str
    kind: str
    members: tuple[tuple[str, str], ...]
    period: Period = UNDATED
    weight: float = 1.0
    frame: str | None = None
    grade: str | None = None
    sources: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    reviewed: str = UNREVIEWED
    coded: str = "row"
    lasting: bool = False
    ordinal: int | None = None
    place: str | None = None
    track: str = "other"
    status: str = "occurred"
    dated: str | None = None
    topics: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the members, each once, in order."""
        return tuple(dict.fromkeys(actor for actor, _ in self.members))

    def within(self, roles: tuple[str, ...]) -> tuple[str, ...]:
        """Return the members in one of some roles."""
        return tuple(dict.fromkeys(actor for actor, role in self.members if role in roles))

"""Promises: commitments and plans with a date, the later claims that can answer them, and what became of them.

An outcome is what documents tell, never what is true: without a later document that could have told, there
is no news, which is neither kept nor broken.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from comity.model.vocabulary import ROOT_OF

OUTCOMES: Final = ("kept", "moved", "open", "no news")
# Days by which a schedule may slip in the telling before it counts as moved: local dates differ.
SLACK: Final = timedelta(days=1)
# How far from its date a scheduled event is still looked for.
REACH: Final = timedelta(days=370)
HAPPENED: Final = ("occurred", "ongoing")
PLANNED: Final = ("planned", "proposed")
# Modes that tell of one another's happening: who announces a meeting may call it talks or a conference.
FAMILIES: Final = (
    {"meet", "visit", "call", "dialogue", "conference"},
    {"sign", "declare", "adopt", "join", "establish", "upgrade"},
    {"exercise", "operation"},
    {"exchange", "project", "notify", "aid"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One claim as the following of promises needs it.

    ``issued`` is the last day its document may be of, ``due`` the last day of what is promised. ``words`` are
    those of the claim. ``actors`` take part in an event, or hold a position together.
    """

    id: str
    kind: str
    actors: tuple[str, ...]
    mode: str = ""
    frame: str | None = None
    ordinal: int | None = None
    status: str = ""
    start: date | None = None
    end: date | None = None
    due: date | None = None
    issued: date | None = None
    happening: str = ""
    words: str = ""
    track: str = "other"
    family: str = ""


class Outcome(NamedTuple):
    """What became of a promise, why in one sentence, and the claims that say so."""

    name: str
    why: str
    by: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """A promise of some actors, every later claim that answers it, and the days on which they were heard of."""

    said: Saying
    actors: tuple[str, ...]
    told: tuple[Saying, ...] = ()
    heard: tuple[date, ...] = ()

    def on(self, at: date) -> Outcome:
        """Return what was told of it by a day."""
        told = [e for e in self.told if (e.issued or at) <= at]
        heard = max((d for d in self.heard if d <= at), default=None)
        return decide(self.said, told, at, lambda: heard)

    def standing(self, at: date) -> str:
        """Return the outcome on a day, with those open though due as overdue."""
        name = self.on(at).name
        late = self.said.due is not None and self.said.due <= at
        return "overdue" if name == "open" and late else name

    def without(self, family: str) -> "Pledge":
        """Return the promise as it stands when one family of sources is not heard."""
        told = tuple(e for e in self.told if e.family != family)
        return Pledge(said=self.said, actors=self.actors, told=told, heard=self.heard)


Names = Callable[[str], Sequence[str]]
Apart = Callable[[Saying, Saying], bool]


def is_promise(saying: Saying) -> bool:
    """Say whether a claim is a commitment or plan with a date."""
    return saying.due is not None and (saying.kind == "position" or saying.status in PLANNED)


def later(promise: Saying, event: Saying) -> bool:
    """Say whether an event is told later than a promise, and lies near enough to its date to be looked at."""
    told = event.issued or event.end
    if promise.issued is None or told is None or told <= promise.issued:
        return False
    start, end = promise.start or promise.issued, promise.end or promise.due
    first, last = within_reach(start, end or start)
    return (event.end or date.max) >= first and (event.start or date.min) <= last


def within_reach(start: date, end: date) -> tuple[date, date]:
    """Return from which to which day a scheduled event is looked for; the calendar ends where it ends."""
    first = start - REACH if start > date.min + REACH else date.min
    return first, end + REACH if end < date.max - REACH else date.max


def answers(promise: Saying, event: Saying, names: Names) -> bool:
    """Say whether an event can be what was promised: the same kind of act within the same named thing.

    ``names`` are those that a named thing goes by.
    """
    if event.status not in (*HAPPENED, *PLANNED):
        return False
    if promise.happening and promise.happening == event.happening:
        return True
    if promise.kind == "position":
        return bool(event.frame) and _named(event.frame or "", promise, names)
    if promise.frame or event.frame:
        same = promise.frame == event.frame
        edition = promise.ordinal is None or event.ordinal in (None, promise.ordinal)
        alike = edition and ROOT_OF[promise.mode] == ROOT_OF[event.mode]
        return same and alike and (_in_common(promise, event) or _near(promise, event))
    same_family = any({promise.mode, event.mode} <= family for family in FAMILIES)
    return same_family and set(promise.actors) == set(event.actors) and _near(promise, event)


def _in_common(promise: Saying, event: Saying) -> bool:
    """Say whether any actor or the number tells that two sessions of one body are the same.

    A forum meets several times a year, at other levels and places: without either only the date tells.
    """
    number = promise.ordinal is not None and promise.ordinal == event.ordinal
    return number or bool(set(promise.actors) & set(event.actors))


def _near(promise: Saying, event: Saying) -> bool:
    """Without a name only the date tells that two events are one."""
    if not (event.start and event.end and promise.start and promise.end):
        return False
    return event.start - promise.end <= SLACK and promise.start - event.end <= SLACK


def _named(frame: str, promise: Saying, names: Names) -> bool:
    """Say whether a commitment's words name the thing within which an event took place."""
    words = promise.words.lower()
    return any(name.lower() in words for name in names(frame) if len(name) > 2)


def in_time(promise: Saying, event: Saying) -> bool:
    """Say whether an event's days touch the promised ones; a commitment is kept by its deadline."""
    if promise.kind == "position":
        return bool(event.start and promise.due and event.start - promise.due <= SLACK)
    return _near(promise, event)


def decide(
    promise: Saying, told: Sequence[Saying], at: date, heard: Callable[[], date | None]
) -> Outcome:
    """Return the outcome on a day from the claims that answer; ``heard`` is asked for only in doubt.

    It gives the last day on which any document spoke of, or by, those who promised.
    """
    done = [e for e in told if e.status in HAPPENED]
    if kept := [e for e in done if in_time(promise, e)]:
        return Outcome("kept", "A later document tells of it in the time promised.", tuple(kept))
    if done:
        return Outcome("moved", "A later document tells of it on another date.", tuple(done))
    moved = tuple(e for e in told if e.status in PLANNED and not in_time(promise, e))
    if moved:
        return Outcome("moved", "A later document plans it for another date.", moved)
    due = promise.due or at
    if due > at:
        return Outcome("open", f"It is due on {due}.")
    last = heard()
    if last is None or last <= due:
        return Outcome("no news", f"No document of these actors after {due} is in the study.")
    return Outcome("open", "Later documents of these actors do not tell of it.")


def plain_names(frame: str) -> tuple[str, ...]:
    """Return the name that an id itself spells.

    >>> plain_names("six-party")
    ('six party',)
    """
    return (frame.replace("-", " "),)


def pledges_of(
    sayings: Iterable[Saying],
    *,
    heard: Callable[[tuple[str, ...]], Sequence[date]] = lambda _: (),
    names: Names = plain_names,
    apart: Apart = lambda a, b: False,
    acts_for: Callable[[str], str] = str,
) -> tuple[Pledge, ...]:
    """Return the promises among some claims, in their order, each with every later claim that answers it.

    ``apart`` tells two claims that somebody holds to be of different happenings.
    """
    every = tuple(sayings)
    promises = [s for s in every if is_promise(s)]
    by_actor: dict[str, list[int]] = {}
    by_frame: dict[str, list[int]] = {}
    for place, event in enumerate(every if promises else ()):
        if event.kind == "event":
            for actor in event.actors:
                by_actor.setdefault(actor, []).append(place)
            by_frame.setdefault(event.frame or "", []).append(place)
    by_frame.pop("", None)
    found = []
    for promise in promises:
        near = set(by_frame.get(promise.frame or "", ()))
        near |= set.intersection(*(set(by_actor.get(a, ())) for a in promise.actors or ("",)))
        told = [every[i] for i in sorted(near)]
        kept = [e for e in told if _follows(promise, e, names) and not apart(promise, e)]
        found.append(
            Pledge(
                said=promise,
                actors=tuple(dict.fromkeys(map(acts_for, promise.actors))),
                told=tuple(sorted(kept, key=lambda e: e.start or date.max)),
                heard=tuple(heard(promise.actors)),
            )
        )
    return tuple(found)


def _follows(promise: Saying, event: Saying, names: Names) -> bool:
    other = event.id != promise.id or event.happening != promise.happening
    return other and later(promise, event) and answers(promise, event, names)

"""Parts and wholes: the meeting held during a visit, the talks at the margins of a summit.

A part is not the whole told again, so the two are never joined; that one belongs to the other is said beside.
"""

from datetime import timedelta
from typing import Final

from comity.same.parts import SLACK
from comity.same.telling import Telling

HELD: Final = {"visit": ("meet", "dialogue", "visit"), "conference": ("meet", "dialogue")}
DAY: Final = timedelta(days=SLACK)


def part_of(a: Telling, b: Telling) -> tuple[str, str] | None:
    """Return the ids of part and whole when one telling is of a part of what the other tells, else nothing.

    A part lies in the days of its whole, give or take one for the local date. Of a visit the same people
    travel; of a conference the part names the same mechanism.
    """
    for part, whole in ((a, b), (b, a)):
        if part.mode in HELD.get(whole.mode, ()) and _within(part, whole):
            fits = _same_travellers if whole.mode == "visit" else _same_frame
            if fits(part, whole):
                return part.id, whole.id
    return None


def _within(part: Telling, whole: Telling) -> bool:
    if part.undated or part.coarse or whole.undated or whole.coarse:
        return False
    if not (part.start and part.end and whole.start and whole.end):
        return False
    return whole.start - DAY <= part.start and part.end <= whole.end + DAY


def _same_travellers(part: Telling, whole: Telling) -> bool:
    """Say whether both sides are the same and nobody else is named for the one that travels.

    A visit can be a part of a tour, which goes to several.
    """
    tour = part.mode == "visit" and part.participants < whole.participants and bool(part.hosts)
    if part.mode == "visit" and not tour:
        return False
    if len(whole.participants) < 2 or not (tour or part.participants == whole.participants):
        return False
    return not any(_others(part, whole, state) for state in whole.participants - whole.hosts)


def _others(part: Telling, whole: Telling, state: str) -> bool:
    names = part.people.names.get(state), whole.people.names.get(state)
    offices = part.people.offices_of(state), whole.people.offices_of(state)
    first, second = names if all(names) else offices
    return bool(first and second and not first & second)


def _same_frame(part: Telling, whole: Telling) -> bool:
    """Say whether some of those who meet in a mechanism, and not all of them, met beside it."""
    named = whole.named and (part.frame == whole.frame or whole.frame in part.frames)
    return named and part.participants != whole.participants

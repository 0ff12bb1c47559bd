"""One happening told twice in one document is one event, one relation one tie."""

from comity.model import Claim, Event, Tie


def told_once(claims: list[Claim]) -> list[Claim]:
    """Leave out events that only repeat another of the same document.

    Two tellings agree when mode, participants and ordinal are the same, the frames do not differ and one
    period lies within the other. The more telling date stays, the earlier of two equal ones.
    """
    events = [c for c in claims if isinstance(c, Event)]
    dropped: set[int] = set()
    for i, event in enumerate(events):
        for other in events[i + 1 :]:
            if id(event) in dropped or id(other) in dropped or not _retells(event, other):
                continue
            dropped.add(id(event if _length(other) < _length(event) else other))
    return _ties_once([c for c in claims if id(c) not in dropped])


def _ties_once(claims: list[Claim]) -> list[Claim]:
    """Leave out ties that a document has stated before: who, what, of which grade, since when."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Claim] = []
    for claim in claims:
        if isinstance(claim, Tie):
            ends = (claim.source, claim.target)
            sides = tuple(sorted(ends)) if claim.relation in ("ally", "partner") else ends
            key = (claim.relation, sides, claim.grade, claim.period.start)
            if key in seen:
                continue
            seen.add(key)
        kept.append(claim)
    return kept


def _retells(event: Event, other: Event) -> bool:
    if (event.mode, event.participants, event.count) != (
        other.mode,
        other.participants,
        other.count,
    ):
        return False
    planned = {event.status, other.status} & {"planned", "proposed"}
    if planned and event.status != other.status and event.period != other.period:
        return False
    if event.mode in SEVERAL and event.frame == other.frame:
        return False
    if event.span.overlaps(other.span) and event.fields["mode"] != other.fields["mode"]:
        return False
    if (
        event.span == other.span
        or None not in (event.frame, other.frame)
        and event.frame != other.frame
    ):
        return False
    if None not in (event.ordinal, other.ordinal) and event.ordinal != other.ordinal:
        return False
    if (event.frame is None) != (other.frame is None):
        return event.period == other.period and event.period.precision == "day"
    return _within(event, other) or _within(other, event)


def _within(event: Event, other: Event) -> bool:
    a, b = event.period, other.period
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return a.start == b.start and a.end == b.end
    return b.start <= a.start and a.end <= b.end


# Ship visits and matches, plans and decisions: each is one of several of its kind.
SEVERAL = frozenset({"exchange", "adopt"})
LONGEST_STAY = 31


def _length(event: Event) -> int:
    """Return how wide a telling's date is; first and last day of one stay say more than one of its days."""
    start, end = event.period.start, event.period.end
    days = (end - start).days if start and end else 10**6
    return -1 if event.period.precision == "range" and days <= LONGEST_STAY else days

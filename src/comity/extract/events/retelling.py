"""One happening told twice in one document is one event, one relation one tie."""

from comity.model import Claim, Event, Tie


def told_once(claims: list[Claim]) -> list[Claim]:
    """Leave out events that only repeat another of the same document.

    Two tellings agree when mode, participants and ordinal are the same, the frames do not differ and one
    period lies within the other. The more telling date stays, the earlier of two equal ones.
    """
    alike: dict[tuple[object, ...], list[Event]] = {}
    for claim in claims:
        if isinstance(claim, Event):
            key = (claim.mode, claim.participants, claim.count)
            alike.setdefault(key, []).append(claim)
    dropped = {again for events in alike.values() for again in _again(events)}
    dropped |= _ties_again([c for c in claims if isinstance(c, Tie) and c.relation in MUTUAL])
    return _ties_once([c for c in claims if id(c) not in dropped])


def _again(events: list[Event]) -> set[int]:
    """Return those of some events, of one mode and the same participants, that only repeat another."""
    dropped: set[int] = set()
    for i, event in enumerate(events):
        if id(event) in dropped:
            continue
        for other in events[i + 1 :]:
            if id(other) in dropped or not _retells(event, other):
                continue
            if _length(other) < _length(event):
                dropped.add(id(event))
                break
            dropped.add(id(other))
    return dropped


def _ties_once(claims: list[Claim]) -> list[Claim]:
    """Leave out ties that a document has stated before: who, what, of which grade, since when."""
    seen: set[tuple[object, ...]] = set()
    kept: list[Claim] = []
    for claim in claims:
        if isinstance(claim, Tie):
            key = (claim.relation, claim.source, claim.target, claim.grade, claim.period.start)
            if key in seen:
                continue
            seen.add(key)
        kept.append(claim)
    return kept


def _ties_again(ties: list[Tie]) -> set[int]:
    """Return the partnerships told again: the first telling stays, or the first that is dated.

    "Our partnership" adds nothing to a partnership that the document names elsewhere.
    """
    kept: dict[tuple[object, ...], Tie] = {}
    named = {(t.relation, frozenset((t.source, t.target))) for t in ties if t.rule not in LOOSE}
    again: set[int] = set()
    for tie in ties:
        pair = tie.relation, frozenset((tie.source, tie.target))
        if tie.rule in LOOSE and pair in named:
            again.add(id(tie))
            continue
        key = *pair, (tie.grade or "").casefold()
        last = kept.setdefault(key, tie)
        if last is tie:
            continue
        better = tie if tie.period.start and not last.period.start else last
        again.add(id(last if better is tie else tie))
        kept[key] = better
    return again


MUTUAL = frozenset({"partner", "ally"})
LOOSE = frozenset({"en.tie.partner.words", "en.tie.ally.commitments"})


def _retells(event: Event, other: Event) -> bool:
    if event.mode == "attack" and event.roles != other.roles:
        return False  # an attack and the answer to it
    if _word_for_word(event, other):
        return True
    planned = {event.status, other.status} & {"planned", "proposed"}
    if planned and event.status != other.status and event.period != other.period:
        return False
    if event.mode in SEVERAL and event.frame == other.frame:
        return False
    once = event.mode == "visit"  # 抵达河内，对越南进行访问: one journey in two verbs
    if (
        not once
        and event.span.overlaps(other.span)
        and event.fields["mode"] != other.fields["mode"]
    ):
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


def _word_for_word(event: Event, other: Event) -> bool:
    """Say whether two wordings of one clause tell of one meeting: "held" and "talks" in "held talks"."""
    if event.mode not in ("meet", "call", "dialogue", "conference") or event.span != other.span:
        return False
    if event.fields["participants"] != other.fields["participants"]:
        return False
    same = (event.period, event.frame, event.ordinal, event.place, event.status)
    return same == (other.period, other.frame, other.ordinal, other.place, other.status)


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

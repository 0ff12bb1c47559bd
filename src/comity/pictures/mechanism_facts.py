"""What a mechanism's picture shows: rounds in order, told or missing, and members by spells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from comity.errors import QueryError
from comity.network.evidence import Evidence
from comity.network.link import Link
from comity.network.views import MechanismView, Session, mechanism_view
from comity.network.years import sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """How an actor stood to a body over years: ``state`` is held, lesser, resting or unknown."""

    actor: str
    state: str
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A mechanism over a span: its view, the spells of its members in the order they joined, the span."""

    view: MechanismView
    spells: tuple[Spell, ...]
    start: date
    end: date

    @property
    def members(self) -> tuple[str, ...]:
        """Return the actors with any spell, in order."""
        return tuple(dict.fromkeys(s.actor for s in self.spells))


def standing_of(
    evidence: Evidence, mechanism: str, start: date | None = None, end: date | None = None
) -> Standing:
    """Return a mechanism over a span, by default from what is told first to what is told last.

    Raises QueryError for a mechanism nobody tells of and for a span that ends before it begins.
    """
    view = mechanism_view(evidence, mechanism, end)
    days = sorted(_days(view))
    if not view.members and not view.sessions:
        raise QueryError(
            f"Nothing is told of {mechanism}.", hint="Give the id of a mechanism, such as sco."
        )
    first = start or (days[0] if days else date(2000, 1, 1))
    last = end or (days[-1] if days else first)
    if last < first:
        raise QueryError(f"{last} lies before {first}.", hint="Give a span that begins earlier.")
    spells = _spells(evidence, view, first, last)
    return Standing(view=view, spells=tuple(spells), start=first, end=last)


def _days(view: MechanismView) -> Iterable[date]:
    periods = [m.period for m in view.members] + [s.period for s in view.sessions if s.period]
    for period in periods:
        yield from (day for day in (period.start, period.end) if day)


def _spells(evidence: Evidence, view: MechanismView, first: date, last: date) -> list[Spell]:
    actors = tuple(sorted({a for link in view.members for a in link.actors}))
    layers = tuple(r.id for r in evidence.layers if r.projection == "co-membership")
    if not actors or not layers:
        return []
    states: dict[str, dict[int, str]] = {a: {} for a in actors}
    for network in sequence(
        evidence, range(first.year, last.year + 1), actors=actors, layers=layers
    ):
        for name in layers:
            lists = network.layer(name).membership
            if lists is None or view.mechanism not in lists.mechanisms:
                continue
            row = lists.mechanisms.index(view.mechanism)
            for k, actor in enumerate(lists.actors):
                state = (
                    "resting"
                    if lists.resting[row, k]
                    else "held"
                    if lists.held[row, k] > 0
                    else "lesser"
                    if lists.lesser[row, k]
                    else ""
                    if lists.known[row, k]
                    else "unknown"
                )
                before = states[actor].get(network.day.year, "")
                states[actor][network.day.year] = _fuller(before, state)
        network.forget()
    found = [s for a in actors for s in _runs(a, states[a], view.members, first, last)]
    joined = {a: min(s.start for s in found if s.actor == a) for a in {s.actor for s in found}}
    return sorted(found, key=lambda s: (joined[s.actor], s.actor, s.start))


def _fuller(one: str, two: str) -> str:
    order = ("held", "resting", "lesser", "unknown", "")
    return min(one, two, key=order.index)


def _runs(
    actor: str, states: dict[int, str], links: Sequence[Link], first: date, last: date
) -> list[Spell]:
    """Return the spells of an actor; one who is unknown throughout before joining begins with joining."""
    own = [link.period for link in links if actor in link.actors]
    runs: list[tuple[str, int, int]] = []
    for year in sorted(states):
        if runs and runs[-1][0] == states[year]:
            runs[-1] = (runs[-1][0], runs[-1][1], year)
        else:
            runs.append((states[year], year, year))
    spells: list[Spell] = []
    for state, one, two in runs:
        if not state or (state == "unknown" and not spells):
            continue
        begun = [p.start for p in own if p.start and p.start.year == one]
        ended = [p.end for p in own if p.end and p.end.year == two + 1]
        start = min(begun, default=date(one, 1, 1))
        end = max(ended, default=date(two, 12, 31))
        if start <= last and end >= first:
            spells.append(
                Spell(actor=actor, state=state, start=max(start, first), end=min(end, last))
            )
    return spells


def rounds(sessions: Sequence[Session]) -> list[tuple[Session | None, Session | None, list[int]]]:
    """Return the missing rounds in runs, with the told round before and after each where there is one."""
    numbered = [s for s in sessions if s.number]
    found: list[tuple[Session | None, Session | None, list[int]]] = []
    before: Session | None = None
    gone: list[int] = []
    for session in numbered:
        if session.missing:
            gone.append(session.number or 0)
            continue
        if gone:
            found.append((before, session, gone))
        before, gone = session, []
    return found

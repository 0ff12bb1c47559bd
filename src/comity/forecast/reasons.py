"""Why a forecast is what it is: contributions that sum to the log-odds, and the past events behind each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from comity.forecast.answers import chances_of, scores_of
from comity.forecast.calibrate import calibrate
from comity.forecast.evidence.catalogue import EVIDENCE
from comity.forecast.model import Model
from comity.forecast.past import Past
from comity.forecast.shapes import Floats, context_of, places_of, shape_at, surface_at
from comity.forecast.table import Ints

EVENTS: Final = 5  # of those behind a contribution, the newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one piece of evidence, or two together, adds to the log-odds; ``events`` are rows of the table."""

    id: str
    gloss: str
    value: float
    log_odds: float
    events: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why ``answer`` has its probability.

    ``log_odds`` is that of the stated probability; it is the sum of ``start`` (what the answer would have without
    any evidence of its own, against the same rivals) and all contributions. ``base_rate`` is the share of the
    answer among all known events of the deed. ``change`` says which evidence, if gone, would move it most.
    """

    answer: str
    probability: float
    calibrated: float
    log_odds: float
    start: float
    contributions: tuple[Contribution, ...]
    base_rate: float
    base_of: str
    change: tuple[Mapping[str, Any], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain values."""
        names = ("answer", "probability", "calibrated", "log_odds", "start", "base_rate", "base_of")
        parts = [{n: getattr(c, n) for n in c.__dataclass_fields__} for c in self.contributions]
        return {n: getattr(self, n) for n in names} | {
            "contributions": [{**p, "events": list(p["events"])} for p in parts],
            "change": [dict(c) for c in self.change],
        }


def explain(
    model: Model, past: Past, subject: int, relation: int, answer: int
) -> Explanation | None:
    """Return why an answer has its probability at the present step of the past; None if it is no candidate."""
    found = past.gather(np.array([subject]), np.array([relation]))
    here = np.flatnonzero(found.chosen[0] == answer)
    if not len(here):
        return None
    at = int(here[0])
    scores = scores_of(model, found)[0]
    chance = float(chances_of(model, scores)[at])
    odds = float(np.log(chance) - np.log1p(-chance))
    shapes = model.shapes[int(context_of(found.times)[0])]
    places = places_of(found.values[:, at], model.knots)[0]
    told = list(
        _parts(model, shapes, places, found.values[0, at], past, (subject, relation, answer))
    )
    total = sum(c.log_odds for c in told)
    counts = past.counts.object[2, relation]
    return Explanation(
        answer=past.history.table.actors[answer],
        probability=chance,
        calibrated=float(calibrate(model.calibration, np.array([chance]))[0]),
        log_odds=odds,
        start=odds - total,
        contributions=tuple(sorted(told, key=lambda c: (-abs(c.log_odds), c.id))),
        base_rate=float(counts[answer] / max(counts.sum(), 1)),
        base_of=f"all known events of {deed_name(past, relation)}",
        change=tuple(_changes(odds, told)),
    )


def deed_name(past: Past, relation: int) -> str:
    """Return the name of a directed relation; the inverse is said as such."""
    names = past.history.table.relations
    r = len(names)
    return names[relation] if relation < r else f"{names[relation - r]} (done to it)"


def _parts(
    model: Model, shapes: Floats, places: Any, values: Any, past: Past, asked: tuple[int, int, int]
) -> Iterator[Contribution]:
    """Yield contributions against an answer without any evidence: all places at zero."""
    behind = _events(past, *asked)
    for f, evidence in enumerate(EVIDENCE):
        gain = float(shape_at(shapes[f], places[f]) - shapes[f, 0])
        if places[f] > 0:
            rows = behind.get(_kind(evidence.id), ())
            yield Contribution(
                id=evidence.id,
                gloss=evidence.gloss,
                value=float(values[f]),
                log_odds=gain,
                events=rows,
            )
    for k, (a, b) in enumerate(model.pairs):
        one, two = EVIDENCE[a], EVIDENCE[b]
        gain = float(surface_at(model.surfaces[k], places[a], places[b]) - model.surfaces[k, 0, 0])
        if places[a] > 0 or places[b] > 0:
            rows = tuple(
                dict.fromkeys((*behind.get(_kind(one.id), ()), *behind.get(_kind(two.id), ())))
            )
            yield Contribution(
                id=f"{one.id} x {two.id}",
                gloss=f"together: {one.gloss}; {two.gloss}",
                value=float(values[a] * values[b]),
                log_odds=gain,
                events=rows[:EVENTS],
            )


def _kind(id: str) -> str:
    """Return which events stand behind a piece of evidence, by the beginning of its id."""
    return id.partition("_")[0]


def _events(past: Past, s: int, r: int, o: int) -> dict[str, tuple[int, ...]]:
    """Return the newest events behind each kind of evidence, as rows of the table, newest first."""
    h, g, now = past.history, past.groups, past.time
    mine = slice(h.start[s], h.start[s + 1])
    other, deed, event = h.object[mine], h.relation[mine], h.event[mine]
    before = h.time[mine] < now
    half = h.relations // 2
    inverse = r + half if r < half else r - half
    pair = before & (other == o)
    theirs = slice(h.start[o], h.start[o + 1])
    known = h.time[theirs] < now
    back = r + half if r < half else r - half
    land, role = g.country[other], g.role[other]
    near = np.unique(other[before])
    reached = known & np.isin(h.object[theirs], near)
    return {
        "again": _newest(event[pair & (deed == r)]),
        "pair": _newest(event[pair]),
        "rule": _newest(event[pair]),
        "back": _newest(event[pair & (deed == inverse)]),
        "object": _newest(h.event[theirs][known & (h.relation[theirs] == back)]),
        "busy": _newest(h.event[theirs][known]),
        "walk": _newest(h.event[theirs][reached]),
        "land": _newest(event[before & (land == g.country[o]) & (land > 0)]),
        "role": _newest(event[before & (role == g.role[o]) & (role > 0)]),
    }


def _newest(rows: Ints) -> tuple[int, ...]:
    return tuple(int(i) for i in np.unique(rows)[::-1][:EVENTS])


def _changes(odds: float, told: list[Contribution]) -> Iterator[dict[str, Any]]:
    """Yield, by family of events, what the probability would be if nothing of it were known: greatest move first."""
    kinds: dict[str, float] = {}
    for c in told:
        for kind in {_kind(part) for part in c.id.split(" x ")}:
            kinds[kind] = kinds.get(kind, 0.0) + c.log_odds
    now = 1 / (1 + np.exp(-odds))
    moved = {k: float(1 / (1 + np.exp(-(odds - v)))) for k, v in kinds.items()}
    for kind in sorted(moved, key=lambda k: (-abs(moved[k] - now), k))[:3]:
        yield {"without": kind, "probability": moved[kind], "log_odds": -kinds[kind]}

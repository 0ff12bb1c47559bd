"""Profile of the tracks of policy.

For each track: how many events, positions and dated instruments it has, and how many promises were kept, moved, are open or overdue. A profile, never one number.

Formula: n_tq = number of entries of kind q on track t. events and positions: of the months that end with the day; instruments: named things signed, declared, adopted or joined by the day, by the track of the earliest such event; promises: those made by the day, by what became of them (`promise.count`).
Source: no accepted measure of a policy's tracks was found; a substitute of ours. Tracks: docs/reference/claims.md.
Inputs: events that occurred, positions (dated by their document) and promises, with the track that the reader gave each. `months` (12 by default).
Unit: entries
Range: 0 and above. Unknown where nothing of a kind is told; of promises, where the track has none. The layer names the track and what is counted.
Pitfalls: A count of what texts tell, not of what was done. Every entry has one track, by the cue words of its sentence. A treaty of many signatures counts once. A track without promises
  is not one without duties: only dated ones are promises here.
Uncertainty: sampling (Poisson); coding of events.
Status: substitute.
"""

from collections.abc import Callable
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from comity.measure.claims import position_link
from comity.measure.conduct.events import since
from comity.measure.define import define
from comity.measure.promises.standing import STANDINGS, Standing, behind, standings
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import rate_interval
from comity.measure.value import Inputs, Subject
from comity.model.vocabulary import TRACKS
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.spells import dates

AGREED = ("sign", "declare", "adopt", "join")
COLUMNS = ("events", "positions", "instruments", *(f"promises {s}" for s in STANDINGS))
Placed = tuple[int, int, Link]
Floats = NDArray[np.float64]


@lru_cache(maxsize=4)
def _events(plan: Plan) -> tuple[Placed, ...]:
    """Return the place and first day of each dated event, once."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for i in plan.chosen:
        link = plan.evidence.links[i]
        first, last = dates(link.period, plan.options.edges)
        key = (link.sources, link.kind, link.members, link.period)
        if not link.lasting and first <= last and key not in seen:
            seen.add(key)
            found.append((i, first, link))
    return tuple(found)


def profile(network: Network, months: int = 12, level: float = 0.9) -> Scores:
    """Return the counts of each track, track by track."""
    first, last = since(network.day, months).toordinal(), network.day.toordinal()
    times = None if network.draw is None else network.draw.times
    told = [x for x in _events(network.plan) if x[1] <= last and (times is None or times[x[0]] > 0)]
    events = [x for x in told if x[1] >= first]
    issued = network.evidence.issued
    positions = [
        position_link(id, p)
        for id, p in network.evidence.positions
        if id in issued and first <= issued[id].toordinal() <= last
    ]
    made = instruments(told)
    promises = standings(network)
    own: list[tuple[float, Callable[[], Inputs]]] = []
    for track in TRACKS:
        acts = [x for x in events if x[2].track == track]
        size = sum(1.0 if times is None else float(times[i]) for i, _, _ in acts)
        own.append((size, partial(tuple, [x for _, _, x in acts])))
        said = tuple(x for x in positions if x.track == track)
        own.append((float(len(said)), partial(tuple, said)))
        texts = tuple(x for x in made.values() if x.track == track)
        own.append((float(len(texts)), partial(tuple, texts)))
        own += [_promised(promises, track, name) for name in STANDINGS]
    counts = np.array([n for n, _ in own])
    known = _known(counts.reshape(len(TRACKS), len(COLUMNS))).ravel()
    lo, hi = rate_interval(counts, 1.0, level)
    return Scores(
        subjects=tuple(
            Subject(layer=f"{track}–{column}", period=str(network.day))
            for track in TRACKS
            for column in COLUMNS
        ),
        values=np.where(known, counts, np.nan),
        missing=(~known).astype(np.int64),
        lo=np.where(known, lo, np.nan),
        hi=np.where(known, hi, np.nan),
        inputs=lambda k: own[k][1](),
        method=f"events and positions of {months} months; {level:.0%} Poisson interval",
    )


def _known(counts: Floats) -> NDArray[np.bool_]:
    """Return which counts say something: 0 kept of five promises does, 0 events where none is told does not."""
    first = COLUMNS.index("promises kept")
    known = counts > 0
    known[:, first:] |= counts[:, first:].sum(1, keepdims=True) > 0
    return known


def instruments(told: list[Placed]) -> dict[str, Link]:
    """Return the earliest signing, declaration, adoption or joining of each named thing."""
    found: dict[str, tuple[int, int, Link]] = {}
    for place, day, link in told:
        if link.kind in AGREED and link.frame:
            one = (day, place, link)
            found[link.frame] = min(found.get(link.frame, one), one, key=lambda x: x[:2])
    return {frame: found[frame][2] for frame in sorted(found)}


def _promised(
    promises: tuple[Standing, ...], track: str, name: str
) -> tuple[float, Callable[[], Inputs]]:
    own = [s for s in promises if s.pledge.said.track == track and s.name == name]
    return float(len(own)), lambda: behind(own)


MEASURE = define("track.profile", profile, page=__doc__, zh="政策轨道概况")

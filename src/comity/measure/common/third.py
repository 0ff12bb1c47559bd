"""Third parties named.

Of an actor's ties and exercises that texts tell, the share whose sentence names a state that takes no part.

Formula: s = entries whose sentence names a state outside / entries told by texts, for each actor and kind: ties (ally, partner) on the day, exercises and operations in the months that end with it.
Source: no accepted measure of ties aimed at others was found; a substitute of ours.
Inputs: links read from texts, with the states that their sentence names besides the members (full names: a study reads them, see docs/explanation/network.md). Rows of data sets and comity's facts have no sentence and are left out. `months` (60 by default).
Unit: share
Range: 0 to 1. Actors without any such entry are not listed. Without actors: all entries, each once. The layer names the kind.
Pitfalls: To be named is not to be aimed at: a sentence may name a state as guest, place, or as not being the target ("not directed at any third party" names none).
  A target may be meant without being named. Short names of one character are not read. Read the sentences behind the value. `missing` counts entries without a text.
Uncertainty: sampling (Beta: entries as trials); coding.
Status: substitute.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from comity.measure.conduct.events import since
from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import share_interval
from comity.measure.value import Inputs, Subject
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.spells import dates

KINDS: Final = {"ties": ("ally", "partner"), "exercises": ("exercise", "operation")}
Placed = tuple[int, Link]


def third(network: Network, months: int = 60, level: float = 0.9) -> Scores:
    """Return how often the sentences of an actor's ties and exercises name a third state."""
    subjects: list[Subject] = []
    who: tuple[str, ...]
    groups: list[list[Placed]] = []
    silent: list[int] = []
    for name, kinds in KINDS.items():
        every = _entries(network, kinds, months)
        by_actor: dict[str, list[Placed]] = {}
        for entry in every:
            for actor in entry[1].actors:
                by_actor.setdefault(actor, []).append(entry)
        told = [((a,), by_actor[a]) for a in network.actors if a in by_actor]
        for who, own in [*told, ((), every)] if every else ():
            groups.append([x for x in own if read(x[1])])
            silent.append(len(own) - len(groups[-1]))
            subjects.append(Subject(actors=who, layer=name, period=str(network.day)))
    times = [np.array([_times(network, i) for i, _ in own]) for own in groups]
    naming = [np.array([bool(x.named) for _, x in own], float) for own in groups]
    total = np.array([t.sum() for t in times], float)
    count = np.array([(t * n).sum() for t, n in zip(times, naming, strict=True)], float)
    lo, hi = share_interval(count, total, level)
    known = total > 0

    def inputs(k: int) -> Inputs:
        return tuple(x for _, x in groups[k])

    with np.errstate(invalid="ignore"):
        values = np.where(known, count / total, np.nan)
    return Scores(
        subjects=subjects,
        values=values,
        missing=np.array(silent, np.int64),
        lo=np.where(known, lo, np.nan),
        hi=np.where(known, hi, np.nan),
        inputs=inputs,
        notes=[_names(own) for own in groups],
        method=f"exercises of {months} months",
    )


def read(link: Link) -> bool:
    """Say whether a link was read from a text, which could name others."""
    return link.coded not in ("row", "fact")


def _times(network: Network, place: int) -> float:
    return 1.0 if network.draw is None else float(network.draw.times[place])


def _names(own: Sequence[Placed]) -> str:
    counts: dict[str, int] = {}
    for name in (a for _, x in own for a in x.named):
        counts[name] = counts.get(name, 0) + 1
    return ", ".join(f"{a} {n}" for a, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])))


def _entries(network: Network, kinds: Sequence[str], months: int) -> list[Placed]:
    """Return the ties that stand on the day, or the events of the months before it."""
    first, day = since(network.day, months).toordinal(), network.day.toordinal()
    return [
        (i, link)
        for i, link, begun, ended in _dated(network.plan, tuple(kinds))
        if begun <= day and (day <= ended if link.lasting else first <= begun <= ended)
    ]


@lru_cache(maxsize=8)
def _dated(plan: Plan, kinds: tuple[str, ...]) -> tuple[tuple[int, Link, int, int], ...]:
    """Return the entries of some kinds with the days they may have been, each once."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for i in plan.chosen:
        link = plan.evidence.links[i]
        key = (link.sources, link.kind, link.members, link.period)
        if link.kind in kinds and key not in seen:
            seen.add(key)
            found.append((i, link, *dates(link.period, plan.options.edges)))
    return tuple(found)


MEASURE = define("target.third", third, page=__doc__, zh="提及第三方比例")

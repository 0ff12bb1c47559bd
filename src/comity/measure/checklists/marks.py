"""A checklist filled in: each item yes, no or unknown, with what says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.measure.checklists.answers import Answer, Item
from comity.measure.claims import answer_link
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Mark:
    """An item with its answer, None where it is unknown, and what stands behind it."""

    item: Item
    yes: bool | None
    behind: Inputs = ()


def marks(
    items: Sequence[Item],
    given: Mapping[str, tuple[Answer, ...]],
    told: Mapping[str, Inputs],
) -> tuple[Mark, ...]:
    """Return each item with its answer: yes where the evidence tells it, else as answered, else unknown.

    Answers that contradict each other leave an item unknown, with all of them behind it.
    """
    return tuple(_mark(item, given.get(item.id, ()), told.get(item.told, ())) for item in items)


def _mark(item: Item, given: tuple[Answer, ...], seen: Inputs) -> Mark:
    said = {a.yes for a in given} | ({True} if seen else set())
    behind = (*seen, *map(answer_link, given))
    return Mark(item, said.pop() if len(said) == 1 else None, behind)


def words(found: Sequence[Mark]) -> str:
    """Return a filled checklist in words.

    >>> item = Item(id="charter", checklist="inst.depth")
    >>> words([Mark(item, True), Mark(item, None)])
    'yes: charter; unknown: charter'
    """
    parts = []
    for name, answer in (("yes", True), ("no", False), ("unknown", None)):
        if own := [m.item.id for m in found if m.yes is answer]:
            parts.append(f"{name}: {', '.join(own)}")
    return "; ".join(parts)


def shares(subjects: Sequence[Subject], filled: Sequence[tuple[Mark, ...]], method: str) -> Scores:
    """Return the share of items answered yes among those answered; unknown ones make the interval."""
    yes = np.array([sum(m.yes is True for m in f) for f in filled], float)
    no = np.array([sum(m.yes is False for m in f) for f in filled], float)
    every = np.array([len(f) for f in filled], float)
    known = yes + no
    with np.errstate(invalid="ignore", divide="ignore"):
        values = np.where(known > 0, yes / known, np.nan)
        lo, hi = yes / every, (every - no) / every

    def inputs(k: int) -> Inputs:
        return tuple(dict.fromkeys(x for m in filled[k] for x in m.behind))

    return Scores(
        subjects=tuple(subjects),
        values=values,
        missing=(every - known).astype(np.int64),
        lo=np.asarray(lo),
        hi=np.asarray(hi),
        cause="missing",
        inputs=inputs,
        notes=[words(f) for f in filled],
        method=method,
    )

"""Conduct of each of two actors towards the other over time, and how far it is answered in kind."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from comity.errors import QueryError
from comity.measure.conduct.events import table_of
from comity.measure.value import Inputs, Subject
from comity.network.years import Sequence as Years

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Answers:
    """Events of P pairs in T periods: ``there`` and ``back`` are (P, 4, T), by class, of either direction."""

    pairs: tuple[tuple[str, str], ...]
    there: Floats
    back: Floats
    sequence: Years
    chosen: NDArray[np.int64]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        years = self.sequence.years
        span = f"{min(years)}/{max(years)}" if years else ""
        return tuple(Subject(actors=pair, period=span) for pair in self.pairs)

    def behind(self, k: int) -> Inputs:
        table = table_of(self.sequence.plan)
        first, last = _span(self.sequence)
        rows = table.within(first, last) & table.directed & (table.pair == self.chosen[k])
        links = self.sequence.evidence.links
        return tuple(links[p] for p in dict.fromkeys(table.place[rows].tolist()))


def _span(sequence: Years) -> tuple[date, date]:
    return date(min(sequence.years), 1, 1), date(max(sequence.years), 12, 31)


def answers(sequence: Years, months: int = 12) -> Answers:
    """Return the directed events of each pair in periods of some months; what is done together is left out."""
    if months < 1 or 12 % months:
        raise QueryError(f"A year has no periods of {months} months.", hint="1, 2, 3, 4, 6 or 12.")
    table = table_of(sequence.plan)
    if not sequence.years:
        return Answers(
            (), np.zeros((0, 4, 0)), np.zeros((0, 4, 0)), sequence, np.zeros(0, np.int64)
        )
    first, last = _span(sequence)
    rows = table.within(first, last) & table.directed
    chosen, pair = np.unique(table.pair[rows], return_inverse=True)
    days = [date.fromordinal(d) for d in table.day[rows].tolist()]
    period = np.array(
        [((d.year - first.year) * 12 + d.month - 1) // months for d in days], np.int64
    )
    size = (last.year - first.year + 1) * 12 // months
    cell = (pair * 4 + table.quad[rows]) * size + period
    times = table.times(sequence.draw)[rows]
    forth = table.one[rows] < table.two[rows]
    shape = (len(chosen), 4, size)
    there, back = (
        np.bincount(cell[way], times[way], minlength=len(chosen) * 4 * size).reshape(shape)
        for way in (forth, ~forth)
    )
    pairs = tuple(table.pairs[p] for p in chosen)
    return Answers(pairs, there.astype(float), back.astype(float), sequence, chosen)


def answered(there: Floats, back: Floats) -> Floats:
    """Return reciprocity of each pair, (P,); NaN without events.

    >>> answered(np.array([[[2.0]]]), np.array([[[1.0]]])).round(2).tolist()
    [0.67]
    """
    return ratio(np.abs(there - back).sum((1, 2)), (there + back).sum((1, 2)))


def ratio(gap: Floats, whole: Floats) -> Floats:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(whole > 0, 1 - gap / whole, np.nan)


def resampled(there: Floats, back: Floats, seed: int, draws: int, block: int) -> Floats:
    """Return reciprocity in draws of whole blocks of periods, (D, P); blocks run over the end to the start.

    The circular block bootstrap (Politis and Romano 1992): periods that follow each other stay together.
    """
    gap, whole = np.abs(there - back).sum(1), (there + back).sum(1)
    size = gap.shape[1]
    rng = np.random.default_rng([seed, 1])
    found = np.empty((draws, len(gap)))
    for d in range(draws):
        starts = rng.integers(0, max(size, 1), -(-size // block))
        at = ((starts[:, None] + np.arange(block)).ravel() % max(size, 1))[:size]
        found[d] = ratio(gap[:, at].sum(1), whole[:, at].sum(1))
    return found


def shuffled(there: Floats, back: Floats, seed: int, draws: int) -> Floats:
    """Return reciprocity where the periods of one side are put in random order, (D, P).

    Which side is shuffled follows from the numbers, not from the names of the actors.
    """
    turn = np.array([a.tolist() > b.tolist() for a, b in zip(there, back, strict=True)], bool)
    turn = turn.reshape(-1, 1, 1)
    fixed, moved = np.where(turn, back, there), np.where(turn, there, back)
    rng = np.random.default_rng([seed, 2])
    orders = [rng.permutation(there.shape[2]) for _ in range(draws)]
    return np.stack([answered(fixed, moved[:, :, order]) for order in orders])

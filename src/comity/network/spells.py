"""Lasting entries: when each source tells that something holds, and whether it does where they differ."""

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from comity.model import Period
from comity.network.evidence import Cover
from comity.network.knowledge import Flags, bounds
from comity.network.link import Link
from comity.network.options import Options

Ints = NDArray[np.int64]
Covers = Sequence[tuple[Cover, str]]
# Yields a family and where its silence means no, as (U, T).
Silences = Callable[[Ints], Sequence[tuple[str, Flags]]]
EFFECTIVE = ("in-force", "acceded", "first-meeting")
BEFORE = ("proposed", "announced", "signed", "adopted")


@dataclass(frozen=True, slots=True)
class Spells:
    """Entries sorted by unit and family. ``link`` are places in the evidence, (E,)."""

    units: int
    link: Ints
    start: Ints
    end: Ints
    unit: Ints
    family: tuple[str, ...]
    groups: Ints
    heads: Ints

    @classmethod
    def of(
        cls,
        links: Sequence[Link],
        told: Sequence[tuple[int, int, str]],
        units: int,
        edges: str,
        reach: Mapping[tuple[str, str], int],
    ) -> "Spells":
        """Return the spells of ``told``: unit, place of the link, family.

        ``reach`` is the last day each family covers: an open end is sure as far as that.
        """
        rows = sorted(_effective(links, told), key=lambda r: (r[0], r[2], r[1]))
        days = [_sure(links[i], f, edges, reach) for _, i, f in rows]
        keys = [(u, f) for u, _, f in rows]
        groups = [k for k in range(len(rows)) if k == 0 or keys[k] != keys[k - 1]]
        heads = [g for g, k in enumerate(groups) if g == 0 or keys[k][0] != keys[groups[g - 1]][0]]
        return cls(
            units,
            np.array([i for _, i, _ in rows], np.int64),
            np.array([first for first, _ in days], np.int64),
            np.array([last for _, last in days], np.int64),
            np.array([u for u, _, _ in rows], np.int64),
            tuple(keys[k][1] for k in groups),
            np.array(groups, np.int64),
            np.array(heads, np.int64),
        )

    def like(self, link: Ints) -> Ints:
        """Return the first entry of each of some links, (K,)."""
        order = np.argsort(self.link, kind="stable")
        return np.asarray(order[np.searchsorted(self.link, link, sorter=order)])

    def on(self, day: int) -> list[int]:
        """Return the links that hold on a day."""
        return [int(k) for k in self.link[(self.start <= day) & (day <= self.end)]]

    def active(self, days: Ints, times: Ints | None) -> Flags:
        """Return which entries hold on which days, as (E, T); ``times`` drops the links of a draw."""
        on = (self.start[:, None] <= days) & (days <= self.end[:, None])
        if times is not None:
            on &= (times[self.link] > 0)[:, None]
        return np.asarray(on)

    def standing(
        self, days: Ints, times: Ints | None, policy: str, silences: Silences
    ) -> tuple[Flags, Flags]:
        """Return which units hold, and of which the sources leave it open, both (U, T)."""
        on = np.zeros((self.units, len(days)), bool)
        if not len(self.link):
            return on, on.copy()
        told = np.logical_or.reduceat(self.active(days, times), self.groups, axis=0)
        first = self.unit[self.groups[self.heads]]
        yes = np.zeros((self.units, len(days)), np.int64)
        yes[first] = np.add.reduceat(told.astype(np.int64), self.heads, axis=0)
        if policy == "any":
            return yes > 0, on
        no = self._no(told, silences(days))
        if policy == "all":
            return (yes > 0) & (no == 0), on
        return yes > no, (yes == no) & (yes > 0)

    def _no(self, told: Flags, silences: Sequence[tuple[str, Flags]]) -> Ints:
        """Return how many families know that a unit does not hold, as (U, T)."""
        no = np.zeros((self.units, told.shape[1]), np.int64)
        units = self.unit[self.groups]
        for family, covered in silences:
            says = np.zeros_like(covered)
            own = np.array([f == family for f in self.family], bool)
            says[units[own]] = told[own]
            no += covered & ~says
        return no


def _sure(
    link: Link, family: str, edges: str, reach: Mapping[tuple[str, str], int]
) -> tuple[int, int]:
    first, last = dates(link.period, edges)
    if link.period.end is None and first <= last:
        ends = [reach[k] for k in ((family, ""), (family, link.frame or "")) if k in reach]
        last = max(ends, default=last)
    return first, last


def dates(period: Period, edges: str) -> tuple[int, int]:
    """Return the ordinals a period counts from and to; an entry without any date never counts.

    A day known only to its month or year counts from the first or, with ``late``, the last of it; an end
    from the last or the first.
    """
    if period.start is None and period.end is None:
        return 2, 1
    first, last = bounds(period.start, period.end)
    if edges == "late":
        late = period.start and _unit(period.start, period.precision)[1].toordinal()
        early = period.end and _unit(period.end, period.precision)[0].toordinal()
        first, last = late or first, early or last
    return first, last


def _unit(day: date, precision: str) -> tuple[date, date]:
    """Return the month or year a day stands for when it is an end of it, else the day."""
    if precision in ("month", "part-month"):
        last = calendar.monthrange(day.year, day.month)[1]
        ends = (day.replace(day=1), day.replace(day=last))
    elif precision in ("year", "quarter", "part-year"):
        ends = (date(day.year, 1, 1), date(day.year, 12, 31))
    else:
        return day, day
    return ends if day in ends else (day, day)


def _effective(
    links: Sequence[Link], told: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Leave out a signature or announcement that the same source also dates by its effect."""
    firm: dict[tuple[int, str], list[Link]] = {}
    for unit, i, family in told:
        if links[i].dated in EFFECTIVE:
            firm.setdefault((unit, family), []).append(links[i])
    return [
        (unit, i, family)
        for unit, i, family in told
        if links[i].dated not in BEFORE
        or not any(_later(other, links[i]) for other in firm.get((unit, family), ()))
    ]


def _later(firm: Link, told: Link) -> bool:
    return firm.members == told.members and (firm.period.start or date.min) >= (
        told.period.start or date.min
    )


def heard_families(link: Link, options: Options) -> tuple[str, ...]:
    heard = options.sources
    return tuple(f for f in link.families if heard is None or f in heard) or ("",)


def by_family(covers: Covers) -> dict[str, list[tuple[Cover, str]]]:
    found: dict[str, list[tuple[Cover, str]]] = {}
    for cover in covers:
        found.setdefault(cover[0].family, []).append(cover)
    return found


def added_on(spells: Spells, link: Ints, days: Ints) -> Flags:
    """Return on which days added ties hold, dated as the links they are like, as (K, T)."""
    if not len(link):
        return np.zeros((0, len(days)), bool)
    like = spells.like(link)
    return np.asarray((spells.start[like][:, None] <= days) & (days <= spells.end[like][:, None]))

"""Memberships of bodies, as arrays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from comity.model.vocabulary import HELD_ROLES, LESSER_ROLES
from comity.network.evidence import Cover
from comity.network.knowledge import Flags, known_cells, reaches
from comity.network.link import Link
from comity.network.options import Options
from comity.network.spells import Covers, Ints, Spells, added_on, by_family, heard_families

if TYPE_CHECKING:
    from comity.network.plan import Draw

Floats = NDArray[np.float64]
MOST: Final = 0.5  # of the bodies, to say of two that they share none: our choice


@dataclass(frozen=True, slots=True)
class Belongings:
    """Memberships: two actors are tied once for each body that both fully belong to."""

    index: Mapping[str, int]
    mechanisms: tuple[str, ...]
    places: Mapping[str, int]
    body: Ints
    actor: Ints
    full: Spells
    lesser: Spells
    resting: Spells
    covers: Covers
    policy: str

    @classmethod
    def of(
        cls,
        links: Sequence[Link],
        chosen: Iterable[int],
        index: Mapping[str, int],
        options: Options,
        covers: Covers,
    ) -> "Belongings":
        known = [i for i in chosen if links[i].frame and links[i].members[0][0] in index]
        mechanisms = tuple(sorted({str(links[i].frame) for i in known}))
        places = {m: k for k, m in enumerate(mechanisms)}
        units: dict[tuple[int, int], int] = {}
        told: dict[str, list[tuple[int, int, str]]] = {"full": [], "lesser": [], "resting": []}
        for i in known:
            actor, role = links[i].members[0]
            unit = units.setdefault((places[str(links[i].frame)], index[actor]), len(units))
            told[_capacity(role)] += [(unit, i, f) for f in heard_families(links[i], options)]
        covers = _of_layer(covers, {(f, links[i].frame) for c in told.values() for _, i, f in c})
        cells = np.array(list(units), np.int64).reshape(-1, 2)
        reach = reaches(covers)
        full, lesser, resting = (
            Spells.of(links, told[c], len(units), options.edges, reach) for c in told
        )
        return cls(
            index,
            mechanisms,
            places,
            cells[:, 0],
            cells[:, 1],
            full,
            lesser,
            resting,
            covers,
            options.policy,
        )

    def _silences(self, days: Ints) -> list[tuple[str, Flags]]:
        return [
            (family, self._covered(own, days)[:, self.body, self.actor].T)
            for family, own in by_family(self.covers).items()
        ]

    def _covered(self, covers: Covers, days: Ints) -> Flags:
        return known_cells(covers, self.index, self.places, days)

    def held(self, days: Ints, draw: "Draw | None", layer: str = "") -> Floats:
        """Return who fully belongs to which body, as (T, M, N) of 0 and 1."""
        times = draw.times if draw else None
        on, _ = self.full.standing(days, times, self.policy, self._silences)
        rests, _ = self.resting.standing(days, times, "any", self._silences)
        out = np.zeros((len(days), len(self.mechanisms), len(self.index)))
        out[:, self.body, self.actor] = (on & ~rests).T
        if draw and layer in draw.added:
            body, actor, link = draw.added[layer]
            shown = added_on(self.full, link, days)
            for t in range(len(days)):
                out[t, body[shown[:, t]], actor[shown[:, t]]] = 1
        return out

    def capacities(self, days: Ints) -> tuple[Flags, Flags]:
        """Return who is tied to a body in a lesser capacity, and whose membership rests, as (T, M, N)."""
        found = []
        for spells in (self.lesser, self.resting):
            on, _ = spells.standing(days, None, "any", self._silences)
            out = np.zeros((len(days), len(self.mechanisms), len(self.index)), bool)
            out[:, self.body, self.actor] = on.T
            found.append(out)
        return found[0], found[1]

    def cells_known(self, days: Ints) -> Flags:
        """Return of which body and actor it is known whether the one belongs to the other, as (T, M, N)."""
        lesser, resting = self.capacities(days)
        sure = self._covered(self.covers, days) | lesser | resting
        if self.policy == "majority":
            _, open_ = self.full.standing(days, None, self.policy, self._silences)
            sure[:, self.body, self.actor] &= ~open_.T
        return sure | (self.held(days, None) > 0)

    def lists_known(self, days: Ints) -> Flags:
        """Return of which pairs most bodies are known that have a member on the day, as (T, N, N).

        No source tells of every body there is, so that two share none can only be said of those it lists.
        """
        cells = self.cells_known(days)
        alive = np.asarray((self.held(days, None) > 0).any(2))
        out = np.zeros((len(days), len(self.index), len(self.index)), bool)
        for t in range(len(days)):
            sure = np.asarray(cells[t])[np.asarray(alive[t])].astype(np.float32)
            out[t] = (sure.T @ sure) >= max(MOST * len(sure), 1)
        return out

    def weights(self, days: Ints, draw: "Draw | None", layer: str) -> Floats:
        """Return the number of bodies that two share, as (T, N * N)."""
        n = len(self.index)
        out = np.empty((len(days), n * n))
        for t, held in enumerate(self.held(days, draw, layer).astype(np.float32)):
            shared = held[held.sum(1) > 1]  # one member alone shares nothing
            out[t] = (shared.T @ shared).ravel()
        return out

    def standing(self, day: int) -> list[int]:
        """Return the links that count on a day, whoever they tie."""
        return [k for s in (self.full, self.lesser, self.resting) for k in s.on(day)]

    def entries(self, i: int, j: int, day: int) -> list[int]:
        at = np.array([day])
        shared = self.held(at, None)[0]
        bodies = np.flatnonzero((shared[:, i] > 0) & (shared[:, j] > 0))
        cells = np.isin(self.body, bodies) & ((self.actor == i) | (self.actor == j))
        return self._of_cells(cells, day)

    def _of_cells(self, cells: Flags, day: int) -> list[int]:
        found: list[int] = []
        for spells in (self.full, self.lesser, self.resting):
            if len(spells.link):
                on = cells[spells.unit] & (spells.start <= day) & (day <= spells.end)
                found += [int(k) for k in spells.link[on]]
        return found

    def behind(self, body: int, actor: int, day: int) -> list[int]:
        """Return the links that tell of one membership on a day."""
        return self._of_cells((self.body == body) & (self.actor == actor), day)


def _of_layer(covers: Covers, lists: set[tuple[str, str | None]]) -> list[tuple[Cover, str]]:
    """Leave out the lists of bodies that a source keeps in another layer.

    The parties to a treaty are listed once, as parties: that says nothing of who is a member of a body.
    """
    return [c for c in covers if not c[1] or (c[0].family, c[1]) in lists]


def _capacity(role: str) -> str:
    if role in HELD_ROLES:
        return "resting"
    return "lesser" if role in LESSER_ROLES else "full"

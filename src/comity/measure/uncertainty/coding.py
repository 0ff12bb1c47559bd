"""Errors of reading: claims that are wrong, and happenings that no claim tells of, drawn at random.

A claim is right with the precision of its kind, and of what the texts tell the reader finds the share given
by its recall. Both rates are themselves counts on annotated documents, so each draw first draws the rates
(Beta posterior, Jeffreys' prior) and then every link. A link told by several texts is wrong only if all of
them are misread; what a person accepted is right. Each event kept stands for 1 + NB(1, recall) events: the
number of failures before a success. Missed ties are NB(found, recall) in number and fall on untied pairs in
proportion to the ties their actors have. Rows of data sets and checked facts bear no such error unless
rates are given for them (kinds ``row`` and ``fact``).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from comity.errors import ResourceError
from comity.network.belongings import Belongings
from comity.network.link import ACCEPTED, Link
from comity.network.pairs import Pairs
from comity.network.plan import Draw, Plan

Ints = NDArray[np.int64]
FIRST_TRY: Final = 4  # candidates for each missed tie, of which some fall on pairs that are tied


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Counts of an evaluation of one kind of claim: ``right`` of ``read`` claims, of ``told`` in the texts."""

    kind: str
    right: int
    read: int
    told: int
    source: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.right <= min(self.read, self.told):
            raise ResourceError(
                f"{self.right} right ones are more than the {self.read} read or the {self.told} told.",
                path="coding.toml",
                record=self.kind,
                hint="Right claims are among those read and among those told.",
            )


Rates = Mapping[str, Rate]


@lru_cache(maxsize=1)
def own_rates() -> Rates:
    """Return the rates of comity's own evaluation, by kind of claim (``event.zh``).

    >>> sorted(own_rates())[:2]
    ['event.en', 'event.zh']
    """
    return parse_rates(files("comity.resources").joinpath("coding.toml").read_text("utf-8"))


def read_rates(folder: str | Path) -> Rates:
    """Return comity's rates with those of a resource folder laid over them, by kind."""
    path = Path(folder) / "coding.toml"
    own = own_rates()
    return {**own, **parse_rates(path.read_text("utf-8"))} if path.is_file() else own


def parse_rates(text: str) -> Rates:
    """Return the rates of a file by kind."""
    names = Rate.__dataclass_fields__
    rows = [{k: v for k, v in row.items() if k in names} for row in tomllib.loads(text)["rate"]]
    return {row["kind"]: Rate(**row) for row in rows}


class Coding:
    """Draws errors of reading for the links of a plan. ``moves`` says whether any link can be wrong."""

    def __init__(self, plan: Plan, rates: Rates | None = None) -> None:
        self.plan = plan
        self.rates = {**own_rates(), **(rates or {})}
        links = plan.evidence.links
        self.kinds = tuple(sorted({k for k in map(self._kind, links) if k}))
        place = {kind: i for i, kind in enumerate(self.kinds)}
        self.kind = np.array([place.get(self._kind(link), -1) for link in links], np.int64)
        self.told = np.array([max(len(link.sources), 1) for link in links], np.int64)
        self.sure = np.array([link.reviewed == ACCEPTED for link in links], bool)
        self.lasting = np.array([link.lasting for link in links], bool)
        self.first = self._first(links)
        self.moves = bool(len(self.kinds))

    def _kind(self, link: Link) -> str:
        """Return the kind whose rates hold for a link; empty where none do."""
        if link.coded in self.rates:
            return link.coded
        whole = link.coded.partition(".")[0]
        return whole if whole in self.rates else ""

    def _first(self, links: tuple[Link, ...]) -> Ints:
        """Return the place of the first link of the same sources: one claim errs in all its layers alike."""
        seen: dict[tuple[str, ...], int] = {}
        return np.array([seen.setdefault(x.sources, i) for i, x in enumerate(links)], np.int64)

    def draw(self, rng: np.random.Generator) -> Draw:
        """Return one draw of rates and errors."""
        precision, recall = self._rates(rng)
        coded = self.kind >= 0
        p = np.where(coded, precision[self.kind], 1.0)
        p = np.where(self.sure, 1.0, 1 - (1 - p) ** self.told)
        times = (rng.random(len(p)) < p).astype(np.int64)
        r = np.where(coded, recall[self.kind], 1.0)
        unseen = rng.negative_binomial(1, np.clip(r, 1e-3, 1.0))
        times = np.where(self.lasting, times, times * (1 + unseen))[self.first]
        return Draw(times, self._missed(times, r, rng))

    def _rates(self, rng: np.random.Generator) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        rows = [self.rates[kind] for kind in self.kinds]
        right = np.array([r.right for r in rows] or [0], float)
        read = np.array([r.read for r in rows] or [0], float)
        told = np.array([r.told for r in rows] or [0], float)
        precision = rng.beta(right + 0.5, read - right + 0.5)
        return precision, rng.beta(right + 0.5, told - right + 0.5)

    def _missed(
        self, times: Ints, recall: NDArray[np.float64], rng: np.random.Generator
    ) -> dict[str, tuple[Ints, Ints, Ints]]:
        """Return ties beyond those told, by layer: their ends, and the links whose dates they take."""
        added: dict[str, tuple[Ints, Ints, Ints]] = {}
        for layer, tables in self.plan.tables.items():
            for table in tables:
                if not isinstance(table, Pairs | Belongings):
                    continue
                spells = table.spells if isinstance(table, Pairs) else table.full
                link = np.unique(spells.link[self.kind[spells.link] >= 0])
                link = link[times[link] > 0]
                if not len(link):
                    continue
                share = float(np.clip(recall[link].mean(), 1e-3, 1.0))
                number = int(rng.negative_binomial(len(link), share))
                ends = _placed(table, number, len(self.plan.actors), rng)
                added[layer] = (*ends, rng.choice(link, len(ends[0])))
        return added


def _placed(
    table: Pairs | Belongings, number: int, n: int, rng: np.random.Generator
) -> tuple[Ints, Ints]:
    """Return ends for missed ties, in proportion to the ties of either end, none on a pair that is tied."""
    if isinstance(table, Pairs):
        degree = np.bincount(np.concatenate([table.one, table.two]), minlength=n) + 0.5
        one = rng.choice(n, number * FIRST_TRY, p=degree / degree.sum())
        two = rng.choice(n, number * FIRST_TRY, p=degree / degree.sum())
        free = one != two
        low, high = np.minimum(one, two), np.maximum(one, two)
        free &= ~np.isin(low * n + high, table.one * n + table.two)
        return low[free][:number], high[free][:number]
    size = np.bincount(table.body, minlength=len(table.mechanisms)) + 0.5
    degree = np.bincount(table.actor, minlength=n) + 0.5
    body = rng.choice(len(size), number * FIRST_TRY, p=size / size.sum())
    actor = rng.choice(n, number * FIRST_TRY, p=degree / degree.sum())
    free = ~np.isin(body * n + actor, table.body * n + table.actor)
    return body[free][:number], actor[free][:number]

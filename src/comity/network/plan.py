"""Evidence made ready for arithmetic: each layer as arrays, so that a day or seventy years cost little.

A layer is a table of entries (start, end, weight) and a sparse matrix from units to pairs of actors. A unit
is what is counted once: a pair's tie, one membership, one event.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity.network.belongings import Belongings
from comity.network.evidence import Evidence
from comity.network.knowledge import Flags, covers_of, known_pairs
from comity.network.layers import LASTING, LayerRule
from comity.network.link import Link
from comity.network.numbers import Numbers
from comity.network.occurrences import Events
from comity.network.options import Options
from comity.network.pairs import Pairs

Floats = NDArray[np.float64]
Table = Pairs | Belongings | Events | Numbers


@dataclass(frozen=True, slots=True)
class Draw:
    """How often each link of the evidence counts in one draw; None: all as they are told.

    ``times`` has one whole number a link. ``added`` are links beyond those told: by layer, unit-free arrays
    of first actor, second actor and the number of the link whose dates and weight they take.
    """

    times: NDArray[np.int64]
    added: Mapping[str, tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]


class Plan:
    """Evidence under options. Networks and sequences are cut from it; draws share it."""

    def __init__(self, evidence: Evidence, options: Options) -> None:
        self.evidence = evidence
        self.options = options
        self.rules: tuple[LayerRule, ...] = tuple(
            rule for rule in evidence.layers if options.layers is None or rule.id in options.layers
        )
        self.covers = [c for c in evidence.coverage if self._heard((c.family,))]
        self.chosen = [i for i, link in enumerate(evidence.links) if self._takes(link)]
        self.actors = options.actors and tuple(sorted(set(options.actors))) or self._named()
        self.index = {actor: place for place, actor in enumerate(self.actors)}
        by_layer: dict[str, list[int]] = {}
        for i in self.chosen:
            by_layer.setdefault(evidence.links[i].layer, []).append(i)
        self.tables: dict[str, list[Table]] = {
            rule.id: self._tables(rule, by_layer.get(rule.id, [])) for rule in self.rules
        }
        self.mechanisms = tuple(
            sorted({m for t in self.tables.values() for each in t for m in _bodies(each)})
        )

    def _heard(self, families: tuple[str, ...]) -> bool:
        chosen = self.options.sources
        return chosen is None or not families or bool(set(families) & set(chosen))

    def _takes(self, link: Link) -> bool:
        options = self.options
        reviewed = link.reviewed == "accepted" or link.coded in ("row", "fact")
        happened = options.planned or link.status in ("occurred", "ongoing")
        return self._heard(link.families) and (reviewed or not options.strict) and happened

    def _named(self) -> tuple[str, ...]:
        """Return every actor that a chosen link or number of a chosen layer names."""
        layers = {rule.id for rule in self.rules}
        series = {name for rule in self.rules for name in rule.series}
        links = self.evidence.links
        found = {a for i in self.chosen if links[i].layer in layers for a, _ in links[i].members}
        for family, numbers in self.evidence.series.items():
            if self._heard((family,)):
                found |= {n.a for n in numbers if n.series in series}
                found |= {n.b for n in numbers if n.series in series and n.b}
        return tuple(sorted(found))

    def _tables(self, rule: LayerRule, chosen: list[int]) -> list[Table]:
        links = self.evidence.links
        covers = covers_of(rule, self.covers)
        found: list[Table] = []
        if rule.projection == "pair":
            found.append(Pairs.of(links, chosen, self.index, self.options, covers))
        elif rule.projection == "co-membership":
            found.append(Belongings.of(links, chosen, self.index, self.options, covers))
        elif rule.projection != "series":
            found.append(Events.of(links, chosen, self.index, self.options, rule))
        if rule.series:
            heard = {f: n for f, n in self.evidence.series.items() if self._heard((f,))}
            found.append(Numbers.of(heard, self.index, rule))
        return found

    def rule(self, layer: str) -> LayerRule:
        return next(rule for rule in self.rules if rule.id == layer)

    def weights(self, layer: str, days: NDArray[np.int64], draw: Draw | None = None) -> Floats:
        """Return the weights of a layer on some days, as (T, N, N); the diagonal is 0."""
        n = len(self.actors)
        total = np.zeros((len(days), n, n))
        for table in self.tables[layer]:
            total += table.weights(days, draw, layer).reshape(len(days), n, n)
        if not self.rule(layer).directed and self.rule(layer).projection != "co-membership":
            total = total + total.transpose(0, 2, 1)
        total[:, range(n), range(n)] = 0
        return total

    def known(self, layer: str, days: NDArray[np.int64], weights: Floats) -> Flags:
        """Return which pairs are known, as (T, N, N): observed, or absent where silence means no."""
        rule = self.rule(layer)
        if rule.projection == "co-membership":
            known = np.zeros(weights.shape, bool)
        else:
            known = known_pairs(covers_of(rule, self.covers), self.index, days)
        for table in self.tables[layer]:
            if isinstance(table, Belongings):
                known |= table.lists_known(days)
            elif isinstance(table, Numbers | Pairs):
                known &= ~table.gaps(days).reshape(known.shape)
            if isinstance(table, Numbers):
                known |= table.told(days).reshape(known.shape)
        if not rule.directed:
            known |= known.transpose(0, 2, 1)
        return known | (weights > 0)

    def behind(self, layer: str, a: str, b: str, day: date) -> tuple[Any, ...]:
        """Return the links and numbers that make the weight of a pair on a day."""
        i, j = self.index[a], self.index[b]
        found: list[Any] = []
        for table in self.tables[layer]:
            pairs = [(i, j)] if self.rule(layer).directed else [(i, j), (j, i)]
            for entry in dict.fromkeys(
                e for p in pairs for e in table.entries(*p, day.toordinal())
            ):
                found.append(
                    table.numbers[entry]
                    if isinstance(table, Numbers)
                    else self.evidence.links[entry]
                )
        return tuple(found)


def _bodies(table: Table) -> tuple[str, ...]:
    return table.mechanisms if isinstance(table, Belongings) else ()


def is_lasting(rule: LayerRule) -> bool:
    """Say whether a layer holds ties rather than events or numbers."""
    return rule.projection in LASTING

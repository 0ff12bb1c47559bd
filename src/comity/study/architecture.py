"""The architecture a study makes on a day, and what changed between two days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.errors import QueryError
from comity.network import (
    Change,
    Difference,
    Evidence,
    Network,
    Options,
    Overview,
    compare,
    network_at,
    overview,
    sequence,
)
from comity.network import Sequence as Years
from comity.tables import Rows

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """The architecture on a day in counts; ``difference`` leads from the earlier to the later of two days."""

    network: Network
    overview: Overview
    difference: Difference | None = None

    def to_dict(self) -> Row:
        """Return everything as plain values, every change with its sources."""
        found = self.overview.to_dict()
        if self.difference is None:
            return found
        first, second = self.difference.first, self.difference.second
        changes = [c.to_dict() for c in self.difference.changes]
        counts = self.difference.by_layer()
        return {
            **found,
            "compared": {"from": str(first.day), "to": str(second.day), "counts": counts},
            "changes": changes,
        }

    def to_rows(self) -> Rows:
        """Return everything as rows of one table; ``part`` says which part of the screen a row is of."""
        rows = [*self._layers(), *self._dyads(), *self._bodies(), *self._ended()]
        if self.difference is not None:
            rows += [_change(c) for c in self.difference.changes]
        return Rows.of(rows, COLUMNS)

    def _layers(self) -> Iterator[Row]:
        for c in self.overview.layers:
            counts = {"tied": c.tied, "untied": c.untied, "unknown": c.unknown}
            yield _row("layer", layer=c.layer, sources=list(c.families), **counts)

    def _dyads(self) -> Iterator[Row]:
        for d in self.overview.dyads:
            yield _row("dyad", a=d.a, b=d.b, layer="+".join(d.layers), value=d.weight)
        for c in self.overview.layers:
            for d in c.dyads:
                yield _row("heaviest", layer=c.layer, a=d.a, b=d.b, value=d.weight, grade=d.grade)

    def _bodies(self) -> Iterator[Row]:
        for b in self.overview.mechanisms:
            yield _row(
                "mechanism", layer=b.layer, a=b.mechanism, value=len(b.members), unknown=b.unknown
            )

    def _ended(self) -> Iterator[Row]:
        for e in self.overview.ended:
            yield _row("ended", layer=e.layer, a=e.family, what=e.property, day=str(e.last))


COLUMNS = (
    *("part", "layer", "what", "a", "b", "value", "before", "grade"),
    *("tied", "untied", "unknown", "day", "sources"),
)


def _row(part: str, **given: Any) -> Row:
    return {**dict.fromkeys(COLUMNS), "part": part, **given}


def _change(change: Change) -> Row:
    found = change.to_dict()
    grade = " → ".join(found.pop("grades")).strip(" →")
    value, before = found.pop("after"), found.pop("before")
    return _row("change", value=value, before=before, grade=grade or None, **found)


def architecture(
    evidence: Evidence, day: date, other: date | None, most: int, chosen: Mapping[str, Any]
) -> Architecture:
    """Return the architecture on a day, and what changed between it and another."""
    network = network_of(evidence, day, chosen)
    difference = None
    if other is not None:
        both = sorted((network, network_of(evidence, other, chosen)), key=lambda n: n.day)
        difference = compare(*both)
    return Architecture(network=network, overview=overview(network, most), difference=difference)


def network_of(evidence: Evidence, day: date, chosen: Mapping[str, Any]) -> Network:
    """Return the network of some evidence on a day."""
    return network_at(evidence, day, options=checked(evidence, chosen))


def years_of(evidence: Evidence, start: int, end: int, chosen: Mapping[str, Any]) -> Years:
    """Return the networks of some evidence at the end of each year."""
    if not 1 <= start <= end <= date.max.year:
        raise QueryError(
            f"{start} to {end} are no years in order.", hint="Give the first and last year."
        )
    return sequence(evidence, range(start, end + 1), options=checked(evidence, chosen))


def checked(evidence: Evidence, chosen: Mapping[str, Any]) -> Options:
    """Return options of networks; a layer or source that the evidence does not have is refused."""
    given: dict[str, Any] = {
        k: tuple(v) if isinstance(v, Sequence) and not isinstance(v, str) else v
        for k, v in chosen.items()
    }
    _known("layer", given.get("layers"), [rule.id for rule in evidence.layers])
    _known("source", given.get("sources"), evidence.families)
    return Options(**given)


def _known(what: str, asked: Sequence[str] | None, there: Sequence[str]) -> None:
    for each in asked or ():
        if each not in there:
            hint = f"Known: {', '.join(there)}." if there else f"The study has no {what}."
            raise QueryError(f"There is no {what} {each}.", hint=hint)

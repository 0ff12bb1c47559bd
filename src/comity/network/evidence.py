"""What a network is made of: links, numbers, positions, and what each source would have told."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from comity.model import Claim, Coverage, Observation, Position
from comity.network.layers import LayerRule, own_layers
from comity.network.link import Link
from comity.network.pledges import Pledge


class Cover(NamedTuple):
    """What one family of sources would have told."""

    family: str
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Everything a network can be built from. ``series`` holds numbers by family, ``positions`` by claim id.

    ``issued`` gives the day of the document of a position, by claim id. ``pledges`` are promises with what can
    answer them. ``version`` says which data these are; it stands in every value measured on them.
    """

    links: tuple[Link, ...] = ()
    coverage: tuple[Cover, ...] = ()
    series: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    positions: tuple[tuple[str, Position], ...] = ()
    issued: Mapping[str, date] = field(default_factory=dict)
    pledges: tuple[Pledge, ...] = ()
    layers: tuple[LayerRule, ...] = field(default_factory=own_layers)
    version: str = ""

    @property
    def families(self) -> tuple[str, ...]:
        """Return the families of sources, in order."""
        told = {family for link in self.links for family in link.families}
        return tuple(sorted(told | set(self.series) | {c.family for c in self.coverage}))

    def joined(self, other: "Evidence") -> "Evidence":
        """Return both together, under the layers of the first."""
        series = {
            family: (*self.series.get(family, ()), *other.series.get(family, ()))
            for family in sorted({*self.series, *other.series})
        }
        return replace(
            self,
            links=(*self.links, *other.links),
            coverage=(*self.coverage, *other.coverage),
            series=series,
            positions=(*self.positions, *other.positions),
            issued={**self.issued, **other.issued},
            pledges=(*self.pledges, *other.pledges),
            version="; ".join(v for v in (self.version, other.version) if v),
        )

    def without(self, family: str) -> "Evidence":
        """Return what is left when one family is not heard: what others tell too stays."""
        links = []
        for link in self.links:
            families = tuple(f for f in link.families if f != family)
            if families or not link.families:
                links.append(
                    link
                    if len(families) == len(link.families)
                    else replace(link, families=families)
                )
        return replace(
            self,
            links=tuple(links),
            coverage=tuple(c for c in self.coverage if c.family != family),
            series={f: numbers for f, numbers in self.series.items() if f != family},
            positions=tuple((id, p) for id, p in self.positions if teller_of(p) != family),
            pledges=tuple(p.without(family) for p in self.pledges if p.said.family != family),
        )


def teller_of(claim: Claim) -> str:
    """Return whose telling a claim is: a data set by its feed, a text by its issuer."""
    head, _, name = claim.rule.partition(".")
    if head == "feed":
        return name
    return "facts" if head == "facts" else claim.issuer or claim.document

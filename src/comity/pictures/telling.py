"""Who tells what a picture shows, and which ties of a layer a map has room for."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from comity.measure.value import Value, references
from comity.model import Observation
from comity.network.evidence import Evidence
from comity.network.layers import LayerRule
from comity.network.link import Link
from comity.pictures.look import Look


def families_of(
    evidence: Evidence, layers: Iterable[str], actors: Iterable[str]
) -> tuple[str, ...]:
    """Return the issuers and data sets that tell ties of layers between actors, or numbers of them."""
    names, among = set(layers), set(actors)
    told = {
        family
        for link in evidence.links
        if link.layer in names and not among.isdisjoint(link.actors)
        for family in link.families
    }
    series = {s for rule in evidence.layers if rule.id in names for s in rule.series}
    for family, numbers in evidence.series.items():
        if any(n.series in series for n in numbers):
            told.add(family)
    return tuple(sorted(told))


class Backing(NamedTuple):
    """What stands behind a value: claims and rows, issuers and data sets, and who these are."""

    claims: int
    sources: int
    families: tuple[str, ...]


def backing(value: Value) -> Backing:
    """Return what stands behind a value, its inputs looked up once."""
    inputs = value.inputs
    told = {f for each in inputs if isinstance(each, Link) for f in each.families}
    told |= {each.series for each in inputs if isinstance(each, Observation)}
    return Backing(len(references(inputs)), len(told), tuple(sorted(told)))


def origin(look: Look, families: Sequence[str], version: str) -> str:
    """Return the foot of a picture: who tells it, and which data these are."""
    told = [look.say("facts") if f == "facts" else look.name(f) for f in families]
    names = look.listed(told, 12) or look.say("nobody")
    return look.say("from", names=names, version=version or look.say("no-version"))


DENSE: Final = ("co-membership", "series")


def layer_places(rules: Sequence[LayerRule]) -> dict[str, int]:
    """Return the place of each layer in the row of colours and line styles, the same in every picture.

    Those a map draws come first and have the styles that are most unlike.
    """
    order = sorted(rules, key=lambda rule: rule.projection in DENSE)
    return {rule.id: place for place, rule in enumerate(order)}


Flags = NDArray[np.bool_]
LEAST: Final = 60
EQUAL: Final = 3


def strongest(weights: NDArray[np.float64], most: int) -> Flags:
    """Return which ties (N, N) to draw: all, or the strongest where there are more than ``most`` pairs.

    Equal weights are drawn or left out together, so that no name decides.
    """
    upper = np.triu(weights, 1)
    told = np.sort(upper[upper > 0])[::-1]
    if len(told) <= most or told[0] == told[-1]:
        return np.asarray(upper > 0)
    edge = told[most - 1]
    above = int((told >= edge).sum())
    higher = told[told > edge]
    if above > 1.5 * most and len(higher):
        edge = higher[-1]
    return np.asarray((upper >= edge) | _nearest(weights))


def _nearest(weights: NDArray[np.float64]) -> Flags:
    """Return the strongest tie of each actor, or its up to three equal ones, so that nobody tied stands alone."""
    most = weights.max(1)
    best = (weights == most[:, None]) & (weights > 0)
    best &= (best.sum(1) <= EQUAL)[:, None]
    return np.asarray(np.triu(best | best.T, 1))

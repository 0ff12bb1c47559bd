"""Where actors stand on a map: computed once over all years, so that an actor keeps its place.

Stress majorization (Gansner, Koren and North 2005, Graph Drawing 2004, LNCS 3383, 239-250): the distances on
paper come as near as they can to those along the ties, near pairs counting more. Ties of cooperation draw
together; conduct against each other does not, and unknown pairs say nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import shortest_path

from comity.network.network import Network
from comity.pictures.telling import DENSE

Floats = NDArray[np.float64]
TURNS: Final = 200  # of majorization; the stress hardly moves after some fifty
CLOSE: Final = 1e-4  # a relative gain of stress that is worth no further turn
EVEN: Final = 0.45
ASPECT: Final = 1.6  # of the plane, width by height


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The plane: ``at`` gives each actor with any tie its place, x from 0 to 1.6 and y from 0 to 1.

    ``apart`` are the actors without a tie in any of the years. ``layers`` are those it was computed on.
    ``last`` gives for each layer and pair the last year that tells a tie.
    """

    at: Mapping[str, tuple[float, float]]
    apart: tuple[str, ...]
    layers: tuple[str, ...]
    last: Mapping[tuple[str, str, str], int] = field(default_factory=dict, repr=False)


def map_layers(network: Network, layers: Sequence[str] | None = None) -> tuple[str, ...]:
    """Return the layers of a map: those asked for, else ties between two and events.

    Shared bodies and trade tie nearly everybody with everybody, which a matrix shows and a map does not.
    """
    if layers is not None:
        return tuple(network.layer(name).name for name in layers)
    return tuple(r.id for r in network.plan.rules if r.projection not in DENSE)


def place_actors(
    over: Iterable[Network], *, layers: Sequence[str] | None = None, seed: int = 0
) -> Places:
    """Return the places of actors over some networks, such as a `Sequence` of years.

    The same networks and ``seed`` give the same places, in whatever order actors are named.
    """
    total: dict[str, Floats] = {}
    latest: dict[str, NDArray[np.int64]] = {}
    actors: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    for network in over:
        actors = tuple(sorted(network.actors))
        chosen = map_layers(network, layers)
        order = [network.index[a] for a in actors]
        for name in chosen:
            weights = both_ways(network.layer(name).weights)[np.ix_(order, order)]
            total[name] = total.get(name, np.zeros_like(weights)) + weights
            seen = latest.setdefault(name, np.zeros(weights.shape, np.int64))
            seen[weights > 0] = network.day.year
        signs = {name: network.layer(name).rule.sign for name in chosen}
    if not total:
        return Places(at={}, apart=actors, layers=chosen)
    some = np.asarray(np.stack(list(total.values())).max(axis=(0, 2)) > 0)
    drawing = [total[name] for name in chosen if signs[name] > 0] or list(total.values())
    kept = np.flatnonzero(some)
    points = plane(strength(drawing)[np.ix_(kept, kept)], np.random.default_rng(seed))
    at = {actors[k]: (float(x), float(y)) for k, (x, y) in zip(kept, points, strict=True)}
    apart = tuple(a for a, on in zip(actors, some, strict=True) if not on)
    last = {
        (name, actors[i], actors[j]): int(seen[i, j])
        for name, seen in latest.items()
        for i, j in zip(*np.nonzero(np.triu(seen, 1)), strict=True)
    }
    return Places(at=at, apart=apart, layers=chosen, last=last)


def both_ways(weights: Floats) -> Floats:
    """Return weights without direction: of the two ways the greater; the diagonal is 0."""
    out = np.maximum(weights, weights.T).astype(float)
    np.fill_diagonal(out, 0)
    return out


def strength(layers: Sequence[Floats]) -> Floats:
    """Return how strongly pairs are tied over layers (N, N), each layer as a share of its greatest weight."""
    return np.asarray(sum(w / w.max() if w.max() > 0 else w for w in layers))


def plane(tied: Floats, rng: np.random.Generator) -> Floats:
    """Return places (N, 2) in a plane of 1.6 by 1 for symmetric strengths (N, N)."""
    size = len(tied)
    if size < 2:
        return np.full((size, 2), [ASPECT / 2, 0.5])
    apart = distances(tied)
    points = majorized(start(apart, rng), apart)
    return spread(_evened(_fitted(_turned(points))))


def distances(tied: Floats) -> Floats:
    """Return distances along ties (N, N): a strong tie is short, a weak one up to three times as long.

    Parts that no tie joins stand a step farther apart than any two within one.
    """
    there = tied > 0
    ranks = np.searchsorted(np.sort(tied[there]), tied, "right") / max(int(there.sum()), 1)
    lengths = np.where(there, 3 - 2 * ranks, 0)
    found = shortest_path(lengths, directed=False)
    near = found[np.isfinite(found)].max(initial=1)
    return np.asarray(np.where(np.isfinite(found), found, near + 1))


def start(apart: Floats, rng: np.random.Generator) -> Floats:
    """Return places from classical scaling (Torgerson 1952), slightly shaken so that no two fall together."""
    size = len(apart)
    square = apart**2
    centred = square - square.mean(0) - square.mean(1)[:, None] + square.mean()
    values, vectors = np.linalg.eigh(-0.5 * centred)
    best = vectors[:, ::-1][:, :2] * np.sqrt(np.maximum(values[::-1][:2], 1e-9))
    signs = np.sign(best[np.abs(best).argmax(0), [0, 1]])
    return np.asarray(best * np.where(signs == 0, 1, signs) + rng.normal(0, 0.02, (size, 2)))


def majorized(points: Floats, apart: Floats) -> Floats:
    """Return places whose stress majorization no longer lowers."""
    size = len(points)
    weights = np.where(apart > 0, 1.0, 0.0) / np.where(apart > 0, apart, 1.0) ** 2
    laplace = np.diag(weights.sum(1)) - weights
    inverse = np.linalg.inv(laplace + 1 / size) - 1 / size
    before = np.inf
    for _ in range(TURNS):
        on_paper = _lengths(points)
        stress = float((weights * (on_paper - apart) ** 2).sum())
        if before - stress < CLOSE * stress:
            break
        before = stress
        pull = weights * apart / np.where(on_paper > 1e-9, on_paper, np.inf)
        points = inverse @ (pull.sum(1)[:, None] * points - pull @ points)
    return points


def _lengths(points: Floats) -> Floats:
    x, y = points.T
    return np.asarray(np.hypot(x[:, None] - x, y[:, None] - y))


def _turned(points: Floats) -> Floats:
    """Return places with their greatest extent across, the side where most stand apart to the left."""
    centred = points - points.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned = centred @ axes[:, ::-1]
    skew = np.sign((turned**3).sum(0))
    return np.asarray(turned * np.where(skew == 0, 1, skew))


def _fitted(points: Floats) -> Floats:
    low, high = points.min(0), points.max(0)
    extent = np.where(high - low > 1e-9, high - low, np.inf)
    share = np.where(np.isfinite(extent), (points - low) / extent, 0.5)
    return np.asarray(share * [ASPECT, 1.0])


def _evened(points: Floats) -> Floats:
    """Return places moved part of the way to even steps along each axis: crowded parts open, empty ones close."""
    steps = points.argsort(0).argsort(0) / (len(points) - 1)
    return np.asarray((1 - EVEN) * points + EVEN * steps * [ASPECT, 1.0])


def spread(points: Floats, turns: int = 120) -> Floats:
    """Return places of which no two stand too close for their marks, pushed apart step by step."""
    size = len(points)
    least = 0.8 * float(np.sqrt(ASPECT / size))
    for _ in range(turns):
        gap = points[:, None] - points[None]
        length = np.sqrt((gap**2).sum(2))
        np.fill_diagonal(length, np.inf)
        short = np.maximum(least - length, 0) / 2
        if short.max() < 1e-3:
            break
        push = (gap / np.maximum(length, 1e-9)[..., None] * short[..., None]).sum(1)
        points = _fitted(points + 0.5 * push)
    return points

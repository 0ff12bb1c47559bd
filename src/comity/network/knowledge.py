"""What is known: where the silence of a source means no."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from comity.model import Coverage
from comity.network.evidence import Cover
from comity.network.layers import LayerRule

Days = NDArray[np.int64]
Flags = NDArray[np.bool_]
BELONGING = ("member", "party", "host", "founder")
FIRST, LAST = 1, 3652059  # ordinals of the first and last day there is


def bounds(start: object, end: object) -> tuple[int, int]:
    """Return the ordinals of two days; an open end is the first or last day there is."""
    first = start.toordinal() if hasattr(start, "toordinal") else FIRST
    last = end.toordinal() if hasattr(end, "toordinal") else LAST
    return first, last


def covers_of(rule: LayerRule, covers: Iterable[Cover]) -> list[tuple[Cover, str]]:
    """Return the coverage that speaks of a layer, with the body it is of (empty: of any)."""
    found = []
    words = set(rule.properties)
    if words & set(BELONGING):
        words.add("member")
    for cover in covers:
        property, _, body = cover.coverage.property.partition(":")
        if property in words:
            found.append((cover, body))
    return found


def reaches(covers: Sequence[tuple[Cover, str]]) -> dict[tuple[str, str], int]:
    """Return the last day each family covers, by family and body.

    Nobody saw an open tie end as far as its source goes; after that it is unknown whether it still holds.
    """
    found: dict[tuple[str, str], int] = {}
    for (family, coverage), body in covers:
        last = bounds(None, coverage.period.end)[1]
        found[family, body] = max(found.get((family, body), 0), last)
    return found


def silent(covers: Sequence[tuple[Cover, str]]) -> list[tuple[Cover, str]]:
    """Return the coverage whose silence means no."""
    return [c for c in covers if c[0].coverage.silence != "unknown"]


def spoken(cover: Coverage, index: Mapping[str, int]) -> Flags:
    """Return which of the actors a coverage is of, as (N,)."""
    if not cover.actors:
        return np.ones(len(index), bool)
    flags = np.zeros(len(index), bool)
    flags[[index[a] for a in cover.actors if a in index]] = True
    return flags


def open_on(cover: Coverage, days: Days) -> Flags:
    """Return on which of the days a coverage holds, as (T,)."""
    first, last = bounds(cover.period.start, cover.period.end)
    return (days >= first) & (days <= last)


def known_pairs(covers: Sequence[tuple[Cover, str]], index: Mapping[str, int], days: Days) -> Flags:
    """Return for which pairs silence means no, as (T, N, N)."""
    n = len(index)
    known = np.zeros((len(days), n, n), bool)
    for cover, body in silent(covers):
        if body:
            continue
        on = open_on(cover.coverage, days)
        if on.any():
            flags = spoken(cover.coverage, index)
            known[on] |= flags[:, None] & flags[None, :]
    return known


def known_cells(
    covers: Sequence[tuple[Cover, str]],
    index: Mapping[str, int],
    mechanisms: Mapping[str, int],
    days: Days,
) -> Flags:
    """Return of which mechanism and actor silence means no, as (T, M, N)."""
    known = np.zeros((len(days), len(mechanisms), len(index)), bool)
    for cover, body in silent(covers):
        on = open_on(cover.coverage, days)
        if not on.any() or (body and body not in mechanisms):
            continue
        bodies = np.zeros(len(mechanisms), bool)
        named = [mechanisms[a] for a in cover.coverage.actors if a in mechanisms]
        if body:
            bodies[mechanisms[body]] = True
        elif cover.coverage.actors:
            bodies[named] = True
        else:
            bodies[:] = True
        known[on] |= bodies[:, None] & spoken(cover.coverage, index)[None, :]
    return known

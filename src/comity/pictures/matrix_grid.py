"""What a matrix shows: the pairs in their order, as cells, rows and Vega-Lite."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from comity.measure.blocs.louvain import benefits, consensus, partitions
from comity.network.network import Network
from comity.pictures.look import Look
from comity.pictures.vega import Spec, specification

STARTS: Final = 50  # searches that must agree on the groups


COLUMNS: Final = ("a", "a_name", "b", "b_name", "state", "weight", "unit", "unknown_layers")


Floats = NDArray[np.float64]


Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """What the cells hold, in the order they are drawn. NaN is unknown; ``partly`` counts unknown layers."""

    actors: tuple[str, ...]
    cells: Floats
    partly: NDArray[np.int64]
    groups: tuple[int, ...]
    unit: str
    whole: bool


def grid_of(
    network: Network, layer: str | None, chosen: Sequence[str], order: str, seed: int, look: Look
) -> Grid:
    stack, known = network.stack(chosen), network.known(chosen)
    if layer:
        cells = np.where(known[0], stack[0], np.nan)
        partly = np.zeros(cells.shape, np.int64)
    else:
        tied = (stack > 0) | (stack.transpose(0, 2, 1) > 0)
        either = known | known.transpose(0, 2, 1)
        cells = np.where(either.any(0), tied.sum(0), np.nan)
        partly = np.where(either.any(0), (~either).sum(0), 0)
    np.fill_diagonal(cells, np.nan)
    actors = sorted(network.actors, key=lambda a: (look.name(a), a))
    groups = dict.fromkeys(actors, 0)
    if order == "blocs":
        groups = _groups(network, np.nan_to_num(cells), seed)
        actors.sort(key=lambda a: groups[a])
    where = [network.index[a] for a in actors]
    rule = network.layer(chosen[0]).rule
    return Grid(
        actors=tuple(actors),
        cells=cells[np.ix_(where, where)],
        partly=partly[np.ix_(where, where)],
        groups=tuple(groups[a] for a in actors),
        unit=look.unit(rule) if layer else look.say("unit-layers"),
        whole=not layer or rule.projection in ("pair", "co-membership"),
    )


def _groups(network: Network, cells: Floats, seed: int) -> dict[str, int]:
    """Return the group of each actor, the largest first."""
    actors = sorted(network.actors)
    where = [network.index[a] for a in actors]
    symmetric = ((cells + cells.T) / 2)[np.ix_(where, where)]
    benefit = benefits(symmetric[None], 1.0, 0.0)
    found, _ = partitions(benefit, seed, STARTS)
    agreed = consensus(benefit, found, seed)
    sizes = np.bincount(agreed)
    rank = {int(g): k for k, g in enumerate(np.argsort(-sizes, kind="stable"))}
    alone = int((sizes > 1).sum())  # those whom nothing draws to others stand together, last
    return {a: min(rank[int(g)], alone) for a, g in zip(actors, agreed, strict=True)}


def rows_of(grid: Grid, look: Look) -> list[dict[str, Any]]:
    rows = []
    symmetric = bool(np.array_equal(grid.cells, grid.cells.T, equal_nan=True))
    for i, a in enumerate(grid.actors):
        for j, b in enumerate(grid.actors):
            if i == j or (symmetric and j < i):
                continue
            value = float(grid.cells[i, j])
            none = "none" if grid.partly[i, j] else "absent"
            state = "unknown" if np.isnan(value) else "tied" if value > 0 else none
            rows.append(
                {
                    "a": a,
                    "a_name": look.name(a),
                    "b": b,
                    "b_name": look.name(b),
                    "state": look.say(f"state-{state}"),
                    "weight": None if np.isnan(value) else value,
                    "unit": grid.unit,
                    "unknown_layers": int(grid.partly[i, j]),
                }
            )
    return rows


def vega_of(grid: Grid, look: Look, what: str, description: str) -> Spec:
    names = [look.name(a) for a in grid.actors]
    values = [
        {"a": names[i], "b": names[j], "weight": None if np.isnan(v) else float(v)}
        for i, row in enumerate(grid.cells)
        for j, v in enumerate(row)
        if i != j
    ]
    axis = {"type": "nominal", "sort": names, "title": None}
    size = {"step": 24 if len(names) <= 30 else 14}
    unknown = {"filter": "datum.weight === null"}
    colour = {
        "field": "weight",
        "type": "quantitative",
        "title": grid.unit,
        "scale": {"scheme": "blues"},
    }
    body: Spec = {
        "data": {"values": values},
        "width": size,
        "height": size,
        "encoding": {"y": {"field": "a", **axis}, "x": {"field": "b", **axis}},
        "layer": [
            {
                "transform": [{"filter": "datum.weight !== null"}],
                "mark": {"type": "rect", "tooltip": True},
                "encoding": {"color": colour},
            },
            {
                "transform": [unknown],
                "mark": {"type": "text", "text": "?", "color": "#595959", "tooltip": True},
            },
        ],
    }
    return specification(f"{look.say('matrix')}: {what}", description, body)

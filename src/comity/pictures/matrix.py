"""Adjacency matrix: every pair of a layer, or how many layers tie each pair; unknown is hatched, never 0."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from comity.errors import QueryError
from comity.network.network import Network
from comity.pictures.look import Look, Names
from comity.pictures.matrix_grid import COLUMNS, Grid, grid_of, rows_of, vega_of
from comity.pictures.picture import Picture
from comity.pictures.scales import number
from comity.pictures.sheet import HATCH, MARGIN, Key, Part, box, compose
from comity.pictures.svg import clip, element, hint, room, words
from comity.pictures.telling import families_of, origin
from comity.tables import Rows

ORDERS: Final = ("name", "blocs")


# Opacities of one hue; words on the last stand in the colour of paper.
SHADES: Final = (0.1, 0.22, 0.35, 0.5, 1.0)


def draw_matrix(
    network: Network,
    layer: str | None = None,
    *,
    layers: Sequence[str] | None = None,
    order: str = "name",
    seed: int = 0,
    notes: Sequence[str] = (),
    language: str = "en",
    width: int = 960,
    names: Names | None = None,
) -> Picture:
    """Return the matrix of one layer, or of the number of layers (``layers``, by default all) that tie a pair.

    ``order`` is by ``name``, or by ``blocs``: groups that tie more among themselves than chance gives
    (modularity, agreed by 50 searches from ``seed``). In a directed layer rows act on columns.
    ``notes`` are printed below.
    Raises QueryError for an unknown order or layer and for a network without actors.
    """
    look = Look(language=language, width=width, names=names)
    if order not in ORDERS:
        raise QueryError(f"A matrix is ordered by name or by blocs, not by {order}.")
    if not network.actors:
        raise QueryError("There is no actor to draw.", hint="Choose other sources or actors.")
    chosen = (layer,) if layer else tuple(layers) if layers else network.names
    grid = grid_of(network, layer, chosen, order, seed, look)
    what = look.layer(network.layer(layer).rule) if layer else look.say("matrix-count")
    unknown = int(np.isnan(grid.cells).sum()) - len(grid.actors)
    told = look.say(
        "matrix-told",
        what=what,
        day=network.day,
        count=len(grid.actors),
        unknown=unknown,
        pairs=len(grid.actors) * (len(grid.actors) - 1),
    )
    title = f"{look.say('matrix')}{look.say('colon')}{what}"
    blocs = _grouped(grid, seed, look) if order == "blocs" else ""
    below = [*_below(network, layer, chosen, grid.unit, look), blocs]
    evidence = network.evidence
    return Picture(
        title=title,
        description=told,
        language=language,
        svg=compose(
            look,
            title=title,
            subtitle=look.say("map-sub", days=network.day),
            description=told,
            drawing=_drawn(grid, look),
            keys=_keys(grid, look),
            notes=[*below, *notes],
            sources=origin(look, families_of(evidence, chosen, grid.actors), evidence.version),
        ),
        vega=vega_of(grid, look, what, told),
        table=Rows.of(rows_of(grid, look), COLUMNS),
    )


def _below(
    network: Network, layer: str | None, chosen: Sequence[str], unit: str, look: Look
) -> list[str]:
    """Return what is to be known of the layers: which, in which direction, in which unit."""
    rules = [network.layer(name).rule for name in chosen]
    bodies = any(rule.projection == "co-membership" for rule in rules)
    named = look.listed([look.layer(rule) for rule in rules], 20)
    return [
        look.say("matrix-layers", layers=named) if not layer else "",
        look.say("matrix-directed") if layer and rules[0].directed else "",
        look.say("matrix-unit", unit=unit),
        look.say("matrix-bodies") if bodies else "",
    ]


def _grouped(grid: Grid, seed: int, look: Look) -> str:
    last = max(grid.groups)
    rest = sum(g == last for g in grid.groups)
    told = look.say("matrix-blocs", seed=seed)
    return told + (look.say("matrix-alone") if rest == 1 or _loose(grid, last) else "")


def _loose(grid: Grid, last: int) -> bool:
    """Say whether the last group is that of actors in no group: none of them is tied to another."""
    here = [k for k, g in enumerate(grid.groups) if g == last]
    return not np.nan_to_num(grid.cells[np.ix_(here, here)]).any()


def shade(value: float, most: float) -> int:
    """Return which of the five shades a weight above 0 has: equal steps up to the greatest.

    >>> shade(1, 5), shade(5, 5)
    (0, 4)
    """
    return min(4, int(5 * value / most - 1e-9)) if most > 0 else 0


def _drawn(grid: Grid, look: Look) -> Part:
    size = len(grid.actors)
    inner = look.width - 2 * MARGIN
    names = [look.name(a) for a in grid.actors]
    letters = 12 if size <= 30 else 10
    side = min(max(room(n, letters) for n in names), 170, inner * 0.3) + 8
    cell = min(44.0, (inner - side) / size)
    letters = min(letters, int(cell)) if cell < 12 else letters
    letters = max(letters, 6)
    head = max(room(a, letters) for a in map(_short, grid.actors)) + 8
    most = float(np.nanmax(grid.cells, initial=0))
    marks = [_frame(side, head, cell * size)]
    for i, name in enumerate(names):
        middle = head + cell * (i + 0.5) + letters * 0.35
        style = f"font-size:{letters}px"
        shown = clip(name, side - 8, letters)
        marks.append(words(side - 6, middle, shown, text_anchor="end", style=style))
        across = side + cell * (i + 0.5) + letters * 0.35
        turned = f"rotate(-90 {across:.1f} {head - 6:.1f})"
        short = _short(grid.actors[i])
        marks.append(words(across, head - 6, short, "soft", transform=turned, style=style))
        for j in range(size):
            at = (side + cell * j, head + cell * i, cell)
            marks.append(_cell(grid, names, i, j, at, most))
    marks += _borders(grid, side, head, cell)
    return Part(marks, head + cell * size + 4)


def _short(actor: str) -> str:
    return actor if len(actor) <= 8 else actor[:7] + "…"


def _frame(side: float, head: float, length: float) -> str:
    return element("rect", x=side, y=head, width=length, height=length, cls="none grid")


def _cell(
    grid: Grid, names: Sequence[str], i: int, j: int, at: tuple[float, float, float], most: float
) -> str:
    x, y, cell = at
    edge = {"x": x + 0.5, "y": y + 0.5, "width": cell - 1, "height": cell - 1}
    if i == j:
        return element("rect", **edge, cls="faint")
    value = float(grid.cells[i, j])
    told = f"{names[i]} – {names[j]}: "
    if np.isnan(value):
        return element("rect", hint(told + "?"), **edge, fill=HATCH)
    if value <= 0:
        middle = {"cx": x + cell / 2, "cy": y + cell / 2, "r": min(1.2, cell / 8)}
        return element("circle", **middle, cls="soft") + _partly(grid, i, j, at)
    step = shade(value, most)
    parts = [
        element("rect", hint(told + number(value)), **edge, cls="f0", fill_opacity=SHADES[step]),
        _partly(grid, i, j, at),
    ]
    letters = min(11.0, cell / max(room(number(value), 1), 1) * 0.85)
    if letters >= 6.5:
        style = {"text_anchor": "middle", "style": f"font-size:{letters:.1f}px"}
        cls = "paper" if step == 4 else None
        parts.append(
            words(x + cell / 2, y + cell / 2 + letters * 0.35, number(value), cls or "", **style)
        )
    return "".join(parts)


def _partly(grid: Grid, i: int, j: int, at: tuple[float, float, float]) -> str:
    """Return the hatched corner of a pair of which some layers are unknown: its number is the least it can be."""
    if not grid.partly[i, j]:
        return ""
    x, y, cell = at
    path = f"M{x + cell - 0.5:.1f} {y + 0.5:.1f}v{cell * 0.34:.1f}l{-cell * 0.34:.1f} {-cell * 0.34:.1f}z"
    return element("path", d=path, fill=HATCH)


def _borders(grid: Grid, side: float, head: float, cell: float) -> list[str]:
    lines = []
    length = cell * len(grid.actors)
    for k in range(1, len(grid.groups)):
        if grid.groups[k] != grid.groups[k - 1]:
            at = cell * k
            common = {"cls": "edge", "stroke_width": 1.4}
            lines.append(
                element("line", x1=side, x2=side + length, y1=head + at, y2=head + at, **common)
            )
            lines.append(
                element("line", x1=side + at, x2=side + at, y1=head, y2=head + length, **common)
            )
    return lines


def _keys(grid: Grid, look: Look) -> list[Key]:
    most = float(np.nanmax(grid.cells, initial=0))
    keys = [Key(box(HATCH), look.say("key-unknown"))]
    if (grid.partly > 0).any():
        corner = element("path", d="M19 0v12l-12 -12z", fill=HATCH)
        keys.append(Key(corner, look.say("key-partly")))
    keys.append(
        Key(
            element("circle", cx=13, cy=6, r=1.2, cls="soft"),
            look.say("key-none" if (grid.partly > 0).any() else "key-absent"),
        )
    )
    for step, (low, high) in enumerate(_classes(grid, most)):
        told = number(high) if low == high else f"{number(low)}–{number(high)}"
        sign = element("rect", width=26, height=12, cls="f0", fill_opacity=SHADES[step])
        if low <= high:
            keys.append(Key(sign, told))
    return keys if most > 0 else keys[:-5] if len(keys) > 5 else keys


def _classes(grid: Grid, most: float) -> list[tuple[float, float]]:
    """Return the least and greatest weight of each shade as they occur in whole numbers, or its bounds."""
    if most <= 0:
        return []
    bounds = [most * k / 5 for k in range(6)]
    if not grid.whole:
        return list(zip(bounds, bounds[1:], strict=False))
    return [
        (float(np.floor(low + 1e-9) + 1), float(np.floor(high + 1e-9)))
        for low, high in zip(bounds, bounds[1:], strict=False)
    ]

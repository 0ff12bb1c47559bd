"""The marks of one series: bands, line and points, words of an ordered list, counts below."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from comity.measure.value import CAUSES, Value
from comity.pictures.look import Look
from comity.pictures.scales import number, steps
from comity.pictures.series_facts import Line, span_of
from comity.pictures.sheet import HATCH, Part
from comity.pictures.style import dash, tone
from comity.pictures.svg import element, hint, room, words

PLOT: Final = 110  # pixels of a panel's height


AXIS: Final = 44  # room for the numbers left of it


Scale = Callable[[float], float]


def counts(line: Line, x: Scale, cell: float, y: float, look: Look) -> Part:
    """Return n under each point: upright where there is room, else turned."""
    told = [
        (year, f"{backed.claims:,}")
        for year, v, backed in zip(line.years, line.values, line.backed, strict=True)
        if v.value is not None
    ]
    wide = max((room(n, 9.5) for _, n in told), default=0)
    turned = wide + 2 > cell
    marks = [words(0, y + 9, look.say("n"), "tiny soft")] if told else []
    for year, n in told:
        if turned:
            at = {"transform": f"rotate(-90 {x(year) + 3.3:.1f} {y + wide:.1f})"}
            marks.append(words(x(year) + 3.3, y + wide, n, "tiny soft", **at))
        else:
            marks.append(words(x(year), y + 9, n, "tiny soft", text_anchor="middle"))
    return Part(marks, (wide + 2 if turned else 13) if told else 0)


def _unknown(line: Line, first: int, last: int, x: Scale, cell: float, height: float) -> list[str]:
    told = {y for y, v in zip(line.years, line.values, strict=True) if v.value is not None}
    return [
        element(
            "rect",
            hint(f"{year}: ?"),
            x=x(year) - cell / 2,
            y=0,
            width=cell,
            height=float(height),
            fill=HATCH,
        )
        for year in range(first, last + 1)
        if year not in told
    ]


def curve(line: Line, lines: Sequence[Line], x: Scale, cell: float, width: float) -> Part:
    """Return bands, line and points; every panel of a measure has the same scale, with 0 in it."""
    same = [v for each in lines if each.measure.id == line.measure.id for v in each.values]
    ends = [float(n) for v in same for n in (v.value, v.lo, v.hi) if isinstance(n, float | int)]
    named = steps(min([0.0, *ends]), max([0.0, *ends]), 4)
    low, high = named[0], named[-1]

    def y(value: float) -> float:
        return 6 + (PLOT - 12) * (high - value) / (high - low)

    marks = []
    for step in named:
        common = {"y1": y(step), "y2": y(step), "cls": "axis" if step == 0 else "grid"}
        marks.append(element("line", x1=AXIS, x2=float(width), **common))
        marks.append(words(AXIS - 6, y(step) + 4, number(step), "small soft", text_anchor="end"))
    first, last = span_of(lines)
    marks += _unknown(line, first, last, x, cell, PLOT)
    told = list(zip(line.years, line.values, strict=True))
    for cause in CAUSES:
        marks += _band(cause, told, x, y, cell)
    points = [(year, v) for year, v in told if isinstance(v.value, float | int)]
    for run in runs(points):
        path = "M" + "L".join(f"{x(year):.1f} {y(float(v.value or 0)):.1f}" for year, v in run)
        marks.append(element("path", d=path, cls="line edge", stroke_width=1.3))
    marks += [_point(year, v, x, y) for year, v in points]
    return Part(marks, PLOT)


def runs(points: Sequence[tuple[int, Any]]) -> list[list[tuple[int, Any]]]:
    """Return points parted wherever a year is missing.

    >>> runs([(1, "a"), (2, "b"), (4, "c")])
    [[(1, 'a'), (2, 'b')], [(4, 'c')]]
    """
    found: list[list[tuple[int, Any]]] = []
    for point in points:
        if found and found[-1][-1][0] == point[0] - 1:
            found[-1].append(point)
        else:
            found.append([point])
    return found


def _band(
    cause: str, told: Sequence[tuple[int, Value]], x: Scale, y: Scale, cell: float
) -> Iterator[str]:
    """Yield the band of one cause: a surface over years on end, a bar for a year that stands alone."""
    place = CAUSES.index(cause)
    cut = [(year, e) for year, v in told for e in v.envelopes if e.cause == cause]
    common = {"cls": f"f{tone(place)} s{tone(place)}", "fill_opacity": 0.18, "stroke_width": 1.0}
    for run in runs(cut):
        if len(run) == 1:
            year, e = run[0]
            half = min(cell / 2, 6)
            path = f"M{x(year) - half:.1f} {y(e.hi):.1f}H{x(year) + half:.1f}V{y(e.lo):.1f}H{x(year) - half:.1f}Z"
        else:
            upper = "L".join(f"{x(year):.1f} {y(e.hi):.1f}" for year, e in run)
            lower = "L".join(f"{x(year):.1f} {y(e.lo):.1f}" for year, e in reversed(run))
            path = f"M{upper}L{lower}Z"
        yield element("path", d=path, **common, stroke_dasharray=dash(place) or None)


def _point(year: int, value: Value, x: Scale, y: Scale) -> str:
    at, up = x(year), y(float(value.value or 0))
    told = f"{year}: {number(float(value.value or 0))}"
    if value.lo is None or value.hi is None:
        diamond = f"M{at:.1f} {up - 4.5:.1f}l4.5 4.5l-4.5 4.5l-4.5 -4.5z"
        return element("path", hint(told), d=diamond, cls="open")
    told += f" ({number(value.lo)} – {number(value.hi)})"
    return element("circle", hint(told), cx=at, cy=up, r=3, cls="ink rim")


def labels(line: Line, lines: Sequence[Line], x: Scale, cell: float) -> Part:
    """Return words of an ordered list as bars, one row for each, in the order they are first told."""
    told = list(zip(line.years, line.values, strict=True))
    rows = list(dict.fromkeys(str(v.value) for _, v in told if v.value is not None))
    height = max(34.0 * len(rows), 24.0)
    marks = _unknown(line, *span_of(lines), x, cell, height)
    for k, row in enumerate(rows):
        years = [(year, None) for year, v in told if v.value == row]
        base = 34.0 * k + 16
        marks.append(words(AXIS, base - 3, row, "small halo"))
        for run in runs(years):
            left, right = x(run[0][0]) - cell / 2, x(run[-1][0]) + cell / 2
            marks.append(element("rect", x=left, y=base, width=right - left, height=9, cls="f0"))
    return Part(marks, height)

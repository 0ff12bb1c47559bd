"""Measure series: values over years with their bands, by cause; no trend is drawn."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from comity.measure.value import CAUSES, Value
from comity.pictures.look import Look, Names
from comity.pictures.picture import Picture
from comity.pictures.scales import number, spans, steps, year_steps
from comity.pictures.series_facts import Line, lines_of, reasons, span_of, subject_name, title_of
from comity.pictures.series_table import COLUMNS, rows_of, vega_of
from comity.pictures.sheet import HATCH, MARGIN, Key, Part, box, compose, paragraph
from comity.pictures.style import dash, tone
from comity.pictures.svg import element, group, hint, room, words
from comity.pictures.telling import origin
from comity.tables import Rows

PLOT: Final = 110  # pixels of a panel's height
AXIS: Final = 44  # room for the numbers left of it
Scale = Callable[[float], float]


def draw_series(
    values: Sequence[Value],
    *,
    most: int = 12,
    notes: Sequence[str] = (),
    language: str = "en",
    width: int = 960,
    names: Names | None = None,
) -> Picture:
    """Return values over years, one panel for each measure and subject, of one measure all on one scale.

    Under each point stands how many claims and rows are behind it; years without a value are hatched; where
    there is no interval the reason is printed. At most ``most`` series are drawn and listed, the first ones.
    Raises QueryError for no values and for values without a year.
    """
    look = Look(language=language, width=width, names=names)
    lines = lines_of(values)
    shown = lines[:most]
    measures = list({line.measure.id: line.measure for line in lines}.values())
    title = look.listed([title_of(m, look) for m in measures])
    first, last = span_of(shown)
    levels = sorted({v.level for v in values if v.lo is not None})
    told = look.say("series-told", title=title, first=first, last=last, count=len(shown))
    bands = (
        look.say("series-level", level=look.listed([f"{x:.0%}" for x in levels])) if levels else ""
    )
    method = common_method([v.method for x in shown for v in x.values])
    below = [
        bands,
        look.say("series-note"),
        look.say("method", method=method) if method else "",
        look.say("series-more", count=len(lines) - most) if len(lines) > most else "",
        *(look.say("unit", title=title_of(m, look), unit=m.unit) for m in measures),
        *(look.say("lens", lens=x) for x in sorted({v.lens for v in values if v.lens})),
    ]
    version = next((v.data_version for v in values if v.data_version), "")
    behind = tuple(sorted({f for x in shown for b in x.backed for f in b.families}))
    return Picture(
        title=title,
        description=told,
        language=language,
        svg=compose(
            look,
            title=title,
            subtitle=look.say("series-sub", first=first, last=last),
            description=f"{told} {' '.join(_in_words(x, last - first + 1, look) for x in shown)}",
            drawing=_panels(shown, first, last, look),
            keys=_keys(shown, look),
            notes=[*below, *notes],
            sources=origin(look, behind, version),
        ),
        vega=vega_of(shown, title, told, look),
        table=Rows.of(rows_of(shown, look), COLUMNS),
    )


def common_method(methods: Sequence[str]) -> str:
    """Return the parts of methods that all values share; what differs stands with each value.

    >>> common_method(["Q 0.3; layers: alliance", "Q 0.4; layers: alliance"])
    'layers: alliance'
    """
    parts = [m.split("; ") for m in dict.fromkeys(methods) if m]
    return "; ".join(p for p in parts[0] if all(p in other for other in parts)) if parts else ""


def _in_words(line: Line, years: int, look: Look) -> str:
    told = [v.value for v in line.values if v.value is not None]
    name = subject_name(line.subject, look) or title_of(line.measure, look)
    if not told or not all(isinstance(v, float | int) for v in told):
        return look.say("series-known", name=name, known=len(told), years=years)
    low, high = min(map(float, told)), max(map(float, told))
    return look.say(
        "series-range", name=name, low=number(low), high=number(high), known=len(told), years=years
    )


def _panels(lines: Sequence[Line], first: int, last: int, look: Look) -> Part:
    inner = float(look.width - 2 * MARGIN)
    span = last - first + 1
    fit = int((inner + 24) // (AXIS + max(span * 13, 150) + 24))
    columns = max(1, min(fit, 3, len(lines)))
    wide = (inner - 24 * (columns - 1)) / columns
    marks, y, tall = [], 0.0, 0.0
    for k, line in enumerate(lines):
        if k and k % columns == 0:
            y, tall = y + tall + 16, 0.0
        part = _panel(line, lines, first, last, look, wide)
        marks.append(group(part.marks, (k % columns) * (wide + 24), y))
        tall = max(tall, part.height)
    return Part(marks, y + tall)


def _panel(
    line: Line, lines: Sequence[Line], first: int, last: int, look: Look, width: float
) -> Part:
    several = len({x.measure.id for x in lines}) > 1
    name = subject_name(line.subject, look)
    told = [title_of(line.measure, look) if several else "", name]
    head = paragraph([": ".join(t for t in told if t)], width, "bold", 12)
    cell = (width - AXIS) / (last - first + 1)

    def x(year: float) -> float:
        return AXIS + (year - first + 0.5) * cell

    body = _labels(line, lines, x, cell) if line.labelled else _curve(line, lines, x, cell, width)
    marks = [*head.marks, group(body.marks, 0, head.height + 4)]
    y = head.height + 4 + body.height
    marks += list(_years(first, last, x, y, width))
    y += 16
    counts = _counts(line, x, cell, y, look)
    marks += counts.marks
    y += counts.height
    why = [
        look.say("no-interval", years=spans(years), reason=reason)
        for reason, years in reasons(line).items()
    ]
    foot = paragraph(why, width)
    return Part([*marks, group(foot.marks, 0, y + 2)], y + 2 + foot.height)


def _years(first: int, last: int, x: Scale, y: float, width: float) -> Iterator[str]:
    for year in year_steps(first, last, max(1, int((width - AXIS) / 40))):
        yield words(x(year), y + 12, year, "small soft", text_anchor="middle")


def _counts(line: Line, x: Scale, cell: float, y: float, look: Look) -> Part:
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


def _curve(line: Line, lines: Sequence[Line], x: Scale, cell: float, width: float) -> Part:
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


def _labels(line: Line, lines: Sequence[Line], x: Scale, cell: float) -> Part:
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


def _keys(lines: Sequence[Line], look: Look) -> list[Key]:
    told = [v for line in lines for v in line.values]
    causes = {e.cause for v in told for e in v.envelopes}
    keys = []
    for place, cause in enumerate(CAUSES):
        if cause in causes:
            style = {"cls": f"f{tone(place)} s{tone(place)}", "fill_opacity": 0.18}
            style["stroke_dasharray"] = dash(place) or None
            sign = element("rect", y=0.5, width=26, height=11, **style)
            keys.append(Key(sign, look.say(f"cause-{cause}")))
    if any(v.lo is not None for v in told):
        keys.append(Key(element("circle", cx=13, cy=6, r=3, cls="ink"), look.say("key-value")))
    if any(v.lo is None and isinstance(v.value, float | int) for v in told):
        diamond = element("path", d="M13 1.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z", cls="open")
        keys.append(Key(diamond, look.say("key-bare")))
    first, last = span_of(lines)
    if any(sum(v.value is not None for v in x.values) < last - first + 1 for x in lines):
        keys.append(Key(box(HATCH), look.say("key-nodata")))
    return keys

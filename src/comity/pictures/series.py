"""Measure series: values over years with their bands, by cause; no trend is drawn."""

from collections.abc import Iterator, Sequence

from comity.measure.value import CAUSES, Value
from comity.pictures.look import Look, Names
from comity.pictures.picture import Picture
from comity.pictures.scales import number, spans, year_steps
from comity.pictures.series_facts import Line, lines_of, reasons, span_of, subject_name, title_of
from comity.pictures.series_marks import AXIS, Scale, counts, curve, labels
from comity.pictures.series_table import COLUMNS, rows_of, vega_of
from comity.pictures.sheet import HATCH, MARGIN, Key, Part, box, compose, paragraph
from comity.pictures.style import dash, tone
from comity.pictures.svg import element, group, words
from comity.pictures.telling import origin
from comity.tables import Rows


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
    there is no interval the reason is printed. At most ``most`` series are drawn and listed, the first
    ones; those without a value in any year are named below.
    Raises QueryError for no values and for values without a year.
    """
    look = Look(language=language, width=width, names=names)
    lines = lines_of(values)
    told_of = [x for x in lines if any(v.value is not None for v in x.values)]
    shown = (told_of or lines)[:most]
    measures = list({line.measure.id: line.measure for line in shown}.values())
    title = look.listed([title_of(m, look) for m in measures])
    first, last = span_of(shown)
    told = look.say("series-told", title=title, first=first, last=last, count=len(shown))
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
            notes=[*_below(lines, shown, len(told_of), look), *notes],
            sources=origin(look, behind, version),
        ),
        vega=vega_of(shown, title, told, look),
        table=Rows.of(rows_of(shown, look), COLUMNS),
    )


def _below(lines: Sequence[Line], shown: Sequence[Line], known: int, look: Look) -> list[str]:
    """Return what is to be known of bands, counts, choices, units and lenses."""
    values = [v for line in shown for v in line.values]
    levels = [f"{x:.0%}" for x in sorted({v.level for v in values if v.lo is not None})]
    method = common_method([v.method for v in values])
    measures = {line.measure.id: line.measure for line in shown}.values()
    left = (known or len(lines)) - len(shown)
    empty = [x for x in lines if known and all(v.value is None for v in x.values)]
    named = look.listed([subject_name(x.subject, look) or x.measure.id for x in empty], 12)
    return [
        look.say("series-level", level=look.listed(levels)) if levels else "",
        look.say("series-note"),
        look.say("method", method=method) if method else "",
        look.say("series-more", count=left) if left else "",
        look.say("series-empty", names=named) if empty else "",
        *(look.say("unit", title=title_of(m, look), unit=m.unit) for m in measures),
        *(look.say("lens", lens=x) for x in sorted({v.lens for v in values if v.lens})),
    ]


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

    body = labels(line, lines, x, cell) if line.labelled else curve(line, lines, x, cell, width)
    marks = [*head.marks, group(body.marks, 0, head.height + 4)]
    y = head.height + 4 + body.height
    marks += list(_years(first, last, x, y, width))
    y += 16
    below = counts(line, x, cell, y, look)
    marks += below.marks
    y += below.height
    why = [
        look.say("no-interval", years=spans(years), reason=reason)
        for reason, years in reasons(line).items()
    ]
    foot = paragraph(why, width)
    return Part([*marks, group(foot.marks, 0, y + 2)], y + 2 + foot.height)


def _years(first: int, last: int, x: Scale, y: float, width: float) -> Iterator[str]:
    for year in year_steps(first, last, max(1, int((width - AXIS) / 40))):
        yield words(x(year), y + 12, year, "small soft", text_anchor="middle")


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

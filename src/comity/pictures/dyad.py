"""What ties two over the years: a strip for each layer, unknown years hatched, grades in their own words."""

from collections.abc import Sequence
from typing import Final

from comity.network.years import Sequence as Years
from comity.pictures.dyad_strips import COLUMNS, Strip, dyad_strips, grade_runs, rows_of, vega_of
from comity.pictures.look import Look, Names
from comity.pictures.picture import Picture
from comity.pictures.scales import number, year_steps
from comity.pictures.sheet import BOLD, HATCH, MARGIN, Key, Part, box, compose
from comity.pictures.style import tone
from comity.pictures.svg import element, group, hint, room, words, wrap
from comity.pictures.telling import families_of, origin
from comity.tables import Rows

HIGH: Final = 26  # pixels of the highest bar


GRADES: Final = 5  # lines of grades below a strip; the table has all


def draw_dyad(
    years: Years,
    a: str,
    b: str,
    *,
    layers: Sequence[str] | None = None,
    language: str = "en",
    width: int = 960,
    names: Names | None = None,
) -> Picture:
    """Return the strips of two actors, of directed layers one each way.

    Each strip has its own scale, from 0 to its greatest weight, which is printed. Raises QueryError for
    actors outside of the sequence, for the same actor twice and for no years.
    """
    look = Look(language=language, width=width, names=names)
    strips = dyad_strips(years, a, b, layers)
    pair = f"{look.name(a)} – {look.name(b)}"
    span = f"{years.years[0]}–{years.years[-1]}"
    told = look.say("dyad-told", pair=pair, span=span, count=len(strips))
    used = [s.rule.id for s in strips]
    evidence = years.evidence
    rows = [row for strip in strips for row in rows_of(strip, years.years, look)]
    keys = [Key(box(HATCH), look.say("key-unknown")), Key(_absent(), look.say("key-absent"))]
    opened = any(any(s.open) for s in strips)
    return Picture(
        title=look.say("dyad", pair=pair),
        description=told,
        language=language,
        svg=compose(
            look,
            title=look.say("dyad", pair=pair),
            subtitle=look.say("dyad-sub", span=span),
            description=f"{told} {_in_words(strips, years.years, look)}",
            drawing=_drawn(strips, years.years, look),
            keys=keys,
            notes=[look.say("dyad-note"), look.say("dyad-open-note") if opened else ""],
            sources=origin(look, families_of(evidence, used, (a, b)), evidence.version),
        ),
        vega=vega_of(rows, look.say("dyad", pair=pair), told, look),
        table=Rows.of(rows, COLUMNS),
    )


def _absent() -> str:
    return element("line", x1=0, x2=26, y1=11, y2=11, cls="dim", stroke_width=1.2)


def _drawn(strips: Sequence[Strip], years: Sequence[int], look: Look) -> Part:
    inner = float(look.width - 2 * MARGIN)
    cell = inner / len(years)
    marks, y = [], 0.0
    for strip in strips:
        part = _one(strip, years, look, inner)
        marks.append(group(part.marks, 0, y))
        y += part.height + 8
    named = year_steps(years[0], years[-1], int(inner / 48))
    for year in named:
        x = cell * (year - years[0] + 0.5)
        marks.insert(0, element("line", x1=x, x2=x, y1=0, y2=y, cls="grid"))
        anchor = "start" if x < 16 else "end" if x > inner - 16 else "middle"
        marks.append(words(x, y + 11, year, "small soft", text_anchor=anchor))
    return Part(marks, y + 14)


def _one(strip: Strip, years: Sequence[int], look: Look, width: float) -> Part:
    heights = zip(strip.weights, strip.open, strict=True)
    most = max(((w or 0) + more for w, more in heights), default=0)
    name = look.layer(strip.rule)
    if strip.rule.directed:
        name += f": {look.name(strip.a)} → {look.name(strip.b)}"
    told = max((w for w in strip.weights if w is not None), default=0)
    scale = look.say("dyad-most", most=number(told), unit=look.unit(strip.rule)) if told else ""
    lines = wrap(name, width, 12 * BOLD)
    beside = len(lines) == 1 and room(name, 12 * BOLD) + room(scale, 11) + 16 <= width
    marks = [words(0, 12 + 15 * k, line, "bold halo") for k, line in enumerate(lines)]
    head = 15.0 * len(lines) + 3
    if scale and beside:
        marks.append(words(width, 12, scale, "small soft halo", text_anchor="end"))
    elif scale:
        for line in wrap(scale, width, 11):
            marks.append(words(0, head + 8, line, "small soft halo"))
            head += 14
    marks += _bars(strip, years, width, head, most, look)
    grades = _grades(strip, years, look, width)
    body = head + HIGH
    marks += [words(0, body + 14 + 14 * k, g, "small halo") for k, g in enumerate(grades)]
    return Part(marks, body + 14 * len(grades) + (4 if grades else 0))


def _bars(
    strip: Strip, years: Sequence[int], width: float, top: float, most: float, look: Look
) -> list[str]:
    cell = width / len(years)
    base = top + HIGH
    marks = [element("line", x1=0, x2=width, y1=base, y2=base, cls="dim", stroke_width=1.0)]
    for k, (year, weight) in enumerate(zip(years, strip.weights, strict=True)):
        x, told = cell * k, f"{year}: "
        if weight is None and not strip.open[k]:
            title = hint(told + look.say("state-unknown"))
            marks.append(
                element("rect", title, x=x, y=top + 6, width=cell, height=HIGH - 6, fill=HATCH)
            )
            continue
        high = max(3.0, HIGH * weight / most) if weight else 0.0
        gap = 1.0 if cell > 5 else 0.0
        if weight:
            grade = f"; {strip.grades[k]}" if strip.grades[k] else ""
            title = hint(f"{told}{number(weight)} ({look.unit(strip.rule)}){grade}")
            common = {"x": x + gap / 2, "y": base - high, "width": cell - gap, "height": high}
            marks.append(element("rect", title, **common, cls=f"f{tone(strip.place)}"))
        if strip.open[k]:
            more = HIGH * strip.open[k] / most
            title = hint(told + look.say("dyad-open", count=strip.open[k]))
            common = {"x": x, "y": base - high - more, "width": cell, "height": more}
            marks.append(element("rect", title, **common, fill=HATCH))
    return marks


def _grades(strip: Strip, years: Sequence[int], look: Look, width: float) -> list[str]:
    told = [
        f"{first}–{last}  {grade}" if last != first else f"{first}  {grade}"
        for first, last, grade in grade_runs(strip, years)
    ]
    lines = [line for each in told for line in wrap(each, width, 11)]
    if len(lines) > GRADES:
        lines = [*lines[: GRADES - 1], look.say("dyad-grades", count=len(told))]
    return lines


def _in_words(strips: Sequence[Strip], years: Sequence[int], look: Look) -> str:
    told = []
    for strip in strips:
        tied = sum(1 for w in strip.weights if w)
        unknown = sum(1 for w in strip.weights if w is None)
        name = look.layer(strip.rule)
        told.append(
            look.say("dyad-words", layer=name, tied=tied, unknown=unknown, years=len(years))
        )
    return " ".join(told)

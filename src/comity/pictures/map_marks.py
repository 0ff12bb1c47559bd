"""The marks of one map: lines by layer, actors, names."""

from math import hypot

from comity.pictures.labels import set_labels
from comity.pictures.look import Look
from comity.pictures.map_facts import Day, Tie
from comity.pictures.sheet import HATCH
from comity.pictures.style import dash, tone
from comity.pictures.svg import element, group, hint, words

Point = tuple[float, float]


def cross(one: Point, two: Point, place: int, bend: float = 0) -> str:
    """Return the mark in the middle of a line of conduct against each other."""
    length = hypot(two[0] - one[0], two[1] - one[1]) or 1
    x = (one[0] + two[0]) / 2 - (two[1] - one[1]) / length * bend / 2
    y = (one[1] + two[1]) / 2 + (two[0] - one[0]) / length * bend / 2
    path = f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"
    return element("path", d=path, cls=f"line s{tone(place)}", stroke_width=1.8)


def line(one: Point, two: Point, place: int | None, wide: float, bend: float = 0) -> str:
    """Return a line between two points in the style of a layer; None is the style of what is unknown."""
    (x1, y1), (x2, y2) = one, two
    length = hypot(x2 - x1, y2 - y1) or 1
    mx, my = (x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend
    path = f"M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {x2:.1f} {y2:.1f}"
    cls = "line dim" if place is None else f"line s{tone(place)}"
    pattern = "1 4" if place is None else dash(place) or None
    return element(
        "path", d=path, cls=cls, stroke_width=round(wide, 1) or 1.3, stroke_dasharray=pattern
    )


def dot(x: float, y: float, state: str, radius: float = 5) -> str:
    common = {"cx": float(x), "cy": float(y), "r": float(radius)}
    if state == "dark":
        return element("circle", **common, fill=HATCH, cls="dim", stroke_dasharray="2 2")
    return element("circle", **common, cls="open" if state == "alone" else "ink rim")


def ties_of(day: Day, points: dict[str, Point], look: Look) -> list[str]:
    """Return the lines: those of one pair side by side, unknown ones beneath."""
    order = {count.layer.id: count.place for count in day.counts}
    shown = [t for t in day.ties if t.drawn]
    beside: dict[tuple[str, str], list[Tie]] = {}
    for tie in shown:
        if tie.weight is not None:
            beside.setdefault((tie.a, tie.b), []).append(tie)
    gone = {(t.a, t.b): t for t in shown if t.weight is None and (t.a, t.b) not in beside}
    lines = [
        group([hint(_said(t, look)), line(points[t.a], points[t.b], None, 0)])
        for t in gone.values()
    ]
    weights = {c.layer.id: _weights(day, c.layer.id) for c in day.counts}
    thin = min(1.0, (150 / max(len(shown), 1)) ** 0.5)
    for ties in beside.values():
        for k, tie in enumerate(sorted(ties, key=lambda t: order[t.layer.id])):
            bend = (k - (len(ties) - 1) / 2) * 9
            lines.append(_tie(tie, points, order[tie.layer.id], bend, weights, thin, look))
    return lines


def _weights(day: Day, layer: str) -> tuple[float, float]:
    told = [t.weight for t in day.ties if t.layer.id == layer and t.weight is not None]
    return (min(told), max(told)) if told else (0, 0)


def _tie(
    tie: Tie,
    points: dict[str, Point],
    place: int,
    bend: float,
    weights: dict[str, tuple[float, float]],
    thin: float,
    look: Look,
) -> str:
    least, most = weights[tie.layer.id]
    share = 0.25 if least == most else (tie.weight or 0) / most
    ends = points[tie.a], points[tie.b]
    marks = [hint(_said(tie, look)), line(*ends, place, thin * (0.9 + 1.9 * share**0.5), bend)]
    if tie.layer.sign < 0:
        marks.append(cross(*ends, place, bend))
    return group(marks)


def _said(tie: Tie, look: Look) -> str:
    ends = f"{look.name(tie.a)} – {look.name(tie.b)}, {look.layer(tie.layer)}"
    if tie.weight is None:
        return look.say("tie-gone", ends=ends, year=tie.last)
    return look.say("tie-told", ends=ends, weight=f"{tie.weight:.3g}", unit=look.unit(tie.layer))


def actors_of(
    day: Day, points: dict[str, Point], look: Look, width: float, height: float, top: int
) -> list[str]:
    """Return the actors with as many names as have room, those with most ties first."""
    ties = dict.fromkeys(points, 0)
    for tie in day.ties:
        for actor in (tie.a, tie.b):
            ties[actor] = ties.get(actor, 0) + (tie.weight is not None)
    order = sorted(points, key=lambda a: (-ties[a], look.name(a)))
    size = 12 if width > 500 else 10
    told = [(look.name(a), a) if k < top else () for k, a in enumerate(order)]
    labels = set_labels([points[a] for a in order], told, width, height, size=size)
    dots, named = [], []
    for actor, label in zip(order, labels, strict=True):
        state = "dark" if actor in day.dark else "alone" if actor in day.alone else "tied"
        x, y = points[actor]
        dots.append(group([hint(look.name(actor)), dot(x, y, state, 5 if width > 500 else 4)]))
        if label:
            style = {"text_anchor": label.anchor, "style": f"font-size:{size}px"}
            named.append(words(label.x, label.y, label.told, "halo", **style))
    return [*dots, *named]

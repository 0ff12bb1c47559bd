"""Network map: who is tied to whom on a day, by layer; several days as small multiples."""

from collections.abc import Iterable, Sequence
from math import hypot

from comity.errors import QueryError
from comity.network.network import Network
from comity.pictures.labels import set_labels
from comity.pictures.layout import Places, place_actors
from comity.pictures.look import Look, Names
from comity.pictures.map_facts import Day, Tie, day_of
from comity.pictures.map_table import table_of, vega_of
from comity.pictures.picture import Picture
from comity.pictures.sheet import HATCH, MARGIN, Key, Part, compose
from comity.pictures.style import dash, tone
from comity.pictures.svg import clip, element, group, hint, room, words
from comity.pictures.telling import LEAST, families_of, origin

Point = tuple[float, float]
SMALL = 280  # pixels: a panel of several is no narrower
GAP = 18


def draw_map(
    networks: Network | Iterable[Network],
    *,
    layers: Sequence[str] | None = None,
    places: Places | None = None,
    top: int = 60,
    notes: Sequence[str] = (),
    language: str = "en",
    width: int = 960,
    names: Names | None = None,
) -> Picture:
    """Return the map of one network, or of several side by side.

    ``places`` (of `place_actors` over all years) keep each actor where it is on every map; without them they are
    computed on the networks given. ``layers``: by default ties between two and events. At most ``top`` names
    are set, of those with most ties first. Of a layer with very many ties the strongest are drawn; legend and
    table give all. ``notes`` are printed below. Raises QueryError for no network or none of its actors.
    """
    shown = (networks,) if isinstance(networks, Network) else tuple(networks)
    look = Look(language=language, width=width, names=names)
    if not shown or not shown[0].actors:
        raise QueryError("There is no actor to draw.", hint="Choose other sources or actors.")
    where = places or place_actors(shown, layers=layers)
    most = max(LEAST, 2 * len(shown[0].actors))
    days = [day_of(network, where, most) for network in shown]
    rules = tuple(count.layer for count in days[0].counts)
    table = table_of(days, look)
    told = look.say("map-told", days=", ".join(d.date for d in days), count=len(days[0].actors))
    return Picture(
        title=look.say("map"),
        description=told,
        language=language,
        svg=compose(
            look,
            title=look.say("map"),
            subtitle=look.say("map-sub", days=", ".join(d.date for d in days)),
            description=f"{told} {_counted(days, look)}",
            drawing=_panels(days, where, look, top),
            keys=_keys(days, look),
            notes=[look.say("map-note"), *notes],
            sources=origin(
                look,
                families_of(shown[0].evidence, [r.id for r in rules], shown[0].actors),
                shown[0].evidence.version,
            ),
        ),
        vega=vega_of(days, where, look, told),
        table=table,
    )


def _counted(days: Sequence[Day], look: Look) -> str:
    return " ".join(
        look.say("layer-count", date=d.date, layer=look.layer(c.layer), **_numbers(c))
        for d in days
        for c in d.counts
    )


def _numbers(count: object) -> dict[str, int]:
    return {n: getattr(count, n) for n in ("tied", "unknown", "pairs")}


def _keys(days: Sequence[Day], look: Look) -> list[Key]:
    keys: list[Key] = []
    for place, count in enumerate(days[0].counts):
        told = look.layer(count.layer)
        if len(days) == 1:
            told += look.say("key-count", **_numbers(count))
        if any(d.counts[place].drawn < d.counts[place].tied for d in days):
            told += look.say("key-strongest", drawn=count.drawn)
        keys.append(Key(_sample(place, count.layer.sign), told))
    if any(t.weight is None for d in days for t in d.ties):
        keys.append(Key(_line((0, 6), (26, 6), None, 0), look.say("key-gone")))
    if any(d.alone for d in days):
        keys.append(Key(_dot(13, 6, "alone"), look.say("key-alone")))
    if any(d.dark for d in days):
        keys.append(Key(_dot(13, 6, "dark"), look.say("key-dark")))
    return keys


def _sample(place: int, sign: int) -> str:
    line = _line((0, 6), (26, 6), place, 2)
    return line + _cross((0, 6), (26, 6), place) if sign < 0 else line


def _cross(one: Point, two: Point, place: int, bend: float = 0) -> str:
    """Return the mark in the middle of a line of conduct against each other."""
    length = hypot(two[0] - one[0], two[1] - one[1]) or 1
    x = (one[0] + two[0]) / 2 - (two[1] - one[1]) / length * bend / 2
    y = (one[1] + two[1]) / 2 + (two[0] - one[0]) / length * bend / 2
    path = f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"
    return element("path", d=path, cls=f"line s{tone(place)}", stroke_width=1.8)


def _line(one: Point, two: Point, place: int | None, wide: float, bend: float = 0) -> str:
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


def _dot(x: float, y: float, state: str, radius: float = 5) -> str:
    common = {"cx": float(x), "cy": float(y), "r": float(radius)}
    if state == "dark":
        return element("circle", **common, fill=HATCH, cls="dim", stroke_dasharray="2 2")
    return element("circle", **common, cls="open" if state == "alone" else "ink rim")


def _panels(days: Sequence[Day], places: Places, look: Look, top: int) -> Part:
    inner = look.width - 2 * MARGIN
    columns = max(1, min(len(days), 4, int((inner + GAP) // (SMALL + GAP))))
    wide = (inner - GAP * (columns - 1)) / columns
    marks, y, tall = [], 0.0, 0.0
    for place, day in enumerate(days):
        if place and place % columns == 0:
            y, tall = y + tall + GAP, 0.0
        part = _panel(day, places, look, wide, top, named=len(days) > 1)
        marks.append(group(part.marks, (place % columns) * (wide + GAP), y))
        tall = max(tall, part.height)
    return Part(marks, y + tall)


def _panel(day: Day, places: Places, look: Look, width: float, top: int, *, named: bool) -> Part:
    head = 20.0 if named else 0.0
    height = max(width / 1.6, 260.0) if places.at else 20.0
    points = _points(day, places, width, height)
    marks = [words(0, 13, day.date, "bold")] if named else []
    if named:
        marks.append(element("line", x1=0, y1=head, x2=float(width), y2=head, cls="grid"))
    strip = _apart(day, places, look, width)
    body = [*_ties(day, points, look), *_actors(day, points, look, width, height, top)]
    marks += [group(body, 0, head), group(strip.marks, 0, head + height + 6)]
    return Part(marks, head + height + 6 + strip.height)


def _points(day: Day, places: Places, width: float, height: float) -> dict[str, Point]:
    side, high = (70, 22) if width > 500 else (34, 18)
    return {
        actor: (side + x / 1.6 * (width - 2 * side), high + y * (height - 2 * high))
        for actor, (x, y) in places.at.items()
        if actor in day.actors
    }


def _ties(day: Day, points: dict[str, Point], look: Look) -> list[str]:
    """Return the lines: those of one pair side by side, unknown ones beneath."""
    order = {count.layer.id: place for place, count in enumerate(day.counts)}
    shown = [t for t in day.ties if t.drawn]
    beside: dict[tuple[str, str], list[Tie]] = {}
    for tie in shown:
        if tie.weight is not None:
            beside.setdefault((tie.a, tie.b), []).append(tie)
    gone = {(t.a, t.b): t for t in shown if t.weight is None and (t.a, t.b) not in beside}
    lines = [
        group([hint(_said(t, look)), _line(points[t.a], points[t.b], None, 0)])
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
    marks = [hint(_said(tie, look)), _line(*ends, place, thin * (0.9 + 1.9 * share**0.5), bend)]
    if tie.layer.sign < 0:
        marks.append(_cross(*ends, place, bend))
    return group(marks)


def _said(tie: Tie, look: Look) -> str:
    ends = f"{look.name(tie.a)} – {look.name(tie.b)}, {look.layer(tie.layer)}"
    if tie.weight is None:
        return look.say("tie-gone", ends=ends, year=tie.last)
    return look.say("tie-told", ends=ends, weight=f"{tie.weight:.3g}", unit=look.unit(tie.layer))


def _actors(
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
        dots.append(group([hint(look.name(actor)), _dot(x, y, state, 5 if width > 500 else 4)]))
        if label:
            style = {"text_anchor": label.anchor, "style": f"font-size:{size}px"}
            named.append(words(label.x, label.y, label.told, "halo", **style))
    return [*dots, *named]


def _apart(day: Day, places: Places, look: Look, width: float) -> Part:
    """Return the strip of those without any tie in the years shown."""
    here = [a for a in places.apart if a in day.actors]
    if not here:
        return Part([], 0)
    marks = [words(0, 11, look.say("apart"), "small soft")]
    x, y = 0.0, 28.0
    for actor in here:
        name = clip(look.name(actor), width - 20, 11)
        wide = 20 + room(name, 11) + 10
        if x and x + wide > width:
            x, y = 0.0, y + 17
        marks.append(_dot(x + 6, y - 4, "dark" if actor in day.dark else "alone", 4.5))
        marks.append(words(x + 15, y, name, "small"))
        x += wide
    return Part(marks, y + 6)

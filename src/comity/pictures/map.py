"""Network map: who is tied to whom on a day, by layer; several days as small multiples."""

from collections.abc import Iterable, Sequence

from comity.errors import QueryError
from comity.network.network import Network
from comity.pictures.layout import Places, place_actors
from comity.pictures.look import Look, Names
from comity.pictures.map_facts import Day, day_of
from comity.pictures.map_marks import Point, actors_of, cross, dot, line, ties_of
from comity.pictures.map_table import table_of, vega_of
from comity.pictures.picture import Picture
from comity.pictures.sheet import MARGIN, Key, Part, compose
from comity.pictures.svg import clip, element, group, room, words
from comity.pictures.telling import LEAST, families_of, origin

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
            one = len(days) == 1
            told += look.say("key-strongest", drawn=count.drawn) if one else look.say("key-strong")
        keys.append(Key(_sample(count.place, count.layer.sign), told))
    if any(t.weight is None for d in days for t in d.ties):
        keys.append(Key(line((0, 6), (26, 6), None, 0), look.say("key-gone")))
    if any(d.alone for d in days):
        keys.append(Key(dot(13, 6, "alone"), look.say("key-alone")))
    if any(d.dark for d in days):
        keys.append(Key(dot(13, 6, "dark"), look.say("key-dark")))
    return keys


def _sample(place: int, sign: int) -> str:
    drawn = line((0, 6), (26, 6), place, 2)
    return drawn + cross((0, 6), (26, 6), place) if sign < 0 else drawn


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
    body = [*ties_of(day, points, look), *actors_of(day, points, look, width, height, top)]
    marks += [group(body, 0, head), group(strip.marks, 0, head + height + 6)]
    return Part(marks, head + height + 6 + strip.height)


def _points(day: Day, places: Places, width: float, height: float) -> dict[str, Point]:
    side, high = (70, 22) if width > 500 else (34, 18)
    return {
        actor: (side + x / 1.6 * (width - 2 * side), high + y * (height - 2 * high))
        for actor, (x, y) in places.at.items()
        if actor in day.actors
    }


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
        marks.append(dot(x + 6, y - 4, "dark" if actor in day.dark else "alone", 4.5))
        marks.append(words(x + 15, y, name, "small"))
        x += wide
    return Part(marks, y + 6)

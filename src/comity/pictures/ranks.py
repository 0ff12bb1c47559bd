"""Rank intervals: between which places a subject can stand, given what its interval leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from comity.errors import QueryError
from comity.measure.catalogue import measure_of
from comity.measure.value import Value
from comity.pictures.look import Look, Names
from comity.pictures.picture import Picture
from comity.pictures.scales import number
from comity.pictures.series_facts import subject_name, title_of
from comity.pictures.sheet import HATCH, MARGIN, Key, Part, box, compose
from comity.pictures.svg import clip, element, hint, room, words
from comity.pictures.telling import Backing, backing, origin
from comity.pictures.vega import Spec, specification
from comity.tables import Rows

COLUMNS: Final = ("name", "best", "worst", "value", "lo", "hi", "unit", "n_claims", "no_interval")
ROW: Final = 20
HATCHED: Final = 8  # rows without data that are drawn; more are named below


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A subject with its best and worst rank; None where its value is unknown."""

    value: Value
    best: int | None
    worst: int | None


def rank_places(values: Sequence[Value], *, least_first: bool = False) -> tuple[Place, ...]:
    """Return the ranks that intervals leave open, the greatest value first.

    Best is one more than those surely above: their whole interval lies beyond this one's. Worst counts all
    that are not surely below. A value without an interval is taken as it stands; equal ones share both ranks.
    These ranks hold whatever the joint errors are, and are wider than `rank_intervals` of draws.
    """
    known = [v for v in values if isinstance(v.value, float | int)]
    sign = -1.0 if least_first else 1.0
    ends = [sorted((sign * _low(v), sign * _high(v))) for v in known]
    found = []
    for value, (low, high) in zip(known, ends, strict=True):
        above = sum(other[0] > high for other in ends)
        below = sum(other[1] < low for other in ends)
        found.append(Place(value=value, best=above + 1, worst=len(known) - below))
    found.sort(key=lambda p: (-sign * float(p.value.value or 0), str(p.value.subject)))
    rest = [Place(value=v, best=None, worst=None) for v in values if v.value is None]
    return (*found, *rest)


def _low(value: Value) -> float:
    told = float(value.value or 0)
    return told if value.lo is None else min(told, value.lo)


def _high(value: Value) -> float:
    told = float(value.value or 0)
    return told if value.hi is None else max(told, value.hi)


def draw_ranks(
    values: Sequence[Value],
    *,
    least_first: bool = False,
    most: int = 60,
    notes: Sequence[str] = (),
    language: str = "en",
    width: int = 960,
    names: Names | None = None,
) -> Picture:
    """Return the ranks of one measure in one period: a bar from best to worst, value and interval beside it.

    At most ``most`` are drawn and listed, of all that are ranked; many without data are named below. Raises QueryError for no values, for words, and for
    several measures or periods.
    """
    look = Look(language=language, width=width, names=names)
    measure, period = _one(values)
    places = rank_places(values, least_first=least_first)
    title = look.say("ranks", title=title_of(measure, look))
    ranked = sum(p.best is not None for p in places)
    told = look.say("ranks-told", title=title_of(measure, look), period=period, count=ranked)
    bare = sorted({p.value.no_interval for p in places if p.best and p.value.lo is None})
    levels = sorted({v.level for v in values if v.lo is not None})
    below = [
        look.say("ranks-note", levels=look.listed([f"{x:.0%}" for x in levels])) if levels else "",
        look.say("ranks-bare", reasons=look.listed(bare, 3)) if bare else "",
        look.say("ranks-least" if least_first else "ranks-greatest"),
        look.say("unit", title=title_of(measure, look), unit=measure.unit),
    ]
    rest = [p for p in places if p.best is None]
    crowded = len(rest) > HATCHED and bool(ranked)
    drawn = [p for p in places if p.best or not crowded][:most]
    unknown = look.listed([subject_name(p.value.subject, look) for p in rest], 20)
    backed = [backing(p.value) for p in drawn]
    rows = [_row(p, b, look) for p, b in zip(drawn, backed, strict=True)]
    left = max((ranked if crowded else len(places)) - most, 0)
    below += [
        look.say("series-more", count=left) if left else "",
        look.say("ranks-empty", names=unknown) if crowded else "",
    ]
    version = next((v.data_version for v in values if v.data_version), "")
    sources = tuple(sorted({f for b in backed for f in b.families}))
    return Picture(
        title=title,
        description=told,
        language=language,
        svg=compose(
            look,
            title=title,
            subtitle=look.say("ranks-sub", period=period or "–"),
            description=told,
            drawing=_drawn(drawn, ranked, look),
            keys=_keys(drawn, look),
            notes=[*below, *notes],
            sources=origin(look, sources, version),
        ),
        vega=_vega(rows, title, told),
        table=Rows.of(rows, COLUMNS),
    )


def _one(values: Sequence[Value]) -> tuple[Any, str]:
    if not values:
        raise QueryError("There is no value to rank.", hint="Choose other actors or another day.")
    if len({(v.measure, v.subject.period) for v in values}) > 1:
        raise QueryError("Ranks are of one measure in one period.", hint="Choose one of each.")
    if any(isinstance(v.value, str) for v in values):
        raise QueryError(f"{values[0].measure} gives words, which have no ranks.")
    return measure_of(values[0].measure), values[0].subject.period


def _row(place: Place, backed: Backing, look: Look) -> dict[str, Any]:
    value = place.value
    return {
        "name": subject_name(value.subject, look) or "–",
        "best": place.best,
        "worst": place.worst,
        "value": value.value,
        "lo": value.lo,
        "hi": value.hi,
        "unit": value.unit,
        "n_claims": backed.claims,
        "no_interval": value.no_interval or None,
    }


def _said(value: Value) -> str:
    if value.value is None:
        return "?"
    told = number(float(value.value))
    if value.lo is None or value.hi is None:
        return told
    return f"{told} ({number(value.lo)} – {number(value.hi)})"


def _drawn(places: Sequence[Place], ranked: int, look: Look) -> Part:
    inner = float(look.width - 2 * MARGIN)
    called = [subject_name(p.value.subject, look) or "–" for p in places]
    side = min(max(room(n, 12) for n in called), 220, inner * 0.32) + 10
    right = min(max(room(_said(p.value), 11) for p in places), inner * 0.34) + 10
    cell = (inner - side - right) / max(ranked, 1)
    height = ROW * len(places)
    marks = []
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 500) if cell * s >= 24 or s == 500)
    for rank in range(1, ranked + 1):
        if rank == 1 or rank % step == 0:
            x = side + cell * (rank - 0.5)
            marks.append(element("line", x1=x, x2=x, y1=18, y2=20.0 + height, cls="grid"))
            marks.append(words(x, 12, rank, "small soft", text_anchor="middle"))
    for k, (place, name) in enumerate(zip(places, called, strict=True)):
        y = 20 + ROW * k + ROW / 2
        shown = clip(name, side - 10, 12)
        marks.append(words(side - 8, y + 4, shown, text_anchor="end"))
        marks.append(_bar(place, k, side, cell, ranked, y, name))
        marks.append(
            words(inner, y + 4, clip(_said(place.value), right, 11), "small", text_anchor="end")
        )
    return Part(marks, 24 + height)


def _bar(place: Place, row: int, side: float, cell: float, ranked: int, y: float, name: str) -> str:
    if place.best is None or place.worst is None:
        wide = cell * max(ranked, 1)
        return element(
            "rect", hint(f"{name}: ?"), x=side, y=y - 5, width=wide, height=10, fill=HATCH
        )
    told = hint(f"{name}: {place.best}–{place.worst}, {_said(place.value)}")
    left, right = side + cell * (place.best - 1), side + cell * place.worst
    inset = min(2.0, cell * 0.15)
    wide = max(right - left - 2 * inset, 2.0)
    common = {"x": left + inset, "y": y - 5, "width": wide, "height": 10, "rx": 3}
    if place.value.lo is None:
        return element("rect", told, **common, cls="open")
    return element("rect", told, **common, cls="f0")


def _keys(places: Sequence[Place], look: Look) -> list[Key]:
    keys = []
    if any(p.value.lo is not None for p in places):
        sign = element("rect", y=1, width=26, height=10, rx=3, cls="f0")
        keys.append(Key(sign, look.say("key-rank")))
    if any(p.best and p.value.lo is None for p in places):
        sign = element("rect", y=1, width=26, height=10, rx=3, cls="open")
        keys.append(Key(sign, look.say("key-rank-bare")))
    if any(p.best is None for p in places):
        keys.append(Key(box(HATCH), look.say("key-nodata")))
    return keys


def _vega(rows: list[dict[str, Any]], title: str, description: str) -> Spec:
    names = [r["name"] for r in rows]
    y = {"field": "name", "type": "nominal", "sort": names, "title": None}
    scale = {"zero": False}
    best = {"field": "from", "type": "quantitative", "title": None, "scale": scale}
    ends = [
        {"calculate": "datum.best - 0.4", "as": "from"},
        {"calculate": "datum.worst + 0.4", "as": "until"},
    ]
    tips = [{"field": n, "type": "nominal"} for n in ("name", "best", "worst", "value", "lo", "hi")]
    body: Spec = {
        "data": {"values": rows},
        "width": 560,
        "layer": [
            {
                "transform": [{"filter": "isValid(datum.best)"}, *ends],
                "mark": {"type": "rule", "strokeWidth": 8, "color": "#1f5fa8"},
                "encoding": {"y": y, "x": best, "x2": {"field": "until"}, "tooltip": tips},
            },
            {
                "transform": [{"filter": "!isValid(datum.best)"}],
                "mark": {"type": "text", "text": "?", "color": "#595959"},
                "encoding": {"y": y, "x": {"value": 10}},
            },
        ],
    }
    return specification(title, description, body)

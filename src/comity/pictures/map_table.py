"""The map as rows and as a Vega-Lite specification."""

from collections.abc import Iterator, Sequence
from typing import Any

from comity.pictures.layout import Places
from comity.pictures.look import Look
from comity.pictures.map_facts import Day
from comity.pictures.style import SOFT, TONES, dash, tone
from comity.pictures.vega import Spec, specification
from comity.tables import Rows

COLUMNS = ("date", "layer", "a", "a_name", "b", "b_name", "state", "weight", "unit", "last")


def table_of(days: Sequence[Day], look: Look) -> Rows:
    """Return a row for each tie, for each tie that became unknown, for each actor without any."""
    return Rows.of([row for day in days for row in _rows(day, look)], COLUMNS)


def _rows(day: Day, look: Look) -> Iterator[dict[str, Any]]:
    for tie in day.ties:
        yield {
            "date": day.date,
            "layer": look.layer(tie.layer),
            "a": tie.a,
            "a_name": look.name(tie.a),
            "b": tie.b,
            "b_name": look.name(tie.b),
            "state": look.say("state-unknown" if tie.weight is None else "state-tied"),
            "weight": tie.weight,
            "unit": look.unit(tie.layer),
            "last": tie.last,
        }
    for state, actors in (("state-alone", day.alone), ("state-dark", day.dark)):
        for actor in actors:
            row = dict.fromkeys(COLUMNS)
            told = {"date": day.date, "a": actor, "a_name": look.name(actor)}
            yield {**row, **told, "state": look.say(state)}


def vega_of(days: Sequence[Day], places: Places, look: Look, description: str) -> Spec:
    """Return the map as Vega-Lite: one view a day, with lines, points and names."""
    views = [_view(day, places, look, single=len(days) == 1) for day in days]
    whole: Spec = {"concat": views, "columns": 1 if len(days) == 1 else 3}
    return specification(look.say("map"), description, whole)


def _view(day: Day, places: Places, look: Look, *, single: bool) -> Spec:
    at = places.at
    lines = [
        {
            "x": at[t.a][0],
            "y": at[t.a][1],
            "x2": at[t.b][0],
            "y2": at[t.b][1],
            "layer": look.layer(t.layer) if t.weight is not None else look.say("state-unknown"),
            "a": look.name(t.a),
            "b": look.name(t.b),
            "weight": t.weight,
        }
        for t in day.ties
        if t.drawn
    ]
    points = [{"x": at[a][0], "y": at[a][1], "name": look.name(a)} for a in day.actors if a in at]
    position: Spec = {
        axis: {"field": axis, "type": "quantitative", "axis": None, "scale": {"nice": False}}
        for axis in ("x", "y")
    }
    position["y"]["scale"]["reverse"] = True
    ends = {"x2": {"field": "x2"}, "y2": {"field": "y2"}}
    names = {"text": {"field": "name", "type": "nominal"}}
    size = {"width": 800, "height": 500} if single else {"width": 320, "height": 220}
    return {
        "title": day.date,
        **size,
        "layer": [
            {
                "data": {"values": lines},
                "mark": {"type": "rule", "tooltip": True},
                "encoding": {**position, **ends, **_styles(day, look)},
            },
            {
                "data": {"values": points},
                "mark": {"type": "point", "filled": True, "color": "#1a1a1a", "size": 50},
                "encoding": {**position, "tooltip": {"field": "name", "type": "nominal"}},
            },
            {
                "data": {"values": points},
                "mark": {"type": "text", "align": "left", "dx": 7},
                "encoding": {**position, **names},
            },
        ],
    }


def _styles(day: Day, look: Look) -> Spec:
    names = [look.layer(c.layer) for c in day.counts]
    domain = [*names, look.say("state-unknown")]
    colours = [TONES[tone(c.place)].light for c in day.counts]
    dashes = [[int(n) for n in dash(c.place).split()] or [1, 0] for c in day.counts]
    common = {"field": "layer", "type": "nominal", "title": look.say("column-layer")}
    return {
        "color": {**common, "scale": {"domain": domain, "range": [*colours, SOFT.light]}},
        "strokeDash": {**common, "scale": {"domain": domain, "range": [*dashes, [1, 5]]}},
    }

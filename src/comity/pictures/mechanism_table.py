"""A mechanism as rows and as Vega-Lite."""

from typing import Any, Final

from comity.pictures.look import Look
from comity.pictures.mechanism_facts import Standing
from comity.pictures.vega import Spec, specification

COLUMNS: Final = ("kind", "number", "actor", "name", "state", "start", "end", "place", "sources")


def rows_of(standing: Standing, look: Look) -> list[dict[str, Any]]:
    rows = []
    for session in standing.view.sessions:
        period = session.period
        places = dict.fromkeys(link.place for link in session.links if link.place)
        rows.append(
            {
                "kind": look.say("kind-missing" if session.missing else "kind-session"),
                "number": session.number,
                "start": period.start if period else None,
                "end": period.end if period else None,
                "place": "; ".join(places) or None,
                "sources": len({s for link in session.links for s in link.sources}),
            }
        )
    for spell in standing.spells:
        rows.append(
            {
                "kind": look.say("kind-member"),
                "actor": spell.actor,
                "name": look.name(spell.actor),
                "state": look.say(f"state-{spell.state}"),
                "start": spell.start,
                "end": spell.end,
            }
        )
    return [{c: row.get(c) for c in COLUMNS} for row in rows]


def vega_of(rows: list[dict[str, Any]], title: str, description: str, look: Look) -> Spec:
    values = [
        {
            **r,
            "start": str(r["start"]),
            "end": str(r["end"] or r["start"]),
            "row": r["name"] or r["kind"],
        }
        for r in rows
        if r["start"]
    ]
    order = list(dict.fromkeys(v["row"] for v in values))
    time = {"type": "temporal", "title": None}
    y = {"field": "row", "type": "nominal", "sort": order, "title": None}
    ends = {"x": {"field": "start", **time}, "x2": {"field": "end"}, "y": y}
    body: Spec = {
        "data": {"values": values},
        "width": 700,
        "layer": [
            {
                "transform": [{"filter": "isValid(datum.name)"}],
                "mark": {"type": "bar", "tooltip": True, "height": 10},
                "encoding": {**ends, "color": {"field": "state", "type": "nominal", "title": None}},
            },
            {
                "transform": [{"filter": "!isValid(datum.name)"}],
                "mark": {"type": "point", "filled": True, "tooltip": True, "color": "#1a1a1a"},
                "encoding": {"x": {"field": "start", **time}, "y": y},
            },
            {
                "transform": [{"filter": "isValid(datum.number)"}],
                "mark": {"type": "text", "dy": -10},
                "encoding": {
                    "x": {"field": "start", **time},
                    "y": y,
                    "text": {"field": "number", "type": "nominal"},
                },
            },
        ],
    }
    missing = [str(r["number"]) for r in rows if r["kind"] == look.say("kind-missing")]
    heading: Any = title
    if missing:
        heading = {
            "text": title,
            "subtitle": f"{look.say('key-missing')}: {look.listed(missing, 40)}",
        }
    return {**specification(title, description, body), "title": heading}

"""What ties two over the years, by layer: as strips, rows and Vega-Lite."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from comity.errors import QueryError
from comity.network.changes import grades_of
from comity.network.layers import LayerRule
from comity.network.years import Sequence as Years
from comity.pictures.look import Look
from comity.pictures.telling import layer_places
from comity.pictures.vega import Spec, specification

COLUMNS: Final = ("layer", "a", "b", "year", "state", "weight", "unit", "grade", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One layer between two, by year. ``weights`` are None where unknown; ``grades`` may be empty.

    ``open`` counts the bodies that both were told to share in an earlier year, of which this is unknown now.
    """

    rule: LayerRule
    place: int
    a: str
    b: str
    weights: tuple[float | None, ...]
    grades: tuple[str, ...]
    open: tuple[int, ...]


def dyad_strips(
    years: Years, a: str, b: str, layers: Sequence[str] | None = None
) -> tuple[Strip, ...]:
    """Return the strips of two actors. Raises QueryError as `draw_dyad`."""
    if a == b or not {a, b} <= set(years.actors):
        raise QueryError(
            f"{a} and {b} are not two actors of this sequence.", hint="See sequence.actors."
        )
    if not years.years:
        raise QueryError("There are no years to draw.")
    chosen = years.names if layers is None else layers
    for name in chosen:
        years.plan.rule(name)
    strips = []
    styles = layer_places(years.plan.rules)
    for name in years.names:
        if name in chosen:
            strips.append(_strip(years, name, styles[name], a, b))
            if years.plan.rule(name).directed:
                strips.append(_strip(years, name, styles[name], b, a))
    return tuple(strips)


def _strip(years: Years, name: str, place: int, a: str, b: str) -> Strip:
    i, j = years.plan.index[a], years.plan.index[b]
    rule = years.plan.rule(name)
    weights = years.weights[name][:, i, j].tolist()
    known = years.known[name][:, i, j].tolist()
    told = [w if on or w > 0 else None for w, on in zip(weights, known, strict=True)]
    graded = rule.projection == "pair"
    grades = [
        grades_of(years.at(year).layer(name).behind(a, b)) if graded and weight else ""
        for year, weight in zip(years.years, told, strict=True)
    ]
    left = _open(years, name, i, j) if rule.projection == "co-membership" else [0] * len(told)
    return Strip(
        rule=rule,
        place=place,
        a=a,
        b=b,
        weights=tuple(told),
        grades=tuple(grades),
        open=tuple(left),
    )


def _open(years: Years, name: str, i: int, j: int) -> list[int]:
    """Return of how many bodies once shared it is unknown, by year, whether both still belong."""
    shared: set[str] = set()
    found = []
    for network in years:
        lists = network.layer(name).membership
        if lists is None:
            found.append(0)
            continue
        both = (lists.held[:, i] > 0) & (lists.held[:, j] > 0)
        unsure = ~(lists.known[:, i] & lists.known[:, j]) & ~both
        names = lists.mechanisms
        found.append(sum(m in shared for m, on in zip(names, unsure, strict=True) if on))
        shared |= {m for m, on in zip(names, both, strict=True) if on}
        network.forget()
    return found


def grade_runs(strip: Strip, years: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return the grades of a strip as first year, last year, words; years without one are left out."""
    runs: list[tuple[int, int, str]] = []
    for year, grade in zip(years, strip.grades, strict=True):
        if runs and grade == runs[-1][2] and year == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], year, grade)
        elif grade:
            runs.append((year, year, grade))
    return runs


def rows_of(strip: Strip, years: Sequence[int], look: Look) -> list[dict[str, Any]]:
    states = ["unknown" if w is None else "tied" if w else "absent" for w in strip.weights]
    return [
        {
            "layer": look.layer(strip.rule),
            "a": look.name(strip.a),
            "b": look.name(strip.b),
            "year": year,
            "state": look.say(f"state-{state}"),
            "weight": weight,
            "unit": look.unit(strip.rule),
            "grade": grade or None,
            "open": left or None,
        }
        for year, weight, state, grade, left in zip(
            years, strip.weights, states, strip.grades, strip.open, strict=True
        )
    ]


def vega_of(rows: list[dict[str, Any]], title: str, description: str, look: Look) -> Spec:
    arrow = [{**r, "strip": f"{r['layer']}: {r['a']} – {r['b']}"} for r in rows]
    x = {"field": "year", "type": "ordinal", "title": None}
    order = list(dict.fromkeys(r["strip"] for r in arrow))
    bars = {
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "x": x,
            "y": {"field": "weight", "type": "quantitative", "title": None},
            "color": {"field": "layer", "type": "nominal", "legend": None},
            "tooltip": [
                {"field": n, "type": "nominal"} for n in ("year", "weight", "unit", "grade")
            ],
        },
    }
    unknown = {
        "transform": [{"filter": f"datum.state === '{look.say('state-unknown')}'"}],
        "mark": {"type": "text", "text": "?", "baseline": "bottom", "color": "#595959"},
        "encoding": {"x": x, "y": {"value": 40}},
    }
    body: Spec = {
        "data": {"values": arrow},
        "facet": {
            "row": {
                "field": "strip",
                "type": "nominal",
                "sort": order,
                "title": None,
                "header": {
                    "labelAngle": 0,
                    "labelAlign": "left",
                    "labelOrient": "top",
                    "labelAnchor": "start",
                },
            }
        },
        "spec": {"width": {"step": 20}, "height": 40, "layer": [bars, unknown]},
        "resolve": {"scale": {"y": "independent"}},
    }
    return specification(title, description, body)

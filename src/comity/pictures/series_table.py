"""Values as rows and as Vega-Lite."""

from collections.abc import Sequence
from typing import Any, Final

from comity.measure.value import Value
from comity.pictures.look import Look
from comity.pictures.series_facts import Line, span_of, subject_name, title_of, year_of
from comity.pictures.telling import Backing
from comity.pictures.vega import Spec, specification

COLUMNS: Final = (
    "measure",
    "name",
    "year",
    "value",
    "lo",
    "hi",
    "level",
    "unit",
    "n_claims",
    "n_sources",
    "missing",
    "no_interval",
    "causes",
)


def row_of(value: Value, backed: Backing, look: Look, title: str) -> dict[str, Any]:
    """Return one value as a row, the envelopes of its causes in words."""
    causes = [f"{e.cause} {e.lo:.4g}–{e.hi:.4g}" for e in value.envelopes]
    return {
        "measure": title,
        "name": subject_name(value.subject, look) or None,
        "year": year_of(value),
        "value": value.value,
        "lo": value.lo,
        "hi": value.hi,
        "level": value.level if value.lo is not None else None,
        "unit": value.unit,
        "n_claims": backed.claims,
        "n_sources": backed.sources,
        "missing": value.missing,
        "no_interval": value.no_interval or None,
        "causes": "; ".join(causes) or None,
    }


def rows_of(lines: Sequence[Line], look: Look) -> list[dict[str, Any]]:
    """Return every year of every line; one that no value was given for has an empty row."""
    first, last = span_of(lines)
    rows = []
    for line in lines:
        title = title_of(line.measure, look)
        told = {
            year: row_of(value, backed, look, title)
            for year, value, backed in zip(line.years, line.values, line.backed, strict=True)
        }
        empty = dict.fromkeys(COLUMNS)
        empty |= {"measure": title, "name": subject_name(line.subject, look) or None}
        rows += [told.get(year, {**empty, "year": year}) for year in range(first, last + 1)]
    return rows


def vega_of(lines: Sequence[Line], title: str, description: str, look: Look) -> Spec:
    """Return the series as Vega-Lite: a row of views, each with bands, line and points."""
    values = [
        {**row, "panel": ", ".join(p for p in (row["measure"], row["name"]) if p)}
        for row in rows_of(lines, look)
    ]
    x: Spec = {"field": "year", "type": "quantitative", "title": None}
    x |= {"axis": {"format": "d"}, "scale": {"zero": False}}
    labelled = any(x.labelled for x in lines)
    y: Spec = {"field": "value", "type": "nominal" if labelled else "quantitative", "title": None}
    band: Spec = {
        "transform": [{"filter": "isValid(datum.lo)"}],
        "mark": {"type": "rule", "strokeWidth": 6, "opacity": 0.3, "color": "#1f5fa8"},
        "encoding": {"x": x, "y": {**y, "field": "lo"}, "y2": {"field": "hi"}},
    }
    known = {"filter": "isValid(datum.value)"}
    point: Spec = {
        "transform": [known],
        "mark": {"type": "point", "filled": True, "color": "#1a1a1a", "tooltip": True},
        "encoding": {
            "x": x,
            "y": y,
            "tooltip": [
                {"field": n, "type": "nominal"}
                for n in ("year", "value", "lo", "hi", "n_claims", "no_interval", "causes")
            ],
        },
    }
    unknown: Spec = {
        "transform": [{"filter": "!isValid(datum.value)"}],
        "mark": {"type": "text", "text": "?", "color": "#595959"},
        "encoding": {"x": x, "y": {"value": 55}},
    }
    body: Spec = {
        "data": {"values": values},
        "facet": {"row": {"field": "panel", "type": "nominal", "sort": None, "title": None}},
        "spec": {
            "width": 640,
            "height": 110,
            "layer": [point, unknown] if labelled else [band, point, unknown],
        },
        "resolve": {
            "scale": {"y": "shared" if len({x.measure.id for x in lines}) == 1 else "independent"}
        },
    }
    body["facet"]["row"]["header"] = {
        "labelAngle": 0,
        "labelAlign": "left",
        "labelOrient": "top",
        "labelAnchor": "start",
    }
    return specification(title, description, body)

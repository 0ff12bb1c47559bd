"""The architecture: over a span of years for moving along it, on a day, and what is behind one tie."""

from datetime import date
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import Response

from comity.network.compact import absent_runs, weight_runs
from comity.network.layers import LASTING, LayerRule
from comity.web.api.models.architecture import Architecture, ArchitectureDay, TieBehind
from comity.web.api.names import names_of
from comity.web.api.params import At, PathId, last_day
from comity.web.api.problems import ProblemError
from comity.web.api.responses import MISSING_TABLE, TABLE
from comity.web.api.session import Row, Session, TableDesk
from comity.web.api.shapes import plain
from comity.web.api.worked import evidence_of, network_on, years_of

router = APIRouter(tags=["architecture"])
Year = Annotated[int, Query(ge=1800, le=2200)]
LONGEST: Final = 120  # years in one answer
WEIGHTS: Final = "weights count what is told; how far a measure of them may be off is in /measures"


@router.get("/architecture", response_model=ArchitectureDay, responses=TABLE)
def architecture_at(desk: TableDesk, at: At = None) -> Response:
    """Return nodes, layers and edges on a day: the last one covered, if none is given."""
    day = last_day(at, "at") or desk.study.last_covered() or desk.study.last_day()
    if day is None:
        raise ProblemError(409, "The study has no dated claim.", "Add documents or facts.")
    network = network_on(desk, day)
    layers = [_layer_on(network, rule) for rule in network.plan.rules]
    value = {
        "version": desk.office.version,
        "at": day.isoformat(),
        "nodes": _nodes(network.actors),
        "layers": layers,
        "no_interval": WEIGHTS,
    }
    return desk.answer(value, _edges(network.actors, layers))


def _nodes(actors: tuple[str, ...]) -> list[Row]:
    names = names_of(actors)
    return [{"id": id, **names[id]} for id in actors]


def _layer(rule: LayerRule) -> Row:
    return {
        "id": rule.id,
        "zh": rule.zh,
        "en": rule.en,
        "directed": rule.directed,
        "sign": rule.sign,
        "lasting": rule.projection in LASTING,
        "half_life": rule.half_life,
    }


def _layer_on(network: Any, rule: LayerRule) -> Row:
    layer = network.layer(rule.id)
    runs = weight_runs(layer.weights[None], directed=rule.directed)
    edges = [{"a": a, "b": b, "weight": weight} for a, b, _, _, weight in runs]
    n = max(len(network.actors), 2)
    return {**_layer(rule), "edges": edges, "known": _share(layer.known.sum(), layer.known, n)}


def _share(count: Any, known: Any, n: int) -> float:
    """Return the share of ordered pairs of two actors that are known."""
    diagonal = int(known.diagonal(axis1=-2, axis2=-1).sum(-1)) if known.ndim == 2 else 0
    return round((float(count) - diagonal) / (n * (n - 1)), 4)


def _edges(actors: tuple[str, ...], layers: list[Row]) -> list[Row]:
    return [
        {"layer": x["id"], "a": actors[e["a"]], "b": actors[e["b"]], "weight": e["weight"]}
        for x in layers
        for e in x["edges"]
    ]


@router.get("/architecture/years", response_model=Architecture, responses=TABLE)
def architecture_years(
    desk: TableDesk,
    first: Annotated[Year | None, Query(description="First year")] = None,
    last: Annotated[Year | None, Query(description="Last year")] = None,
    known: Annotated[bool, Query(description="With the pairs known to have no tie")] = False,
) -> Response:
    """Return the architecture at the end of each year of a span: one call for all that moving along needs."""
    years = years_of(desk, first, last, LONGEST)
    value = desk.keep(
        ("years", years, known),
        _compact(desk, years, known),
    )
    return desk.answer(value, _runs(value))


def _compact(desk: Session, years: tuple[int, ...], known: bool) -> Any:
    evidence, version = evidence_of(desk), desk.office.version

    def make(_: Any) -> Row:
        from comity.network import sequence

        over = sequence(evidence, years)
        return {
            "version": version,
            "years": list(years),
            "nodes": _nodes(over.actors),
            "layers": [_layer_over(over, rule, known) for rule in over.plan.rules],
            "no_interval": WEIGHTS,
        }

    return make


def _layer_over(over: Any, rule: LayerRule, known: bool) -> Row:
    weights, sure = over.weights[rule.id], over.known[rule.id]
    first, n = over.years[0], max(len(over.actors), 2)
    runs = weight_runs(weights, directed=rule.directed)
    gone = absent_runs(weights, sure, directed=rule.directed) if known else ()
    return {
        **_layer(rule),
        "runs": [(a, b, first + y, first + z, weight) for a, b, y, z, weight in runs],
        "absent": [(a, b, first + y, first + z) for a, b, y, z in gone],
        "known": [_share(each.sum(), each, n) for each in sure],
    }


def _runs(value: Row) -> list[Row]:
    nodes = value["nodes"]
    return [
        {
            "layer": layer["id"],
            "a": nodes[a]["id"],
            "b": nodes[b]["id"],
            "first": first,
            "last": last,
            "weight": weight,
        }
        for layer in value["layers"]
        for a, b, first, last, weight in layer["runs"]
    ]


@router.get("/architecture/ties/{layer}/{a}/{b}", response_model=TieBehind, responses=MISSING_TABLE)
def tie_behind(desk: TableDesk, layer: PathId, a: PathId, b: PathId, at: At = None) -> Response:
    """Return the weight of one tie on a day and the claims and rows behind it."""
    day = last_day(at, "at") or desk.study.last_covered() or desk.study.last_day() or date.max
    network = network_on(desk, day)
    if layer not in network.names:
        hint = f"Layers: {', '.join(network.names)}."
        raise ProblemError(404, f"There is no layer {layer}.", hint)
    for actor in (a, b):
        if actor not in network.index:
            raise ProblemError(
                404, f"{actor} is no actor of the network.", "/architecture has them."
            )
    row = _tie(network, layer, a, b)
    behind = [_behind(each) for each in row.behind]
    value = {
        "layer": layer,
        "a": a,
        "b": b,
        "at": plain(day),
        "weight": row.weight,
        "grade": row.grade or None,
        "no_interval": WEIGHTS,
        "behind": behind,
        "names": names_of(
            [a, b, *(i for each in behind for i in (*each["actors"], each["frame"]))]
        ),
    }
    return desk.answer(value, behind)


def _tie(network: Any, layer: str, a: str, b: str) -> Any:
    from comity.network import dyad_view

    return next(r for r in dyad_view(network, a, b) if (r.layer, r.a, r.b) == (layer, a, b))


def _behind(each: Any) -> Row:
    from comity.measure.explained import shown_input

    empty: Row = {"frame": None, "grade": None, "number": None, "unit": None, "families": []}
    row = {**empty, **shown_input(each)}
    row.pop("reviewed", None)
    return row

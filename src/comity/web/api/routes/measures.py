"""Measures: their list, the page of each, values over years with bands, and what is behind a value."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import Response

from comity.measure import Measure, measures
from comity.web.api.cursors import Place
from comity.web.api.models.architecture import Explanation, MeasureDetail, Measures, Series
from comity.web.api.names import names_of
from comity.web.api.params import NO_CONTROL, AnyId, Pages, PathId
from comity.web.api.problems import ProblemError
from comity.web.api.responses import MISSING, MISSING_TABLE, TABLE
from comity.web.api.routes.architecture import Year
from comity.web.api.session import Desk, Row, Session
from comity.web.api.shapes import plain_row
from comity.web.api.worked import evidence_of, years_of

router = APIRouter(tags=["measures"])
LONGEST: Final = 60  # years of one series
USUAL: Final = 12
Draws = Annotated[int, Query(ge=0, le=200, description="Draws of coding errors for the band")]
Actors = Annotated[
    list[Annotated[str, Query(min_length=1, max_length=200, pattern=NO_CONTROL)]] | None,
    Query(max_length=2, description="Only values that are about these actors"),
]
SHOWN: Final = 500  # claims and rows of one explanation


@router.get("/measures", response_model=Measures, responses=TABLE)
def list_measures(desk: Desk) -> Response:
    """Return every measure."""
    rows = [_measure(m) for m in measures()]
    return desk.answer({"items": rows}, rows)


def _measure(m: Measure) -> Row:
    return {n: getattr(m, n) for n in ("id", "zh", "en", "takes", "unit", "range", "status")}


def _page(m: Measure) -> Row:
    about = " ".join(m.page.split("\n\n")[1].split())
    return {"measure": _measure(m), "about": about, "sections": dict(m.sections)}


def _known(id: str) -> Measure:
    found = next((m for m in measures() if m.id == id), None)
    if found is None:
        raise ProblemError(404, f"There is no measure {id}.", "/measures lists them.")
    return found


@router.get("/measures/{id}", response_model=MeasureDetail, responses=MISSING)
def show_measure(desk: Desk, id: PathId) -> Response:
    """Return the page of a measure: formula, source, pitfalls, uncertainty."""
    return desk.answer(_page(_known(id)))


@router.get("/measures/{id}/series", response_model=Series, responses=MISSING_TABLE)
def measure_series(
    desk: Desk,
    id: PathId,
    paging: Pages,
    first: Year | None = None,
    last: Year | None = None,
    draws: Draws = 50,
    actor: Actors = None,
    mechanism: AnyId = None,
) -> Response:
    """Return the values of a measure at the end of each year, with bands: the last 12 years if no first is given.

    Values of one subject stand together. The first call on a large study may answer 503 while it is worked
    out; asking again some seconds later gives the answer.
    """
    measure = _known(id)
    years = _years(desk, first, last)
    values = _values(desk, measure, years, draws)
    about = [v for v in values if _is_about(v, actor or [], mechanism)]
    rows = [value_row(v) for v in sorted(about, key=_order)]

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        start = max(int(str(after[0] or 0)), 0) if after else 0
        return rows[start : start + limit], (start + limit,) if start + limit < len(rows) else None

    return desk.pages(
        paging,
        fetch,
        place=(int,),
        total=lambda: len(rows),
        ids=lambda row: (*row["actors"], row["mechanism"]),
        more={
            "measure": id,
            "unit": measure.unit,
            "version": desk.office.version,
            "draws": draws,
        },
    )


def _years(desk: Session, first: int | None, last: int | None) -> tuple[int, ...]:
    if first is None:
        end = last if last is not None else desk.study.years()[1]
        start = desk.study.years()[0]
        first = max(start or 0, end - USUAL + 1) if end else None
        first = min(first, end) if first is not None and end is not None else first
    return years_of(desk, first, last, LONGEST)


def _values(desk: Session, measure: Measure, years: tuple[int, ...], draws: int) -> tuple[Any, ...]:
    evidence = evidence_of(desk)
    spread = draws if measure.draws else 0

    def make(_: Any) -> tuple[Any, ...]:
        from comity.measure import run
        from comity.network import sequence

        target: Any = evidence if measure.takes == "evidence" else sequence(evidence, years)
        return run(target, [measure.id], draws=spread)

    return desk.keep(("values", measure.id, years, spread), make)


def _is_about(value: Any, actors: list[str], mechanism: str | None) -> bool:
    subject = value.subject
    named = all(a in subject.actors for a in actors)
    return named and (mechanism is None or subject.mechanism == mechanism)


def _order(value: Any) -> tuple[Any, ...]:
    s = value.subject
    return s.actors, s.mechanism, s.layer, s.period


def value_row(value: Any) -> Row:
    """Return a value as the interface gives it; what is behind it is asked for apart."""
    subject = value.subject
    return {
        "actors": list(subject.actors),
        "mechanism": subject.mechanism or None,
        "layer": subject.layer or None,
        "period": subject.period or None,
        "value": value.value,
        "lo": value.lo,
        "hi": value.hi,
        "level": value.level,
        "no_interval": value.no_interval or None,
        "missing": value.missing,
        "method": value.method,
        "envelopes": [{"parts": None, **e.to_dict()} for e in value.envelopes],
    }


@router.get("/measures/{id}/explain", response_model=Explanation, responses=MISSING_TABLE)
def explain_value(
    desk: Desk,
    id: PathId,
    first: Year | None = None,
    last: Year | None = None,
    draws: Draws = 50,
    actor: Actors = None,
    mechanism: AnyId = None,
    layer: AnyId = None,
    period: AnyId = None,
) -> Response:
    """Return how one value of a series came about: its inputs with the claims and rows behind each.

    The value is the first whose subject is the one given, of the series with the same years and draws.
    """
    measure = _known(id)
    values = _values(desk, measure, _years(desk, first, last), draws)
    chosen = [v for v in values if _is_about(v, actor or [], mechanism) and _in(v, layer, period)]
    if not chosen:
        raise ProblemError(404, f"{id} has no such value.", f"/measures/{id}/series lists them.")
    value = min(chosen, key=lambda v: (len(v.subject.actors), _order(v)))
    told = _explained(value)
    inputs = [{**EMPTY, **each} for each in told["inputs"][:SHOWN]]
    shown = {
        "measure": _page(measure),
        "value": value_row(value),
        "inputs": inputs,
        "claims": told["claims"][:SHOWN],
        "rows": told["rows"][:SHOWN],
        "claims_total": len(told["claims"]),
        "rows_total": len(told["rows"]),
        "names": names_of(i for each in inputs for i in (*each["actors"], each["frame"])),
    }
    return desk.answer(shown, [plain_row(each) for each in inputs])


EMPTY: Final[Row] = {
    **dict.fromkeys(("frame", "grade", "number", "unit", "period", "reviewed")),
    "families": [],
}


def _in(value: Any, layer: str | None, period: str | None) -> bool:
    subject = value.subject
    return layer in (None, subject.layer) and period in (None, subject.period)


def _explained(value: Any) -> Row:
    from comity.measure import explain

    return explain(value)

"""Measures: their list, the page of each, values over years with bands, and what is behind a value."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import Response

from comity.measure import Measure, measures
from comity.study import Study
from comity.web.api.cursors import Place
from comity.web.api.models.architecture import Explanation, MeasureDetail, Measures, Series
from comity.web.api.names import names_of
from comity.web.api.params import NO_CONTROL, AnyId, Pages, PathId
from comity.web.api.problems import ProblemError
from comity.web.api.responses import MISSING, MISSING_TABLE, TABLE
from comity.web.api.routes.architecture import Year
from comity.web.api.session import Desk, Row, Session, TableDesk
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
def list_measures(desk: TableDesk) -> Response:
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
    desk: TableDesk,
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
        from comity.study.measured import Asked, measured

        asked = Asked(ids=(measure.id,))
        return tuple(measured(evidence, asked, (years[0], years[-1]), {"draws": spread}))

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
        "address": value.address,
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


@router.get("/explain", response_model=Explanation, responses=MISSING_TABLE)
def explain_value(
    desk: TableDesk,
    value: Annotated[
        str,
        Query(
            min_length=1, max_length=500, pattern=NO_CONTROL, description="The `address` of a value"
        ),
    ],
) -> Response:
    """Return how one value came about: each input with what its claims and rows say."""
    evidence = evidence_of(desk)
    found = desk.keep(("explained", value), lambda study: _explained(study, evidence, value))
    account = found.account
    inputs = [_input(each, found.told) for each in account["inputs"][:SHOWN]]
    shown = {
        "measure": _page(_known(found.value.measure)),
        "value": value_row(found.value),
        "inputs": inputs,
        "inputs_total": len(account["inputs"]),
        "claims": account["claims"][:SHOWN],
        "claims_total": len(account["claims"]),
        "rows": account["rows"][:SHOWN],
        "rows_total": len(account["rows"]),
        "not_in_study": list(found.untold)[:SHOWN],
        "names": names_of(i for each in inputs for i in (*each["actors"], each["frame"])),
    }
    return desk.answer(shown, found.sentences)


def _explained(study: Study, evidence: Any, address: str) -> Any:
    from comity.study.explanation import explanation
    from comity.study.measured import value_of

    return explanation(study, value_of(evidence, address))


def _input(each: Row, told: Any) -> Row:
    sources = each["sources"][:SHOWN]
    return {**EMPTY, **each, "told": [told[name] for name in sources if name in told]}


EMPTY: Final[Row] = {
    **dict.fromkeys(("frame", "grade", "number", "unit", "period", "reviewed")),
    "families": [],
}

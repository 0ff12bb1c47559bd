"""Lenses: the criteria of documents, and what the measures that speak to them give on the study."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import Response

from comity.lens import NOTICE, lenses
from comity.lens.lens import Criterion, Lens, Speaking, option_words
from comity.lens.reading import CriterionReading, LensReading, MeasureReading, quoted_as
from comity.study import Study
from comity.web.api.models import lenses as models
from comity.web.api.names import names_of
from comity.web.api.params import At, PathId, last_day
from comity.web.api.problems import ProblemError
from comity.web.api.responses import MISSING, MISSING_TABLE, TABLE
from comity.web.api.routes.architecture import Year
from comity.web.api.routes.measures import Draws, value_row
from comity.web.api.session import Desk, Row, Session, TableDesk
from comity.web.api.worked import evidence_of, network_on, years_of

router = APIRouter(tags=["lenses"])
LONGEST: Final = 30  # years of one reading
Most = Annotated[int, Query(ge=0, le=500, description="Values of a measure shown, the greatest")]
NOTICES: Final = {"notice_zh": NOTICE["zh"], "notice_en": NOTICE["en"]}


@router.get("/lenses", response_model=models.Lenses, responses=TABLE)
def list_lenses(desk: TableDesk) -> Response:
    """Return every lens: of which document, by whom, how many criteria."""
    rows = [_lens(each) for each in lenses()]
    names = names_of(i for row in rows for i in row["issuer"])
    return desk.answer({**NOTICES, "items": rows, "names": names}, rows)


def _lens(lens: Lens) -> Row:
    names = ("id", "zh", "en", "date", "language", "address")
    return {
        **{n: getattr(lens, n) for n in names},
        "issuer": list(lens.issuer),
        "criteria": len(lens.criteria),
        "measures": len(lens.measures),
    }


def _known(id: str) -> Lens:
    found = next((each for each in lenses() if each.id == id), None)
    if found is None:
        raise ProblemError(404, f"There is no lens {id}.", "/lenses lists them.")
    return found


@router.get("/lenses/{id}", response_model=models.LensDetail, responses=MISSING)
def show_lens(desk: Desk, id: PathId) -> Response:
    """Return a lens with its criteria and the measures that speak to each."""
    lens = _known(id)
    value = {
        "lens": _lens(lens),
        **NOTICES,
        "note_zh": lens.note_zh,
        "note_en": lens.note_en,
        "criteria": [_criterion(each) for each in lens.criteria],
        "names": names_of(lens.issuer),
    }
    return desk.answer(value)


def _criterion(criterion: Criterion) -> Row:
    return {**criterion.to_dict(), "measures": [_speaking(s) for s in criterion.measures]}


def _speaking(speaking: Speaking) -> Row:
    return {**speaking.to_dict(), "options": option_words(speaking)}


@router.get("/lenses/{id}/reading", response_model=models.LensReading, responses=MISSING_TABLE)
def read_lens(
    desk: TableDesk,
    id: PathId,
    at: At = None,
    first: Year | None = None,
    last: Year | None = None,
    draws: Draws = 20,
    most: Most = 20,
) -> Response:
    """Return what a document's criteria come to on the study: on a day, or over years from ``first`` to ``last``.

    Some measures are taken over years only and say so on a day. The first call on a large study may answer
    503 while it is worked out; asking again some seconds later gives the answer.
    """
    lens = _known(id)
    over = first is not None or last is not None
    if at is not None and over:
        raise ProblemError(422, "at: a lens is read on a day or over years.", "Give one of them.")
    target, key = _years(desk, first, last) if over else _day(desk, at)
    read = desk.keep(("lens", id, key, draws), lambda study: _read(study, lens, target, draws))
    criteria = [_criterion_read(read, each, most) for each in read.criteria]
    ids = (a for c in criteria for m in c["measures"] for v in m["values"] for a in _ids(v))
    value = {
        "lens": id,
        "period": str(read.settings["period"]),
        "draws": draws,
        "version": desk.office.version,
        "criteria": criteria,
        "names": names_of(ids),
    }
    return desk.answer(value, read.rows())


def _ids(value: Row) -> list[str | None]:
    return [*value["actors"], value["mechanism"]]


def _day(desk: Session, at: str | None) -> tuple[Any, Any]:
    day = last_day(at, "at") or desk.study.last_covered() or desk.study.last_day()
    if day is None:
        raise ProblemError(409, "The study has no dated claim.", "Add documents or facts.")
    return network_on(desk, day), day


def _years(desk: Session, first: int | None, last: int | None) -> tuple[Any, Any]:
    from comity.study.architecture import years_of as over

    end = last if last is not None else desk.study.years()[1]
    years = years_of(desk, first if first is not None else end, end, LONGEST)
    evidence = evidence_of(desk)
    return over(evidence, years[0], years[-1], {}), years


def _read(study: Study, lens: Lens, target: Any, draws: int) -> LensReading:
    from comity.lens import run_lens
    from comity.study.lens import text_of

    return run_lens(lens, target, draws=draws, text=text_of(study, lens))


def _criterion_read(read: LensReading, each: CriterionReading, most: int) -> Row:
    return {
        "criterion": each.criterion.id,
        **quoted_as(each.quote, given=read.quoted),
        "measures": [_measure(reading, most) for reading in each.readings],
    }


def _measure(reading: MeasureReading, most: int) -> Row:
    from comity.measure import Values

    shown = Values(reading.values).top(most) if most else ()
    return {
        **_speaking(reading.speaking),
        "reason": reading.reason or None,
        "values": [value_row(v) for v in shown],
        "values_total": len(reading.values),
    }

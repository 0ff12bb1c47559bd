"""Documents: their list, what was noticed on reading one, its text and the claims in it."""

import json
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from comity.model import Finding, Span
from comity.study.describe import summary
from comity.web.api.cursors import Place
from comity.web.api.models.documents import DocumentDetail, DocumentPage, HighlightPage, Text
from comity.web.api.names import names_of
from comity.web.api.params import AnyId, Pages, PathId
from comity.web.api.problems import ProblemError
from comity.web.api.responses import MISSING, MISSING_TABLE, TABLE
from comity.web.api.session import Desk, Row, Session, TableDesk
from comity.web.api.shapes import plain, plain_row
from comity.web.words import tell

router = APIRouter(tags=["documents"])
STRETCH = 200_000  # characters in one answer, twice a long white paper
Offset = Annotated[int | None, Query(ge=0, le=2**31)]


@router.get("/documents", response_model=DocumentPage, responses=TABLE)
def list_documents(
    desk: TableDesk,
    paging: Pages,
    kind: Literal["text", "dataset"] | None = None,
    issuer: AnyId = None,
    language: Literal["zh", "en"] | None = None,
) -> Response:
    """Return documents and data sets by date of issue; those without a date come last."""
    given = {"kind": kind, "issuer": issuer, "language": language}

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        found = desk.study.documents_page(limit, after=after, **given)
        last = found[-1] if len(found) == limit else None
        place = (plain(last["issued"]), last["id"]) if last else None
        return [plain_row(row) for row in found], place

    return desk.pages(
        paging,
        fetch,
        place=(date, str),
        total=lambda: desk.study.count_documents(**given),
        ids=lambda row: (row["issuer"],),
    )


@router.get("/documents/{id}", response_model=DocumentDetail, responses=MISSING)
def show_document(desk: Desk, id: PathId) -> Response:
    """Return one document: its issuer and date, what was repaired or suspected, its headings."""
    row = known_document(desk, id)
    sections = desk.keep(("sections", id), lambda study: study.sections(id))
    short = ("id", "kind", "title", "language", "issuer", "complete", "location")
    document = {
        **plain_row(row, *short),
        "issued": plain(row["issued_end"]),
        "claims": sum(row["kinds"].values()),
        "recorded": plain(row["recorded"]),
    }
    names = ("length", "digest", "licence", "citation", "reader", "issued_precision")
    return desk.answer(
        {
            "document": document,
            "issued_start": plain(row["issued_start"]),
            **plain_row(row, *names),
            "missing": list(row["missing"] or ()),
            "findings": [_finding(each) for each in json.loads(row["findings"] or "[]")],
            "sections": sections,
            "kinds": row["kinds"],
            "names": names_of([row["issuer"]]),
        }
    )


def known_document(desk: Session, id: str) -> Row:
    """Return a document by its id, or answer that there is none."""
    row = desk.study.document_or_none(id)
    if row is None:
        raise ProblemError(404, f"There is no document {id}.", "/documents lists them.")
    return row


def _finding(noted: list[object]) -> Row:
    kind, start, end, message, repaired = noted
    finding = Finding(
        kind=str(kind),
        span=Span(int(str(start)), int(str(end))),
        message=str(message),
        repaired=bool(repaired),
    )
    zh, en = tell(finding)
    return {
        "kind": finding.kind,
        "start": finding.span.start,
        "end": finding.span.end,
        "zh": zh,
        "en": en,
        "repaired": finding.repaired,
    }


@router.get("/documents/{id}/text", response_model=Text, responses=MISSING)
def show_text(desk: Desk, id: PathId, start: Offset = None, end: Offset = None) -> Response:
    """Return a stretch of the text, at most 200,000 characters; the whole of a shorter one."""
    row = known_document(desk, id)
    first = min(start or 0, row["length"])
    last = min(row["length"] if end is None else end, first + STRETCH, row["length"])
    if end is not None and end < first:
        raise ProblemError(422, f"end: the stretch ends at {end} before it begins at {first}.")
    words = desk.study.text(id, first, last)
    return desk.answer(
        {
            "document": id,
            "language": row["language"],
            "start": first,
            "end": last,
            "length": row["length"],
            "text": words,
        }
    )


@router.get("/documents/{id}/spans", response_model=HighlightPage, responses=MISSING_TABLE)
def list_spans(
    desk: TableDesk, id: PathId, paging: Pages, start: Offset = None, end: Offset = None
) -> Response:
    """Return where claims stand in the text, in its order: those whose words touch a stretch of it."""
    known_document(desk, id)
    stretch = {"start": start or 0, "end": 2**31 if end is None else end}

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        found = desk.study.spans_page(id, limit, after=after, **stretch)
        last = found[-1] if len(found) == limit else None
        return [_highlight(row) for row in found], (
            last["start_char"],
            last["seq"],
        ) if last else None

    return desk.pages(
        paging,
        fetch,
        place=(int, int),
        total=lambda: desk.study.count_spans(id, **stretch),
    )


def _highlight(row: Row) -> Row:
    return {
        "claim": row["id"],
        "kind": row["kind"],
        "word": row["mode"] or row["stance"] or row["relation"],
        "start": row["start_char"],
        "end": row["end_char"],
        "said": summary(row, dated=False),
        "verdict": row["verdict"],
    }

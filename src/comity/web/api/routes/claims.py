"""Claims: as they stand, filtered, and one with everything behind it."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response

from comity.study.describe import when
from comity.web.api.cursors import Place
from comity.web.api.models.claims import ClaimDetail, ClaimPage, EventPage, PositionPage, TiePage
from comity.web.api.names import names_of
from comity.web.api.params import Chosen, Kind, Pages, Paging, PathId
from comity.web.api.problems import ProblemError
from comity.web.api.responses import MISSING, TABLE
from comity.web.api.session import Desk, Row, Session, TableDesk
from comity.web.api.shapes import claim, ids_of, ids_of_all, plain, plain_row, source

router = APIRouter(tags=["claims"])
PLACE = (date, int)


@router.get("/claims", response_model=ClaimPage, responses=TABLE)
def list_claims(
    desk: TableDesk, chosen: Chosen, paging: Pages, kind: Kind | None = None
) -> Response:
    """Return claims as they stand after judgement, oldest first."""
    return page_of(desk, paging, {**chosen.given, **({"kind": kind} if kind else {})})


@router.get("/events", response_model=EventPage, responses=TABLE)
def list_events(desk: TableDesk, chosen: Chosen, paging: Pages) -> Response:
    """Return events, oldest first."""
    return page_of(desk, paging, {**chosen.given, "kind": "event"})


@router.get("/positions", response_model=PositionPage, responses=TABLE)
def list_positions(desk: TableDesk, chosen: Chosen, paging: Pages) -> Response:
    """Return positions, in the order of recording."""
    return page_of(desk, paging, {**chosen.given, "kind": "position"})


@router.get("/ties", response_model=TiePage, responses=TABLE)
def list_ties(desk: TableDesk, chosen: Chosen, paging: Pages) -> Response:
    """Return ties, oldest first."""
    return page_of(desk, paging, {**chosen.given, "kind": "tie"})


def page_of(desk: Session, paging: Paging, given: dict[str, Any]) -> Response:
    """Return a page of the claims that pass filters."""

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        found = desk.study.claims_page(limit, after=after, **given)
        last = found[-1] if len(found) == limit else None
        place = (plain(last["start"]), last["seq"]) if last else None
        return [claim(row) for row in found], place

    total: Callable[[], int] = lambda: desk.study.count_claims(**given)  # noqa: E731
    return desk.pages(paging, fetch, place=PLACE, total=total, ids=ids_of)


@router.get("/claims/{id}", response_model=ClaimDetail, responses=MISSING)
def show_claim(desk: Desk, id: PathId) -> Response:
    """Return one claim by its id, rejected or not: its fields, passage, judgements, other tellings."""
    found = desk.study.claim_or_none(id)
    if found is None:
        raise ProblemError(404, f"There is no claim {id}.", "/claims lists them.")
    said = claim(found)
    passage = desk.study.passage(found["document"], found["start_char"], found["end_char"])
    told = [telling(row) for row in found["told_also"]]
    return desk.answer(
        {
            "claim": said,
            "passage": {**passage, "quote": said["quote"]} if passage else None,
            "judgements": [judged(row) for row in found["judgements"]],
            "told_also": told,
            "source": source(found["source"]),
            "recorded": plain(found["recorded"]),
            "names": names_of([*ids_of_all([said]), *(t["issuer"] for t in told)]),
        }
    )


def telling(row: Row) -> Row:
    """Return another claim of the same happening."""
    return {
        **plain_row(row, "id", "document", "title", "issuer"),
        "issued": plain(row["issued_end"]),
        "when": when({k: plain(row[k]) for k in ("start", "end")}),
        "quote": row["quote"],
    }


def judged(row: Row) -> Row:
    """Return a decision."""
    names = ("id", "verdict", "claim", "other", "reason", "author", "recorded")
    changes = json.loads(row["changes"]) if row["changes"] else None
    return {**plain_row(row, *names), "changes": changes, "withdrawn": bool(row["withdrawn"])}

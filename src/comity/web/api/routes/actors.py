"""Actors and pairs of them."""

from datetime import date

from fastapi import APIRouter
from fastapi.responses import Response

from comity.registry import load_registry
from comity.web.api.cursors import Place
from comity.web.api.models.actors import (
    ActorDetail,
    ActorPage,
    DossierPage,
    DyadDetail,
    Part,
    Timeline,
)
from comity.web.api.names import names_of
from comity.web.api.params import (
    AnyId,
    At,
    From,
    Pages,
    Paging,
    PathId,
    Policy,
    To,
    last_day,
    period,
)
from comity.web.api.problems import ProblemError
from comity.web.api.responses import MISSING, MISSING_TABLE, TABLE
from comity.web.api.session import Desk, Row, Session, TableDesk
from comity.web.api.shapes import claim, ids_of_all, plain, plain_row, source

router = APIRouter(tags=["actors"])


@router.get("/actors", response_model=ActorPage, responses=TABLE)
def list_actors(desk: TableDesk, paging: Pages) -> Response:
    """Return everybody that claims name, those named most first, with names in both languages."""

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        found = desk.study.actors_page(limit, after=after)
        last = found[-1] if len(found) == limit else None
        return [actor(row) for row in found], (last["claims"], last["id"]) if last else None

    return desk.pages(paging, fetch, place=(int, str), total=desk.study.count_actors)


def actor(row: Row) -> Row:
    """Return an actor with its names."""
    record = load_registry().get(row["id"])
    return {
        "id": row["id"],
        **names_of([row["id"]])[row["id"]],
        "state": (record.state or None) if record else None,
        **plain_row(row, "claims", "first", "last"),
    }


def known_actor(desk: Session, id: str) -> Row:
    """Return an actor by id, or answer that no claim names it."""
    row = desk.study.actor_or_none(id)
    if row is None:
        raise ProblemError(404, f"No claim names {id}.", "/actors lists who is named.")
    return actor(row)


@router.get("/actors/{id}", response_model=ActorDetail, responses=MISSING)
def show_actor(desk: Desk, id: PathId) -> Response:
    """Return one actor: its names, how much is told of it, who is named together with it."""
    found = known_actor(desk, id)
    together = desk.study.companions(id, limit=50)
    return desk.answer(
        {
            "actor": found,
            "other_names": other_names(id),
            "parts": desk.study.dossier_parts(id),
            "companions": together,
            "names": names_of([id, found["state"], *(row["id"] for row in together)]),
        }
    )


def other_names(id: str) -> list[str]:
    """Return the names of an id but for the usual ones."""
    record = load_registry().get(id)
    return [*record.zh[1:], *record.en[1:]] if record else []


@router.get("/actors/{id}/dossier", response_model=DossierPage, responses=MISSING_TABLE)
def actor_dossier(
    desk: TableDesk,
    id: PathId,
    paging: Pages,
    part: Part = "events",
    start: From = None,
    end: To = None,
) -> Response:
    """Return what is told of an actor, part by part: each line with all its tellings."""
    known_actor(desk, id)
    return _dossier(desk, paging, (id,), part, period(start, end), None)


@router.get("/actors/{id}/timeline", response_model=Timeline, responses=MISSING_TABLE)
def actor_timeline(desk: TableDesk, id: PathId, start: From = None, end: To = None) -> Response:
    """Return happenings a month by root."""
    known_actor(desk, id)
    return _timeline(desk, (id,), start, end)


@router.get("/dyads/{a}/{b}", response_model=DyadDetail, responses=MISSING_TABLE)
def show_dyad(
    desk: TableDesk, a: PathId, b: PathId, at: At = None, policy: Policy = "official"
) -> Response:
    """Return two actors: who tells of them how much, and what ties them on a day."""
    one, other = known_pair(desk, a, b)
    day = last_day(at, "at") or desk.study.last_covered() or desk.study.last_day()
    accounts = desk.study.accounts_of(a, b)
    ties = desk.study.ties(a, b, day, policy=policy).to_dicts() if day else []
    value = {
        "a": one,
        "b": other,
        "parts": desk.study.dossier_parts(a, b),
        "accounts": [plain_row(row) for row in accounts],
        "at": plain(day),
        "ties": ties,
        "names": names_of([a, b, *(row["issuer"] for row in accounts)]),
    }
    return desk.answer(value, ties)


def known_pair(desk: Session, a: str, b: str) -> tuple[Row, Row]:
    """Return two actors, or answer what is wrong with the pair."""
    if a == b:
        raise ProblemError(422, f"{a} and {b} are one actor.", "Name two.")
    return known_actor(desk, a), known_actor(desk, b)


@router.get("/dyads/{a}/{b}/dossier", response_model=DossierPage, responses=MISSING_TABLE)
def dyad_dossier(
    desk: TableDesk,
    a: PathId,
    b: PathId,
    paging: Pages,
    part: Part = "events",
    start: From = None,
    end: To = None,
    teller: AnyId = None,
) -> Response:
    """Return what is told of two, part by part. ``teller``: only what documents of this issuer tell."""
    known_pair(desk, a, b)
    return _dossier(desk, paging, (a, b), part, period(start, end), teller)


@router.get("/dyads/{a}/{b}/timeline", response_model=Timeline, responses=MISSING_TABLE)
def dyad_timeline(
    desk: TableDesk, a: PathId, b: PathId, start: From = None, end: To = None
) -> Response:
    """Return happenings of two a month by root."""
    known_pair(desk, a, b)
    return _timeline(desk, (a, b), start, end)


def _timeline(
    desk: Session, actors: tuple[str, ...], start: str | None, end: str | None
) -> Response:
    rows = [plain_row(row) for row in desk.study.timeline(*actors, **period(start, end))]
    return desk.answer({"actors": list(actors), "items": rows}, rows)


def _dossier(
    desk: Session,
    paging: Paging,
    actors: tuple[str, ...],
    part: str,
    within: Row,
    teller: str | None,
) -> Response:
    given = {**within, "teller": teller}
    more: Row = {"actors": list(actors), "part": part, "sources": []}

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        page = desk.study.dossier_page(*actors, part=part, limit=limit, after=after, **given)
        more["sources"] += [source(row) for row in page.sources]
        return [_entry(each) for each in page.entries], page.next

    return desk.pages(
        paging,
        fetch,
        place=(date, int),
        total=lambda: desk.study.count_dossier(*actors, part=part, **given),
        ids=lambda row: ids_of_all(row["tellings"]),
        more=more,
        cell=_line,
    )


def _entry(entry: Row) -> Row:
    return {
        "said": entry["said"],
        "when": entry["when"],
        "day": plain(entry["day"]),
        "differs": list(entry["differs"]),
        "tellings": [claim(row) for row in entry["told"]],
    }


def _line(entry: Row) -> Row:
    """Return an entry as a row of a table."""
    told = entry["tellings"]
    return {
        **plain_row(entry, "day", "when", "said", "differs"),
        "documents": [t["document"] for t in told],
        "claims": [t["id"] for t in told],
        "quote": told[0]["quote"],
    }

"""Mechanisms and instruments over time."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from fastapi import APIRouter
from fastapi.responses import Response

from comity.network.link import Link
from comity.registry import load_registry
from comity.web.api.cursors import Place
from comity.web.api.models.bodies import BodyDetail, BodyPage
from comity.web.api.models.claims import EventPage
from comity.web.api.names import names_of, type_of
from comity.web.api.params import At, Pages, Paging, PathId, Policy, last_day
from comity.web.api.problems import ProblemError
from comity.web.api.responses import MISSING_TABLE, TABLE
from comity.web.api.routes.actors import other_names
from comity.web.api.routes.claims import page_of
from comity.web.api.session import Row, Session, TableDesk
from comity.web.api.shapes import plain, plain_row

router = APIRouter(tags=["mechanisms and instruments"])
MECHANISMS: Final = ("mechanism", "exercise", "unknown")
INSTRUMENTS: Final = ("instrument",)
SHARES: Final = "shares of a list as it is told; what is unknown of it is in standings and coverage"


@router.get("/mechanisms", response_model=BodyPage, responses=TABLE)
def list_mechanisms(desk: TableDesk, paging: Pages) -> Response:
    """Return mechanisms, exercise series and bodies the registry does not know, those told of most first."""
    return _list(desk, paging, MECHANISMS)


@router.get("/instruments", response_model=BodyPage, responses=TABLE)
def list_instruments(desk: TableDesk, paging: Pages) -> Response:
    """Return treaties, declarations and other instruments, those told of most first."""
    return _list(desk, paging, INSTRUMENTS)


@router.get("/mechanisms/{id}", response_model=BodyDetail, responses=MISSING_TABLE)
def show_mechanism(
    desk: TableDesk, id: PathId, at: At = None, policy: Policy = "official"
) -> Response:
    """Return one mechanism: sessions with missing rounds, members over time, neighbours on a day."""
    return _show(desk, id, at, policy, "mechanism")


@router.get("/instruments/{id}", response_model=BodyDetail, responses=MISSING_TABLE)
def show_instrument(
    desk: TableDesk, id: PathId, at: At = None, policy: Policy = "official"
) -> Response:
    """Return one instrument: what was done within it, its parties over time, dates of its life."""
    return _show(desk, id, at, policy, "instrument")


@router.get("/mechanisms/{id}/events", response_model=EventPage, responses=MISSING_TABLE)
def mechanism_events(desk: TableDesk, id: PathId, paging: Pages) -> Response:
    """Return the events within a mechanism, oldest first."""
    _known(desk, id, "mechanism")
    return page_of(desk, paging, {"kind": "event", "frame": id})


@router.get("/instruments/{id}/events", response_model=EventPage, responses=MISSING_TABLE)
def instrument_events(desk: TableDesk, id: PathId, paging: Pages) -> Response:
    """Return the events within an instrument, oldest first."""
    _known(desk, id, "instrument")
    return page_of(desk, paging, {"kind": "event", "frame": id})


def _bodies(desk: Session, types: tuple[str, ...]) -> list[Row]:
    """Return the bodies of some types, those told of most first."""

    def make(study: Any) -> list[Row]:
        return [row for row in study.bodies() if type_of(row["id"]) in types]

    return desk.keep(("bodies", types), make)


def _list(desk: Session, paging: Paging, types: tuple[str, ...]) -> Response:
    every = _bodies(desk, types)

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        first = int(str(after[0] or 0)) if after else 0
        cut = every[max(first, 0) : max(first, 0) + limit]
        more = first + limit < len(every)
        return [_body(row) for row in cut], (first + limit,) if more else None

    return desk.pages(paging, fetch, place=(int,), total=lambda: len(every))


def _body(row: Row) -> Row:
    record = load_registry().get(row["id"])
    return {
        "id": row["id"],
        **names_of([row["id"]])[row["id"]],
        "track": (record.track or None) if record else None,
        "level": (record.level or None) if record else None,
        **plain_row(row, "sessions", "memberships", "first", "last"),
    }


def _known(desk: Session, id: str, word: str) -> Row:
    row = desk.study.body_or_none(id)
    if row is None:
        raise ProblemError(
            404, f"No claim tells of {word} {id}.", f"/{word}s lists those there are."
        )
    return row


def _show(desk: Session, id: str, at: str | None, policy: str, word: str) -> Response:
    row = _known(desk, id, word)
    view = desk.keep(("body", id), lambda study: study.body_view(id))
    day = last_day(at, "at") or desk.study.last_covered(id) or row["last"]
    standings = desk.study.members(id, day, policy=policy).to_dicts() if day else []
    near = _neighbours(desk, id, day) if day else []
    members = [_belonging(link) for link in view.members]
    sessions = [_session(each) for each in view.sessions]
    ids = (
        *(m["actor"] for m in members),
        *(s["actor"] for s in standings),
        *(a for s in sessions for a in s["participants"]),
        *(n["mechanism"] for n in near),
    )
    value = {
        "body": _body(row),
        "other_names": other_names(id),
        "at": plain(day),
        "policy": policy,
        "sessions": sessions,
        "missing_rounds": list(view.missing_rounds),
        "members": members,
        "standings": standings,
        "neighbours": near,
        "no_interval": SHARES,
        "foundings": [plain_row(each) for each in desk.study.foundings(id)],
        "names": names_of([id, *ids]),
    }
    return desk.answer(value, sessions)


def _neighbours(desk: Session, id: str, day: date) -> list[Row]:
    near = desk.keep(("neighbours", id, day), lambda study: study.neighbours(id, day))
    return [
        {
            "mechanism": each.mechanism,
            "shared": list(each.shared),
            "of_mine": each.of_mine,
            "of_theirs": each.of_theirs,
        }
        for each in near
    ]


def _belonging(link: Link) -> Row:
    actor, role = link.members[0]
    return {
        "actor": actor,
        "role": role,
        **_period(link),
        "precision": link.period.precision,
        "dated": link.dated,
        "families": list(link.families),
        "claims": list(link.sources),
    }


def _period(link: Link) -> Row:
    return {"start": plain(link.period.start), "end": plain(link.period.end)}


def _session(session: Any) -> Row:
    """Return a session: what its first telling says of place and time, and who all tellings name."""
    links = session.links
    first = links[0] if links else None
    return {
        "number": session.number,
        "missing": session.missing,
        "start": plain(session.period.start) if session.period else None,
        "end": plain(session.period.end) if session.period else None,
        "precision": session.period.precision if session.period else None,
        "place": first.place if first else None,
        "participants": list(dict.fromkeys(a for x in links for a in x.actors)),
        "hosts": list(dict.fromkeys(_hosts(links))),
        "families": list(dict.fromkeys(f for x in links for f in x.families)),
        "claims": list(dict.fromkeys(s for x in links for s in x.sources)),
    }


def _hosts(links: tuple[Link, ...]) -> Iterator[str]:
    for link in links:
        yield from link.within(("host",))

"""Judging claims one at a time. Only where the study is served for review, and only with the token."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import Response

from comity.errors import StudyError
from comity.study import Study
from comity.study.queue import Waiting
from comity.web.api.guard import allowed_origin, same_token
from comity.web.api.models.review import (
    AUTHOR,
    Agreement,
    Decision,
    Queue,
    Recorded,
    Reviewers,
    Undo,
)
from comity.web.api.names import names_of
from comity.web.api.params import AnyId, Kind
from comity.web.api.problems import ProblemError
from comity.web.api.responses import GUARDED
from comity.web.api.session import Desk, Row, Session
from comity.web.api.shapes import claim, ids_of_all, source

Token = Annotated[
    str | None,
    Header(
        alias="x-comity-token", description="The token printed when `comity serve --review` starts"
    ),
]
Author = Annotated[str, Query(min_length=1, max_length=100, pattern=AUTHOR)]


def allowed(request: Request, token: Token = None) -> None:
    """Refuse whoever has not the token, and writing from any other page than ours."""
    office = request.app.state.office
    if not office.review:
        raise ProblemError(
            403, "The study is served for reading only.", "Start: comity serve --review."
        )
    if not same_token(token, office.token):
        raise ProblemError(
            403, "The token is missing or wrong.", "Open the address that was printed."
        )
    if request.method == "POST" and not allowed_origin(request.headers):
        raise ProblemError(403, "Only pages of this server may judge.")


router = APIRouter(
    prefix="/review", tags=["review"], dependencies=[Depends(allowed)], responses=GUARDED
)


@router.get("/queue", response_model=Queue)
def review_queue(
    desk: Desk,
    author: Author,
    source: AnyId = None,
    kind: Kind | None = None,
    actor: AnyId = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Response:
    """Return the next claims an author has not judged: first those likely misread that much rests on."""
    chosen = {"document": source, "kind": kind, "actor": actor}
    found = desk.study.queue(author, limit=limit, **chosen)
    judged, pending = desk.study.progress(author, **chosen)
    items = [_waiting(desk, each) for each in found]
    value = {
        "items": items,
        "judged": judged,
        "pending": pending,
        "last": desk.study.last_judgement(author),
        "names": names_of(ids_of_all(each["claim"] for each in items)),
    }
    return desk.answer(value, fresh=True)


def _waiting(desk: Session, waiting: Waiting) -> Row:
    row = waiting.row
    said = claim(row)
    passage = desk.study.passage(row["document"], row["start_char"], row["end_char"])
    return {
        "claim": said,
        "passage": {**passage, "quote": said["quote"]} if passage else None,
        "source": source(
            {**row, "id": row["document"], "kind": "text", "issuer": row["published_by"]}
        ),
        "uncertainty": round(waiting.uncertainty, 4),
        "effect": round(waiting.effect, 4),
        "why": list(waiting.why),
    }


@router.post("/judgements", response_model=Recorded, status_code=201)
def judge(desk: Desk, decision: Decision) -> Response:
    """Record a decision about a claim: accept, reject or correct it."""

    def record(study: Study) -> str:
        return study.judge(
            decision.verdict,
            decision.claim,
            author=decision.author.strip(),
            changes=decision.changes if decision.verdict == "correct" else None,
            reason=decision.reason.strip(),
        )

    return _recorded(desk, decision.author, decision.verdict, decision.claim, record)


@router.post("/undo", response_model=Recorded, status_code=201)
def undo(desk: Desk, wish: Undo) -> Response:
    """Take back a decision of one's own: the one named, or the last."""

    def record(study: Study) -> str:
        last = study.last_judgement(wish.author.strip())
        taken = wish.judgement or last
        if taken is None:
            raise ProblemError(409, "There is no decision of yours to take back.")
        if study.author_of(taken) != wish.author.strip():
            raise ProblemError(409, f"There is no decision {taken} of yours.", "Undo your own.")
        return study.judge("withdraw", author=wish.author.strip(), withdraws=taken)

    return _recorded(desk, wish.author, "withdraw", None, record)


def _recorded(desk: Session, author: str, verdict: str, claim: str | None, record: Any) -> Response:
    try:
        with desk.office.writing() as study:
            id = record(study)
            judged, pending = study.progress(author.strip())
    except StudyError as error:
        raise ProblemError(409, error.problem, error.hint) from error
    value = {
        "id": id,
        "verdict": verdict,
        "claim": claim,
        "judged": judged,
        "pending": pending,
        "version": desk.office.version,
    }
    answer = desk.answer(value, fresh=True)
    answer.status_code = 201
    return answer


@router.get("/agreement", response_model=Agreement)
def agreement(desk: Desk, first: Author, second: Author) -> Response:
    """Return how far two reviewers agree on the claims both judged (Cohen's kappa)."""
    found = desk.study.agreement(first, second)
    reason = "fewer than two verdicts were given by both" if found.kappa is None else None
    disagree = [{"claim": c, "first": a, "second": b} for c, a, b in found.disagree]
    value = {
        "first": first,
        "second": second,
        "claims": found.claims,
        "observed": found.observed,
        "expected": found.expected,
        "kappa": found.kappa,
        "lo": found.low,
        "hi": found.high,
        "no_interval": reason,
        "disagree": disagree,
    }
    return desk.answer(value, disagree, fresh=True)


@router.get("/reviewers", response_model=Reviewers)
def reviewers(desk: Desk) -> Response:
    """Return who has judged, and how many of their decisions stand."""
    rows = desk.study.reviewers()
    return desk.answer({"items": rows}, rows, fresh=True)

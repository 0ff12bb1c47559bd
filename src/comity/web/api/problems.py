"""Errors as answers: every one is a problem document (RFC 9457) with one sentence and a hint."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from comity.errors import ComityError, ExportError, MissingExtra, StudyError

MEDIA: Final = "application/problem+json"
TITLES: Final = {
    400: ("bad-request", "The request cannot be understood."),
    403: ("forbidden", "That is not allowed."),
    404: ("not-found", "There is no such thing."),
    405: ("method-not-allowed", "The address does not take this method."),
    406: ("not-acceptable", "The answer has no such shape."),
    409: ("conflict", "It cannot be done as things stand."),
    411: ("length-required", "The length of the body is missing."),
    413: ("too-large", "That is too much at once."),
    414: ("address-too-long", "The address is too long."),
    421: ("wrong-host", "This server does not answer for that host."),
    422: ("invalid", "Something in the request is not as described."),
    500: ("fault", "Something went wrong here."),
    501: ("needs-library", "An optional library is missing."),
    503: ("not-in-time", "It could not be done in time."),
}


class ProblemError(Exception):
    """An answer that is a problem. ``retry`` is after how many seconds asking again makes sense."""

    def __init__(self, status: int, detail: str, hint: str = "", *, retry: int = 0) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.hint = hint
        self.retry = retry


class NotModified(Exception):  # noqa: N818 - an answer, not an error
    """The client has the answer already, under this tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


class Ready(Exception):  # noqa: N818 - an answer, not an error
    """The answer is at hand already."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


def body_of(
    status: int, detail: str, hint: str = "", errors: Sequence[Mapping[str, str]] = ()
) -> dict[str, Any]:
    """Return the content of a problem document."""
    word, title = TITLES.get(status, ("problem", HTTPStatus(status).phrase))
    return {
        "type": f"urn:comity:problem:{word}",
        "title": title,
        "status": status,
        "detail": detail,
        "hint": hint or None,
        "errors": list(errors),
    }


def problem(
    status: int,
    detail: str,
    hint: str = "",
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """Return a problem as a response."""
    content = body_of(status, detail, hint, errors)
    kept = {"cache-control": "no-store", **(headers or {})}
    return JSONResponse(content, status, headers=kept, media_type=MEDIA)


def install(app: FastAPI) -> None:
    """Make every error of an app a problem document."""
    app.add_exception_handler(ProblemError, _told)
    app.add_exception_handler(NotModified, _unchanged)
    app.add_exception_handler(Ready, _ready)
    app.add_exception_handler(ComityError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _fault)


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    headers = {"retry-after": str(error.retry)} if error.retry else None
    return problem(error.status, error.detail, error.hint, headers=headers)


def _unchanged(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotModified)
    return Response(status_code=304, headers={"etag": error.tag, "cache-control": "no-cache"})


def _ready(request: Request, error: Exception) -> Response:
    assert isinstance(error, Ready)
    return error.response


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, ComityError)
    late = getattr(request.state, "late", None)
    if late is not None and late():
        return problem(503, "It took too long and was stopped.", "Ask for less: a shorter period.")
    status = 400
    if isinstance(error, MissingExtra):
        status = 501
    elif isinstance(error, StudyError) and request.method == "GET":
        status = 409
    elif isinstance(error, ExportError):
        status = 422
    return problem(status, error.problem, error.hint)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [
        {"where": ".".join(str(p) for p in each["loc"]), "problem": _plain(str(each["msg"]))}
        for each in error.errors()
    ]
    shown = "; ".join(f"{f['where']}: {f['problem']}" for f in faults[:3])
    return problem(422, f"{shown}.", "See /api/v1/openapi.json.", faults)


def _plain(message: str) -> str:
    """Return a message that shows in any log and page: what a client sent stays on one line."""
    return " ".join(message.encode("utf-8", "replace").decode("utf-8").split())[:300]


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    details = {
        404: "There is nothing at this address.",
        405: f"{request.method} is not for this address.",
    }
    detail = details.get(error.status_code, str(error.detail))
    return problem(error.status_code, detail, headers=error.headers)


def _fault(request: Request, error: Exception) -> Response:
    return problem(500, "The server met a fault of its own.", "Please report what you asked for.")

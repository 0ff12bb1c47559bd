"""The application: a study served for reading, or for review, on this machine."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware

import comity
from comity.web.api import built, problems
from comity.web.api.guard import BODY, LOCAL, Guard
from comity.web.api.office import Office
from comity.web.api.responses import COMMON, with_problems
from comity.web.api.routes import (
    actors,
    architecture,
    bodies,
    claims,
    data,
    documents,
    export,
    lenses,
    measures,
    review,
    telling,
)
from comity.web.api.strict import known_parameters

ROOT: Final = "/api/v1"
ABOUT: Final = (
    "What documents say, as a study keeps it: comity stores that a document says something, and "
    "asserts none of it. Offsets count code points. Every number has an interval or says why it has none."
)
ROUTERS: Final = (
    *(data, documents, claims, actors, bodies, telling),
    *(architecture, measures, lenses, export, review),
)


def create_app(
    study_path: str | Path,
    *,
    review: bool = False,
    token: str | None = None,
    hosts: Iterable[str] = LOCAL,
    any_address: bool = False,
    seconds: float = 15.0,
) -> FastAPI:
    """Return the application that serves a study.

    ``review``: claims can be judged by whoever has ``token`` (one is made if none is given; see
    ``app.state.office.token``), and the study is open for writing. ``hosts``: names it answers to, with
    ``any_address`` all numeric ones too. A request is stopped after ``seconds``. Raises StudyError when the
    file is none, or is being written by another process.
    """
    office = Office(str(study_path), review=review, token=token, seconds=seconds)
    app = build(lifespan=_closing(office))
    app.state.office = office
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, hosts=frozenset(hosts), any_address=any_address)
    return app


def build(**options: Any) -> FastAPI:
    """Return the application without a study: enough for its OpenAPI document."""
    app = FastAPI(
        title="comity",
        version=comity.__version__,
        description=ABOUT,
        openapi_url=f"{ROOT}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        max_body_size=BODY,
        generate_unique_id_function=lambda route: route.name,
        **options,
    )
    problems.install(app)
    api = APIRouter(prefix=ROOT, responses=COMMON)
    for module in ROUTERS:
        api.include_router(module.router)
    app.include_router(api, dependencies=[known_parameters])
    built.install(app)
    described = app.openapi
    app.openapi = lambda: with_problems(described())  # type: ignore[method-assign]
    return app


def _closing(office: Office) -> Any:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        office.close()

    return lifespan


def openapi() -> dict[str, Any]:
    """Return the OpenAPI document."""
    return build().openapi()

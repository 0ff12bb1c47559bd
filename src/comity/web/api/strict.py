"""A parameter that an address does not have is refused: a misspelt filter must not look like an answer."""

from functools import lru_cache

from fastapi import Depends, FastAPI, Request

from comity.web.api.problems import ProblemError


def _check(request: Request) -> None:
    given = set(request.query_params)
    if not given:
        return
    path = request.scope["route"].path_format
    known = _known(request.app, path, request.method.lower())
    unknown = sorted(given - known)
    if unknown:
        listed = ", ".join(sorted(known)) or "none"
        shown = "".join(c for c in unknown[0] if c.isprintable())[:60]
        raise ProblemError(422, f"There is no parameter {shown} here.", f"Known: {listed}.")


@lru_cache(maxsize=512)
def _known(app: FastAPI, path: str, method: str) -> frozenset[str]:
    operation = app.openapi()["paths"].get(path, {}).get(method, {})
    rows = operation.get("parameters", ())
    return frozenset(row["name"] for row in rows if row["in"] == "query") | {"format"}


known_parameters = Depends(_check)

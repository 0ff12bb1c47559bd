"""A parameter that an address does not have is refused: a misspelt filter must not look like an answer."""

from functools import lru_cache

from fastapi import Depends, FastAPI, Request

from comity.web.api.problems import ProblemError


def _check(request: Request) -> None:
    given = set(request.query_params)
    if not given:
        return
    known = _known(request.app).get(request.scope["route"].name, frozenset({"format"}))
    unknown = sorted(given - known)
    if unknown:
        listed = ", ".join(sorted(known)) or "none"
        shown = "".join(c for c in unknown[0] if c.isprintable())[:60]
        raise ProblemError(422, f"There is no parameter {shown} here.", f"Known: {listed}.")


@lru_cache(maxsize=8)
def _known(app: FastAPI) -> dict[str, frozenset[str]]:
    """Return the parameters of each operation by its id, which is its route's name."""
    operations = (o for path in app.openapi()["paths"].values() for o in path.values())
    return {
        each["operationId"]: frozenset(
            row["name"] for row in each.get("parameters", ()) if row["in"] == "query"
        )
        for each in operations
    }


known_parameters = Depends(_check)

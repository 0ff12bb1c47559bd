"""What addresses may answer besides what was asked for, for the OpenAPI document."""

from typing import Any, Final

from comity.web.api.models.base import Problem
from comity.web.api.problems import MEDIA, TITLES

Responses = dict[int | str, dict[str, Any]]


def _problem(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": TITLES[status][1], "content": {MEDIA: {"schema": schema}}}


def _problems(*statuses: int) -> Responses:
    return {status: _problem(status) for status in statuses}


UNCHANGED: Final[Responses] = {304: {"description": "Unchanged since the answer with that ETag."}}
# Of every address: what the guard at the door, the checks of parameters and the clock may say.
COMMON: Final = _problems(400, 406, 409, 413, 414, 421, 422, 501, 503)
ANSWER: Final[Responses] = {**UNCHANGED}
MISSING: Final[Responses] = {**UNCHANGED, **_problems(404)}
TABLE: Final[Responses] = {
    **UNCHANGED,
    200: {
        "description": "A page as JSON, or the table as CSV.",
        "content": {"text/csv": {"schema": {"type": "string"}}},
    },
}
MISSING_TABLE: Final[Responses] = {**TABLE, **_problems(404)}
GUARDED: Final = _problems(403)


def with_problems(document: dict[str, Any]) -> dict[str, Any]:
    """Return an OpenAPI document in which each kind of problem is described once."""
    parts = document["components"]
    if "responses" in parts:
        return document
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    parts["schemas"] |= {**schema.pop("$defs"), "Problem": schema}
    parts["responses"] = {f"Problem{status}": _problem(status) for status in TITLES}
    operations = (o for path in document["paths"].values() for o in path.values())
    for responses in (operation["responses"] for operation in operations):
        for status, response in responses.items():
            if MEDIA in response.get("content", {}):
                responses[status] = {"$ref": f"#/components/responses/Problem{status}"}
    return document

"""Parameters that several addresses share, and what is refused of them."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Path, Query

from comity.model import Period
from comity.model.vocabulary import MODES, RELATIONS, STANCES
from comity.web.api.problems import ProblemError

# Ids come from the registry, from hashes, or from printed names the registry does not know.
NO_CONTROL = r"^[^\x00-\x1f\x7f]+$"
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
MOST = 500

PathId = Annotated[str, Path(min_length=1, max_length=200, pattern=NO_CONTROL)]
AnyId = Annotated[str | None, Query(min_length=1, max_length=200, pattern=NO_CONTROL)]
Words = Annotated[str | None, Query(min_length=1, max_length=200, pattern=NO_CONTROL)]
Mode = Literal[MODES]  # type: ignore[valid-type]
Stance = Literal[STANCES]  # type: ignore[valid-type]
Relation = Literal[RELATIONS]  # type: ignore[valid-type]
Kind = Literal["event", "position", "tie"]
Policy = Literal["official", "newest", "majority", "all"]
DATE_HELP = "A day, month or year: 2016-09-03, 2016-09 or 2016"

From = Annotated[str | None, Query(alias="from", pattern=DATE, description=DATE_HELP)]
To = Annotated[str | None, Query(alias="to", pattern=DATE, description=DATE_HELP)]
At = Annotated[str | None, Query(pattern=DATE, description=DATE_HELP)]
Limit = Annotated[int | None, Query(ge=1, le=MOST, description="Rows a page, 100 if not given")]
Cursor = Annotated[
    str | None,
    Query(max_length=2000, pattern=r"^[A-Za-z0-9_=-]+$", description="`next` of the page before"),
]
Shape = Annotated[
    Literal["json", "csv"] | None,
    Query(alias="format", description="As the Accept header, which it goes before"),
]


def first_day(text: str | None, name: str = "from") -> date | None:
    """Return the first day of a date as people write it."""
    return _period(text, name).start if text else None


def last_day(text: str | None, name: str = "to") -> date | None:
    """Return the last day of a date as people write it."""
    return _period(text, name).end if text else None


def _period(text: str, name: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError as error:
        raise ProblemError(422, f"{name}: {text} is no date.", f"{DATE_HELP}.") from error


def period(start: str | None, end: str | None) -> dict[str, Any]:
    """Return the two ends of a period by the names the study gives them."""
    first, last = first_day(start), last_day(end)
    if first and last and first > last:
        raise ProblemError(422, f"The period ends before it begins: {start} to {end}.")
    return {"start": first, "end": last}


class Paging:
    """Where in the rows an answer begins, and how many it has."""

    def __init__(self, limit: Limit = None, cursor: Cursor = None) -> None:
        self.limit = limit
        self.cursor = cursor


Pages = Annotated[Paging, Depends()]


class Filters:
    """The filters of claims, the same as of `comity list`."""

    def __init__(
        self,
        actor: Annotated[
            list[Annotated[str, Query(min_length=1, max_length=200, pattern=NO_CONTROL)]] | None,
            Query(max_length=8, description="Named in it; several: all of them"),
        ] = None,
        mode: Mode | None = None,
        stance: Stance | None = None,
        relation: Relation | None = None,
        frame: AnyId = None,
        topic: AnyId = None,
        source: Annotated[
            str | None,
            Query(
                min_length=1,
                max_length=200,
                pattern=NO_CONTROL,
                description="Of this document or data set",
            ),
        ] = None,
        issuer: AnyId = None,
        text: Words = None,
        start: From = None,
        end: To = None,
        at: At = None,
        reviewed: bool = False,
    ) -> None:
        given = {
            "actors": tuple(actor or ()),
            "mode": mode,
            "stance": stance,
            "relation": relation,
            "frame": frame,
            "topic": topic,
            "document": source,
            "issuer": issuer,
            "text": text,
            "at": first_day(at, "at"),
            "reviewed": reviewed,
            **period(start, end),
        }
        self.given = {k: v for k, v in given.items() if v not in (None, False, ())}


Chosen = Annotated[Filters, Depends()]

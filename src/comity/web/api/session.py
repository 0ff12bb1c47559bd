"""One request: its connection to the study, its time, the shape it wants, and how it is answered."""

import asyncio
import csv
import io
import json
import time
from collections.abc import AsyncIterator, Callable, Hashable, Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Depends, Query, Request
from fastapi.responses import Response

from comity.study import Study
from comity.tables import flat, guarded
from comity.web.api.answers import Given
from comity.web.api.cursors import Place, pack, unpack
from comity.web.api.names import names_of
from comity.web.api.office import Office
from comity.web.api.params import Paging, Shape
from comity.web.api.problems import NotModified, ProblemError, Ready

Row = dict[str, Any]
Made = TypeVar("Made")
Fetch = Callable[[Place | None, int], tuple[list[Row], Place | None]]
JSON = "application/json"
CSV = "text/csv; charset=utf-8"
USUAL = 100
ALL = 100_000  # rows of a table asked for whole; more are an export


class Session:
    """What a route has at hand. ``study`` is on a connection of its own."""

    def __init__(self, request: Request, office: Office, study: Study, tag: str) -> None:
        self.request = request
        self.office = office
        self.study = study
        self.ends = time.monotonic() + office.seconds
        self.csv = _wants_csv(request)
        self.tag = tag

    def left(self) -> float:
        """Return how many seconds the request still has."""
        return self.ends - time.monotonic()

    def late(self) -> bool:
        return self.left() <= 0

    def keep(self, key: Hashable, make: Callable[[Study], Made]) -> Made:
        """Return what was worked out before on this version of the study, or work it out now."""

        def work() -> Made:
            with self.office.reading() as study:
                return make(study)

        return self.office.kept.get((self.office.version, key), work, wait=self.left())

    def answer(
        self, value: Row, rows: Iterable[Row] | None = None, *, fresh: bool = False
    ) -> Response:
        """Return an answer as JSON, or ``rows`` of it as CSV. ``fresh``: it must not be kept by anybody."""
        if not self.csv:
            return self._given(_json(value), JSON, fresh=fresh)
        if rows is None:
            raise ProblemError(406, "This answer is no table.", "Ask for JSON.")
        return self._given("".join(_csv_lines(rows)), CSV, fresh=fresh)

    def pages(
        self,
        paging: Paging,
        fetch: Fetch,
        *,
        place: Sequence[type],
        total: Callable[[], int],
        ids: Callable[[Row], Iterable[str | None]] = lambda row: (),
        more: Row | None = None,
        cell: Callable[[Row], Row] = lambda row: row,
    ) -> Response:
        """Return a page of rows as JSON, or as CSV: all rows, or as many as ``limit`` says.

        ``fetch`` gives the rows after a place and the place of the last; ``place`` are the types of its parts.
        ``more`` stands beside the rows, ``cell`` makes a row of a table.
        """
        after = unpack(paging.cursor, self._question(), place)
        if self.csv:
            return self._table(paging, fetch, after, cell)
        rows, last = fetch(after, paging.limit or USUAL)
        value = {
            "items": rows,
            "next": pack(last, self._question()) if last else None,
            "total": self._total(total) if after is None else None,
            "names": names_of(id for row in rows for id in ids(row)),
            **(more or {}),
        }
        return self._given(_json(value), JSON)

    def _total(self, count: Callable[[], int]) -> int:
        """Return how many rows there are, counted once for a question."""
        return self.office.totals.get((self.office.version, self._question()), count)

    def _table(
        self, paging: Paging, fetch: Fetch, after: Place | None, cell: Callable[[Row], Row]
    ) -> Response:
        rows = _all(fetch, after, paging.limit or ALL)
        return self._given("".join(_csv_lines(map(cell, rows))), CSV)

    def _given(self, text: str, media: str, *, fresh: bool = False) -> Response:
        """Return an answer and keep it for the next who asks the same."""
        headers = self._headers(fresh) | (self._file_name() if media == CSV else {})
        given = Given(text.encode("utf-8", "replace"), headers, media)
        if not fresh:
            self.office.answers.put(self.tag, given)
        return as_response(given)

    def _question(self) -> str:
        """Return what was asked, but for where in the rows: a cursor fits one question only."""
        return "\n".join(
            [self.request.url.path]
            + sorted(
                f"{k}={v}"
                for k, v in self.request.query_params.multi_items()
                if k not in ("cursor", "limit", "format")
            )
        )

    def _headers(self, fresh: bool) -> dict[str, str]:
        if fresh:
            return {"cache-control": "no-store"}
        return {"etag": self.tag, "cache-control": "no-cache", "vary": "Accept"}

    def _file_name(self) -> dict[str, str]:
        plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in self.request.url.path)
        name = plain.removeprefix("-api-v1-")[:80] or "comity"
        return {"content-disposition": f'attachment; filename="{name}.csv"'}


def _wants_csv(request: Request) -> bool:
    shape = request.query_params.get("format")
    if shape:
        return shape == "csv"
    accept = request.headers.get("accept", "")
    return "text/csv" in accept and "application/json" not in accept


def as_response(given: Given) -> Response:
    return Response(given.body, headers=given.headers, media_type=given.media)


def _json(value: Row) -> str:
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=str
    )


def _csv_lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a table; no cell is taken for a formula by a spreadsheet."""
    sink = io.StringIO()
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.writer(sink, lineterminator="\n")
            names: Sequence[str] = tuple(row)
            writer.writerow(names)
        writer.writerow([guarded(flat(row.get(name))) for name in names])
    yield sink.getvalue()


def _all(fetch: Fetch, after: Place | None, most: int) -> Iterator[Row]:
    seen = 0
    while True:
        rows, after = fetch(after, min(500, most - seen))
        yield from rows
        seen += len(rows)
        if after is None or seen >= most:
            break
    if after is not None and most == ALL:
        raise ProblemError(413, f"The table has more than {ALL:,} rows.", "Export it: /export/csv.")


async def table_session(request: Request, format: Shape = None) -> AsyncIterator[Session]:
    """Lend a session to an address whose answer can be a table."""
    async for each in _lent(request):
        yield each


async def session(
    request: Request, format: Annotated[Literal["json"] | None, Query()] = None
) -> AsyncIterator[Session]:
    """Lend a session to an address whose answer is no table."""
    async for each in _lent(request):
        yield each


async def _lent(request: Request) -> AsyncIterator[Session]:
    """Lend a connection for one request and stop what runs on it when its time is over."""
    office: Office = request.app.state.office
    tag = tag_of(request, office)
    if request.method == "GET":
        _answered(request, office, tag)
    study = office.borrow()
    made = Session(request, office, study, tag)
    request.state.late = made.late
    watch = asyncio.get_running_loop().call_later(office.seconds, study.interrupt)
    try:
        yield made
    finally:
        watch.cancel()
        office.give_back(study)


def tag_of(request: Request, office: Office) -> str:
    """Return the entity tag of what a request asks for."""
    query = sorted(request.query_params.multi_items())
    asked = json.dumps([request.url.path, query], ensure_ascii=False)
    return office.tag(asked, CSV if _wants_csv(request) else JSON)


def _answered(request: Request, office: Office, tag: str) -> None:
    """Answer at once what the client has, or somebody asked before."""
    if tag in request.headers.get("if-none-match", ""):
        raise NotModified(tag)
    given = office.answers.get(tag)
    if given is not None:
        raise Ready(as_response(given))


Desk = Annotated[Session, Depends(session)]
TableDesk = Annotated[Session, Depends(table_session)]

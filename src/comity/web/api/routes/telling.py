"""What is made of a study for readers: promises, two documents side by side, search."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response

from comity.web.api.cursors import Place
from comity.web.api.models.telling import Comparison, Found, PromisePage
from comity.web.api.names import names_of
from comity.web.api.params import NO_CONTROL, AnyId, At, Pages, last_day
from comity.web.api.problems import ProblemError
from comity.web.api.responses import ANSWER, MISSING_TABLE, TABLE
from comity.web.api.routes.documents import known_document
from comity.web.api.searching import names_holding
from comity.web.api.session import Desk, Row, TableDesk
from comity.web.api.shapes import claim, ids_of_all, plain, plain_row, source

router = APIRouter(tags=["telling"])
LONGEST = 3000  # claims of a document that is still held beside another in time
DocumentId = Annotated[str, Query(min_length=1, max_length=200, pattern=NO_CONTROL)]


@router.get("/promises", response_model=PromisePage, responses=TABLE)
def list_promises(desk: TableDesk, paging: Pages, actor: AnyId = None, at: At = None) -> Response:
    """Return dated commitments and plans with what later documents tell of them by a day.

    Without ``at``: by the last day of any document.
    """
    day = last_day(at, "at") or desk.study.last_day() or date.max

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        found, last = desk.study.promises_page(actor, at=day, limit=limit, after=after)
        return [_promise(each) for each in found], last

    return desk.pages(
        paging,
        fetch,
        place=(date, int),
        total=lambda: desk.study.count_promises(actor, at=day),
        ids=lambda row: ids_of_all([row["claim"], *row["evidence"]]),
        more={"at": day.isoformat()},
        cell=_line,
    )


def _promise(promise: Any) -> Row:
    return {
        "outcome": promise.outcome,
        "due": plain(promise.due),
        "made": plain(promise.made),
        "why": promise.why,
        "claim": claim(promise.claim),
        "evidence": [claim(each) for each in promise.evidence],
    }


def _line(row: Row) -> Row:
    return {
        **plain_row(row, "outcome", "due", "made", "why"),
        "said": row["claim"]["said"],
        "claim": row["claim"]["id"],
        "document": row["claim"]["document"],
        "evidence": [each["id"] for each in row["evidence"]],
        "quote": row["claim"]["quote"],
    }


@router.get("/compare", response_model=Comparison, responses=MISSING_TABLE)
def compare(desk: TableDesk, first: DocumentId, second: DocumentId) -> Response:
    """Return two documents side by side: what both tell and how they differ, what one alone tells."""
    documents = [known_document(desk, id) for id in (first, second)]
    for row in documents:
        if sum(row["kinds"].values()) > LONGEST:
            raise ProblemError(
                413, f"{row['id']} has more than {LONGEST:,} claims.", "Compare shorter documents."
            )
    found = desk.keep(("compare", first, second), lambda study: study.compare(first, second))
    value = {
        "first": source(documents[0]),
        "second": source(documents[1]),
        "both": [
            {"first": claim(a), "second": claim(b), "differs": list(differs)}
            for a, b, differs in found.both
        ],
        "only_first": [claim(each) for each in found.only_first],
        "only_second": [claim(each) for each in found.only_second],
    }
    told = [c for a, b, _ in found.both for c in (a, b)]
    ids = ids_of_all([*told, *found.only_first, *found.only_second])
    return desk.answer({**value, "names": names_of(ids)}, found.to_rows())


@router.get("/search", response_model=Found, responses=ANSWER)
def search(
    desk: Desk,
    q: Annotated[str, Query(min_length=1, max_length=100, pattern=NO_CONTROL)],
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Response:
    """Return what holds the words: names in both languages, titles, claims, places in the text."""
    words = q.strip()
    if not words:
        raise ProblemError(422, "q: there are only spaces to search for.", "Give a word.")
    names = names_holding(desk.study, words, limit + 1)
    found = desk.study.search(words, limit=limit + 1)
    texts = [_place(row) for row in found.texts]
    lists = {
        "names_found": names,
        "documents": [source(row) for row in found.documents],
        "claims": [claim(row) for row in found.claims],
        "texts": texts,
    }
    cut = {name: rows[:limit] for name, rows in lists.items()}
    more = [name for name, rows in lists.items() if len(rows) > limit]
    ids = [*ids_of_all(cut["claims"]), *(d["issuer"] for d in cut["documents"])]
    return desk.answer({"q": words, **cut, "more": more, "names": names_of(ids)})


def _place(row: Row) -> Row:
    return plain_row(row, "document", "title", "start", "end", "before", "words", "after")

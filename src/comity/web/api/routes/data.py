"""The study itself: what it holds, its sources with their rights, imports, coverage, citation."""

import json
from typing import Annotated, Final

from fastapi import APIRouter, Query
from fastapi.responses import Response

import comity
from comity.export import FORMATS, Edition
from comity.network.layers import LayerRule, own_layers
from comity.web.api.cursors import Place
from comity.web.api.models.data import (
    CoveragePage,
    DataSourcePage,
    ImportPage,
    SeriesPage,
    StudyInfo,
)
from comity.web.api.models.telling import Citation
from comity.web.api.params import NO_CONTROL, Chosen, Pages
from comity.web.api.responses import ANSWER, TABLE
from comity.web.api.session import Desk, Row, TableDesk
from comity.web.api.shapes import plain_row
from comity.web.words import load_words, say

router = APIRouter(tags=["data"])
COUNTS: Final = (
    *("documents", "datasets", "claims", "events", "positions", "ties", "judgements", "reviewed"),
    *("observations", "coverage"),
)
VOCABULARIES: Final = (
    *("mode", "root", "stance", "relation", "status", "track", "precision", "resolved"),
    *("role", "topic", "field", "findings"),
)


@router.get("/study", response_model=StudyInfo, responses=ANSWER)
def show_study(desk: Desk) -> Response:
    """Return what the study holds, its layers, and the words of every vocabulary in both languages."""
    info, years = desk.study.info(), desk.study.years()
    days = ("first_issued", "last_issued", "last_recorded")
    return desk.answer(
        {
            "version": desk.office.version,
            "comity": comity.__version__,
            "review": desk.office.review,
            "counts": plain_row(info, *COUNTS),
            **plain_row(info, *days),
            "first_year": years[0],
            "last_year": years[1],
            "layers": [_layer(rule) for rule in own_layers()],
            "words": {group: _words(group) for group in VOCABULARIES},
            "exports": [each.name for each in FORMATS],
        }
    )


def _layer(rule: LayerRule) -> Row:
    names = ("id", "zh", "en", "source", "projection", "directed", "sign", "half_life", "window")
    return {**{n: getattr(rule, n) for n in names}, "takes": list(rule.properties)}


def _words(group: str) -> list[Row]:
    return [
        {"id": id, **dict(zip(("zh", "en"), _both(group, id), strict=True))}
        for id in load_words()[group]
    ]


def _both(group: str, word: str) -> tuple[str, str]:
    found = load_words()[group][word]
    return (str(found[0]), str(found[1])) if isinstance(found, list) else say(group, word)


@router.get("/data/sources", response_model=DataSourcePage, responses=TABLE)
def list_sources(desk: TableDesk, paging: Pages) -> Response:
    """Return data sets and documents with licence, citation and how much they hold."""

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        found = desk.study.sources_page(limit, after=after)
        last = found[-1] if len(found) == limit else None
        return [plain_row(row) for row in found], (last["kind"], last["id"]) if last else None

    return desk.pages(
        paging,
        fetch,
        place=(str, str),
        total=lambda: desk.study.count_documents(),
        ids=lambda row: (row["issuer"],),
    )


@router.get("/data/imports", response_model=ImportPage, responses=TABLE)
def list_imports(desk: TableDesk, paging: Pages) -> Response:
    """Return the manifest of every import."""
    names = (
        "document",
        "feed",
        "address",
        "file",
        "bytes",
        "digest",
        "rows",
        "skipped",
        "recorded",
    )
    rows = [
        {**plain_row(row, *names), "reasons": json.loads(row["reasons"] or "{}")}
        for row in desk.study.imports()
    ]
    return _cut(desk, paging, rows)


@router.get("/data/coverage", response_model=CoveragePage, responses=TABLE)
def list_coverage(desk: TableDesk, paging: Pages) -> Response:
    """Return what each source would have told: outside it the answer is unknown."""
    names = ("document", "property", "actors", "start", "end", "silence", "note")
    rows = [plain_row(row, *names) for row in desk.study.coverage()]
    return _cut(desk, paging, [{**row, "actors": row["actors"] or []} for row in rows])


@router.get("/data/series", response_model=SeriesPage, responses=TABLE)
def list_series(desk: TableDesk, paging: Pages) -> Response:
    """Return the series of numbers there are."""
    return _cut(desk, paging, [plain_row(row) for row in desk.study.series()])


def _cut(desk: Desk, paging: Pages, rows: list[Row]) -> Response:
    """Return a page of rows that are all at hand."""

    def fetch(after: Place | None, limit: int) -> tuple[list[Row], Place | None]:
        start = max(int(str(after[0] or 0)), 0) if after else 0
        return rows[start : start + limit], (start + limit,) if start + limit < len(rows) else None

    return desk.pages(paging, fetch, place=(int,), total=lambda: len(rows))


@router.get("/cite", response_model=Citation, responses=ANSWER)
def cite(
    desk: Desk,
    chosen: Chosen,
    author: Annotated[
        list[Annotated[str, Query(min_length=1, max_length=200, pattern=NO_CONTROL)]],
        Query(min_length=1, max_length=20, description="Family, Given"),
    ],
    title: Annotated[str, Query(max_length=300)] = "",
    licence: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """Return a citation of the study, or of the claims that pass filters, with every source they rest on."""
    from comity.export.citation import citation_of

    edition = Edition(title=title, authors=tuple(author), licence=licence)
    cff, bibtex = citation_of(desk.study, edition, **chosen.given)
    return desk.answer({"cff": cff, "bibtex": bibtex, "version": desk.office.version})

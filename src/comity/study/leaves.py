"""Pages of a study: which rows first, then the rows, so that a million claims cost what a page of them does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from comity.model import Document
from comity.study.dossier import entry_of
from comity.study.filters import Filter, check_period
from comity.study.storage import Store

Row = dict[str, Any]
After = Sequence[Any] | None
TITLES = ("title", "heading")
LONGEST = 2_000_000  # characters of a text whose headings are looked for


def claims_page(store: Store, chosen: Filter, limit: int, after: After) -> list[Row]:
    """Return a page of the claims that pass filters, with the document that tells each."""
    values = {**chosen.values(), "limit": limit}
    place = dict(zip(("after_start", "after_seq"), after or (None, None), strict=True))
    return told(store, [row["seq"] for row in store.rows("claims_page", **values, **place)])


def told(store: Store, seqs: Sequence[int]) -> list[Row]:
    """Return claims as they stand with the document that tells each, in the order of ``seqs``."""
    if not seqs:
        return []
    rows = {row["seq"]: row for row in store.rows("claims_told", seqs=list(seqs))}
    return [rows[seq] for seq in seqs if seq in rows]


def claim_or_none(store: Store, id: str) -> Row | None:
    """Return one claim by its whole id, rejected or not, with everything behind it."""
    found = [row for row in store.rows("claim_by_prefix", prefix=id) if row["id"] == id]
    if not found:
        return None
    row = found[0]
    return {
        **row,
        "judgements": store.rows("judgements_of", claim=id),
        "told_also": store.rows("told_also", claim=id, happening=row["happening"]),
        "source": store.rows("document_by_id", id=row["document"])[0],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What holds some words: documents by title, claims by quote, places in texts."""

    documents: tuple[Row, ...]
    claims: tuple[Row, ...]
    texts: tuple[Row, ...]


def search(store: Store, words: str, limit: int) -> Search:
    """Return what holds some words, at most ``limit`` of each."""
    asked = {"words": words, "limit": limit}
    seqs = [row["seq"] for row in store.rows("search_claims", **asked)]
    return Search(
        documents=tuple(store.rows("search_documents", **asked)),
        claims=tuple(told(store, seqs)),
        texts=tuple(store.rows("search_texts", **asked)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage:
    """Lines of a part of a dossier: said, when, day, differs, told. ``sources`` are the documents behind them.

    ``next`` is the place to go on from, None after the last line.
    """

    entries: tuple[Row, ...]
    sources: tuple[Row, ...]
    next: tuple[str | None, int] | None


def dossier_page(
    store: Store,
    actors: Sequence[str],
    part: str,
    limit: int,
    after: After,
    within: Mapping[str, Any],
) -> DossierPage:
    """Return some lines of a part of a dossier, each happening with all its tellings."""
    check_period(within["start"], within["end"])
    day, seq = after or (None, None)
    place = {"after_day": day, "after_seq": seq, "limit": limit}
    chosen = store.rows("dossier_page", actors=list(actors), part=part, **within, **place)
    rows = told(store, [row["seq"] for row in chosen])
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["happening"], []).append(row)
    ids = sorted({row["document"] for row in rows})
    last = chosen[-1] if len(groups) == limit else None
    return DossierPage(
        entries=tuple(entry_of(tellings) for tellings in groups.values()),
        sources=tuple(store.rows("documents_by_id", ids=ids)),
        next=(_iso(last["day"]), last["first"]) if last else None,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def sections(store: Store, id: str) -> list[Row]:
    """Return the headings of a document's text, each with the stretch up to the next of its level or above.

    The study keeps the printed text alone; its headings are found again as they were on reading.
    """
    length = int(store.value("document_length", id=id) or 0)
    if not 0 < length <= LONGEST:
        return []
    text = str(store.value("text_stretch", id=id, first=0, last=length) or "")
    row = store.rows("document_by_id", id=id)[0]
    documents = _parsed(text, row)
    same = [d for d in documents if d.title == (row["title"] or "")]
    chosen = documents if len(documents) == 1 else same
    return _headings(chosen[0]) if chosen else []


def _parsed(text: str, row: Mapping[str, Any]) -> Sequence[Document]:
    from comity.reader import FORMATS, parse_text

    name = str(row["location"] or "").lower()
    plain = any(not f.marked and name.endswith(f.suffixes) for f in FORMATS)
    return parse_text(text, format="text" if plain else "markdown", language=row["language"])


def _headings(document: Document) -> list[Row]:
    heads = [b for b in document.blocks if b.kind in TITLES]
    starts = [document.offsets.to_source(b.span) for b in heads]
    found = []
    for place, (block, span) in enumerate(zip(heads, starts, strict=True)):
        later = (
            s.start
            for b, s in zip(heads[place + 1 :], starts[place + 1 :], strict=True)
            if b.level <= block.level
        )
        found.append(
            {
                "section": block.section,
                "title": " ".join(document.clean[slice(*block.span)].split()),
                "level": block.level,
                "start": span.start,
                "end": next(later, document.article.end or len(document.text)),
            }
        )
    return found

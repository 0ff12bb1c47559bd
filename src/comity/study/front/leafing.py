"""What a study holds a page at a time: for readers who look, not for programs that take all.

A page is asked for with ``limit`` and ``after``, the place of the last row of the page before. What an order
goes by stands at each question in ``study/sql``.
"""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from comity.study.filters import Filter
from comity.study.front.opened import Opened
from comity.tables import Rows

if TYPE_CHECKING:
    from comity.study.leaves import DossierPage, Search

After = Sequence[Any] | None
Row = dict[str, Any]


class Leafing(Opened):
    """Pages of what a study holds, and how many rows there are in all."""

    def version(self) -> str:
        """Return what tells this state of the study from every other: 16 hexadecimal digits."""
        return hashlib.sha256(str(self.derived().value("version")).encode()).hexdigest()[:16]

    def claims_page(self, limit: int, *, after: After = None, **chosen: Any) -> list[Row]:
        """Return claims as they stand, oldest first, after a (start, seq). Filters: see `Filter`."""
        from comity.study.leaves import claims_page

        return claims_page(self.derived(), Filter(**chosen), limit, after)

    def count_claims(self, **chosen: Any) -> int:
        """Return how many claims pass filters."""
        return int(self.derived().value("count_claims", **Filter(**chosen).values()))

    def claim_or_none(self, id: str) -> Row | None:
        """Return one claim by its whole id with its judgements, other tellings and source, or None."""
        from comity.study.leaves import claim_or_none

        return claim_or_none(self.derived(), id)

    def documents_page(
        self,
        limit: int,
        *,
        after: After = None,
        kind: str | None = None,
        issuer: str | None = None,
        language: str | None = None,
    ) -> list[Row]:
        """Return documents and data sets by date of issue, after an (issued, id)."""
        issued, id = after or (None, None)
        given = {"kind": kind, "issuer": issuer, "language": language, "limit": limit}
        return self.rows("documents_page", after_issued=issued, after_id=id, **given)

    def count_documents(
        self, kind: str | None = None, issuer: str | None = None, language: str | None = None
    ) -> int:
        """Return how many documents and data sets there are."""
        given = {"kind": kind, "issuer": issuer, "language": language}
        return int(self.derived().value("count_documents", **given))

    def document_or_none(self, id: str) -> Row | None:
        """Return one document by its whole id, with its length and its claims by kind; not its text."""
        found = self.rows("document_by_id", id=id)
        if not found:
            return None
        kinds = {row["kind"]: row["claims"] for row in self.rows("document_kinds", id=id)}
        length = self.derived().value("document_length", id=id)
        return {**found[0], "length": int(length), "kinds": kinds}

    def text(self, id: str, start: int, end: int) -> str:
        """Return the text of a document from one code point to another, as claims count them."""
        return str(self.derived().value("text_stretch", id=id, first=start, last=end) or "")

    def sections(self, id: str) -> list[Row]:
        """Return the headings of a document's text: section, title, level, start, end."""
        from comity.study.leaves import sections

        return sections(self.derived(), id)

    def passage(self, id: str, start: int, end: int) -> Row | None:
        """Return the words before and after a stretch of a document, or None for a data set."""
        found = self.rows("around", id=id, first=start, last=end)
        return found[0] if found and found[0]["before"] is not None else None

    def spans_page(
        self, id: str, limit: int, *, start: int, end: int, after: After = None
    ) -> list[Row]:
        """Return the claims that touch a stretch of a text, after a (start_char, seq)."""
        place = dict(zip(("after_start", "after_seq"), after or (None, None), strict=True))
        return self.rows("spans_page", id=id, first=start, last=end, limit=limit, **place)

    def count_spans(self, id: str, *, start: int, end: int) -> int:
        """Return how many claims touch a stretch of a text."""
        return int(self.derived().value("count_spans", id=id, first=start, last=end))

    def actors_page(self, limit: int, *, after: After = None) -> list[Row]:
        """Return who is named, those named most first, after a (claims, id)."""
        claims, last = after or (None, None)
        place = {"after_claims": claims, "after_id": last, "limit": limit}
        return self.rows("actors_page", id=None, **place)

    def actors(self) -> Rows:
        """Return who is named by claims that stand, with how many and when, those named most first."""
        return Rows.of(self.actors_page(2**31), ("id", "claims", "first", "last"))

    def mechanisms(self) -> Rows:
        """Return mechanisms, instruments and whatever else has events within it or ties to it, told of most first."""
        return Rows.of(self.bodies(), ("id", "sessions", "memberships", "first", "last"))

    def count_actors(self) -> int:
        """Return how many ids claims name."""
        return int(self.derived().value("count_actors"))

    def actor_or_none(self, id: str) -> Row | None:
        """Return how often an id is named and when, or None."""
        place = {"after_claims": None, "after_id": None, "limit": 1}
        found = self.rows("actors_page", id=id, **place)
        return found[0] if found else None

    def companions(self, actor: str, *, limit: int) -> list[Row]:
        """Return who is named together with an actor most."""
        return self.rows("companions", actor=actor, limit=limit)

    def named(self, ids: Sequence[str], words: str, limit: int) -> list[Row]:
        """Return which of some ids claims name, or whose id holds some words, and how often."""
        return self.rows("named", ids=list(ids), words=words, limit=limit)

    def search(self, words: str, *, limit: int) -> "Search":
        """Return titles, claims and places in texts that hold some words, whatever their case."""
        from comity.study.leaves import search

        return search(self.derived(), words, limit)

    def bodies(self) -> list[Row]:
        """Return what is told to have events within it or ties to it, told of most first."""
        return self.rows("bodies", id=None)

    def body_or_none(self, id: str) -> Row | None:
        """Return how much is told of a mechanism or instrument, or None."""
        found = self.rows("bodies", id=id)
        return found[0] if found else None

    def dossier_parts(self, *actors: str) -> dict[str, int]:
        """Return how many lines each part of a dossier has."""
        found = {
            r["part"]: r["happenings"] for r in self.rows("dossier_parts", actors=list(actors))
        }
        return {part: found.get(part, 0) for part in ("ties", "events", "ahead", "positions")}

    def dossier_page(
        self,
        *actors: str,
        part: str,
        limit: int,
        after: After = None,
        start: date | None = None,
        end: date | None = None,
        teller: str | None = None,
    ) -> "DossierPage":
        """Return lines of a part of a dossier, by day, after a (day, seq); see `Study.dossier`.

        ``teller``: only what documents of this issuer tell.
        """
        from comity.study.leaves import dossier_page

        within = {"start": start, "end": end, "teller": teller}
        return dossier_page(self.derived(), actors, part, limit, after, within)

    def count_dossier(
        self,
        *actors: str,
        part: str,
        start: date | None = None,
        end: date | None = None,
        teller: str | None = None,
    ) -> int:
        """Return how many lines a part of a dossier has."""
        within = {"start": start, "end": end, "teller": teller}
        return int(self.derived().value("count_dossier", actors=list(actors), part=part, **within))

    def accounts_of(self, *actors: str) -> list[Row]:
        """Return whose documents tell of all the actors, and how much of each kind."""
        return self.rows("accounts_of", actors=list(actors))

    def promises_page(
        self, actor: str | None = None, *, at: date, limit: int, after: After = None
    ) -> tuple[list[Any], tuple[str, int] | None]:
        """Return promises by when due, after a (due, seq), and the place to go on from; see `Study.promises`."""
        from comity.study.promises import promises_page

        return promises_page(self.derived(), actor, at, limit, after)

    def count_promises(self, actor: str | None = None, *, at: date) -> int:
        """Return how many promises were made by a day."""
        return int(self.derived().value("count_promises", actor=actor, at=at))

    def sources_page(self, limit: int, *, after: After = None) -> list[Row]:
        """Return data sets, then documents, with their rights and what they hold, after a (kind, id)."""
        kind, id = after or (None, None)
        return self.rows("sources_page", after_kind=kind, after_id=id, limit=limit)

    def last_day(self) -> date | None:
        """Return the last day a document was issued on or an event ended on."""
        found: date | None = self.derived().value("last_day")
        return found

    def years(self) -> tuple[int | None, int | None]:
        """Return the first and last year of which the study tells."""
        row = self.rows("years")[0]
        return row["first"], row["last"]

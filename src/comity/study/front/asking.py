"""What a study holds: claims, documents, numbers, and counts of them."""

from datetime import date
from pathlib import Path
from typing import Any

from comity.errors import QueryError
from comity.study.columns import to_dict
from comity.study.filters import Filter, check_period
from comity.study.front.opened import Opened
from comity.tables import Rows


class Asking(Opened):
    """Questions about claims as they stand, after judgement."""

    def claims(self, **chosen: Any) -> Rows:
        """Return claims as they stand, oldest first. Filters: see `comity.study.filters.Filter`."""
        rows = self.rows("claims", **Filter(**chosen).values())
        return Rows.of([{**to_dict(r), "verdict": r["verdict"]} for r in rows])

    def claim(self, prefix: str) -> dict[str, Any]:
        """Return one claim by its id or an unambiguous beginning of it, with judgements and its document."""
        found = self.rows("claim_by_prefix", prefix=prefix)
        if len(found) != 1:
            problem = "There is no claim" if not found else "Several claims begin with"
            raise QueryError(f"{problem} {prefix}.", hint="`comity list` shows the ids.")
        row = found[0]
        return {
            **to_dict(row),
            "verdict": row["verdict"],
            "happening": row["happening"],
            "recorded": row["recorded"],
            "judgements": self.rows("judgements_of", claim=row["id"]),
            "told_also": self.rows("told_also", claim=row["id"], happening=row["happening"]),
            "source": self.rows("document_by_id", id=row["document"])[0],
        }

    def documents(self) -> Rows:
        """Return the documents and data sets, by date of issue."""
        return Rows.of(self.rows("documents"))

    def document(self, prefix: str) -> dict[str, Any]:
        """Return one document by its id or an unambiguous beginning of it, with its claims."""
        id = self._document_id(prefix)
        found = self.rows("document_by_id", id=id)[0]
        return {**found, "claims": self.claims(document=id).to_dicts()}

    def imports(self) -> Rows:
        """Return what came in through feeds, in order: file, size, digest, rows."""
        return Rows.of(self.rows("imports"))

    def coverage(self) -> Rows:
        """Return what each source would have told: outside it the answer is unknown."""
        return Rows.of(self.rows("coverage"))

    def series(
        self,
        name: str | None = None,
        a: str | None = None,
        b: str | None = None,
        *,
        either: bool = False,
        every_import: bool = False,
    ) -> Rows:
        """Return the numbers of a series, as its source gives them: a missing value is None, and no row is
        made up. Without a name, the series there are. ``either``: the pair in both directions.
        """
        if name is None:
            return Rows.of(self.rows("series_names"))
        found = self.rows("series", series=name, a=a, b=b, either=either, all=every_import)
        return Rows.of(found)

    def timeline(self, *actors: str, start: date | None = None, end: date | None = None) -> Rows:
        """Return happenings a month by root that name all the actors; a happening counts once."""
        check_period(start, end)
        return Rows.of(
            self.rows("timeline", actors=list(actors), start=start, end=end),
            ("month", "root", "happenings"),
        )

    def dyad_months(
        self,
        *,
        mode: str | None = None,
        root: str | None = None,
        document: str | None = None,
        start: date | None = None,
        end: date | None = None,
        output: str | Path | None = None,
    ) -> Rows | int:
        """Return events counted by pair of actors, month and root, as the claims stand.

        With ``output`` they are written to a Parquet file instead, and their number is returned: ten
        million events make more rows than one wants in memory.
        """
        chosen = {"mode": mode, "root": root, "document": document, "start": start, "end": end}
        if output is not None:
            return self.derived().write_parquet("dyad_months", Path(output), **chosen)
        return Rows.of(self.rows("dyad_months", **chosen))

    def info(self) -> dict[str, Any]:
        """Return what the study holds, in counts."""
        return self.rows("info")[0]

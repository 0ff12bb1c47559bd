"""The front of a study: what a user does with it, each in one call."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.errors import QueryError
from comity.model import Period
from comity.study.columns import to_dict
from comity.study.derive import build, ensure_derived
from comity.study.filters import Filter
from comity.study.judge import Judgement, record_judgements
from comity.study.record import Added, Read, add_readings
from comity.study.storage import Store, open_store
from comity.tables import Rows

if TYPE_CHECKING:
    from comity.export import Exported
    from comity.feeds import Feed
    from comity.network import Evidence
    from comity.same import Score
    from comity.study.agreement import Agreement
    from comity.study.answer import Answer
    from comity.study.check import Checked
    from comity.study.compare import Comparison
    from comity.study.dossier import Dossier
    from comity.study.ingest import Imported
    from comity.study.match import Matches, Progress
    from comity.study.promises import Promise
    from comity.study.restore import Restored
    from comity.study.selection import Selection

Clock = Callable[[], datetime]
FOREVER = datetime(9999, 12, 31)
PENDING = {"document": None, "kind": None, "actor": None}


def open_study(
    path: str | Path | None = None,
    *,
    readonly: bool = False,
    create: bool = True,
    clock: Clock | None = None,
) -> "Study":
    """Open a study file, making it when it is new; without a path, a study in memory.

    ``clock`` tells when a claim or judgement is recorded (UTC); give one of your own for a study that
    must come out the same on every run.

    >>> study = open_study()
    >>> len(study.documents())
    0
    """
    return Study(open_store(path, readonly=readonly, create=create), clock or _utc)


def _utc() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


class Study:
    """Documents, claims, judgements and coverage in one file. Use as a context manager, or close it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._seen: Store | None = None

    def __enter__(self) -> "Study":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._store.close()

    @property
    def path(self) -> str:
        return self._store.path

    # what goes in

    def add(
        self,
        source: str | Path,
        *,
        resources: str | Path | None = None,
        recorded: datetime | None = None,
        **given: Any,
    ) -> Added:
        """Read a file, folder or text and record its documents and claims; adding again adds nothing.

        ``given``: format, language, issuer, issued, as for `comity.read`.
        """
        from comity.reading import iter_readings

        return self.record(iter_readings(source, resources=resources, **given), recorded=recorded)

    def record(self, read: Iterable[Read], *, recorded: datetime | None = None) -> Added:
        """Record documents with claims from any extractor."""
        return add_readings(self._store, read, recorded or self._clock())

    def import_feed(
        self,
        feed: "str | Path | Feed",
        path: str | Path,
        *,
        address: str = "",
        recorded: datetime | None = None,
        tell: Callable[[int], None] | None = None,
    ) -> "Imported":
        """Record a data set's file by a feed's id, specification or path; again adds nothing.

        ``tell`` is called with the number of rows read so far.
        """
        from comity.feeds import Feed, load_feed
        from comity.study.ingest import import_file

        known = feed if isinstance(feed, Feed) else load_feed(feed)
        when = recorded or self._clock()
        return import_file(self._store, known, Path(path), when, address, tell)

    def add_facts(
        self, folder: str | Path | None = None, *, recorded: datetime | None = None
    ) -> Added:
        """Record comity's own facts, or those of a resource folder of yours, as a data set; again adds nothing.

        Of your folder, the data set is called ``facts-`` and the folder's name.
        """
        from comity.study.facts import add_facts

        return add_facts(self._store, Path(folder) if folder else None, recorded or self._clock())

    def judge(
        self,
        verdict: str,
        claim: str = "",
        *,
        author: str,
        other: str = "",
        changes: dict[str, Any] | None = None,
        reason: str = "",
        score: dict[str, Any] | None = None,
        withdraws: str = "",
        recorded: datetime | None = None,
    ) -> str:
        """Record a decision and return its id; ``verdict="withdraw"`` takes one back."""
        judgement = Judgement(
            verdict=verdict,
            claim=claim,
            other=other,
            changes=changes,
            reason=reason,
            author=author,
            score=score,
            withdraws=withdraws,
            recorded=recorded or self._clock(),
        )
        return self.judge_all([judgement])[0]

    def judge_all(self, judgements: list[Judgement]) -> list[str]:
        """Record several decisions at once: all or none."""
        return record_judgements(self._store, judgements)

    def match(
        self,
        *,
        start: date | None = None,
        end: date | None = None,
        dry_run: bool = False,
        author: str = "",
        recorded: datetime | None = None,
        progress: "Progress | None" = None,
    ) -> "Matches":
        """Find events told twice and join them by judgement; doubtful pairs are only returned.

        Only events within ``start`` and ``end`` are compared; ``dry_run`` writes nothing. What was decided
        before stands: joining again adds nothing, a `different` or a withdrawal keeps two apart.
        """
        from comity.study.match import AUTHOR, match_events, record_matches

        found = match_events(self.derived(), start, end, progress)
        if not dry_run:
            record_matches(self._store, found, author or AUTHOR, recorded or self._clock())
        return found

    # what comes out

    def as_known(self, day: date | datetime) -> "Study":
        """Return the study as it was known at the end of a day: nothing recorded later is there."""
        at = (
            day if isinstance(day, datetime) else datetime(day.year, day.month, day.day, 23, 59, 59)
        )
        store = self._store.known(at)
        build(store)
        return Study(store, self._clock)

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

    def pending(self, author: str, *, limit: int = 1, **chosen: Any) -> list[dict[str, Any]]:
        """Return the next claims an author has not judged. ``chosen``: document, kind, actor."""
        return self.rows("pending", author=author, limit=limit, **{**PENDING, **chosen})

    def progress(self, author: str, **chosen: Any) -> tuple[int, int]:
        """Return how many claims an author has judged and how many are still pending."""
        row = self.rows("count_pending", author=author, **{**PENDING, **chosen})[0]
        return row["judged"], row["pending"]

    def agreement(self, first: str, second: str) -> "Agreement":
        """Return how far two reviewers agree on the claims both judged (Cohen's kappa)."""
        from comity.study.agreement import agreement

        found = self.rows("verdicts_of_two", first=first, second=second)
        return agreement([(r["claim"], r["a"], r["b"]) for r in found])

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

    def holds(
        self,
        property: str,
        a: str,
        b: str | None,
        at: date | Period,
        *,
        grade: str = "",
        role: str = "",
        policy: str = "official",
    ) -> "Answer":
        """Return yes, no or unknown: does a relation, mode of events or series hold of a pair at a time?

        ``grade`` narrows ties to those of an obligation or grade, ``role`` to a capacity such as observer.
        ``policy`` says which source is followed where they differ on a tie (`comity.study.policy.resolve`).
        """
        from comity.study.answer import answer

        return answer(self.derived(), property, a, b, at, grade=grade, role=role, policy=policy)

    def members(self, mechanism: str, at: date, *, policy: str = "official") -> Rows:
        """Return who belonged to a mechanism on a day: role, standing, since when, claims, conflicts."""
        from comity.study.membership import members

        return members(self.derived(), mechanism, at, policy)

    def last_covered(self, mechanism: str | None = None) -> date | None:
        """Return the last day that any source covers of a mechanism's members, or of any ties."""
        from comity.study.membership import last_covered

        return last_covered(self._store, mechanism)

    def foundings(self, mechanism: str) -> Rows:
        """Return every date a mechanism can be said to begin or end with, each with its kind and source."""
        from comity.study.membership import foundings

        return foundings(self.derived(), mechanism)

    def ties(self, a: str, b: str, at: date, *, policy: str = "official") -> Rows:
        """Return which relations hold between two on a day, and which are known not to."""
        from comity.study.membership import ties

        return ties(self.derived(), a, b, at, policy)

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

    def documents(self) -> Rows:
        """Return the documents and data sets, by date of issue."""
        return Rows.of(self.rows("documents"))

    def dossier(
        self, *actors: str, start: date | None = None, end: date | None = None
    ) -> "Dossier":
        """Return everything that names all the actors in a period, in order, with numbered sources."""
        from comity.study.dossier import compile_dossier

        return compile_dossier(self.derived(), actors, start, end)

    def timeline(self, *actors: str, start: date | None = None, end: date | None = None) -> Rows:
        """Return happenings a month by root that name all the actors; a happening counts once."""
        return Rows.of(
            self.rows("timeline", actors=list(actors), start=start, end=end),
            ("month", "root", "happenings"),
        )

    def promises(self, actor: str | None = None, *, at: date) -> list["Promise"]:
        """Return dated commitments and plans, by when due, with what was told of them by a day."""
        from comity.study.promises import follow_promises

        return follow_promises(self.derived(), actor, at)

    def compare(self, first: str, second: str) -> "Comparison":
        """Return what two documents say, paired; ids may be shortened to an unambiguous beginning."""
        from comity.study.compare import compare_documents

        ids = [self._document_id(each) for each in (first, second)]
        return compare_documents(self.derived(), *ids)

    def check(self, document: str) -> list["Checked"]:
        """Hold a document's events against what other issuers and data sets of the study say."""
        from comity.study.check import check_document

        return check_document(self.derived(), self._document_id(document))

    def explain_match(self, first: str, second: str) -> "tuple[list[dict[str, Any]], Score]":
        """Return two event claims, by id or its beginning, and how they score as one happening."""
        from comity.study.match import explain_pair

        ids = [str(self.claim(each)["id"]) for each in (first, second)]
        return explain_pair(self.derived(), *ids)

    def _document_id(self, prefix: str) -> str:
        found = self.rows("document_by_prefix", prefix=prefix)
        if len(found) != 1:
            problem = "There is no document" if not found else "Several documents begin with"
            raise QueryError(f"{problem} {prefix}.", hint="`comity list documents` shows the ids.")
        return str(found[0]["id"])

    def judgements(self) -> Rows:
        """Return every judgement in the order it was made, with those since withdrawn."""
        return Rows.of(self.rows("judgements"))

    def info(self) -> dict[str, Any]:
        """Return what the study holds, in counts."""
        return self.rows("info")[0]

    # handing it on

    def evidence(self, **chosen: Any) -> "Evidence":
        """Return the claims that pass filters, numbers and coverage as evidence for `comity.network`.

        ``layers`` and ``series`` choose what goes in, the rest are filters: see `comity.study.evidence`.
        """
        from comity.study.evidence import evidence

        return evidence(self, **chosen)

    def selection(self, **chosen: Any) -> "Selection":
        """Return the claims that pass filters with all they rest on, for exporters; close it after use."""
        from comity.study.selection import Selection

        return Selection(self.derived(), Filter(**chosen))

    def export(self, folder: str | Path, formats: Sequence[str], **chosen: Any) -> "Exported":
        """Write the study, or the claims that pass filters, to a folder: see `comity.export.export_study`."""
        from comity.export import export_study

        return export_study(self, folder, formats, **chosen)

    def restore(self, folder: str | Path) -> "Restored":
        """Record what an export in Parquet or JSON Lines holds; again adds nothing."""
        from comity.study.restore import restore

        return restore(self._store, Path(folder))

    # keeping it in order

    def rebuild(self) -> None:
        """Build everything that follows from claims and judgements anew."""
        with self._store.transaction():
            build(self._store)

    def verify(self) -> list[str]:
        """Return what is wrong: ids that are no hash of their claim, quotes not at their span, stale views."""
        from comity.study.verify import problems

        return problems(self.derived())

    def rows(self, question: str, **values: Any) -> list[dict[str, Any]]:
        """Return the rows of a question of ``study/sql`` about the claims as they stand."""
        return self.derived().rows(question, **values)

    def derived(self) -> Store:
        """Return the store with its derived tables up to date."""
        store = self._store
        if not store.readonly:
            ensure_derived(store)
            return store
        if self._seen is None:
            fresh = store.value("derived_state") == store.value("state")
            self._seen = store if fresh else store.known(FOREVER)
            if not fresh:
                build(self._seen)
        return self._seen

"""What people and rules decide about claims: one by one, in pairs, and how far they agree."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from comity.study.front.asking import Asking
from comity.study.judge import Judgement, record_judgements
from comity.tables import Rows

if TYPE_CHECKING:
    from comity.same import Score
    from comity.study.agreement import Agreement
    from comity.study.match import Matches, Progress
    from comity.study.pairs import Pairs
    from comity.study.queue import Waiting

PENDING: Final = {"document": None, "kind": None, "actor": None}


class Judging(Asking):
    """Judgements: signed, reversible, never edited."""

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

    def judgements(self) -> Rows:
        """Return every judgement in the order it was made, with those since withdrawn."""
        return Rows.of(self.rows("judgements"))

    def joins_left_out(self) -> Rows:
        """Return joins that stand but are left out: by way of others they would bring together what is different."""
        return Rows.of(self.rows("left_out"), ("claim", "other", "judgement"))

    def pending(self, author: str, *, limit: int = 1, **chosen: Any) -> list[dict[str, Any]]:
        """Return the next claims an author has not judged. ``chosen``: document, kind, actor."""
        return self.rows("pending", author=author, limit=limit, **{**PENDING, **chosen})

    def progress(self, author: str, **chosen: Any) -> tuple[int, int]:
        """Return how many claims an author has judged and how many are still pending."""
        row = self.rows("count_pending", author=author, **{**PENDING, **chosen})[0]
        return row["judged"], row["pending"]

    def queue(self, author: str, *, limit: int = 10, **chosen: Any) -> "list[Waiting]":
        """Return claims an author has not judged: first those likely misread that much rests on.

        ``chosen``: document, kind, actor. See `comity.study.queue` for what uncertainty and effect are.
        """
        from comity.study.queue import next_claims

        return next_claims(self.derived(), author, limit, {**PENDING, **chosen})

    def last_judgement(self, author: str) -> str | None:
        """Return the id of an author's last decision on a claim that was not taken back."""
        found: str | None = self.derived().value("last_judgement", author=author)
        return found

    def author_of(self, judgement: str) -> str | None:
        """Return who made a decision on a claim, None if there is none that stands."""
        found: str | None = self.derived().value("author_of", id=judgement)
        return found

    def reviewers(self) -> list[dict[str, Any]]:
        """Return who has judged claims, and how many of the decisions stand."""
        return self.rows("reviewers")

    def agreement(self, first: str, second: str) -> "Agreement":
        """Return how far two reviewers agree on the claims both judged (Cohen's kappa)."""
        from comity.study.agreement import agreement

        found = self.rows("verdicts_of_two", first=first, second=second)
        return agreement([(r["claim"], r["a"], r["b"]) for r in found])

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

    def unsure_pairs(
        self,
        *,
        document: str | None = None,
        actor: str | None = None,
        progress: "Progress | None" = None,
    ) -> "Pairs":
        """Return the pairs of events that matching leaves to people, the likeliest first; nothing is written.

        ``document`` (its id or the beginning) and ``actor`` narrow to pairs either side of which is about it.
        """
        from comity.study.match import match_events
        from comity.study.pairs import unsure_pairs

        return unsure_pairs(match_events(self.derived(), progress=progress), document, actor)

    def explain_match(self, first: str, second: str) -> "tuple[list[dict[str, Any]], Score]":
        """Return two event claims, by id or its beginning, and how they score as one happening."""
        from comity.study.match import explain_pair

        ids = [str(self.claim(each)["id"]) for each in (first, second)]
        return explain_pair(self.derived(), *ids)

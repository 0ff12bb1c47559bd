"""The pairs that matching left to people: which still wait, as decisions come in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.same import Proposal
from comity.study.match import Matches
from comity.study.storage import Store


@dataclass(frozen=True, slots=True)
class Pairs:
    """The unsure pairs of one run of matching, the likeliest first.

    ``tellings`` are both claims of each pair by id; ``joinable`` is how many joins the matcher is sure of and
    nobody has made yet (`Study.match` makes them).
    """

    proposals: tuple[Proposal, ...]
    tellings: dict[str, dict[str, Any]]
    joinable: int

    def pending(self, store: Store) -> list[Proposal]:
        """Return the pairs that still wait: nobody decided them, and no other decision settles them."""
        happens = {r["claim"]: r["happening"] for r in store.rows("joined_claims")}
        parted = {frozenset((r["one"], r["other"])) for r in store.rows("parted")}
        decided = {
            frozenset((r["claim"], r["other"])) for r in store.rows("decided_pairs") if r["stands"]
        }
        waiting = []
        for pair in self.proposals:
            ends = frozenset(happens.get(end, end) for end in (pair.claim, pair.other))
            settled = len(ends) == 1 or ends in parted
            if not settled and frozenset((pair.claim, pair.other)) not in decided:
                waiting.append(pair)
        return waiting


def unsure_pairs(found: Matches, document: str | None, actor: str | None) -> Pairs:
    """Return the unsure pairs of a run, of one document or actor where given."""
    chosen = [
        p
        for p in found.proposals
        if p.verdict == "unsure" and _is_about(found.tellings, (p.claim, p.other), document, actor)
    ]
    ordered = sorted(chosen, key=lambda p: (-p.score.likelihood, p.claim, p.other))
    return Pairs(tuple(ordered), found.tellings, len(found.joins))


def _is_about(
    tellings: dict[str, dict[str, Any]],
    pair: Sequence[str],
    document: str | None,
    actor: str | None,
) -> bool:
    told = [tellings[claim] for claim in pair]
    in_document = document is None or any(t["document"].startswith(document) for t in told)
    return in_document and (actor is None or any(actor in t["participants"] for t in told))

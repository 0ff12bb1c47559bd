"""Finding events of a study that are told twice: candidates read, scored, and joined by judgement."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import comity
from comity.errors import QueryError
from comity.same import (
    ACTS,
    Groups,
    Pair,
    Proposal,
    Score,
    Telling,
    part_of,
    propose,
    score_pair,
    telling_of,
)
from comity.same.parts import EDITION, SLACK, TRIP
from comity.same.telling import MEMORY, NEWS, STAYS
from comity.study.columns import to_dict
from comity.study.describe import summary
from comity.study.filters import check_period
from comity.study.judge import Judgement, record_judgements
from comity.study.storage import Store

AUTHOR: Final = f"comity match {comity.__version__}"
WINDOW: Final = 64  # neighbours in time that are compared within a block
BATCH: Final = 5_000
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Matches:
    """What a run of matching found: joins and doubtful pairs, and the tellings they are about.

    ``compared`` counts the pairs that were scored; ``parts`` are pairs of a part and its whole, such as
    a meeting and the visit during which it was held. They are said, not judged: nothing is written of them.
    """

    proposals: tuple[Proposal, ...]
    tellings: dict[str, dict[str, Any]]
    compared: int
    parts: tuple[Pair, ...] = ()

    @property
    def joins(self) -> tuple[Proposal, ...]:
        return tuple(p for p in self.proposals if p.verdict == "same")

    def to_rows(self) -> list[dict[str, Any]]:
        """Return the proposals as rows: verdict, likelihood, both claims and what they say, why."""
        return [
            {
                "verdict": p.verdict,
                "likelihood": round(p.score.likelihood, 3),
                "claim": p.claim,
                "other": p.other,
                "said": summary(self.tellings[p.claim]),
                "also": summary(self.tellings[p.other]),
                "issuers": f"{self.tellings[p.claim]['issuer']} {self.tellings[p.other]['issuer']}",
                "why": p.why,
            }
            for p in self.proposals
        ]

    def part_rows(self) -> list[dict[str, Any]]:
        """Return the parts as rows: which claim tells of a part of what which other tells."""
        return [
            {
                "verdict": "part of",
                "claim": part,
                "other": whole,
                "said": summary(self.tellings[part]),
                "also": summary(self.tellings[whole]),
                "issuers": f"{self.tellings[part]['issuer']} {self.tellings[whole]['issuer']}",
            }
            for part, whole in self.parts
        ]


def match_events(
    store: Store,
    start: date | None = None,
    end: date | None = None,
    progress: Progress | None = None,
) -> Matches:
    """Return the joins and doubtful pairs among a study's events; nothing is written."""
    check_period(start, end)
    pairs = candidates(store, start, end)
    rows = _rows(store, sorted({i for pair in pairs for i in pair}))
    tellings = {id: telling_of(row) for id, row in rows.items()}
    scored: dict[Pair, Score] = {}
    for done, pair in enumerate(pairs):
        scored[pair] = score_pair(tellings[pair[0]], tellings[pair[1]])
        if progress and done % BATCH == 0:
            progress(done, len(pairs))
    together = {(row["happening"], row["claim"]) for row in store.rows("joined_claims")}
    found = propose(scored, tellings, together, decided_apart(store))
    groups = Groups()
    groups.join_all(
        [*sorted(together), *((p.claim, p.other) for p in found if p.verdict == "same")]
    )
    parts = _parts(scored, tellings, groups)
    belong = {(min(pair), max(pair)) for pair in parts}
    kept = tuple(p for p in found if p.verdict == "same" or (p.claim, p.other) not in belong)
    named = {i for p in kept for i in (p.claim, p.other)} | {i for pair in parts for i in pair}
    return Matches(kept, {i: rows[i] for i in sorted(named)}, len(pairs), parts)


def _parts(
    scored: dict[Pair, Score], tellings: dict[str, Telling], groups: Groups
) -> tuple[Pair, ...]:
    """Return the pairs of a part and its whole among those that are not one happening."""
    apart = (pair for pair in sorted(scored) if not groups.together(*pair))
    found = (part_of(tellings[a], tellings[b]) for a, b in apart)
    return tuple(pair for pair in found if pair)


def candidates(store: Store, start: date | None = None, end: date | None = None) -> list[Pair]:
    """Return the pairs of claims worth comparing; see ``candidate_pairs.sql`` for which they are."""
    found = store.rows(
        "candidate_pairs",
        modes=list(ACTS),
        families=list(ACTS.values()),
        stays=sorted(STAYS),
        news=sorted(NEWS),
        slack=SLACK,
        edition=EDITION,
        memory=MEMORY,
        trip=TRIP,
        window=WINDOW,
        start=start,
        end=end,
    )
    return sorted((min(r["claim"], r["other"]), max(r["claim"], r["other"])) for r in found)


def decided_apart(store: Store) -> set[Pair]:
    """Return the pairs decided not to be one, by a `different` or by taking their join back."""
    last: dict[Pair, bool] = {}
    for row in store.rows("decided_pairs"):
        pair = (min(row["claim"], row["other"]), max(row["claim"], row["other"]))
        if row["verdict"] == "same":
            last[pair] = row["stands"]
        elif row["stands"]:
            last[pair] = False
    return {pair for pair, one in last.items() if not one}


def record_matches(store: Store, matches: Matches, author: str, recorded: datetime) -> list[str]:
    """Write the joins as judgements, each with its score, and return their ids."""
    made = [
        Judgement(
            verdict="same",
            claim=p.claim,
            other=p.other,
            author=author,
            score=p.score.to_dict(),
            recorded=recorded,
        )
        for p in matches.joins
    ]
    return record_judgements(store, made) if made else []


def explain_pair(store: Store, first: str, second: str) -> tuple[list[dict[str, Any]], Score]:
    """Return two event claims, given by id, and how they score against each other."""
    rows = _rows(store, [first, second])
    for id in (first, second):
        if id not in rows or rows[id]["kind"] != "event":
            raise QueryError(f"{id} is no event of this study.", hint="`comity list --kind event`.")
    return [rows[first], rows[second]], score_pair(
        telling_of(rows[first]), telling_of(rows[second])
    )


def tellings_of(store: Store, ids: Sequence[str]) -> dict[str, Telling]:
    """Return the tellings of event claims by their ids."""
    return {id: telling_of(row) for id, row in _rows(store, ids).items()}


def _rows(store: Store, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    return {
        row["id"]: {**to_dict(row), "told": row["told"]}
        for part in _batches(list(ids))
        for row in store.rows("claims_said", ids=part)
    }


def _batches(ids: list[str]) -> Iterator[list[str]]:
    return (ids[i : i + BATCH] for i in range(0, len(ids), BATCH))

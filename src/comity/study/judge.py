"""Judgements: signed, reversible decisions about claims. They are added, never edited."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from comity.errors import StudyError
from comity.model.vocabulary import VERDICTS
from comity.study.columns import CONTENT, DATES, LISTS
from comity.study.storage import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision: ``accept``, ``reject`` or ``correct`` a claim, ``same`` or ``different`` for two
    claims, ``withdraw`` for an earlier judgement.

    ``changes`` holds the corrected fields of ``correct``; ``score`` how a proposal was scored.
    """

    verdict: str
    author: str
    recorded: datetime
    claim: str = ""
    other: str = ""
    changes: Mapping[str, Any] | None = None
    reason: str = ""
    score: Mapping[str, Any] | None = None
    withdraws: str = ""

    @property
    def id(self) -> str:
        return hashlib.sha256(json.dumps(self.content(), sort_keys=True).encode()).hexdigest()[:16]

    def content(self) -> dict[str, Any]:
        """Return the judgement as the values of its columns, without its id and place."""
        return {
            "verdict": self.verdict,
            "claim": self.claim or None,
            "other": self.other or None,
            "changes": json.dumps(self.changes, ensure_ascii=False) if self.changes else None,
            "reason": self.reason or None,
            "author": self.author,
            "score": json.dumps(self.score, ensure_ascii=False) if self.score else None,
            "withdraws": self.withdraws or None,
            "recorded": self.recorded.isoformat(),
        }


def record_judgements(store: Store, judgements: list[Judgement]) -> list[str]:
    """Write judgements in one transaction and return their ids; none is written if one is wrong.

    A judgement made again is written once; one made anew after it was taken back or overtaken within the same
    second counts as later.
    """
    kinds = _kinds(store, judgements)
    for judgement in judgements:
        _check(store, judgement, kinds)
    rows = [{"id": j.id, **j.content()} for j in (_anew(store, j) for j in judgements)]
    with store.transaction():
        store.run("insert_judgements", rows=json.dumps(rows, ensure_ascii=False))
    return [row["id"] for row in rows]


def _anew(store: Store, judgement: Judgement) -> Judgement:
    """Return a judgement with a time of its own, if the same one was made at that time and overtaken."""
    while store.value("overtaken", id=judgement.id):
        later = judgement.recorded + timedelta(microseconds=1)
        judgement = replace(judgement, recorded=later)
    return judgement


def _kinds(store: Store, judgements: list[Judgement]) -> dict[str, str]:
    ids = sorted({i for j in judgements for i in (j.claim, j.other) if i})
    return {row["id"]: row["kind"] for row in store.rows("kinds_of_claims", ids=ids)}


def _check(store: Store, judgement: Judgement, kinds: Mapping[str, str]) -> None:
    if judgement.verdict not in VERDICTS:
        raise StudyError(
            f"There is no verdict {judgement.verdict}.", hint=f"Verdicts: {', '.join(VERDICTS)}."
        )
    if not judgement.author.strip():
        raise StudyError("A judgement needs an author.", hint="Give --author NAME.")
    if judgement.verdict == "withdraw":
        if not store.value("count_judgement", id=judgement.withdraws):
            raise StudyError(f"There is no judgement {judgement.withdraws}.")
        return
    needed = (judgement.claim, judgement.other)[: 2 if judgement.verdict in PAIRED else 1]
    for claim in needed:
        if claim not in kinds:
            raise StudyError(f"There is no claim {claim}.", hint="`comity list` shows the ids.")
    if judgement.verdict in PAIRED and judgement.claim == judgement.other:
        raise StudyError("A claim cannot be joined with itself.")
    if judgement.verdict == "correct":
        _check_changes(judgement.changes or {}, kinds[judgement.claim])


PAIRED = ("same", "different")


def _check_changes(changes: Mapping[str, Any], kind: str) -> None:
    fields = [f for f in CONTENT[kind] if f != "root"]
    if not changes:
        raise StudyError("A correction changes nothing.", hint=f"Fields: {', '.join(fields)}.")
    for name, value in changes.items():
        if name not in fields:
            raise StudyError(f"A {kind} has no field {name}.", hint=f"Fields: {', '.join(fields)}.")
        if name in LISTS and not (
            isinstance(value, list | tuple) and all(isinstance(v, str) for v in value)
        ):
            raise StudyError(f"{name} is a list of ids.", hint='Such as ["CHN", "USA"].')
        if name in DATES and value is not None:
            _check_day(name, value)


def _check_day(name: str, value: Any) -> None:
    from datetime import date

    try:
        date.fromisoformat(str(value))
    except ValueError as error:
        raise StudyError(f"{name} is no day: {value}.", hint="Write it as 2016-09-03.") from error

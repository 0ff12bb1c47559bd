"""Externality ledger.

Which states protested against a military tie or exercise of others, within so many days. A list with sources, no score.

Formula: one line for each state k and each tie or exercise e, k not in it, where k protested against a party to e from the first day of e to `days` after its last; of a lasting tie, after its first.
Source: no accepted measure was found for security at the cost of others; a substitute of ours.
Inputs: ties of the relation ally (`ties`), events of the modes exercise, operation and deploy (`acts`); events of the mode protest (`protests`) with a role of giver and taker, all that occurred.
Unit: line
Range: words: what it was, on which day it began, and after how many days which conduct came.
Pitfalls: Nearness in time is no cause: the protest may be about something else, so read both claims. Who protests before an
  exercise begins, or in silence, has no line. A state with many exercises has protests beside all of them. States whose protests
  texts rather tell have more lines: do not count lines to rank anybody. Undated acts and protests are left out; a date known to the month or
  year counts with all its days, and `within` says so.
Uncertainty: none: a line stands or falls with its two claims, which it names.
Status: substitute.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.evidence import Evidence
from comity.network.link import Link

GIVERS: Final = ("actor", "subject")
TAKERS: Final = ("recipient", "target", "with")
ACTS: Final = ("exercise", "operation", "deploy")
REASON: Final = "it is a line of a ledger: it stands or falls with the claims it names"
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """A protest of one state beside a tie or act of others."""

    state: str
    act: Link
    protest: Link

    @property
    def words(self) -> str:
        began, came = self.act.period.start, self.protest.period
        after = (came.start - began).days if came.start and began else 0
        within = "" if came.start == came.end else "within a period from "
        return f"{self.act.kind} {began}: {self.protest.kind} {within}{after} days after it began"


def lines(
    evidence: Evidence,
    *,
    days: int = 90,
    ties: Sequence[str] = ("ally",),
    acts: Sequence[str] = ACTS,
    protests: Sequence[str] = ("protest",),
) -> tuple[Line, ...]:
    """Return the lines of the ledger, by day of the act, then by state."""
    told = [x for x in _once(evidence.links) if x.period.start and _happened(x)]
    against = [x for x in told if x.kind in protests]
    found = [
        Line(state, act, protest)
        for act in told
        if act.kind in ties or (act.kind in acts and _military(act))
        for protest in against
        if _beside(act, protest, days)
        for state in protest.within(GIVERS)
        if state not in act.actors and set(protest.within(TAKERS)) & set(act.actors)
    ]
    return tuple(sorted(found, key=_order))


def _once(links: Sequence[Link]) -> Iterator[Link]:
    """Yield each entry once, though it may stand in several layers."""
    seen: set[tuple[object, ...]] = set()
    for link in links:
        key = (link.kind, link.sources, link.members, link.period)
        if key not in seen:
            seen.add(key)
            yield link


def _happened(link: Link) -> bool:
    return link.lasting or link.status in ("occurred", "ongoing")


def _military(link: Link) -> bool:
    return link.kind == "deploy" or link.track == "military"


def _beside(act: Link, protest: Link, days: int) -> bool:
    first, last = act.period.start, act.period.end
    if act.lasting or last is None:
        last = first
    came, gone = protest.period.start, protest.period.end
    if first is None or last is None or came is None:
        return False
    return came <= last + days * DAY and (gone or came) >= first


def _order(line: Line) -> tuple[object, ...]:
    return line.act.period.start, line.state, line.act.sources, line.protest.sources


def ledger(
    evidence: Evidence,
    days: int = 90,
    ties: Sequence[str] = ("ally",),
    acts: Sequence[str] = ACTS,
    protests: Sequence[str] = ("protest",),
) -> Scores:
    """Return the ledger: each line is words about a state that protested, then the parties of the act."""
    found = lines(evidence, days=days, ties=ties, acts=acts, protests=protests)

    def inputs(k: int) -> Inputs:
        return (found[k].act, found[k].protest)

    return Scores(
        subjects=tuple(
            Subject(
                actors=(x.state, *sorted(x.act.actors)),
                mechanism=x.act.frame or "",
                period=str(x.act.period),
            )
            for x in found
        ),
        values=np.full(len(found), np.nan),
        labels=[x.words for x in found],
        inputs=inputs,
        no_interval=REASON,
        method=f"within {days} days; ties: {', '.join(ties)}; acts: {', '.join(acts)}",
    )


MEASURE = define(
    "common.ledger", ledger, page=__doc__, zh="外部性账簿", takes="evidence", draws=False
)

"""Delay against the promise.

How many days after the promised date an instrument, session or act came: promised date against actual date.

Formula: d = first day it is told to have been - last day promised; negative when it came before the end of the promised time.
Source: no accepted measure of rule-building was found; a substitute of ours.
Inputs: promises (as in `promise.count`) and the earliest event that answers each and took place, told by the day. `instruments` takes only promises of the modes sign, declare, adopt, join, establish and upgrade, or within a thing that has parties.
Unit: days
Range: any. Unknown for what is due and not told of, or without a day. The mechanism is the named thing, the layer the last promised day with the claim that promises.
Pitfalls: What never came has no delay: `missing` says 1, so read `promise.count` beside it. A promise of a year has 365 days to be kept in. Open promises are not listed. An earlier
  session of the same name may be taken for the one promised.
Uncertainty: missing (the days within which the promised and the actual date lie).
Status: substitute.
"""

from datetime import date

import numpy as np

from comity.measure.define import define
from comity.measure.promises.standing import Standing, behind, standings
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.model.vocabulary import ROOT_OF
from comity.network.network import Network
from comity.network.pledges import HAPPENED, Saying


def delay(network: Network, instruments: bool = False) -> Scores:
    """Return the days by which each promise was late, due by the day or already answered."""
    parties = {x.frame for x in network.evidence.links if x.kind == "party"}
    told = [s for s in standings(network) if s.name != "open"]
    found = [s for s in told if not instruments or _rule(s.pledge.said, parties)]
    days = [_days(s) for s in found]

    def inputs(k: int) -> Inputs:
        return behind(found[k : k + 1])

    return Scores(
        subjects=tuple(_subject(s, network.day) for s in found),
        values=np.array([d[0] for d in days]),
        missing=np.array([int(d[0] != d[0]) for d in days], np.int64),
        lo=np.array([d[1] for d in days]),
        hi=np.array([d[2] for d in days]),
        cause="missing",
        inputs=inputs,
        notes=[s.name for s in found],
        method=f"as told by {network.day}",
    )


def _rule(said: Saying, parties: set[str | None]) -> bool:
    agreed = bool(said.mode) and ROOT_OF[said.mode] == "AGREE"
    return agreed or (said.frame is not None and said.frame in parties)


def _subject(standing: Standing, day: date) -> Subject:
    pledge = standing.pledge
    return Subject(
        actors=tuple(sorted(pledge.actors)),
        mechanism=pledge.said.frame or "",
        layer=f"{pledge.said.due}–{pledge.said.id}",
        period=str(day),
    )


def _days(standing: Standing) -> tuple[float, float, float]:
    """Return the delay with the least and the most that the dates allow; unknown where nothing came."""
    said = standing.pledge.said
    came = [e for e in standing.outcome.by if e.status in HAPPENED and e.start]
    if said.due is None or not came:
        return float("nan"), float("nan"), float("nan")
    first = min(came, key=lambda e: e.start or date.max)
    begun, last = first.start or said.due, first.end or first.start or said.due
    early = said.start if said.kind == "event" and said.start else said.due
    return (
        float((begun - said.due).days),
        float((begun - said.due).days),
        float((max(last, begun) - min(early, said.due)).days),
    )


MEASURE = define("promise.delay", delay, page=__doc__, zh="兑现时差", draws=False)

"""Pace of rule-building.

How long an instrument stood on each stage of the ladder before it came to the next that it is told to have reached.

Formula: t_s = first day on a stage above s - first day on s, for each stage s of `rules.ladder` that is told by the day; of the highest stage, the days until the day.
Source: no accepted measure of rule-building was found; a substitute of ours, after the steps of making a treaty in the Vienna Convention on the Law of Treaties of 1969.
Inputs: the dated entries of `rules.ladder` up to the day; `instruments` names others than those with parties.
Unit: days
Range: 0 and above. Stages that are not told are not listed. The layer names the stage.
Pitfalls: A stage begins when it is first told, so talks that nobody told of make the one before look long. Stages may be passed over. The time on the highest stage
  still runs, unless it is being in force, which is no waiting: the note says so. First entries of different parties count alike: the first ratification begins the stage. `missing` counts undated entries.
Uncertainty: missing (the days within which the dates of both ends lie).
Status: substitute.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from comity.measure.define import define
from comity.measure.grades.ladder import STAGES, entries, stage_of
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.link import Link
from comity.network.network import Network


class Step(NamedTuple):
    """The earliest entry of a stage, and the days it may have been on."""

    stage: str
    first: date
    last: date
    link: Link


class Stay(NamedTuple):
    """The stay of an instrument on a stage; without a next one it still runs."""

    frame: str
    step: Step
    next: Step | None


def pace(network: Network, instruments: Sequence[str] | None = None) -> Scores:
    """Return the days each instrument stood on each stage."""
    told = entries(network.plan)
    if instruments is None:
        instruments = [f for f, links in told.items() if any(x.kind == "party" for x in links)]
    stays = [s for f in instruments for s in _stays(f, _steps(told.get(f, ()), network.day))]
    open_ = {f: sum(x.period.start is None for x in told.get(f, ())) for f in instruments}
    days = np.array([_days(s, network.day) for s in stays]).reshape(len(stays), 3)

    def inputs(k: int) -> Inputs:
        return tuple(s.link for s in (stays[k].step, stays[k].next) if s)

    return Scores(
        subjects=tuple(
            Subject(mechanism=s.frame, layer=s.step.stage, period=str(network.day)) for s in stays
        ),
        values=days[:, 0],
        missing=np.array([open_[s.frame] for s in stays], np.int64),
        lo=days[:, 1],
        hi=days[:, 2],
        cause="missing",
        inputs=inputs,
        notes=[_note(s) for s in stays],
        method=f"order: {' < '.join(STAGES)}",
    )


def _steps(links: Sequence[Link], day: date) -> list[Step]:
    """Return the earliest entry of each stage up to the day, in the order of stages."""
    found: dict[str, Step] = {}
    for link in links:
        first = link.period.start
        if first is None or first > day:
            continue
        step = Step(stage_of(link), first, _last(link, first), link)
        before = found.get(step.stage)
        if before is None or (first, step.last) < (before.first, before.last):
            found[step.stage] = step
    return [found[stage] for stage in STAGES if stage in found]


def _last(link: Link, first: date) -> date:
    """Return the last day on which the dated act may have been: a tie's end is not the end of its act."""
    wide = {"year": 364, "month": 27, "quarter": 89}.get(link.period.precision, 0)
    if not link.lasting:
        return max(link.period.end or first, first)
    return date.fromordinal(min(first.toordinal() + wide, date.max.toordinal()))


def _stays(frame: str, steps: Sequence[Step]) -> list[Stay]:
    """Return the stays on stages; one that a higher stage is told before has none."""
    found = []
    for k, step in enumerate(steps):
        coming = min(steps[k + 1 :], key=lambda s: s.first, default=None)
        if coming is None or coming.first >= step.first:
            found.append(Stay(frame, step, coming))
    return found


def _days(stay: Stay, day: date) -> tuple[float, float, float]:
    step, coming = stay.step, stay.next
    end, late = (coming.first, coming.last) if coming else (day, day)
    least = max(0, (end - step.last).days)
    return float((end - step.first).days), float(least), float(max(0, (late - step.first).days))


def _note(stay: Stay) -> str:
    if stay.next:
        return f"then {stay.next.stage}"
    return "in force since" if stay.step.stage == STAGES[-1] else "still on it"


MEASURE = define("rules.pace", pace, page=__doc__, zh="规则建设进度", draws=False)

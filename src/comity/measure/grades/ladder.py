"""Instrument ladder.

How far an instrument has come, from a proposal to being in force. A label, never a number.

Formula: the highest of the stages proposed < negotiated < adopted < signed < ratified < in-force that any entry of the instrument has reached by the day.
Source: no accepted measure of rule-building was found; a substitute of ours, after the steps of making a treaty in the Vienna Convention on the Law of Treaties of 1969, articles 7 to 18 and 24.
Inputs: entries whose frame is an instrument: ties of the relation party by the kind of their date, events of the modes propose, dialogue, adopt, declare, sign and join. A body is an instrument if any party is told of it, or if `instruments` names it.
Unit: label
Range: proposed, negotiated, adopted, signed, ratified, in-force. Unknown for an instrument of which no stage is told by the day.
Pitfalls: A stage told late looks reached late. One party's ratification is not entry into force: a party of any kind of date other than
  signature or accession stands for "in-force" only if the text dates it so. Declarations are adopted and never ratified, so a low stage
  is not always less. A framework draft is told as adopted or not at all. `missing` counts undated entries.
Uncertainty: none: a label stands or falls with the claims it names.
Status: substitute.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from comity.measure.define import define
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.link import Link
from comity.network.network import Network
from comity.network.plan import Plan
from comity.network.spells import dates

STAGES: Final = ("proposed", "negotiated", "adopted", "signed", "ratified", "in-force")
BY_DATE: Final[Mapping[str, str]] = {
    "proposed": "proposed",
    "announced": "proposed",
    "adopted": "adopted",
    "signed": "signed",
    "acceded": "ratified",
    "in-force": "in-force",
}
BY_KIND: Final[Mapping[str, str]] = {
    "propose": "proposed",
    "dialogue": "negotiated",
    "adopt": "adopted",
    "declare": "adopted",
    "sign": "signed",
    "join": "ratified",
}
BY_ROLE: Final[Mapping[str, str]] = {"negotiating": "negotiated", "signatory": "signed"}
REASON: Final = "it is a label of an order, not a number: there is nothing between two stages"


def stage_of(link: Link) -> str:
    """Return the stage an entry shows; a party without any kind of date has at least signed."""
    if link.dated and link.dated in BY_DATE:
        return BY_DATE[link.dated]
    if link.kind == "party":
        roles = [BY_ROLE[role] for _, role in link.members if role in BY_ROLE]
        return roles[0] if roles else "signed"
    return BY_KIND.get(link.kind, "")


@lru_cache(maxsize=4)
def entries(plan: Plan) -> dict[str, tuple[Link, ...]]:
    """Return the entries that show a stage, by their frame; each once."""
    found: dict[str, dict[tuple[object, ...], Link]] = {}
    for i in plan.chosen:
        link = plan.evidence.links[i]
        if link.frame and stage_of(link):
            key = (link.kind, link.dated, link.period, link.sources, link.members)
            found.setdefault(link.frame, {}).setdefault(key, link)
    return {frame: tuple(found[frame].values()) for frame in sorted(found)}


def ladder(network: Network, instruments: Sequence[str] | None = None) -> Scores:
    """Return the stage of each instrument on the day."""
    told = entries(network.plan)
    if instruments is None:
        instruments = [f for f, links in told.items() if any(x.kind == "party" for x in links)]
    edges, day = network.plan.options.edges, network.day.toordinal()
    begun = [
        [x for x in told.get(f, ()) if _first(x, edges) is not None and _by(x, edges, day)]
        for f in instruments
    ]
    undated = [sum(_first(x, edges) is None for x in told.get(f, ())) for f in instruments]

    def inputs(k: int) -> Inputs:
        return tuple(begun[k])

    return Scores(
        subjects=tuple(Subject(mechanism=f, period=str(network.day)) for f in instruments),
        values=np.full(len(begun), np.nan),
        missing=np.array(undated, np.int64),
        labels=[highest(links) for links in begun],
        inputs=inputs,
        no_interval=REASON,
        method=f"order: {' < '.join(STAGES)}",
    )


def highest(links: Sequence[Link]) -> str | None:
    """Return the highest stage of entries; None where none shows any."""
    found = {stage_of(x) for x in links} - {""}
    return max(found, key=STAGES.index, default=None)


def _first(link: Link, edges: str) -> int | None:
    first, last = dates(link.period, edges)
    return first if first <= last else None


def _by(link: Link, edges: str, day: int) -> bool:
    first = _first(link, edges)
    return first is not None and first <= day


MEASURE = define("rules.ladder", ladder, page=__doc__, zh="文书阶梯", draws=False)

"""Order of cooperation by field.

In which field two actors are first told to have worked together, and in which next. A label with dates, never a number.

Formula: the fields of the pair's events of cooperation up to the day, each with the day of its first event, in the order of these days; fields of one day stand side by side.
Source: no accepted measure of going from easy to hard was found; a substitute of ours.
Inputs: events of verbal and material cooperation (classes of resources/scales.toml) of two actors with a field told (resources/fields.toml); `deeds` takes material cooperation alone; `parting` another list of fields.
Unit: label
Range: words. Pairs of which no such event is told are not listed.
Pitfalls: First told is not first done: what came before sources begin is not seen, and the earliest years look crowded with firsts. An event about two fields begins both.
Uncertainty: none: a label stands or falls with the claims it names.
Status: substitute.
"""

from datetime import date

import numpy as np

from comity.measure.define import define
from comity.measure.fields.order import firsts
from comity.measure.fields.parting import Parting, own_parting
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

REASON = "it is an order of dates as told: there is nothing between two of them"


def first(network: Network, deeds: bool = False, parting: Parting | None = None) -> Scores:
    """Return the fields of each pair in the order in which they came."""
    told = network if network.draw is None else Network(network.plan, network.day)
    found = firsts(told, parting or own_parting(), deeds)
    pairs = list(found)

    def inputs(k: int) -> Inputs:
        own = (f.act.link for f in found[pairs[k]].values())
        return tuple(dict.fromkeys(own))

    def words(k: int) -> str:
        by_day: dict[int, list[str]] = {}
        for field, one in found[pairs[k]].items():
            by_day.setdefault(one.day, []).append(field)
        steps = (f"{'+'.join(by_day[d])} {date.fromordinal(d)}" for d in sorted(by_day))
        return " < ".join(steps)

    return Scores(
        subjects=tuple(Subject(actors=p, period=str(network.day)) for p in pairs),
        values=np.full(len(pairs), np.nan),
        labels=[words(k) for k in range(len(pairs))],
        inputs=inputs,
        no_interval=REASON,
        method="material cooperation" if deeds else "verbal and material cooperation",
    )


MEASURE = define("order.first", first, page=__doc__, zh="合作领域先后", draws=False)

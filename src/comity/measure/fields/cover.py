"""Coverage of fields.

In which fields of security an actor acts or speaks, traditional and non-traditional: a matrix of actors and fields, year by year.

Formula: n_af = number of events that a takes part in, and positions that a holds, about a field f, in the months that end with the day.
Source: no accepted index of comprehensive security was found; fields as issue scope: Dorussen and Kirchner 2014, International Relations of the Asia-Pacific 14(1): 117-146. The list of fields and their kinds stand in resources/fields.toml.
Inputs: events of the network and positions (dated by their document) with the topics of their words; an event without any topic counts in the fields of its track. `months` (12 by default), `positions`, `parting` (another list of fields: `read_fields(FOLDER)`).
Unit: events and positions
Range: 0 and above. Unknown where nothing is told: no source says that it would have told.
Pitfalls: Words are no deeds: a document that lists ten fields covers ten. The list of fields decides what evenness can be seen. Rows
  of data sets have no words, so that they count in the fields of their track alone. An act about two fields counts in both. `missing` counts acts of which no field is told. The layer names the field.
Uncertainty: coding of events; sampling (Poisson).
Status: substitute.
"""

import numpy as np

from comity.measure.define import define
from comity.measure.fields.matrix import matrix_of
from comity.measure.fields.parting import Parting, own_parting
from comity.measure.scores import Scores
from comity.measure.uncertainty.intervals import rate_interval
from comity.measure.value import Inputs, Subject
from comity.network.network import Network


def cover(
    network: Network,
    months: int = 12,
    positions: bool = True,
    parting: Parting | None = None,
    level: float = 0.9,
) -> Scores:
    """Return the matrix of actors and fields, actor by actor."""
    fields = parting or own_parting()
    found = matrix_of(network, fields, months, positions)
    known = found.cells > 0
    lo, hi = rate_interval(found.cells, 1.0, level)
    day, size = str(network.day), len(fields.fields)

    def inputs(k: int) -> Inputs:
        actor, field = network.actors[k // size], fields.ids[k % size]
        return found.behind(lambda a: actor in a.actors and field in a.fields)

    return Scores(
        subjects=tuple(
            Subject(actors=(a,), layer=f, period=day) for a in network.actors for f in fields.ids
        ),
        values=np.where(known, found.cells, np.nan).ravel(),
        missing=np.repeat(found.blank, size),
        lo=np.where(known, lo, np.nan).ravel(),
        hi=np.where(known, hi, np.nan).ravel(),
        inputs=inputs,
        notes=[f.kind for _ in network.actors for f in fields.fields],
        method=f"{months} months; {'events and positions' if positions else 'events'}",
    )


MEASURE = define("field.cover", cover, page=__doc__, zh="安全领域覆盖矩阵")

"""Scope of a body.

How many of the fields of policy a body deals with.

Formula: s_m = fields of m / fields listed.
Source: Dorussen and Kirchner 2014, Better a good neighbor than a distant friend: the scope and impact of regional security organizations, International Relations of the Asia-Pacific 14(1): 117-146.
Inputs: the tracks of events whose frame is the body, up to the day, without `mechanism` and `other`; or the agenda by body that the user states (`fields`), over `listed` ones; all bodies, or only `mechanisms`.
Unit: share
Range: 0 to 1. Unknown for a body of which no field is told by the day.
Pitfalls: A track is coarser than an agenda item, and an event has one track only. A field talked of is not a field in which
  anything was done. The value is the least: what was not read may have been on the agenda. It never falls, since a field
  once told stays told. Another list of fields gives another value.
Uncertainty: none: draws of coding errors cannot bring in a field without any event, and a band of them would look certain.
Status: accepted.
"""

from collections.abc import Sequence

import numpy as np

from comity.measure.define import define
from comity.measure.institutions.fields import (
    FIELDS,
    Fields,
    behind_scope,
    bodies_of_fields,
    scope_of,
)
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

LEAST = "it is the least there can be: what was not read may have been on the agenda"


def scope(
    network: Network,
    fields: Fields | None = None,
    listed: Sequence[str] = FIELDS,
    mechanisms: Sequence[str] | None = None,
) -> Scores:
    """Return the share of the listed fields that each body deals with."""
    known = tuple(sorted(fields)) if fields is not None else bodies_of_fields(network)
    chosen = tuple(mechanisms) if mechanisms is not None else known
    count = np.array([len(scope_of(network, b, fields) & set(listed)) for b in chosen], float)

    def inputs(k: int) -> Inputs:
        return behind_scope(network, chosen[k])

    return Scores(
        subjects=tuple(Subject(mechanism=b, period=str(network.day)) for b in chosen),
        values=np.where(count > 0, count / len(listed), np.nan),
        missing=(len(listed) - count).astype(np.int64),
        inputs=inputs,
        no_interval=LEAST,
        method=f"fields: {', '.join(listed)}",
    )


MEASURE = define("inst.scope", scope, page=__doc__, zh="议题范围", draws=False)

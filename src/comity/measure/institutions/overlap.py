"""Overlap of bodies.

How far others have the same members and deal with the same fields as a body. Overlap is neither good nor bad.

Formula: o_m = sum over other bodies b of (share of m's members that belong to b) * (share of m's fields that b deals with). With `part` "members" or "fields" that factor alone.
Source: Haftel and Lenz 2022, Measuring institutional overlap in global governance, Review of International Organizations 17(2): 323-347: overlap of members and of fields, in dyadic, directed-dyadic, weighted and monadic forms. How the shares are normed here is ours: we could not hold it against the paper's equations.
Inputs: memberships on the day (`layer`); fields from the tracks of the bodies' events, or as stated (`fields`). Bodies without members are left out.
Unit: bodies
Range: 0 (nothing shared) to the number of other bodies (each has all its members and fields). Unknown without members or, unless `part` is "members", without any field told.
Pitfalls: It grows with every body listed, so compare only over one list. A body whose fields are told nowhere shares none:
  `missing` counts those others. Universal bodies overlap with all.
Uncertainty: coding; choice of the list of fields.
Status: substitute.
"""

import numpy as np

from comity.errors import QueryError
from comity.measure.define import define
from comity.measure.institutions.fields import Fields, behind_scope, scope_of
from comity.measure.institutions.membership import (
    Floats,
    behind_members,
    membership_of,
    shares,
)
from comity.measure.scores import Scores
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

PARTS = ("product", "members", "fields")


def overlap(
    network: Network,
    layer: str = "membership",
    fields: Fields | None = None,
    part: str = "product",
) -> Scores:
    """Return the overlap of each body with all others."""
    if part not in PARTS:
        raise QueryError(f"There is no part {part}.", hint=f"Known: {', '.join(PARTS)}.")
    held = membership_of(network, layer)
    members = shares(held.held)
    covers, named = _covers(network, held.mechanisms, fields)
    fields_ = shares(covers)
    factor = {"members": members, "fields": fields_, "product": members * fields_}
    alive = held.held.sum(1) > 0
    pairs = np.where(alive[None, :], factor[part], 0.0)
    values = np.where(alive & (named | (part == "members")), pairs.sum(1), np.nan)
    silent = 0 if part == "members" else (alive & ~named).sum() - (alive & ~named)

    def inputs(k: int) -> Inputs:
        body = held.mechanisms[k]
        return behind_members(network, layer, (body,)) + behind_scope(network, body)

    return Scores(
        subjects=tuple(Subject(mechanism=m, period=str(network.day)) for m in held.mechanisms),
        values=values,
        missing=np.broadcast_to(np.asarray(silent, np.int64), values.shape),
        inputs=inputs,
        method=f"{part} over {int(alive.sum())} bodies with members in {layer}",
    )


def _covers(
    network: Network, bodies: tuple[str, ...], fields: Fields | None
) -> tuple[Floats, np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """Return which body deals with which field, (M, F), and of which any field is told."""
    scopes = [scope_of(network, body, fields) for body in bodies]
    names = sorted(set().union(*scopes))
    found = np.array([[f in s for f in names] for s in scopes], float)
    found = found.reshape(len(bodies), len(names))
    return found, np.array([bool(s) for s in scopes], bool)


MEASURE = define("rc.overlap", overlap, page=__doc__, zh="机制重叠")

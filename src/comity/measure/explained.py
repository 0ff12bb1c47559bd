"""From a value back to its formula, its inputs, and the claims and rows behind it."""

from typing import Any

from comity.measure.catalogue import measure_of
from comity.measure.value import Value
from comity.model import Observation
from comity.network.link import Link


def explain(value: Value) -> dict[str, Any]:
    """Return how a value came about: the measure, the interval by cause, and each input with its sources.

    ``claims`` are ids to be looked up in the study; ``rows`` name a file's row or a series and its row.
    """
    measure = measure_of(value.measure)
    inputs = [shown_input(each) for each in value.inputs]
    told = [s for each in inputs for s in each["sources"]]
    rows = [s for s in dict.fromkeys(told) if "#" in s]
    return {
        "address": value.address,
        "measure": measure.to_dict(),
        "subject": str(value.subject),
        "value": value.value,
        "unit": value.unit,
        "interval": [value.lo, value.hi] if value.lo is not None else None,
        "no_interval": value.no_interval or None,
        "level": value.level,
        "envelopes": [e.to_dict() for e in value.envelopes],
        "method": value.method,
        "choices": dict(value.choices),
        "data_version": value.data_version or None,
        "missing": value.missing,
        "inputs": inputs,
        "claims": [s for s in dict.fromkeys(told) if "#" not in s],
        "rows": rows,
    }


def shown_input(each: Link | Observation | str) -> dict[str, Any]:
    """Return one input as plain values, with its sources."""
    if isinstance(each, Link):
        return {
            "what": each.kind,
            "actors": list(each.actors),
            "frame": each.frame,
            "grade": each.grade,
            "period": str(each.period),
            "families": list(each.families),
            "reviewed": each.reviewed,
            "sources": list(each.sources),
        }
    if isinstance(each, Observation):
        return {
            "what": each.series,
            "actors": [a for a in (each.a, each.b) if a],
            "number": each.value,
            "unit": each.unit,
            "period": str(each.period),
            "sources": [f"{each.series}#{each.row}"],
        }
    return {"what": "reference", "actors": [], "sources": [each]}

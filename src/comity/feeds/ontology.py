"""Codes of event ontologies to comity's modes; the most exact code that is listed counts."""

import csv
import io
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def codes() -> Mapping[tuple[str, str], str]:
    """Return ``resources/event_codes.csv`` as (ontology, code) to mode."""
    text = files("comity.resources").joinpath("event_codes.csv").read_text(encoding="utf-8")
    return {(r["ontology"], r["code"]): r["mode"] for r in csv.DictReader(io.StringIO(text))}


@lru_cache(maxsize=4096)
def mode_of(ontology: str, code: str) -> str | None:
    """Return the mode of an event code; None for one that is no code of the ontology.

    CAMEO codes are read from the left: 0441 counts as 044, as 04. PLOVER's are ``TYPE`` or ``TYPE:mode``.

    >>> mode_of("cameo", "0411"), mode_of("plover", "CONSULT:visit"), mode_of("cameo", "99")
    ('call', 'visit', None)
    """
    known = codes()
    if ontology == "plover":
        type_, _, mode = code.partition(":")
        kind = type_.strip().upper()
        exact = known.get((ontology, f"{kind}:{mode.strip().lower()}"))
        return exact or known.get((ontology, kind))
    for size in range(len(code), 1, -1):
        if found := known.get((ontology, code[:size])):
            return found
    return None

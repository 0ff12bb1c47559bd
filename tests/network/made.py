"""Small made-up evidence for tests of the network and the measures."""

from datetime import date

from comity.model import Coverage, Period
from comity.network import Evidence, evidence_of_rows

DAY = date(2016, 12, 31)


def between(start: str, end: str) -> Period:
    """Return the period of two ISO days."""
    return Period(start=date.fromisoformat(start), end=date.fromisoformat(end), precision="range")


def row(kind, *members, start="2010-01-01", end=None, **more):
    """Return one row of a table of ties and events."""
    last = date.fromisoformat(end) if end else None
    return {
        "kind": kind,
        "members": members,
        "start": date.fromisoformat(start),
        "end": last,
        **more,
    }


def event(kind, *members, day, **more):
    """Return a row of an event of one day."""
    return row(kind, *members, start=day, end=day, **more)


def made(*rows, family="made", covers=(), version="") -> Evidence:
    """Return evidence of rows; ``covers`` are (property, start, end)."""
    coverage = [Coverage(property=p, period=between(a, b)) for p, a, b in covers]
    return evidence_of_rows(rows, family=family, coverage=coverage, version=version)

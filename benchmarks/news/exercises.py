"""Exercises in Chinese military news: whether one is read, its date, who holds it, where."""

from collections.abc import Iterator
from typing import Any

from scores import Count, line

import comity
from comity.model import Event, Span
from comity.reading import Reading

KIND = "Manoeuvre"
FIELDS = {"Date": "start", "Subject": "participants", "Area": "place"}


def exercises_of(reading: Reading) -> list[Event]:
    """Return the exercises and other military acts that were read."""
    return [e for e in reading.events if e.mode in ("exercise", "operation", "deploy")]


def touches(spans: tuple[Span, ...], argument: dict[str, Any]) -> bool:
    """Say whether a field is justified by words of the annotated argument."""
    wanted = Span(*argument["span"])
    return any(span.overlaps(wanted) for span in spans)


def report(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the printed lines of this set."""
    detect: list[Count] = []
    fields: dict[str, list[Count]] = {role: [] for role in FIELDS}
    for row in rows:
        event = row["event"] if row["event"] and row["event"]["type"] == KIND else None
        found = exercises_of(comity.read(row["text"] + "\n", language="zh"))
        detect.append(
            Count(row["group"], int(bool(found and event)), int(bool(found)), int(bool(event)))
        )
        for role, name in FIELDS.items():
            wanted = [a for a in event["arguments"] if a["role"] == role] if event else []
            spans = tuple(s for e in found for s in e.fields.get(name, ()))
            right = any(touches(spans, a) for a in wanted)
            fields[role].append(
                Count(row["group"], int(right), int(bool(spans)), int(bool(wanted)))
            )
    yield line("exercise in the text", detect)
    for role, counts in fields.items():
        yield line(f"{role.lower()} of it", counts)

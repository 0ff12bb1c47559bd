"""A claim in one line of plain ids, as lists, dossiers and reviewers show it."""

from calendar import monthrange
from collections.abc import Mapping
from typing import Any


def summary(row: Mapping[str, Any], *, dated: bool = True) -> str:
    """Return what a claim says in one line, without its date when ``dated`` is off.

    >>> summary({"kind": "tie", "from": "CHN", "relation": "member", "to": "sco", "start": "2001-06-15"})
    'CHN member of sco, 2001-06-15 ..'
    """
    return SUMMARIES[row["kind"]](row, when(row) if dated else "")


def _event(row: Mapping[str, Any], period: str) -> str:
    who = ", ".join(row.get("participants") or ())
    parts = [f"{row['mode']} {who}".strip(), period]
    if row.get("ordinal"):
        parts.append(f"no. {row['ordinal']}")
    if row.get("frame"):
        parts.append(f"in {row['frame']}")
    status = row.get("status") or "occurred"
    return ", ".join(p for p in parts if p) + (f" ({status})" if status != "occurred" else "")


def _position(row: Mapping[str, Any], _: str) -> str:
    who = ", ".join(row.get("holders") or ())
    to = ", ".join(row.get("addressees") or ())
    by = f", by {row['deadline']}" if row.get("deadline") else ""
    return f"{who} {row['stance']}{f' ({to})' if to else ''}: {row['target']}{by}"


def _tie(row: Mapping[str, Any], period: str) -> str:
    joint = {"partner": "partner of", "ally": "ally of", "party": "party to"}
    relation = joint.get(row["relation"], f"{row['relation']} of")
    parts = [f"{row['from']} {relation} {row['to']}"]
    parts += [str(row[k]) for k in ("grade", "role") if row.get(k)]
    parts += [f"{row['dated']} {period}" if row.get("dated") else period]
    return ", ".join(p for p in parts if p)


SUMMARIES = {"event": _event, "position": _position, "tie": _tie}


def when(row: Mapping[str, Any]) -> str:
    """Return the period of a claim: a day, a span of days, an open end as two dots."""
    start, end = row.get("start"), row.get("end")
    if not start and not end:
        return ""
    if start == end:
        return str(start)
    month = _whole(str(start or ""), str(end or ""))
    return month or f"{start or '..'} .. {end or ''}".strip().replace(".. ..", "..")


def _whole(start: str, end: str) -> str:
    """Return the month or year that two days enclose exactly, else nothing."""
    if not start.endswith("-01") or start[:4] != end[:4]:
        return ""
    if start.endswith("-01-01") and end.endswith("-12-31"):
        return start[:4]
    month = start[:7] == end[:7] and end[8:] == f"{monthrange(int(start[:4]), int(start[5:7]))[1]}"
    return start[:7] if month else ""


def with_summary(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a claim with the one line that says it."""
    return {**row, "said": summary(row)}

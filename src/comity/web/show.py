"""A claim in a few words, in Chinese and English: what, who, when."""

import calendar
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from comity.model import Claim
from comity.web.words import Pair, say

Labels = Callable[[str, str], str]
Row = Mapping[str, Any]
KIND_WORD = {"event": "mode", "position": "stance", "tie": "relation"}


def verb(row: Row) -> Pair:
    """Return what kind of event, position or tie it is."""
    group = KIND_WORD[row["kind"]]
    return say(group, row[group])


def who(row: Row, labels: Labels) -> Pair:
    """Return the actors a claim is about."""
    if row["kind"] == "tie":
        arrow = " – " if row["relation"] in ("ally", "partner") else " → "
        return _pair(lambda lang: arrow.join(labels(row[k], lang) for k in ("from", "to")))
    ids: Sequence[str] = row.get("participants") or row.get("holders") or ()
    return _pair(lambda lang: _comma(lang).join(labels(i, lang) for i in ids))


def status(row: Row) -> Pair | None:
    """Return an event's status where it has not simply occurred."""
    word = row.get("status") or "occurred"
    return None if word == "occurred" else say("status", word)


def aside(row: Row, labels: Labels) -> Pair:
    """Return what stands below: the date, place, frame, grade or content of a claim."""

    def line(lang: str) -> str:
        frame = labels(row["frame"], lang) if row.get("frame") else ""
        parts = (when(row, lang), row.get("place"), frame, row.get("grade"), row.get("target"))
        return " · ".join(str(p) for p in parts if p)

    return _pair(line)


def when(row: Row, lang: str) -> str:
    """Return a period as people write it.

    >>> when({"start": "2019-06-01", "end": "2019-06-30", "precision": "month"}, "en")
    'June 2019'
    >>> when({"start": "2011-01-01", "end": None, "precision": "year"}, "zh")
    '2011年起'
    """
    start, end = (date.fromisoformat(row[k]) if row.get(k) else None for k in ("start", "end"))
    if start and end and row["precision"] != "open":
        return _between(start, end, lang)
    unit = row.get("precision") if row.get("precision") in ("year", "month") else "day"
    if start:
        since = _at(start, unit or "day", lang)
        return f"{since}起" if lang == "zh" else f"since {since}"
    if end:
        until = _at(end, "day", lang)
        return f"至{until}" if lang == "zh" else f"until {until}"
    return ""


def _between(start: date, end: date, lang: str) -> str:
    """Name whole years and months as such, other stretches by their days."""
    first_day = start.day == 1
    whole_months = first_day and end.day == calendar.monthrange(end.year, end.month)[1]
    whole_years = whole_months and start.month == 1 and end.month == 12
    unit = "year" if whole_years else "month" if whole_months else "day"
    first, last = _at(start, unit, lang), _at(end, unit, lang)
    return first if first == last else f"{first}–{last}" if lang == "zh" else f"{first} – {last}"


def _at(day: date, unit: str, lang: str) -> str:
    if lang == "zh":
        month = f"{day.month}月" if unit != "year" else ""
        return f"{day.year}年{month}" + (f"{day.day}日" if unit == "day" else "")
    month = f"{calendar.month_name[day.month]} " if unit != "year" else ""
    return (f"{day.day} " if unit == "day" else "") + f"{month}{day.year}"


def named_ids(claims: Sequence[Claim]) -> list[str]:
    """Return every id that the claims name, sorted."""
    ids: set[str] = set()
    for claim in claims:
        row = claim.to_row()
        for name in ("participants", "holders", "addressees"):
            ids.update(row.get(name) or ())
        for role in (row.get("roles") or {}).values():
            ids.update(role)
        ids.update(str(row[n]) for n in ("frame", "from", "to", "issuer", "speaker") if row.get(n))
    return sorted(ids)


def _pair(line: Callable[[str], str]) -> Pair:
    return line("zh"), line("en")


def _comma(lang: str) -> str:
    return "、" if lang == "zh" else ", "

"""What one source says of a tie at a time: its claims, how exact their dates are, and what it covers.

Pure functions over rows. A row of a claim has document, id, kind, start, end, precision, dated, grade, role, rule,
quote, seq, told (when its text was issued); a row of
coverage document, actors, start, end, silence.
"""

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from comity.model.vocabulary import HELD_ROLES, LESSER_ROLES

Row = Mapping[str, Any]
When = tuple[date, date]
# Dates of these kinds say that something began; a date of the others that it was on its way, so that a source
# which tells both is not heard for the time between.
EFFECTIVE: Final = ("in-force", "acceded", "first-meeting")
BEFORE: Final = ("proposed", "announced", "signed", "adopted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one source says of a question: ``value`` is yes, no, unknown or suspended.

    ``claims`` are those it rests on, ``against`` those of the same source that say otherwise, ``elsewhere``
    those that tell of other times. Without any the source is silent, and ``coverage`` says what its silence
    means. ``rank`` orders sources under ``official``, ``told`` is when the source spoke.
    """

    document: str
    value: str
    role: str | None = None
    since: str = ""
    dated: str | None = None
    claims: tuple[Row, ...] = ()
    against: tuple[Row, ...] = ()
    elsewhere: tuple[Row, ...] = ()
    coverage: tuple[Row, ...] = ()
    rank: int = 0
    told: date | None = None

    @property
    def silent(self) -> bool:
        return not (self.claims or self.against or self.elsewhere)

    def __str__(self) -> str:
        role = self.role if self.role not in (None, self.value) else ""
        parts = [self.value, role, self.since and f"since {self.since}"]
        words = "silent" if self.silent else self.dated and f"({self.dated})"
        return " ".join(part for part in (*parts, words) if part)


@dataclass(frozen=True, slots=True)
class Spell:
    """Claims of one source about one stretch of time, the better founded first."""

    head: Row
    others: tuple[Row, ...] = ()


def account(
    document: str,
    rows: Sequence[Row],
    covers: Sequence[Row],
    actors: Sequence[str],
    when: When,
    *,
    role: str = "",
) -> Account:
    """Return what one source says of ties between actors at a time, in any capacity or in one ``role``.

    ``covers`` is all that the source covers of the property: an open end reaches to its last day.
    """
    asked = [r for r in rows if not role or (r["role"] or "member") == role]
    spells = _spells([r for r in asked if not _premature(r, asked)])
    own = [c for c in covers if _within(c, actors, when)]
    said = [(says(s.head, when, covers, own), s) for s in spells]
    value, chosen = _decided(said, bool(role))
    if not chosen:
        silent = any(c["silence"] != "unknown" for c in own)
        value = value or ("no" if silent else "unknown")
    heads = [s.head for s in chosen]
    if value in ("yes", "suspended"):
        doubts = [r for s in chosen for r in s.others if says(r, when, covers, own) != "yes"]
    else:
        doubts = [r for r in asked if r not in heads and _says_yes(r, when, covers, own)]
    first = min(heads, key=lambda r: (r["start"] or date.min, r["seq"]), default=None)
    return Account(
        document=document,
        value=value,
        role=first["role"] if first else None,
        since=since(first) if first else "",
        dated=first["dated"] if first else None,
        claims=tuple(heads),
        against=tuple(doubts),
        elsewhere=tuple(s.head for s in spells if s.head not in heads),
        coverage=tuple(own),
    )


def _says_yes(row: Row, when: When, covers: Sequence[Row], own: Sequence[Row]) -> bool:
    return says(row, when, covers, own) == "yes" and row["role"] not in LESSER_ROLES


def _decided(said: Sequence[tuple[str, Spell]], one_role: bool) -> tuple[str, list[Spell]]:
    """Return the value of what is said, with the spells it rests on; nothing where no claim decides."""
    held = [s for word, s in said if word == "yes" and s.head["role"] in HELD_ROLES]
    full = [(w, s) for w, s in said if s.head["role"] not in (*LESSER_ROLES, *HELD_ROLES)]
    lesser = [(w, s) for w, s in said if s.head["role"] in LESSER_ROLES]
    asked = list(said) if one_role else full
    yes = [s for word, s in asked if word == "yes"]
    if held and not one_role:
        return "suspended", held
    if yes:
        return "yes", yes
    open_ = [s for word, s in asked if word == "unknown"]
    if open_:
        return "unknown", open_
    less = [s for word, s in lesser if word == "yes"]
    return ("no", less) if less and not one_role else ("", [])


def _spells(rows: Iterable[Row]) -> list[Spell]:
    """Group the claims that tell one stretch in one capacity; the first recorded leads each."""
    found: list[Spell] = []
    for row in sorted(rows, key=lambda r: r["seq"]):
        for place, spell in enumerate(found):
            if _same_stretch(row, spell.head):
                found[place] = Spell(spell.head, (*spell.others, row))
                break
        else:
            found.append(Spell(row))
    return found


def _same_stretch(one: Row, other: Row) -> bool:
    same = all((one[k] or "") == (other[k] or "") for k in ("role", "grade"))
    return same and _overlap(one, other)


def _overlap(one: Row, other: Row) -> bool:
    first = max(one["start"] or date.min, other["start"] or date.min)
    last = min(one["end"] or date.max, other["end"] or date.max)
    return first <= last


def _premature(row: Row, rows: Sequence[Row]) -> bool:
    """Say whether a row dates a signature or announcement of what the source also dates by its effect."""
    return row["dated"] in BEFORE and any(
        other["dated"] in EFFECTIVE
        and (other["role"] or "") == (row["role"] or "")
        and (other["start"] or date.min) >= (row["start"] or date.min)
        and _overlap(other, row)
        for other in rows
    )


def says(row: Row, when: When, covers: Sequence[Row], own: Sequence[Row]) -> str:
    """Return what one tie says of a time: yes, unknown where its dates leave it open, or nothing.

    ``own`` are the coverages that hold for the question: where silence would mean no, a date first observed
    is a beginning.
    """
    watched = any(c["silence"] != "unknown" for c in own)
    (first, latest), (earliest, last) = _begins(row, covers, watched), _ends(row, covers)
    if latest <= when[1] and earliest >= when[0]:
        return "yes"
    return "unknown" if first <= when[1] and last >= when[0] else ""


def _begins(row: Row, covers: Sequence[Row], covered: bool) -> tuple[date, date]:
    """Return the first and last day on which a tie may have begun."""
    start: date | None = row["start"]
    if start is None:
        return date.min, row["told"] or date.min  # it held when the text was issued
    unsure = row["dated"] == "first-observed" and not covered
    edge = min((c["start"] for c in covers if c["start"]), default=None)
    if start == edge and not unsure:
        return start, start  # it held already when the source began
    return date.min if unsure else start, _unit(start, row["precision"])[1]


def _ends(row: Row, covers: Sequence[Row]) -> tuple[date, date]:
    """Return the first and last day on which a tie may have ended; an open end is sure as far as covered."""
    end: date | None = row["end"]
    if end is None:
        return max((c["end"] for c in covers if c["end"]), default=date.max), date.max
    return _unit(end, row["precision"])[0], end


def _unit(day: date, precision: str | None) -> tuple[date, date]:
    """Return the month or year a day stands for when it is the first or last of it, else the day."""
    if precision in ("month", "part-month"):
        length = calendar.monthrange(day.year, day.month)[1]
        bounds = (day.replace(day=1), day.replace(day=length))
    elif precision in ("year", "quarter", "part-year"):
        bounds = (date(day.year, 1, 1), date(day.year, 12, 31))
    else:
        return day, day
    return bounds if day in bounds else (day, day)


def _within(cover: Row, actors: Sequence[str], when: When) -> bool:
    start, end = cover["start"] or date.min, cover["end"] or date.max
    inside = start <= when[0] and when[1] <= end
    return inside and (not cover["actors"] or set(actors) <= set(cover["actors"]))


def since(row: Row) -> str:
    """Return the beginning of a tie as precisely as it is known.

    >>> since({"start": date(2015, 1, 1), "precision": "year", "dated": "first-observed"})
    'at least 2015'
    """
    start: date | None = row["start"]
    if start is None:
        return ""
    length = {"year": 4, "quarter": 4, "part-year": 4, "month": 7, "part-month": 7}
    whole = _unit(start, row["precision"])[0] == start != _unit(start, row["precision"])[1]
    text = start.isoformat()[: length.get(row["precision"] or "", 10) if whole else 10]
    return f"at least {text}" if row["dated"] == "first-observed" else text

"""Codes of states in other people's systems, looked up by system and date, never by equal numbers.

Code 970 is Nauru to the Correlates of War project (``cow``) and Kiribati to Gleditsch and Ward (``gw``);
816 and 817 were two Vietnams. Other systems: ``iso3``, ``iso-numeric``, ``cameo``, ``name`` (a name in
Chinese or English, that must mean one state on the day) and ``any`` (an id, else a name).
"""

import csv
import io
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from comity.registry.registry import load_registry

DATED: Final = ("cow", "gw")
SYSTEMS: Final = ("any", "cameo", "cow", "gw", "iso-numeric", "iso3", "name")
FIRST, LAST = date.min, date.max


class Spell(NamedTuple):
    """One actor under one code of a system, from a day to a day (none: without end)."""

    system: str
    code: str
    actor: str
    start: date
    end: date
    names: tuple[str, ...]
    source: str


class Found(NamedTuple):
    """An actor, or why there is none."""

    actor: str | None
    reason: str = ""


@lru_cache(maxsize=1)
def spells() -> tuple[Spell, ...]:
    """Return every row of ``resources/codes.csv``."""
    text = files("comity.resources").joinpath("codes.csv").read_text(encoding="utf-8")
    return tuple(
        Spell(
            row["system"],
            row["code"],
            row["actor"],
            date.fromisoformat(row["from"]) if row["from"] else FIRST,
            date.fromisoformat(row["to"]) if row["to"] else LAST,
            tuple(n for n in row["name"].split(";") if n),
            row["source"],
        )
        for row in csv.DictReader(io.StringIO(text))
    )


@lru_cache(maxsize=1)
def _by_code() -> dict[tuple[str, str], list[Spell]]:
    found: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in spells():
        found[spell.system, spell.code].append(spell)
    return found


@lru_cache(maxsize=65536)
def resolve(
    system: str,
    code: str,
    day: date | None = None,
    last: date | None = None,
    *,
    strict: bool = True,
) -> Found:
    """Return the actor a code means on a day, or in the period from it to ``last``.

    A code that its system knows, but not then, is *none in system*; with ``strict`` off it is still taken
    when it never meant anybody else. Of two actors within the period the one at its end is taken.

    >>> resolve("cow", "970", date(2005, 1, 1)).actor, resolve("gw", "970", date(2005, 1, 1)).actor
    ('NRU', 'KIR')
    >>> resolve("cow", "255", date(1950, 1, 1))
    Found(actor=None, reason='none in system: cow has no 255 in 1950')
    """
    if system == "iso3" or system == "any":
        return _by_id(code, day, named=system == "any")
    if system == "name":
        return by_name(code, day)
    known = _by_code().get((system, _plain(code, system)))
    if not known:
        if system == "cameo" and _state(code):
            return Found(code)
        return Found(None, f"no state has the {system} code {code}")
    if day is None:
        return _only(known, f"{system} {code} means more than one state; the row has no date")
    end = last or day
    then = [s for s in known if s.start <= end and s.end >= day]
    if then:
        return Found(max(then, key=lambda s: min(s.end, end)).actor)
    if not strict:
        return _only(known, f"{system} {code} means more than one state")
    return Found(None, f"none in system: {system} has no {code} in {day.year}")


@lru_cache(maxsize=1)
def _bounds() -> list[int]:
    """Return the days on which some code or name begins or ceases to mean somebody."""
    known = spells()
    return sorted({s.start.toordinal() for s in known} | {s.end.toordinal() + 1 for s in known})


@lru_cache(maxsize=65536)
def era_of(day: date) -> int:
    """Return the number of the stretch of days around a day in which no code changes its meaning."""
    return bisect_right(_bounds(), day.toordinal())


def code_of(system: str, actor: str, day: date) -> str | None:
    """Return the code of an actor in a system on a day; None when it has none then.

    >>> code_of("cow", "DEU", date(1950, 1, 1)), code_of("gw", "DEU", date(1950, 1, 1))
    (None, '260')
    """
    for spell in spells():
        if spell.system == system and spell.actor == actor and spell.start <= day <= spell.end:
            return spell.code
    return None


def by_name(name: str, day: date | None = None) -> Found:
    """Return the state a name means on a day; a name of two states at once is ambiguous.

    >>> by_name("Vietnam", date(1960, 1, 1)).reason
    'ambiguous: Vietnam in 1960 is VDR or VNM'
    """
    then = {s.actor for s in _by_name().get(name, ()) if day is None or s.start <= day <= s.end}
    if len(then) > 1 and day is not None:
        return Found(None, f"ambiguous: {name} in {day.year} is {' or '.join(sorted(then))}")
    if len(then) == 1 and day is not None:
        return Found(then.pop())
    records = load_registry().lookup(name)
    ids = sorted({r.id for r in records if r.type in ("actor", "mechanism")})
    if len(ids) == 1:
        return Found(ids[0])
    if ids:
        return Found(None, f"ambiguous: {name} is {' or '.join(ids)}")
    return Found(None, f"no actor is called {name}")


@lru_cache(maxsize=1)
def _by_name() -> dict[str, list[Spell]]:
    """Names of states in the two dated systems: what the divided states were called, and when."""
    found: dict[str, list[Spell]] = defaultdict(list)
    for spell in spells():
        if spell.system == "gw":
            for name in spell.names:
                found[name].append(spell)
    return found


def actors_of(system: str, start: date, end: date) -> tuple[str, ...]:
    """Return the actors that have a code in a system at any time of a period, sorted."""
    return tuple(
        sorted(
            {s.actor for s in spells() if s.system == system and s.start <= end and s.end >= start}
        )
    )


def _only(known: Iterable[Spell], reason: str) -> Found:
    actors = {s.actor for s in known}
    return Found(actors.pop()) if len(actors) == 1 else Found(None, reason)


def _plain(code: str, system: str) -> str:
    """Return a number without the decimals some tables give it: ``2.0`` is 2; ISO numbers have 3 digits."""
    code = code.removesuffix(".0")
    return code.zfill(3) if system == "iso-numeric" else code


def _state(id: str) -> bool:
    record = load_registry().get(id)
    return record is not None and record.type == "actor"


def _by_id(code: str, day: date | None, *, named: bool) -> Found:
    if load_registry().get(code) or _historic(code):
        return Found(code)
    return by_name(code, day) if named else Found(None, f"no state has the iso3 code {code}")


def _historic(code: str) -> bool:
    return any(s.actor == code for s in spells())

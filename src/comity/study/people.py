"""Who of each state a claim's words name: by name in either language, or by office and day.

A meeting of two presidents is not one of their foreign ministers, even on the same day: people tell apart
what states alone cannot.
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from comity.registry import load_registry
from comity.registry.lexicon import load_lexicon

# Offices told without names, for every participant: 两国元首 are both heads of state.
OFFICES: Final = (
    (re.compile("元首"), "head-of-state"),
    (re.compile(r"外长|[Ff]oreign [Mm]inisters"), "foreign-minister"),
    (re.compile(r"防长|国防部长|[Dd]efen[cs]e [Mm]inisters"), "defence-minister"),
)

People = dict[str, frozenset[str]]


def people_of(claim: Mapping[str, Any]) -> People:
    """Return the names of people a claim's words name, by state; states whose people are not told lack.

    People are given by their usual English name. An office without a name counts only on a known day.
    """
    return _people(claim["quote"], tuple(claim["participants"] or ()), _iso(claim["start"]))


@lru_cache(maxsize=4096)
def _people(words: str, states: tuple[str, ...], day: str) -> People:
    found: dict[str, set[str]] = {}
    for hit in load_lexicon().find(words):
        for record in hit.records:
            if record.type == "person" and record.state in states:
                found.setdefault(record.state, set()).add(record.label("en"))
                break
    for pattern, office in OFFICES:
        if not day or found or not pattern.search(words):
            continue
        for state in states:
            names = {p.label("en") for p in load_registry().holders(state, office, day)}
            if names:
                found.setdefault(state, set()).update(names)
    return {state: frozenset(names) for state, names in found.items()}


def _iso(day: date | str | None) -> str:
    return str(day) if day else ""


def others_met(first: People, second: People) -> bool:
    """Say whether two tellings name different people of one state: then they are not one meeting."""
    return any(first[s].isdisjoint(second[s]) for s in first.keys() & second.keys())


MILITARY: Final = re.compile(
    "军委|参谋长|参联会|国防|防长|防务|海军|陆军|空军|军队|两军|军事|舰|司令"
    r"|\b(?:[Dd]efen[cs]e|[Mm]ilitary|[Gg]eneral|[Aa]dmiral|[Aa]rm(?:y|ies|ed)|[Nn]av(?:y|al)|PLA|[Cc]hiefs? of"
    r"|[Cc]ommander|[Jj]oint [Cc]hiefs|[Ww]arship|[Ff]leet)\b"
)


def other_sphere(first: str, second: str) -> bool:
    """Say whether one telling is of soldiers and the other is not: chiefs of staff are no diplomats."""
    return bool(MILITARY.search(first)) != bool(MILITARY.search(second))


def only_one_side(claim: People, other: People) -> bool:
    """Say whether another source names people of some of a claim's states but not of all of them.

    Who is said to have met somebody else there did not, as far as it tells, meet the one claimed.
    """
    named = claim.keys() & other.keys()
    return len(claim) > 1 and bool(named) and named != claim.keys()


def strangers(words: str, states: tuple[str, ...]) -> int:
    """Return how many states besides those given a text names: it tells of something elsewhere."""
    found = {
        record.id
        for hit in load_lexicon().find(words)
        for record in hit.records[:1]
        if record.type == "actor"
    }
    return len(found - set(states))


def names_setting(words: str, frame: str | None, place: str | None) -> bool:
    """Say whether a text names the mechanism or the place of an event, in either language."""
    record = load_registry().get(frame) if frame else None
    named = (*record.zh, *record.en) if record else ()
    towns = load_registry().lookup(place) if place else ()
    named += tuple(n for t in towns for n in (*t.zh, *t.en)) + ((place,) if place else ())
    return any(name.lower() in words.lower() for name in named if len(name) > 1)

"""Exercises named by their states: "the 35th India-Indonesia Joint Exercise", "US-South Korea naval drills"."""

import re
from dataclasses import replace
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention
from comity.extract.mentions.merging import Rule, ids_of
from comity.registry.tables import slug

KIND: Final = (
    r"(?:[A-Z][\w-]+|joint|bilateral|trilateral|multilateral|annual|regular|military|naval|navy|maritime|combined|army|air|sea|ground"
    r"|special|forces?|counter-?terrorism|anti-?terror(?:ism)?|large-scale|live-fire|defen[cs]e|field|training|command|tabletop"
    r"|coast|guard|amphibious|humanitarian|rescue|passage)"
)
DRILL: Final = r"(?:[Ee]xercises?|EXERCISE|[Dd]rills?|[Mm]ano?euv(?:er|re)s|[Ww]ar ?games)"


WORD: Final = re.compile("(?=[EeDdMmWw])(?:[Ee]xercis|EXERCIS|[Dd]rill|[Mm]ano?euv|[Ww]ar ?game)")


def drill_rule(state: str) -> Rule:
    """Return the rule that makes an exercise of two states' names and the word for it."""
    x, n = t.EXERCISE, t.ORDINAL
    return Rule(
        t.STATE,
        re.compile(
            rf"(?=[{n}{t.STATE}])(?:{n} )?(?:(?:edition|iteration|round) of (?:the )?)?{state}(?: ?[-–—/] ?{state})+"
            rf"(?P<name> (?:{KIND} ){{0,4}}?{DRILL})\b(?:,? [‘'“\"]?{x}['’”\"]?)?(?: \((?:{x}|[A-Z]{{3,}})\))?"
        ),
        drill,
        marks=WORD,
    )


def drill(match: re.Match[str], found: list[Mention], issuer: str) -> Mention:
    """An exercise of the states named; one that the registry knows keeps its name."""
    states = ids_of([m for m in found if m.tag == t.STATE])
    ordinal = next((m.ordinal for m in found if m.tag == t.ORDINAL), None)
    known = next((m for m in found if m.tag == t.EXERCISE), None)
    if known:
        return replace(known, ids=states, ordinal=ordinal, inner=tuple(found))
    name = "-".join([*(s.lower() for s in states), slug(match.group("name").strip())])
    return Mention(t.EXERCISE, 0, 0, states, None, name, ordinal, tuple(found))

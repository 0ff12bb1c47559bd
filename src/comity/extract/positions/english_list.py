"""Lists under a promise: "We will advance an open region, including by:" and an act an item."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from comity.extract.context import Context, Resolved
from comity.extract.mentions.mention import Sentence
from comity.extract.mentions.words import english_words
from comity.extract.positions.stances import Found
from comity.extract.positions.stand import Stand, stand

OPENS: Final = re.compile(r":[\s*_]*$")
MARKS: Final = re.compile(r"[\s*_•·–—-]*")


@dataclass(frozen=True, slots=True)
class Listing:
    """The stance that the items of a list share, and who holds it."""

    cue: Found
    holders: Resolved


@lru_cache(maxsize=1)
def act() -> re.Pattern[str]:
    """Return the expression for an item that names an act: "Deepening our alliances", "Advance trade"."""
    verbs = english_words().verbs
    return re.compile(rf"(?:[A-Z][a-z]+ly )?(?:[A-Z][a-z]{{2,}}ing\b(?! [A-Z])|(?i:{verbs})\b)")


def listed(
    sentence: Sentence, found: list[Stand], cues: list[Found], holders: Resolved, context: Context
) -> list[Stand]:
    """Return the position of an item of a promised list, and remember whose list a sentence opens.

    An item that has a stance in its own words keeps that one.
    """
    item = sentence.block.kind == "item"
    if not item:
        context.listing = None
    listing = context.listing
    if not item and cues and cues[-1].cue.stance == "commit" and OPENS.search(sentence.tagged):
        context.listing = Listing(cues[-1], holders) if holders.ids else None
    if not (item and sentence.first_in_block and isinstance(listing, Listing)) or found:
        return []
    start = MARKS.match(sentence.tagged)
    begin = start.end() if start else 0
    verb = act().match(sentence.tagged, begin)
    if not verb:
        return []
    end = len(sentence.tagged.rstrip(" .;:*_"))
    cue = Found(listing.cue.cue, begin, verb.end())
    return [stand(sentence, cue, begin, end, listing.holders, Resolved(), context)]

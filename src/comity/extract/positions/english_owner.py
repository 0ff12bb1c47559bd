"""Whose a plan, a proposal or a commitment is where English says so by an owner, not by a subject."""

import re
from typing import Final

from comity.extract.clauses import resolve_list
from comity.extract.context import Context, Resolved
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Sentence
from comity.extract.positions.stances import Found

PARTY: Final = f"[{t.ACTOR}{t.ANAPHOR}{t.BODY}]"
# "Indonesia's proposal", "the commitment of the two nations", "their shared commitment".
OWNED: Final = re.compile(f"({PARTY})['’]s?(?: [\\w-]+){{1,4}}$")
OF: Final = re.compile(f"[^,;.]{{0,60}}?\\bcommitments?(?: and \\w+)? of (?:the )?({PARTY})")
THEIRS: Final = re.compile(r"[^,;.]{0,40}?\b[Tt]heir (?:\w+ ){0,3}?commitments?\b")
BEFORE: Final = re.compile(
    f"[^,;.]{{0,60}}?({PARTY}(?:['’]s? and (?:the )?{PARTY})?)['’]s? (?:\\w+ ){{0,3}}?commitments?\\b"
)
# What has sides and is none itself: "the visit reaffirms their commitment".
THING: Final = re.compile(
    r"\b(?:[Ee]xercises?|[Vv]isits?|[Mm]eetings?|[Ee]vents?|[Dd]ialogue|[Ss]tatement|[Aa]greement|[Ss]ummit|[Pp]artnership|[Dd]eployment|[Tt]his|[Ii]t|which"
    r"|[Aa]nniversary|[Ss]igning|[Dd]rills?|[Cc]all|[Tt]alks|[Pp]lan|[Pp]rogram(?:me)?|[Rr]elationship|[Cc]ooperation|[Dd]eclaration|[Rr]oadmap)\b"
)


def owner_of(sentence: Sentence, cue: Found, context: Context, *, told: bool) -> Resolved | None:
    """Return who owns what a cue names, if not its subject.

    ``told`` says that the clause has a party for its subject: then only a plan or a proposal told of another
    has an owner. "The exercise reaffirms their shared commitment" has none.
    """
    if cue.cue.id.endswith(".owned"):
        words = sentence.tagged[cue.start : cue.end].rsplit(" ", 1)[0]
        owned = OWNED.search(words)
        if owned is None:
            return None
        found = context.resolve(sentence.mentions[cue.start + owned.start(1)])
        return found if found.ids else None
    if told or cue.cue.stance != "reaffirm" and cue.cue.id not in ("en.support", "en.commit"):
        return None
    for regex in (OF, BEFORE):
        if match := regex.match(sentence.tagged, cue.start):
            found = resolve_list(sentence, *match.span(1), context)
            return found if found.ids else None
    if THEIRS.match(sentence.tagged, cue.start) and THING.search(sentence.tagged, 0, cue.start):
        sides = context.dyad if len(context.dyad.ids) > 1 else context.parties
        return sides if sides.ids else None
    return None

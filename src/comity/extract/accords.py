"""Agreements that the registry does not know, with the two whom their names bind."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from comity.extract.bonds import Bond
from comity.extract.clauses import resolve_list
from comity.extract.context import Context, Resolved
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Sentence
from comity.extract.standing import NEAR, NOT_YET
from comity.model import Span
from comity.registry.tables import slug

KINDS: Final = ("Agreement", "Treaty", "Pact", "Arrangement", "Accord", "Compact")
TITLE: Final = (
    r"(?P<name>(?:(?:[A-Z][\w’'-]*|and|of|on|for|in|the) ){0,9}?"
    rf"(?<= )(?:{'|'.join(KINDS)}))\b(?! of \d)(?: \([“\"]?(?P<short>[A-Z][A-Za-z+-]*[A-Z])[”\"]?\))?"
)
# What is still talked about binds nobody: "a Japan-Philippines Visiting Forces Agreement is under negotiation".
OPEN_BEFORE: Final = re.compile(r"\b[Aa]n? (?:[a-z]+ ){0,2}$")
OPEN_AFTER: Final = re.compile(
    r"[^,;.]{0,40}\b(?:negotiat\w+|under (?:discussion|consideration|preparation)|will|would|should|could|conclu\w+|sign\w+|draft|talks)\b"
)
LETTERS: Final = 4  # letters that tell an agreement from others; fewer (FTA) name a kind
ONE: Final = f"[{t.ACTOR}{t.BODY}]"


@lru_cache(maxsize=1)
def accord() -> re.Pattern[str]:
    """Return the expression for an agreement after its two parties' names, or before "between" them."""
    return re.compile(
        rf"(?P<two>[{t.ACTOR}](?:[-– ]{ONE})?) {TITLE}"
        rf"|\b(?:[Oo]ur|[Tt]heir) (?:new |bilateral |existing |own |recent )*(?=[A-Z]){TITLE.replace('<name>', '<own>').replace('<short>', '<own_short>')}"
        rf"|(?<!\w)(?=[A-Z]){TITLE.replace('<name>', '<full>').replace('<short>', '<full_short>')} between (?:the )?(?P<pair>{ONE} and (?:the )?{ONE})"
    )


def accords(sentence: Sentence, context: Context) -> Iterator[Bond]:
    """Yield the parties of agreements named with them: "the U.S.-Chile Free Trade Agreement"."""
    tagged = sentence.tagged
    if sentence.language != "en" or not any(kind in tagged for kind in KINDS):
        return
    for match in accord().finditer(tagged):
        if _is_open(tagged, match):
            continue
        sides, name = _sides(sentence, match, context)
        if len(sides.ids) == 2 and name.count(" "):
            yield from _bonds(sentence, match, sides, name)


def _is_open(tagged: str, match: re.Match[str]) -> bool:
    """Say whether an agreement is only sought, negotiated or about to be signed."""
    before = max(0, match.start() - NEAR)
    return bool(
        NOT_YET["party"].search(tagged, before, match.start())
        or OPEN_BEFORE.search(tagged, before, match.start())
        or OPEN_AFTER.match(tagged, match.end())
    )


def _sides(sentence: Sentence, match: re.Match[str], context: Context) -> tuple[Resolved, str]:
    """Return whom an agreement binds, and its name: two words at least, or the letters beside it."""
    for group, name in (("two", "name"), ("pair", "full")):
        if match.group(group):
            sides = resolve_list(sentence, *match.span(group), context)
            return sides, match.group(name).removeprefix("The ")
    return context.parties, match.group("own")


def _bonds(sentence: Sentence, match: re.Match[str], sides: Resolved, name: str) -> Iterator[Bond]:
    short = next(
        (match.group(g) for g in ("short", "own_short", "full_short") if match.group(g)), ""
    )
    told = short if len(short) >= LETTERS else " ".join((*map(str.lower, sorted(sides.ids)), name))
    span = sentence.span(*match.span())
    named = Span(sentence.starts[match.string.index(name, match.start())], span.end)
    for one in sides.ids:
        yield Bond(
            relation="party",
            rule="en.tie.party.named",
            span=span,
            source=one,
            target=slug(told),
            source_by=sides.spans or (span,),
            target_by=(named,),
            relation_by=(named,),
        )

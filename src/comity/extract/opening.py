"""Whose text a document is: one issuer's, or that of the parties its title or first sentences name."""

import re
from typing import Final

from comity.extract.context import JOINT_TITLE, SIDES, Context, Resolved, merge
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence, tag_text
from comity.extract.mentions.page import day_of
from comity.model import Document

# "Joint Statement on Japan and Korea": what a text is about comes after these, not who speaks in it.
ABOUT: Final = re.compile(r"\b(?:on|against|regarding|concerning|to) (?:the )?$")
# "We are committed to supporting Georgia": the states named there are not who speaks; "We, the leaders of
# Georgia and Moldova" are.
SPEAKING: Final = re.compile(f"[\\s\\d.“*#]*(?:[A-Z][a-z]+, )?{t.ANAPHOR}(?![,—–-])")
MEETING: Final = frozenset({t.BODY, t.MECHANISM, t.SESSION})
SMALL: Final = 7
# "Statement of President A, President B and Prime Minister C" is theirs together.
STATED_BY: Final = re.compile(
    r"(?:\w+ )?(?:[Ss]tatement|[Dd]eclaration|[Mm]essage|[Rr]emarks) (?:of|by|from) "
)
WITH: Final = re.compile(f"\\bwith (?:the )?([{t.ACTOR}])")


def open_title(title: list[Mention], document: Document, context: Context) -> None:
    """Learn from a title who speaks together in a joint text."""
    several = STATED_BY.match(document.title) and document.language == "en" and _several(title)
    if not (several or JOINT_TITLE.search(document.title)):
        return
    context.joint = True
    if title and document.language == "en":
        context.parties = title_sides(title, document)
        if len(context.parties.ids) > 1:
            context.turn_to(context.parties)


def _several(title: list[Mention]) -> bool:
    """Say whether a title names people of several sides."""
    people = merge(*(_bare(m) for m in title if m.tag == t.ACTOR and m.extra.get("person")))
    return len(people.ids) > 1


def open_issuers(issuers: list[Mention], context: Context) -> None:
    """Take all who issue a text together as its "we"."""
    sides = merge(*(_bare(m) for m in issuers if m.tag in (t.ACTOR, t.BODY)))
    if len(sides.ids) > 1:
        context.joint = True
        context.parties = sides
        context.turn_to(sides)


def title_sides(title: list[Mention], document: Document) -> Resolved:
    """Return the people named in a joint title, else its states in a row, else the body that speaks."""
    people = merge(*(_bare(m) for m in title if m.tag == t.ACTOR and m.extra.get("person")))
    if len(people.ids) > 1:
        return people
    tagged, _, placed = tag_text(document.title, 0, len(document.title), title)
    rows = [
        merge(*(_bare(m) for i, m in placed.items() if row.start() <= i < row.end()))
        for row in SIDES["en"].finditer(tagged)
        if not ABOUT.search(tagged[: row.start()])
    ]
    longest = max(rows, key=lambda r: len(r.ids), default=Resolved())
    if len(longest.ids) > 1:
        return longest
    between = next((m.ids for m in title if m.tag in MEETING and len(m.ids) > 1), ())
    if between:  # "U.S.-EU Summit": the meeting's own name says between whom
        return Resolved(between)
    beside = WITH.search(tagged)
    if beside and document.issuer and len(document.issuer) == 3:
        return merge(Resolved((document.issuer,)), _bare(placed[beside.start(1)]))
    bodies = [m for m in title if m.record and (m.tag in MEETING or m.extra.get("members"))]
    return _speaking(bodies[0], document) if bodies else Resolved()


def _speaking(body: Mention, document: Document) -> Resolved:
    """Return the states of a small body (the Quad), or a larger one itself where it can act (the G7)."""
    record = body.record
    if record and 1 < len(record.parties) < SMALL:
        return Resolved(record.members_at(day_of(document)))
    return Resolved((record.id,)) if record and record.acts else Resolved()


def _bare(mention: Mention) -> Resolved:
    """Return whom a mention of the title means, without its place: titles stand outside the text."""
    return Resolved(mention.ids or ((mention.id,) if mention.tag == t.BODY else ()))


def open_text(sentence: Sentence, number: int, document: Document, context: Context) -> None:
    """Learn from the first sentences whose text this is, where the title does not say."""
    if number == 0 and context.joint and any(map(str.islower, context.parties.ids)):
        context.parties = _members_listed(sentence) or context.parties
    if number > 4 or len(context.parties.ids) > 1 or (context.joint and context.parties.ids):
        return
    people = [m for m in sentence.mentions.values() if m.tag == t.ACTOR and m.ids]
    named = [m for m in people if m.extra.get("person") or len(m.ids) > 1]
    if len(named) > 1:
        named = _before_purpose(named, sentence)
    elif sentence.language == "en":
        people = _acting(sentence)
    if len(named) < 2 and context.joint and SPEAKING.match(sentence.tagged):
        return
    found = merge(*(Resolved(m.ids, (m.span,)) for m in (named if len(named) > 1 else people)))
    bodies = [
        m
        for m in sentence.mentions.values()
        if m.tag in (t.MECHANISM, t.SESSION) and m.record and 2 < len(m.record.parties) < SMALL
    ]
    if context.joint and len(found.ids) < 2 and bodies:
        record = bodies[0].record
        found = Resolved(record.members_at(day_of(document)) if record else (), (bodies[0].span,))
    if len(found.ids) > 1 and sentence.block.kind not in ("dateline", "byline"):
        context.parties = found
        context.turn_to(found)


PURPOSE: Final = re.compile(r" to (?!the |an? |their |his |her )[a-z]+ ")


def _before_purpose(named: list[Mention], sentence: Sentence) -> list[Mention]:
    """Leave out whom the people of a sentence only talk about: they "met to discuss President X's war"."""
    if sentence.language != "en":
        return named
    for match in PURPOSE.finditer(sentence.tagged):
        before = [m for m in named if m.start < sentence.starts[match.start()]]
        if len(merge(*(Resolved(m.ids) for m in before)).ids) > 1:
            return before
    return named


# "Russia's build-up around Ukraine": whom a text only talks about.
TALKED_OF: Final = re.compile(r"\b(?:against|in|around|near|over|on|for) (?:the )?$")


def _acting(sentence: Sentence) -> list[Mention]:
    """Return the states of an English sentence that act in it, and are no places or owners."""
    tagged = sentence.tagged
    return [
        m
        for i, m in sentence.mentions.items()
        if m.tag == t.ACTOR
        and m.ids
        and not tagged.startswith(("’", "'"), i + 1)
        and not TALKED_OF.search(tagged[max(0, i - 12) : i])
    ]


def _members_listed(sentence: Sentence) -> Resolved | None:
    """Return the states that a first sentence lists where the title names only their bodies."""
    row = SIDES["en"].search(sentence.tagged)
    listed = sentence.within(*row.span()) if row else []
    found = merge(*(Resolved(m.ids or (m.id,), (m.span,)) for _, m in listed))
    return found if len(found.ids) > 2 else None

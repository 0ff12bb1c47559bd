"""Who takes part in an event: from the pattern's slots, the subject, the context."""

import re
from typing import Final

from comity.extract.clauses import PARTY, before_word, is_oblique, subject_of
from comity.extract.context import Context, Resolved, merge
from comity.extract.events.patterns import Pattern
from comity.extract.events.settings import place_of
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.extract.telling import told_of

TWO_SIDED: Final = frozenset({"meet", "call", "dialogue", "sign", "declare", "upgrade", "exchange"})
Roles = dict[str, list[Mention]]


def parties_in(mentions: list[Mention], context: Context) -> Resolved:
    """Return everyone a role's mentions stand for; described groups are left out."""
    return merge(*(context.resolve(m) for m in mentions if m.tag in PARTY and m.tag != t.GROUP))


def participants(
    sentence: Sentence,
    pattern: Pattern,
    verb: int,
    roles: Roles,
    frame: Mention | None,
    context: Context,
    *,
    joint: bool,
) -> tuple[Resolved, dict[str, Resolved]]:
    """Return the participants and the roles of an event; ``joint`` says that it takes two sides."""
    named = {
        role: found
        for role, mentions in roles.items()
        if role not in NOT_PARTIES and (found := parties_in(mentions, context)).ids
    }
    if pattern.who == "body":
        return _body(frame, named, sentence, verb, context), named
    told = told_of(sentence, verb, context)
    first = roles["subject"][0].start if roles.get("subject") else 0
    if told and pattern.who != "named" and first < sentence.starts[told.at]:
        named["subject"] = told.who
    said = roles.get("subject")
    if said and "subject" in named and _is_aside(sentence, said[0]):
        subject = subject_of(sentence, verb, context)
        named["subject"] = subject if subject.ids else named["subject"]
    if pattern.who != "named" and "subject" not in named:
        subject = subject_of(sentence, verb, context)
        if others := set(parties_in(roles.get("apart", []), context).ids):
            subject = Resolved(tuple(i for i in subject.ids if i not in others), subject.spans)
        if subject.ids:
            named = {"subject": subject, **named}
    if pattern.who == "travel" and (host := _destination(roles, sentence, verb)).ids:
        named["host"] = host
    if pattern.mode == "visit" and sentence.language == "zh":
        named = _comers(named, sentence, verb)
    if pattern.who == "strike":
        named.setdefault("target", _home_of(roles.get("target", [])))
        return _struck(named["target"], named.get("subject", Resolved())), named
    if pattern.who == "travel" and "subject" not in named and "guest" not in named:
        named |= _own_travellers(sentence, verb, context)
    if pattern.mode in OWN_ACTS and "subject" not in named:
        named |= _own_people(sentence, verb, context)
    if pattern.who == "issuer" and frame:
        own = Resolved((context.issuer,) if context.issuer else (), (frame.span,))
        return named.get("subject", own), named
    if pattern.who == "subject":
        return named.get("subject", Resolved()), named
    who = merge(*(found for role, found in named.items() if role != "inviter"))
    if pattern.who != "travel":
        who = _with_members(who, pattern, frame, context)
    if not who.ids and pattern.each == "session" and sentence.language == "zh":
        who = _holder_of(frame, place_of(sentence, verb, verb))
    if not who.ids and pattern.who == "session" and sentence.language == "en":
        who = _convened(frame, roles)
    if not who.ids and pattern.mode == "exercise" and sentence.language == "en":
        who = _home_of([w for w in (place_of(sentence, verb, verb),) if w])
    needed = pattern.mode == "aid" and pattern.min > 1
    alone = pattern.who == "named" and sentence.language == "zh"
    if len(who.ids) < 2 and not alone and (joint or needed or pattern.mode in TWO_SIDED):
        who = complete(who, context, couple=pattern.mode in COUPLED)
    return who, named


def _is_aside(sentence: Sentence, first: Mention) -> bool:
    """ "Iran, with proxies in Iraq, launched …": who stands in an aside before a verb is not its subject."""
    if sentence.language != "en":
        return False
    return is_oblique(before_word(sentence, sentence.index(first.start)))


# 会见来华进行国事访问的越南国家主席: who is named behind comes, and does not receive.
COMES: Final = re.compile(f"[来访](华|[{t.ACTOR}])[^，。；]{{0,12}}$")
CHINA: Final = Resolved(("CHN",))  # 华 in 来华 and 访华


def _comers(named: dict[str, Resolved], sentence: Sentence, verb: int) -> dict[str, Resolved]:
    """Turn the sides of a visit about, where the words for where it goes stand before the visitor."""
    comes = COMES.search(sentence.tagged, max(0, verb - 14), verb)
    host = named.get("host", Resolved())
    if not comes or not host.ids:
        return named
    goal = sentence.mentions.get(comes.start(1))
    home = Resolved(goal.ids if goal else CHINA.ids, (sentence.span(*comes.span(1)),))
    if not home.ids or set(home.ids) & set(host.ids):
        return named
    rest = {role: who for role, who in named.items() if role not in ("host", "subject")}
    return {**rest, "guest": host, "host": home}


TRAVELLERS: Final = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z]+ (?:also )?$|\b(?:delegation|fleet|flotilla|formation|task force|ship|ships|frigate|destroyer|team|officials)\b[^,;]{0,40}$"
)


def _own_travellers(sentence: Sentence, verb: int, context: Context) -> dict[str, Resolved]:
    """Officials and ships that a text names without their state are those of its issuer."""
    before = sentence.tagged[max(0, verb - 80) : verb]
    if sentence.language != "en" or not context.issuer or not TRAVELLERS.search(before):
        return {}
    return {"subject": Resolved((context.issuer,), (sentence.span(max(0, verb - 20), verb),))}


OWN_ACTS: Final = frozenset({"meet", "call", "visit"})
# Right before the verb, a name that no record knows or a title without a state: "Hishammuddin Hussein met",
# "the navy chief called on".
OWN_PEOPLE: Final = re.compile(
    r"(?:\b[A-Z][a-z]\w+ (?:[A-Z][\w.’'-]* ){0,3}?[A-Z][\w’'-]+"
    r"|\b(?:the |The )?(?:[Mm]inister|(?:[Aa]rmy|[Nn]av(?:y|al)|[Aa]ir(?: [Ff]orce)?|[Dd]efen[cs]e) [Cc]hief|COAS|CNS|CDS|EAM"
    r"|(?:Foreign|Defen[cs]e|Prime) (?:Minister|Secretary)|Secretary of State(?: for [A-Z]\w+)?))"
    r"(?: (?:also|then|later|today|yesterday|has|had|have))*,? $"
)

# … or at the head of the sentence: "Yesterday, Mohamed Khaled arrived in Bangkok and paid a call on".
OWN_OPENING: Final = re.compile(
    rf"(?:[A-Z{t.DATE}][^,.;{t.ACTOR}]{{0,24}}, )?(?!During |In |On |At |Under |After )"
    r"(?:[A-Z][a-z]\w+(?: [A-Z][\w’'-]+){1,3}|(?:[Tt]he )?(?:Foreign|Defen[cs]e) (?:Minister|Secretary))"
    r"(?: and (?:Foreign|Defen[cs]e) (?:Minister|Secretary))? (?:[a-z]+ed|met|held|paid|left)\b"
)


def _own_people(sentence: Sentence, verb: int, context: Context) -> dict[str, Resolved]:
    """Whoever acts without a state in a text of one issuer is of that issuer."""
    if sentence.language != "en" or not context.issuer:
        return {}
    found = OWN_PEOPLE.search(sentence.tagged, max(0, verb - 60), verb)
    found = found or OWN_OPENING.match(sentence.tagged, 0, verb)
    if not found:
        return {}
    return {"subject": Resolved((context.issuer,), (sentence.span(found.start(), verb),))}


def _holder_of(frame: Mention | None, where: Mention | None) -> Resolved:
    """A session that names nobody is held by the body whose it is, else by the state it meets in."""
    if frame is None:
        return Resolved()
    if frame.record and frame.record.acts:
        return Resolved((frame.record.id.removesuffix("-summit"),), (frame.span,))
    if where and where.tag == t.ACTOR:
        return Resolved(where.ids, (where.span,))
    return _home_of([where] if where else [])


SMALL: Final = 7  # a forum of up to this many has a membership that a session implies


def _with_members(
    who: Resolved, pattern: Pattern, frame: Mention | None, context: Context
) -> Resolved:
    """Add the states that a mechanism's name or small fixed membership implies."""
    convenes = frame is not None and frame.tag == t.BODY and pattern.who == "session"
    if frame is None or (frame.tag not in (t.MECHANISM, t.SESSION, t.EXERCISE) and not convenes):
        return who
    day = context.document.issued.end
    members = frame.ids or (
        frame.record.members_at(day.isoformat() if day else "") if frame.record else ()
    )
    limit = SMALL if pattern.who == "session" else 2 if pattern.mode == "establish" else 3
    limit = SMALL if frame.tag == t.EXERCISE and not who.ids else limit
    if len(members) > 2 and any(m.islower() for m in members):
        return who  # a body among the members brings all of its own
    if 1 < len(members) <= limit and (not who.ids or set(who.ids) & set(members)):
        return merge(who, Resolved(members, (frame.span,)))
    return who


def _convened(frame: Mention | None, roles: Roles) -> Resolved:
    """A session told without its guests is that of the body that acts, else of the state it is held in."""
    if frame and frame.record and frame.record.acts:
        return Resolved((frame.record.id,), (frame.span,))
    places = roles.get("place", [])
    return merge(*(Resolved(home, (m.span,)) for m in places if (home := _state_of(m))))


NOT_PARTIES: Final = frozenset(
    {
        "frame",
        "place",
        "when",
        "date",
        "session",
        "title",
        "frames",
        "exercise",
        "mechanism",
        "grade",
        "titles",
        "apart",
    }
)


# Talks that a report tells of one guest are between two, whoever else it names.
COUPLED: Final = frozenset({"meet", "call"})


def complete(who: Resolved, context: Context, *, couple: bool = False) -> Resolved:
    """Add the other side, when the context has two sides and one of them is here.

    Of several sides a ``couple`` takes the issuer's only.
    """
    pair = context.by_size.get(2, context.dyad)
    for sides in (pair, context.dyad, context.parties):
        if couple and who.ids and len(sides.ids) > 2 and context.issuer in sides.ids:
            return merge(who, Resolved((context.issuer,), sides.spans[:1]))
        if len(sides.ids) > 1 and (not who.ids or who.ids[0] in sides.ids):
            return merge(who, sides)
    return who


def _home_of(places: list[Mention]) -> Resolved:
    """The state in which the places named lie, as they say or as the registry knows."""
    named = [m for m in places if m.tag == t.PLACE and not (m.record and m.record.kind == "venue")]
    return merge(*(Resolved(home, (m.span,)) for m in named if (home := _state_of(m))))


def _state_of(place: Mention) -> tuple[str, ...]:
    """Return the state that a place is, or lies in."""
    if place.ids or place.tag != t.PLACE or place.record is None:
        return place.ids
    return (place.record.state,) if place.record.state else ()


def _struck(target: Resolved, attacker: Resolved) -> Resolved:
    """Who strikes and who is struck, be it by the state a place lies in; nobody strikes oneself."""
    one_side = set(target.ids) <= set(attacker.ids)
    return Resolved() if one_side else merge(attacker, target)


# 抵达纽约，出席联大: a town reached for a meeting of many is no visit to its state.
FOR_MEETING: Final = re.compile(
    "[^，。；]{0,10}(?:，[^。；]{0,12}?)?(?:出席|参加|参与|与会|执行任务)(?![^。；]*访问)"
)

VISITS: Final = ("访问", "出访", "到访", "造访")
CARRIED: Final = frozenset({"运", "送", "寄"})  # 运抵: goods arrive, nobody visits


def _destination(roles: Roles, sentence: Sentence, verb: int) -> Resolved:
    """The state travelled to: that of the place named, as the text or the registry says."""
    if sentence.tagged[max(0, verb - 1) : verb] in CARRIED:
        return Resolved()
    for mentions in roles.values():
        for mention in mentions[:1] if sentence.language == "en" else mentions:
            home = _state_of(mention) if sentence.language == "en" else mention.ids
            if mention.tag == t.PLACE and home:
                return Resolved(home, (mention.span,))
    visits = sentence.tagged.startswith(VISITS, verb)
    if sentence.language == "en" or (not visits and FOR_MEETING.match(sentence.tagged, verb)):
        return Resolved()
    return _home_of(roles.get("host", []))


def _body(
    frame: Mention | None,
    named: dict[str, Resolved],
    sentence: Sentence,
    verb: int,
    context: Context,
) -> Resolved:
    """A body acts itself if it can; else its states do, or the subject."""
    if frame and frame.record and frame.record.acts:
        return Resolved((frame.record.id,), (frame.span,))
    if frame and frame.ids:
        return Resolved(frame.ids, (frame.span,))
    subject = subject_of(sentence, verb, context)
    return subject if subject.ids else merge(*named.values())

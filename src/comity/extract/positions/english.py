"""Positions in English: one for each stance verb, its holder the subject before it."""

import re

from comity.extract.clauses import EN_LISTED, PARTY, before_word, is_oblique, resolve_list
from comity.extract.context import Context, Resolved, merge
from comity.extract.events.drafts import Draft, is_act
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Sentence
from comity.extract.positions.english_courtesy import is_courtesy
from comity.extract.positions.english_list import listed
from comity.extract.positions.english_owner import owner_of
from comity.extract.positions.english_wording import (
    ANNOUNCED,
    ATTRIBUTIVE,
    BREAKS,
    REPORTED,
    SAID,
    TELLS,
    THAT,
    continues,
    is_purpose,
    promises,
    stands,
    starts,
)
from comity.extract.positions.stances import Found, Stances
from comity.extract.positions.stand import Stand, stand

OWNERS = re.compile(r"\b(?:their|its|his|her|our) $")  # "from their Japanese colleagues"
# "Commending Japan for its help": the object of a participle is no subject.
GERUND = re.compile(
    r"(?!\b(?:[Mm]eeting|[Mm]orning|[Ee]vening|[Dd]uring|[Hh]earing|[Gg]athering|[Bb]riefing|[Ff]ollowing) $)\b[A-Za-z]+ing (?:both |the )?$"
)
WILL = frozenset({"en.commit.will", "en.commit.would"})
# Stances towards the subject of their clause: whoever speaks holds them, not the subject.
JUDGED = frozenset(
    {"en.call.must", "en.call.important", "en.support.important", "en.oppose.judged"}
)


def read_positions_en(
    sentence: Sentence, stances: Stances, context: Context, events: list[Draft]
) -> list[Stand]:
    """Return the positions that a sentence states, in the order of its words."""
    speaker = _speaker(sentence, context)
    tagged = sentence.tagged
    found_cues = [
        c
        for c in stances.find(tagged, 0, len(tagged))
        if stands(tagged, c) and (c.cue.id != "en.commit.would" or promises(tagged, 0, c))
    ]
    cues = _outer(sentence, found_cues)
    cues = [c for c in cues if not _told(sentence, c, events) and not is_courtesy(sentence, c)]
    found: list[Stand] = []
    holders = Resolved()
    edge = 0
    for number, cue in enumerate(cues):
        start, last = edge, holders
        if cue.cue.id in WILL and not promises(tagged, start, cue):
            continue
        subject = _together(sentence, cue, _subject(sentence, start, cue.start, context), context)
        if cue.cue.id in JUDGED:
            holders, addressees = _speaker_for(speaker, holders, context), subject or Resolved()
        else:
            owner = owner_of(sentence, cue, context, told=bool(subject) or number > 0)
            by_default = last if number else _speaker_for(speaker, last, context)
            holders = owner or subject or by_default
            addressees = Resolved()
        following = cues[number + 1].start if number + 1 < len(cues) else len(sentence.tagged)
        end = _end(sentence, cue.end, following, last=number + 1 == len(cues))
        begin = _begin(sentence, start, cue.start)
        if holders.ids and (tagged[cue.end : end].strip() or cue.cue.id == "en.oppose.judged"):
            addressees = merge(addressees, _addressed(sentence, cue, end, holders, context))
            for part_begin, part_end in _parts(sentence, cue, begin, end):
                found.append(
                    stand(sentence, cue, part_begin, part_end, holders, addressees, context)
                )
        edge = end
    found += listed(sentence, found, cues, holders, context)
    return [s for s in found if s.span.end - s.span.start > 15]


def _told(sentence: Sentence, cue: Found, events: list[Draft]) -> bool:
    """Say whether a promise is only the verb of an event that is told: will visit, will meet."""
    if cue.cue.stance != "commit":
        return False
    reach = sentence.span(cue.start, min(cue.end + 14, len(sentence.tagged)))
    return any(is_act(e) and reach.overlaps(e.trigger) for e in events)


def _parts(sentence: Sentence, cue: Found, begin: int, end: int) -> list[tuple[int, int]]:
    """Split "will deepen …, support … and bolster …" into one stretch a verb; a list by its semicolons."""
    edges = [begin, *(s for s in starts(sentence.tagged, cue, end) if end - s > 12)]
    return [
        (a, _trimmed(sentence.tagged, b)) for a, b in zip(edges, [*edges[1:], end], strict=True)
    ]


def _trimmed(tagged: str, end: int) -> int:
    """Return the end of a stretch without the conjunction that leads on to the next."""
    while end and tagged[end - 1] in " ,;":
        end -= 1
    return _trimmed(tagged, end - 4) if tagged[end - 4 : end] == " and" else end


def _outer(sentence: Sentence, cues: list[Found]) -> list[Found]:
    """Drop a reporting verb whose "that" clause has a stance, and stances inside an agreement."""
    kept: list[Found] = []
    for cue in cues:
        if kept:
            last = kept[-1]
            between = sentence.tagged[last.end : cue.start]
            if is_purpose(sentence.tagged, cue) or continues(sentence.tagged, cue, last):
                continue
            if cue.cue.stance == "commit" and last.cue.speech and ANNOUNCED.search(between):
                continue
            asked = (
                cue.cue.id == "en.call.must" and last.cue.stance == "reaffirm" and "that" in between
            )
            if (
                (last.cue.speech or asked)
                and cue.cue.inner
                and len(between) < 120
                and _clause(between)
            ):
                kept[-1] = cue
                continue
            if last.cue.speech and cue.cue.rank > 5 and REPORTED.fullmatch(between):
                kept[-1] = cue
                continue
            if cue.cue.inner and not _new_clause(between) and not last.cue.inner:
                continue
            if cue.cue.rank <= 5 and len(between) < 30 and not re.search(r"[,;]| and ", between):
                continue
            if last.cue.rank > 6 and re.fullmatch(
                r"\s*(?:\w+ )?(?:its|their|our|the|U\.S\.|to|that|a)?\s*(?:\w+ )?", between
            ):
                continue
        kept.append(cue)
    return kept


def _clause(between: str) -> bool:
    return (
        bool(THAT.match(between))
        or re.match(r"^\s*(?:the |this |that )?", between) is not None
        and "," not in between
    )


def _new_clause(between: str) -> bool:
    return bool(
        re.search(rf"[,;:–—-] |(?<!{PARTY} )\band\b {t.ACTOR}|\band\b {t.ANAPHOR}|\.\s", between)
    )


def _speaker(sentence: Sentence, context: Context) -> Resolved:
    """Return who speaks in a sentence, and let a named single speaker take the floor."""
    match = SAID.search(sentence.tagged) if TELLS.search(sentence.tagged) else None
    if not match or is_oblique(before_word(sentence, match.start())):
        return Resolved()
    found = resolve_list(sentence, *match.span(1 if match.group(1) else 2), context)
    if len(found.ids) == 1:
        context.speaker = found
    return found


def _speaker_for(speaker: Resolved, holders: Resolved, context: Context) -> Resolved:
    for each in (speaker, holders):
        if each.ids:
            return each
    if context.voice.ids:
        return context.voice
    if context.joint and context.parties.ids:
        return context.parties
    return Resolved((context.issuer,), ()) if context.issuer else Resolved()


def _subject(sentence: Sentence, start: int, end: int, context: Context) -> Resolved | None:
    """Return the party that is the subject of a verb: the last one before it that no preposition governs."""
    chosen: Resolved | None = None
    for match in EN_LISTED.finditer(sentence.tagged, 0, end):
        if match.start() < start:
            continue
        before, after = before_word(sentence, match.start()), sentence.tagged[match.end() : end]
        before = OWNERS.sub("", before)
        if (
            is_oblique(before)
            or GERUND.search(before)
            or after.startswith(("’", "'"))
            or ATTRIBUTIVE.match(after)
        ):
            continue
        found = resolve_list(sentence, *match.span(), context)
        if found.ids and not all(m.tag == t.GROUP for _, m in sentence.within(*match.span())):
            chosen = found
            if re.search(r"\b(?:that|which|who)\b", after):
                continue
    return chosen


# "We agreed", told by one side of talks, is said of both.
MUTUAL = re.compile(r"(?:agree[ds]?|concur(?:s|red)?|reached (?:an )?agreement)\b")
WE = re.compile(rf"{t.ANAPHOR}(?: (?:also|both|further|jointly|have|had|then))*,? \Z")


def _together(
    sentence: Sentence, cue: Found, subject: Resolved | None, context: Context
) -> Resolved | None:
    """Return both sides of talks where the one that reports them says what "we agreed"."""
    pair = context.by_size.get(2)
    if subject is None or pair is None or subject.ids != (context.issuer,):
        return subject
    tagged = sentence.tagged
    said = MUTUAL.match(tagged, cue.start) and WE.search(tagged, max(0, cue.start - 30), cue.start)
    return pair if said and context.issuer in pair.ids else subject


def _begin(sentence: Sentence, start: int, cue: int) -> int:
    """Return where the words of a position begin: at its subject's clause."""
    text = sentence.tagged[start:cue]
    lead = re.match(r"[\s,;–—]*(?:and |but |while |also |, )*", text)
    return start + (lead.end() if lead else 0)


def _end(sentence: Sentence, start: int, following: int, *, last: bool) -> int:
    """Return where the words of a position end: before the clause of the next one."""
    if last:
        return len(sentence.tagged.rstrip(" .;"))
    text = sentence.tagged[start:following]
    breaks = [m.start() for m in BREAKS.finditer(text)]
    return start + breaks[-1] if breaks else following


def _addressed(
    sentence: Sentence, cue: Found, end: int, holders: Resolved, context: Context
) -> Resolved:
    """Return the parties right after the verb: urge the DPRK, work with ASEAN."""
    ids = []
    for i, mention in sentence.within(cue.end, min(end, cue.end + 60)):
        if mention.tag in (t.ACTOR, t.GROUP, t.ANAPHOR, t.BODY):
            before = sentence.tagged[max(cue.end - 4, i - 9) : i]
            if i - cue.end < 6 or re.search(r"\b(?:with|to|on|against|by|of) (?:the )?$", before):
                ids.append(context.resolve(mention))
    found = merge(*ids)
    return Resolved(tuple(i for i in found.ids if i not in holders.ids), found.spans)

"""How first-pass mentions stand together in English."""

import re
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.appositions import HONORIFIC, apposition_rules
from comity.extract.mentions.drills import drill_rule
from comity.extract.mentions.mention import Mention
from comity.extract.mentions.merging import (
    Rule,
    actor,
    capital,
    counted,
    members,
    new_mechanism,
    place,
    session,
    with_body,
)
from comity.extract.mentions.words import english_words, load_words

# A name begins with a capital or a particle before one: "the Minister also" and "decided" are no names.
NAME: Final = (
    r"[A-Z][\w.’'\-]*(?:, Jr\.)?|(?:bin|ibn|de|la|van|von|al|el|der|dos)(?= [A-Z])|[ae]l-[A-Z]\w*"
)
EN_NAME: Final = rf"(?:{NAME})(?: (?:{NAME}|of the Royal)){{0,6}}"


def _one(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The President" without a name: who holds that office in this text, else whoever spoke last."""
    first = match.group().startswith("T")
    return Mention(t.ANAPHOR, 0, 0, inner=tuple(found), extra={"one": first, "office": found[0].id})


# No one is president and something else: "the President and Prime Minister Ardern" are two people, while a
# prime minister may be foreign minister as well.
SINGLE_OFFICES: Final = frozenset({"head-of-state", "vice-president"})


def _first_of_two(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    if found[0].id not in SINGLE_OFFICES:
        return None
    extra = {"one": True, "office": found[0].id}
    return Mention(t.ANAPHOR, 0, 0, inner=tuple(found), extra=extra)


def _town(match: re.Match[str], found: list[Mention], issuer: str) -> Mention:
    """An unknown town with its country is a place: "in Dar es Salaam, Tanzania"."""
    return Mention(t.PLACE, 0, 0, found[0].ids, inner=tuple(found))


# "India's navy and the Thai coast guard": a force that acts is its state, as is a ministry.
FORCES: Final = (
    r"(?:[Nn]avy|[Aa]rmy|[Aa]ir [Ff]orce|[Cc]oast [Gg]uard|[Mm]ilitary|[Aa]rmed [Ff]orces|(?:Air|Maritime|Ground) Self-Defense Force|[Ff]oreign [Mm]inistry"
    r"|[Dd]efen[cs]e [Mm]inistry|Ministry of (?:Foreign Affairs|(?:National )?Defen[cs]e))(?=,? (?:and|has|have|had|said|says|held|met|sent|will|also|later|[a-z]+ed)\b)"
)
# What capitals do when they stand for their governments: "Tokyo lodged a protest".
ACTING: Final = (
    r"(?:has |have |had |also |later |then )*(?:said|says|announced|imposed|lodged|protested|accused|condemned|urged|denied|rejected"
    r"|sanctioned|summoned|expelled|warned|vowed|agreed|signed|opposes|supports|welcomed|voiced|expressed|reiterated|insists|insisted"
    r"|claimed|claims|responded|retaliated|pledged|deployed|recalled|demanded|called (?:on|for)|maintains|considers|believes)\b"
)


def _actor_starts(tags: str) -> re.Pattern[str]:
    """Return where an actor can begin, as branches by first letter, which are looked for fastest."""
    article = f"he (?:[{tags}A-Z]|former |then-)"
    return re.compile(
        "|".join([*tags, f"t{article}", f"T{article}", "former ", "Former ", "then-"])
    )


def _starts(*beginnings: str) -> re.Pattern[str]:
    """Return where a match can begin, as plain beginnings, which are looked for fastest."""
    return re.compile("|".join(map(re.escape, beginnings)))


def english_rules() -> tuple[Rule, ...]:
    words = english_words()
    sessions = load_words("en")["sessions"]
    rounded = [f"{noun} of " for noun in sessions["round"]]
    s, o, h, r, m, p, n = t.STATE, t.OFFICE, t.PERSON, t.ORGAN, t.MECHANISM, t.PLACE, t.ORDINAL
    state = rf"{s}(?: \((?:the )?{s}(?:,? or (?:the )?{s})?\))?"
    # "the Hashemite Kingdom of Jordan": the kind of state before the name that the registry knows
    styled = (
        rf"(?:the (?:[A-Z][a-z]+ ){{0,2}}?(?:Republic|Kingdom|Commonwealth|Sultanate|Principality|State) of "
        rf"(?:the )?|the )?{state}"
    )
    rounds = f"(?:{words.round})"
    cap = r"(?:[A-Z][\w’'\-]*|and|on|of|for|the|&|in)"
    return (
        Rule(p, re.compile(f"(?<![a-z] ){p}(?= {ACTING})"), capital),
        Rule(p, re.compile(f"{p}, {p}(?:, {s})?|{p}, {state}|{p} in {state}|{p}(?= )"), place),
        Rule(
            s,
            re.compile(
                rf"[A-Z](?<=(?:in|to|at) [A-Z])[a-z]+(?: [a-z]{{2}})?(?: [A-Z][a-z]+)?, (?:[Tt]he )?{s}(?=[.,;]? |$)(?! (?:and|will|has|have|is|are)\b)"
            ),
            _town,
            ", ",
        ),
        Rule(
            m,
            re.compile(
                rf"(?=[{n}{m}{s}]|(?<!\w){rounds} of )(?:{n} )?(?:{rounds} of (?:the )?)?(?:{n} )?(?:{m} ?[-–—] ?{state}|{state} ?[-–—] ?{m})"
                rf"(?P<name>(?: {cap}){{0,8}}? (?P<head>{words.head})\b(?: on(?: (?:[A-Z][\w-]*|and|of|the))+)?)"
            ),
            with_body,
            starts=_starts(n, m, s, *rounded),
        ),
        Rule(
            m,
            re.compile(
                rf"(?:{n} )?(?:(?:{words.level}) )*(?:{rounds} of (?:the )?)?(?:{n} )?(?:{p} )?{m}(?: \({m}\))?(?:['’]s?)?"
                rf"(?P<level>(?: (?:{words.level}|{o}s?['’]?))*)(?: {p})?(?P<head> (?:{words.head}|summit|meeting|ministerial|dialogue)\b)?"
            ),
            session,
            starts=_starts(n, p, m, *sessions["level"], *rounded),
        ),
        Rule(
            s,
            re.compile(
                rf"(?=[{n}{s}]|(?<!\w){rounds} of )(?:{n} )?(?:{rounds} of (?:the )?)?(?:{n} )?{state}(?: ?[-–—/] ?{state})+(?P<name>(?: {cap}){{0,12}}? (?P<head>{words.head}|2\+2(?: [Mm]inisterial)?(?: (?:[Dd]ialogue|[Mm]eeting|[Tt]alks|[Cc]onsultations))?)(?!\w)(?! (?:{words.head})\b)(?: on(?: (?:[A-Z][\w-]*|and|of|the|{t.ORDINAL}))+)?)"
            ),
            new_mechanism,
            starts=_starts(n, s, *rounded),
        ),
        drill_rule(state),
        Rule(
            s,
            re.compile(rf"(?:[Tt]he )?{state}(?: ?[-–—/] ?{state})+"),
            counted,
            starts=_starts(s, f"the {s}", f"The {s}"),
        ),
        Rule(
            o, re.compile(f"{o}(?<=[Tt]he {o})(?=,? and (?:the )?{o} )"), _first_of_two, f"he {o}"
        ),
        Rule(
            s + o + h + r,
            re.compile(
                rf"(?:[Tt]he )?(?:{state}(?:['’]s?)? (?:[A-Z][a-z]+ ){{0,3}}?)?(?:[Ff]ormer |then-)?(?:{r}(?:['’]s?)? )?"
                rf"(?:{o}(?:(?:,| and|, and| of the| of| for)? (?:the )?(?:{s} )?(?={o}))?)+,? (?:{HONORIFIC}{h}|(?P<name>{EN_NAME}))(?:,? of {styled})?"
                rf"|{h}(?: of {styled})?|(?:[Tt]he )?{state}(?:['’]s?)? (?:[Ff]oreign |[Dd]efen[sc]e |[Pp]rime |[Cc]abinet )?(?:[Mm]inisters|[Ll]eaders|[Gg]overnments?|[Dd]elegations?|[Oo]fficials|[Aa]uthorities|[Rr]epresentatives|side|[Dd]iplomats)\b(?! of)|(?:[Tt]he )?{state}['’]s? {FORCES}|(?:[Tt]he )?{state}(?:['’]s?)? {o}s?(?! of)|{o} of (?:the )?{state}|(?:[Tt]he )?{s}(?:['’]s?)? {r}|(?:[Tt]he )?{r}|(?:[Tt]he )?{state}|{styled}"
            ),
            actor,
            starts=_actor_starts(s + o + h + r),
        ),
        *apposition_rules(s + o + h + r),
        Rule(o, re.compile(f"[Tt]he {o}(?=[ ,.’'])"), _one),
        Rule(
            m,
            re.compile(
                rf"(?<=and ){m} [Ll]eaders|{m}(?: (?:[Mm]ember [Ss]tates|[Mm]ember [Cc]ountries|[Mm]embers|nations|countries|[Ll]eaders|partners)(?! (?:\w+ )?(?:met|gathered|convened|assembled|will meet|will gather)\b))"
            ),
            members,
        ),
    )

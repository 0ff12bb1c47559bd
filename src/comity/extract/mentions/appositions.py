"""People told by name and title apart: "Taro Kono, Minister for Foreign Affairs of Japan", "his Turkish counterpart".

A title that the registry does not know, a rank, an honorific or a name stands beside a party in many
ways; here they become one mention with it, so that a pattern sees one party and its state.
"""

import re
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention
from comity.extract.mentions.merging import Rule

A, O = t.ACTOR, t.OFFICE  # noqa: E741 - as in the rules beside
WORD: Final = r"[A-Z][\w.’'\-/]*"
HONORIFIC: Final = (
    r"(?:(?:H\.? ?E\.?|(?:[Tt]he )?(?:Rt\.? |Right )?Hon(?:\.|ou?rable)?|His Excellency|Her Excellency|Mr\.?|Ms\.?|Mrs\.?"
    r"|Mme\.?|Dr\.?|Prof\.?|Professor|Senator|Sir|Dame|Dato[’']?(?: Seri| Sri)?|Datuk(?: Seri| Sri)?|Tan Sri|Tun|Haji"
    r"|Ma\.|Ratu|Shri|Smt\.?|Sheikh|Sayyid|Engr?\.?|Atty\.?|Amb\.?|Gen\.?|Lt\.?|Col\.?|Adm\.?|Maj\.?|Brig\.?|Capt\.?|\(Retd?\.?\)) )*"
)
NAME: Final = rf"{WORD}(?: (?:{WORD}|bin|binti|ibn|al|el|van|von|de|la|der|dos|da)(?![\w])){{1,5}}"
# The nouns that an unknown title turns on.
ROLES: Final = (
    *(
        "Minister",
        "Ministers",
        "Secretary",
        "Undersecretary",
        "Under-Secretary",
        "Commander",
        "Commandant",
    ),
    *(
        "Commissioner",
        "Chief",
        "Chairman",
        "Chairwoman",
        "Chairperson",
        "Chair",
        "Ambassador",
        "Envoy",
    ),
    *(
        "Representative",
        "Adviser",
        "Advisor",
        "Officer",
        "Director",
        "Director-General",
        "President",
    ),
    *(
        "Premier",
        "Chancellor",
        "Governor",
        "Speaker",
        "Coordinator",
        "Counselor",
        "Counsellor",
        "Head",
    ),
    *(
        "Spokesperson",
        "Spokesman",
        "Spokeswoman",
        "Attaché",
        "Controller",
        "Marshal",
        "General",
        "Admiral",
    ),
    *("Deputy",),
)
ROLE: Final = f"(?:{'|'.join(sorted(ROLES, key=len, reverse=True))})"
TITLE: Final = rf"(?:{ROLE}(?!\w)|{O})(?:-[\w-]+)?(?:,? (?:{WORD}|{O}|(?:of|for|and|the|&)(?= (?:the )?(?:[A-Z]|{O}))))*"
FORCE: Final = (
    r"(?:['’]s?)?(?: (?:Navy|Army|Air Force|Armed Forces|Defen[cs]e Forces?|Self-Defense Forces?|Coast Guard|Marine Corps|Marines|Military|Forces"
    r"|Fleet|Police|Parliament|Cabinet|Government|Senate|National Assembly|Republic|Navy’s))?"
)
ENVOY: Final = r"(?:[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Hh]igh [Cc]ommissioner|[Cc]onsul(?:[ -][Gg]eneral)?|[Cc]harg[ée] d[’']affaires(?:,? a\.i\.)?|[Aa]ttach[ée])"
AFTER: Final = r"[,;.)]|$| and | who | met | in | on | at | from | to "
FORCES: Final = (
    r"(?:Navy|Army|Air Force|Armed Forces|Defen[cs]e Forces?|(?:Maritime|Air|Ground) Self-Defense Force|Self-Defense Forces?"
    r"|Coast Guard|Marine Corps|Marines)"
)


def _owned(mention: Mention) -> bool:
    """Say whether words of the mention name its state; else the state was only presumed."""
    return any(
        m.tag in (t.STATE, t.PERSON, t.ORGAN) or (m.tag == A and _owned(m)) for m in mention.inner
    )


def _named(mention: Mention) -> bool:
    return isinstance(mention.extra.get("person"), str)


def _one(found: list[Mention], of: Mention, name: object = None) -> Mention:
    known = next((m.extra["person"] for m in found if _named(m)), None)
    extra = {"person": known or name or True}
    return Mention(A, 0, 0, of.ids, of.record, inner=tuple(found), extra=extra)


def _first(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """The first party is who acts; what follows is its title, its post or its name."""
    actors = [m for m in found if m.tag == A]
    later = [m for m in actors[1:] if _owned(m) and m.ids != actors[0].ids]
    if later and not match.re.groupindex.get("post"):
        return None
    return _one(found, actors[0], match.groupdict().get("name"))


def _last(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """The state stands last: an unknown title "of the Republic of Singapore Navy"."""
    actors = [m for m in found if m.tag == A]
    if match.group("link") == "for" and {m.id for m in found if m.tag == O} & POSTS_FOR:
        return None
    return _one(found, actors[-1], match.groupdict().get("name"))


def _same(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """Two parties side by side are one person if one is the name and the other the title of one state."""
    first, *others = (m for m in found if m.tag == A)
    second = others[-1] if others else first
    if not (first.extra.get("person") and second.extra.get("person")):
        return None
    if _named(first) and _named(second) and first.extra["person"] != second.extra["person"]:
        return None
    if _owned(first) and _owned(second) and first.ids != second.ids:
        return None
    return _one(found, first if _owned(first) else second)


def _posts(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The Minister for Trade and Minister for Women of Australia": the state at the end owns both posts."""
    first, second = (m for m in found if m.tag == A)
    if _named(first) or _owned(first) or not second.extra.get("person") or not _owned(second):
        return None
    return _one(found, second)


def _titled(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """A bare state before an unknown title is the state of its holder."""
    first = found[0]
    return _first(match, found, issuer) if first.tag == A and _owned(first) else None


def _name_first(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    actor = found[-1]
    if _named(actor) or not actor.extra.get("person") or not _owned(actor):
        return None
    return _one(found, actor, match.group("name"))


def _name_after(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    actor = found[0]
    if _named(actor) or not actor.extra.get("person"):
        return None
    return _one(found, actor, match.group("name"))


def _envoy(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "US Special Representative for North Korea": the state of the post, not that of its subject."""
    first, second = found[0], found[-1]
    posted = any(m.tag == t.OFFICE for m in first.inner) and not second.extra.get("person")
    return _one(found, first) if posted and not _named(first) else None


def _force(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "Royal Malaysian Navy": a force is its state."""
    return (
        Mention(A, 0, 0, found[0].ids, found[0].record, inner=tuple(found))
        if _owned(found[0])
        else None
    )


def _owned_organ(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The Foreign Ministry of Iran": an organ that every state has is that of the state named after it."""
    first, second = found
    if _owned_by_name(first) or not _owned(second) or second.extra.get("person"):
        return None
    return Mention(A, 0, 0, second.ids, second.record, inner=tuple(found), extra=first.extra)


def _abbreviated(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The ROK Ministry of Foreign Affairs (MOFA)"."""
    first, short = found
    if any(m.tag == t.STATE for m in short.inner):
        return None
    return Mention(A, 0, 0, first.ids, first.record, inner=tuple(found), extra=first.extra)


def _owned_by_name(mention: Mention) -> bool:
    return any(m.ids for m in mention.inner if m.tag != A)


def _body_officer(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "NATO Secretary General Mark Rutte" speaks for NATO, whatever state he comes from."""
    body, officer = found[0], found[-1]
    post = {m.id for m in officer.inner if m.tag == O} | (
        {officer.id} if officer.tag == O else set()
    )
    if not (body.record and body.record.acts and post & BODY_POSTS):
        return None
    name = officer.extra.get("person") or match.groupdict().get("name") or True
    return Mention(A, 0, 0, (body.id,), body.record, inner=tuple(found), extra={"person": name})


BEFORE_GUEST: Final = ("with", "met", "and", "by", "hosted", "on", "from", "received")
# "The Special Envoy for Yemen" is not of Yemen.
POSTS_FOR: Final = frozenset(
    {"special-envoy", "representative", "ambassador", "spokesperson", "national-security-adviser"}
)
BODY_POSTS: Final = frozenset({"body-secretary-general", "representative"})


def apposition_rules(needs: str) -> tuple[Rule, ...]:
    """Return the rules in the order in which they apply, after actors are composed."""
    plain = rf"(?P<name>{NAME})(?![\w’'{A}])"
    close = (
        r"(?:,(?= (?!(?:and|or|the|a|an|his|her|their|as well|along|together|who|which)\b)[a-z]))?"
    )
    before = rf"(?:[Tt]he )?(?:{WORD} ){{0,3}}"
    return (
        Rule(
            f"{t.MECHANISM}",
            re.compile(rf"{t.MECHANISM}(?:['’]s?)? (?:{A}|{O}(?: {HONORIFIC}{plain})?)"),
            _body_officer,
        ),
        Rule(needs, re.compile(rf"{A}(?:['’]s)? {FORCES}(?! {ROLE})"), _force),
        Rule(needs, re.compile(rf"{A} of (?:the )?{A}"), _owned_organ, " of "),
        Rule(needs, re.compile(rf"{A} \({A}\)"), _abbreviated, " ("),
        Rule(
            needs,
            re.compile(
                rf"{A}(?:['’]s)? (?:\w+ )?(?P<post>{ENVOY})(?: (?:to|in|for) (?:the )?[{A}{t.BODY}])"
                rf"(?:,? {HONORIFIC}(?:{A}|{plain}(?={AFTER}))(?:{AFTER}{close})?)?"
            ),
            _first,
        ),
        Rule(
            needs,
            re.compile(
                rf"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:then )?{A} (?:opposite numbers?|counterparts?)(?:,? {HONORIFIC}(?:{A}|{plain}){close})?"
            ),
            _first,
            " counterpart",
        ),
        Rule(
            needs,
            re.compile(
                rf"{A}(?:['’]s)? (?:{WORD} ){{0,3}}?{TITLE}(?:,? {HONORIFIC}{A}(?={AFTER}))?"
            ),
            _titled,
        ),
        Rule(
            needs,
            re.compile(
                rf"(?:[Tt]he )?{TITLE} (?P<link>of|(?<=Minister )for|(?<={O} )for) (?:the )?{A}{FORCE}(?:,? {HONORIFIC}{plain}(?={AFTER}))?"
            ),
            _last,
            starts=re.compile(f"{O}|the (?={ROLE}|{O})|The (?={ROLE}|{O})|" + "|".join(ROLES)),
        ),
        Rule(
            needs,
            re.compile(rf"{A}(?P<post>) (?:for|to) (?:the )?{A}(?=, | met | held | and )"),
            _envoy,
        ),
        Rule(needs, re.compile(rf"{A}{FORCE} {HONORIFIC}{plain}"), _name_after),
        Rule(
            needs, re.compile(rf"{A}{FORCE}, {HONORIFIC}{plain}(?=,| and |\.$){close}"), _name_after
        ),
        Rule(needs, re.compile(rf"{A} and (?:the )?(?:{WORD} ){{0,2}}{A}"), _posts, " and "),
        Rule(
            needs,
            re.compile(
                rf"(?:{A} )?(?:[A-Z]\. ?){{1,2}}{A}|{A} {HONORIFIC}{A}|{A} and (?:(?!{ROLE}){WORD} ){{1,3}}{A}"
            ),
            _same,
        ),
        Rule(
            needs, re.compile(rf"{A}, {HONORIFIC}{before}{A}{FORCE}(?={AFTER}){close}"), _same, ", "
        ),
        Rule(
            needs,
            re.compile(rf"{HONORIFIC}{plain}, {before}{A}{FORCE}(?=[,.)]| and |$){close}"),
            _name_first,
            ", ",
            starts=re.compile(
                f"[A-Z](?:(?<=^[A-Z])|{'|'.join(f'(?<={w} [A-Z])' for w in BEFORE_GUEST)})"
            ),
        ),
    )

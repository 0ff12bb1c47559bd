"""What people told by name and title apart become: one party, with the state that its words name.

Each function takes a match over tags and the mentions in it, and returns the party, or None to leave them.
"""

import re
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention

A, O = t.ACTOR, t.OFFICE  # noqa: E741 - as in the rules beside
# "The Special Envoy for Yemen" is not of Yemen.
POSTS_FOR: Final = frozenset(
    {"special-envoy", "representative", "ambassador", "spokesperson", "national-security-adviser"}
)
BODY_POSTS: Final = frozenset({"body-secretary-general", "representative"})


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


def acting_first(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """The first party is who acts; what follows is its title, its post or its name."""
    actors = [m for m in found if m.tag == A]
    later = [m for m in actors[1:] if _owned(m) and m.ids != actors[0].ids]
    if later and not match.re.groupindex.get("post"):
        return None
    return _one(found, actors[0], match.groupdict().get("name"))


def state_last(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """The state stands last: an unknown title "of the Republic of Singapore Navy"."""
    actors = [m for m in found if m.tag == A]
    if match.group("link") == "for" and {m.id for m in found if m.tag == O} & POSTS_FOR:
        return None
    return _one(found, actors[-1], match.groupdict().get("name"))


def same_person(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
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


def two_posts(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The Minister for Trade and Minister for Women of Australia": the state at the end owns both posts."""
    first, second = (m for m in found if m.tag == A)
    if _named(first) or _owned(first) or not second.extra.get("person") or not _owned(second):
        return None
    return _one(found, second)


def titled(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """A bare state before an unknown title is the state of its holder."""
    first = found[0]
    return acting_first(match, found, issuer) if first.tag == A and _owned(first) else None


def name_first(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    actor = found[-1]
    if _named(actor) or not actor.extra.get("person") or not _owned(actor):
        return None
    return _one(found, actor, match.group("name"))


def name_after(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    actor = found[0]
    ranked = "(R" in match.group()  # "Major-General (Retd) Haji Awang Halbi": so far a rank
    if (_named(actor) and not ranked) or not actor.extra.get("person"):
        return None
    return _one(found, actor, match.group("name"))


def envoy(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "US Special Representative for North Korea": the state of the post, not that of its subject."""
    first, second = found[0], found[-1]
    posted = any(m.tag == t.OFFICE for m in first.inner) and not second.extra.get("person")
    return _one(found, first) if posted and not _named(first) else None


def force(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "Royal Malaysian Navy": a force is its state."""
    return (
        Mention(A, 0, 0, found[0].ids, found[0].record, inner=tuple(found))
        if _owned(found[0])
        else None
    )


def owned_organ(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The Foreign Ministry of Iran": an organ that every state has is that of the state named after it."""
    first, second = found
    if _owned_by_name(first) or not _owned(second) or second.extra.get("person"):
        return None
    return Mention(A, 0, 0, second.ids, second.record, inner=tuple(found), extra=first.extra)


def abbreviated(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The ROK Ministry of Foreign Affairs (MOFA)"."""
    first, short = found
    if any(m.tag == t.STATE for m in short.inner):
        return None
    return Mention(A, 0, 0, first.ids, first.record, inner=tuple(found), extra=first.extra)


def _owned_by_name(mention: Mention) -> bool:
    return any(m.ids for m in mention.inner if m.tag != A)


def body_officer(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "NATO Secretary General Mark Rutte" speaks for NATO, whatever state he comes from."""
    body, officer = found[0], found[-1]
    post = {m.id for m in officer.inner if m.tag == O} | (
        {officer.id} if officer.tag == O else set()
    )
    if not (body.record and body.record.acts and post & BODY_POSTS):
        return None
    name = officer.extra.get("person") or match.groupdict().get("name") or True
    return Mention(A, 0, 0, (body.id,), body.record, inner=tuple(found), extra={"person": name})


def under_rank(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "Chief of Army Staff (COAS) General Asim Munir": a title that names no state, before who bears it."""
    bearer = found[-1]
    if any(m.tag == A for m in found[:-1]) or not bearer.extra.get("person") or not _named(bearer):
        return None
    return _one(found, bearer)


def post_in(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "Mr Chollet, Counselor of the US State Department": a name without a state, then a post in one."""
    first, second = found[0], found[-1]
    if len(found) > 2 or not _named(first) or _owned(first):
        return None
    return _one(found, second) if _owned(second) and not second.extra.get("person") else None


def same_office(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The French Minister for the Armed Forces Florence Parly": one who is told by more than one title."""
    first, second = found[0], found[-1]
    if len(found) > 2 or not first.extra.get("person") or _named(first) or not _owned(first):
        return None
    return _one(found, first) if _named(second) and not _owned_apart(first, second) else None


def _owned_apart(first: Mention, second: Mention) -> bool:
    return _owned(second) and first.ids != second.ids


def spelled_short(match: re.Match[str], found: list[Mention], issuer: str) -> Mention:
    """ "The Royal Australian Navy (RAN)": a short form that no record knows, in brackets behind its long one."""
    long = found[0]
    return Mention(A, 0, 0, long.ids, long.record, inner=long.inner, extra=long.extra)

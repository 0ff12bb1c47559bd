"""What several mentions make together: one actor, one session, one place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention
from comity.registry.tables import slug


class Rule(NamedTuple):
    """An expression over first-pass tags and what it makes of a match (None: leave it).

    It is tried where one of the tags ``needs`` is found, and ``hint``, if any, stands in the tagged text;
    then only where ``starts``, if any, finds that a match could begin.
    """

    needs: str
    regex: re.Pattern[str]
    make: Callable[[re.Match[str], list[Mention], str], Mention | None]
    hint: str = ""  # words that must stand in the tagged stretch
    marks: re.Pattern[str] | None = None  # what the words must hold
    starts: re.Pattern[str] | None = None

    def matches(self, tagged: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a tagged stretch in order, none overlapping."""
        if self.starts is None:
            yield from self.regex.finditer(tagged)
            return
        at = 0
        while start := self.starts.search(tagged, at):
            match = self.regex.match(tagged, start.start())
            at = match.end() if match else start.start() + 1
            if match:
                yield match


def ids_of(mentions: list[Mention]) -> tuple[str, ...]:
    """Return the ids of several mentions in order, each once."""
    return tuple(dict.fromkeys(i for m in mentions for i in m.ids))


def place(match: re.Match[str], found: list[Mention], issuer: str) -> Mention:
    """A town with its country, or with the region around it, is one place."""
    place = next(m for m in found if m.tag == t.PLACE)
    states = [m for m in found if m.tag == t.STATE]
    return replace(place, ids=ids_of(states) or place.ids, inner=tuple(found))


def session(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """A mechanism, or a treaty, with an ordinal or a word for meeting is one of its sessions."""
    mechanism = next(m for m in found if m.tag in (t.MECHANISM, t.INSTRUMENT, t.TITLE))
    ordinals = [m.ordinal for m in found if m.tag == t.ORDINAL and m.ordinal]
    head = match.group("head")
    if not ordinals and not head:
        return None
    place = next((m for m in found if m.tag == t.PLACE), None)
    return Mention(
        t.SESSION,
        0,
        0,
        mechanism.ids,
        mechanism.record,
        mechanism.name,
        ordinals[0] if ordinals else None,
        tuple(found),
        {"place": place, "head": head or "", "unit": _unit(found)},
    )


def _unit(found: list[Mention]) -> str:
    return next((m.extra["unit"] for m in found if m.tag == t.ORDINAL and "unit" in m.extra), "")


def _written(name: str, found: list[Mention]) -> str:
    """Return a name with the quotations and offices inside it written out: “2+2”磋商, 外长会."""
    inside = {m.tag: m for m in found}
    words = {
        tag: m.name or (m.record.label("zh") if m.record else "")
        for tag, m in inside.items()
        if tag in (t.QUOTED, t.OFFICE)
    }
    return "".join(words.get(char, char) for char in name).strip()


def new_mechanism(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """A mechanism the registry does not know: its states and its printed name make a provisional id."""
    states = ids_of([m for m in found if m.tag == t.STATE])
    bodies = [m for m in found if m.tag == t.MECHANISM]
    if any(m.record is None or not m.record.acts for m in bodies):
        return None
    states += tuple(m.id for m in bodies)
    ordinals = [m.ordinal for m in found if m.tag == t.ORDINAL and m.ordinal]
    tail = _written(match.group("name"), found)
    name = "-".join([*(s.lower() for s in states), slug(tail)])
    tag = t.SESSION if ordinals else t.MECHANISM
    return Mention(
        tag,
        0,
        0,
        states,
        None,
        name,
        ordinals[0] if ordinals else None,
        tuple(found),
        {"head": match.group("head"), "unit": _unit(found)},
    )


# Offices that the United States does not have: such a person without a state is no American.
NOT_AMERICAN = frozenset({"head-of-government", "foreign-minister", "party-leader"})


def actor(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    by_tag = {tag: [m for m in found if m.tag == tag] for tag in {m.tag for m in found}}
    people, states, organs = (by_tag.get(x, []) for x in (t.PERSON, t.STATE, t.ORGAN))
    if match.re.groupindex.get("post") and match.group("post"):
        states = states[: match.string.count(t.STATE, match.start(), match.start("post"))]
    named = "name" in match.re.groupindex and match.group("name")
    presumed = False
    if not (people or states or organs):
        if not named and not match.re.groupindex.get("own"):
            return None
        chinese = isinstance(named, str) and named >= "\u4e00"
        if chinese and (_of_unknown(match) or all(m.id == "rank" for m in found)):
            return None  # a rank without office or state says nothing of whose it is
        foreign = issuer == "USA" and any(m.id in NOT_AMERICAN for m in found)
        ids: tuple[str, ...] = (issuer,) if issuer and not foreign else ()
        presumed = True
    else:
        namesake = bool(people and states) and people[0].end - people[0].start < 4
        if namesake and not set(ids_of(people)) & set(ids_of(states)):
            people = []  # 加拿大国防参谋长万斯 is no American of that name
        ids = ids_of(people) or ids_of(states) or ids_of(organs)
        if organs and not people and not states and _own_too(organs[0], issuer):
            ids = (issuer,)
        if not ids and organs:
            ids = (issuer,) if issuer else ()
    of = found[0] if found[0].tag == t.MECHANISM else None
    first = (people or organs or states or found)[0]
    extra: dict[str, object] = (
        {"char": True} if found[0].extra.get("char") and len(found) == 1 else {}
    )
    if presumed:
        extra["presumed"] = True
    if of:
        extra["of"] = (of, "host" if "主席国" in match.group() else "member")
    if people or named or t.OFFICE in by_tag:
        extra["person"] = people[0].id if people else (named or True)
    return Mention(t.ACTOR, 0, 0, ids, first.record, inner=tuple(found), extra=extra)


# 会见外长, 同总理, 时任部长: what may stand before an office of one's own.
BEFORE_OFFICE = frozenset("同与和及由会见晤访对向给是为任在兼即时副我前原现从被请于受过了的说据称")


def _of_unknown(match: re.Match[str]) -> bool:
    """Say whether an office is that of something no list knows: 某省党主席, 某舰队司令."""
    before = match.string[match.start() - 1 : match.start()]
    return "\u4e00" <= before <= "\u9fff" and before not in BEFORE_OFFICE


def _own_too(organ: Mention, issuer: str) -> bool:
    """中央军委 named bare in a text of Viet Nam, Laos or North Korea is theirs."""
    return organ.id == "cmc" and organ.end - organ.start == 4 and issuer in ("VNM", "LAO", "PRK")


def members(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    mechanism = found[0]
    return Mention(
        t.ACTOR,
        0,
        0,
        (mechanism.id,),
        mechanism.record,
        inner=tuple(found),
        extra={"members": match.group().split(" ")[-1]},  # members, countries, partners
    )


def officer(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """世界贸易组织总干事伊维拉: who heads a body that acts stands for the body."""
    body = next(m for m in found if m.tag == t.MECHANISM)
    people = [m for m in found if m.tag == t.PERSON]
    if not body.record or not body.record.acts:
        return None
    name = people[0].id if people else (match.group("name") or True)
    ids = ids_of(people) or (body.id,)
    return Mention(t.ACTOR, 0, 0, ids, body.record, inner=tuple(found), extra={"person": name})


def counted(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """中美两军, 中日双方: the compound says who; the anaphor adds nothing."""
    states = [m for m in found if m.tag == t.STATE]
    return Mention(t.ACTOR, 0, 0, ids_of(states), states[0].record, inner=tuple(found))


def with_body(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """A meeting of a body that acts and a state, unknown to the registry: the ASEAN-Australia Special Summit."""
    body = next(m for m in found if m.tag == t.MECHANISM)
    if body.record is None or not body.record.acts:
        return None
    made = new_mechanism(match, found, issuer)
    sides = [m for m in found if m.tag in (t.MECHANISM, t.STATE)]
    ids = tuple(dict.fromkeys(i for m in sides for i in ((m.id,) if m is body else m.ids)))
    name = "-".join([*(i.lower() for i in ids), slug(match.group("name").strip())])
    return replace(made, ids=ids, name=name) if made else None


def capital(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "Tokyo lodged a protest": a capital that acts is its state."""
    record = found[0].record
    if record is None or record.kind != "capital" or not record.state:
        return None
    return Mention(t.ACTOR, 0, 0, (record.state,), record, inner=tuple(found))

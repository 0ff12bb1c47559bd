"""Second pass: names that belong together become one mention.

State + organ + office + person is one actor; ordinal + mechanism + level + kind of meeting is one
session; state + place is one place. Each rule is a regular expression over first-pass tags.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from comity.extract import tags as t
from comity.extract.mention import Mention, tag_text
from comity.extract.words import chinese_words, english_words
from comity.registry.tables import slug

Parts = dict[str, list[Mention]]
ZH_NAME: Final = (
    r"(?!同|与|和|在|会|举|表示|说|指|强|介|将|、|出|主|率|访|对|抵|就|共|分|签|的|等|再|应|为|向|于|也|还|并|已|正|近|今|昨|当|以|及|发)"
    r"[\u4e00-\u9fff·]{2,12}?"
    r"(?=同|与|和|在|会见|会谈|举行|表示|说|指出|强调|介绍|将|、|，|。|出席|主持|率|访|对|抵|就|共同|分别|（|签|致|通|以|发|应|参加|宣布|当天|日前)"
)
EN_NAME: Final = r"(?:[A-Z][\w.’'\-]*(?:, Jr\.)?|bin|de|la|van|von|al|el)(?: (?:[A-Z][\w.’'\-]*(?:, Jr\.)?|bin|de|la|van|von|al|el|of the Royal)){0,6}"


class Rule(NamedTuple):
    """An expression over first-pass tags and what it makes of a match (None: leave it)."""

    needs: str
    regex: re.Pattern[str]
    make: Callable[[re.Match[str], list[Mention], str], Mention | None]


def compose(
    text: str, start: int, end: int, mentions: list[Mention], language: str, issuer: str
) -> list[Mention]:
    """Return the mentions of one sentence after all rules of its language."""
    view: tuple[str, list[int], dict[int, Mention]] | None = None
    present = {m.tag for m in mentions}
    for rule in _rules(language):
        if present.isdisjoint(rule.needs):
            continue
        view = view or tag_text(text, start, end, mentions)
        made, used = _apply(rule, view, issuer)
        if made:
            rest = [m for i, m in view[2].items() if i not in used]
            mentions = sorted([*rest, *made], key=lambda m: m.start)
            view = None
    return [_acting(m) for m in mentions if m.tag not in _LEFT_OVER]


def _apply(
    rule: Rule, view: tuple[str, list[int], dict[int, Mention]], issuer: str
) -> tuple[list[Mention], set[int]]:
    """Return what a rule makes of a tagged stretch, and the indexes of the mentions it used up."""
    tagged, starts, placed = view
    made: list[Mention] = []
    used: set[int] = set()
    for match in rule.regex.finditer(tagged):
        first, last = match.span()
        inside = [i for i in range(first, last) if i in placed]
        mention = rule.make(match, [placed[i] for i in inside], issuer) if inside else None
        if mention:
            made.append(mention.moved(starts[first], starts[last]))
            used.update(inside)
    return made, used


def _acting(mention: Mention) -> Mention:
    """An organisation named by itself may be a party; a meeting or a forum is only a setting."""
    record = mention.record
    if (
        mention.tag == t.MECHANISM
        and record
        and record.acts
        and record.kind in ("igo", "organ", "alliance")
    ):
        return mention.moved(mention.start, mention.end, t.BODY)
    return mention


_LEFT_OVER: Final = {t.OFFICE, t.ORGAN, t.PERSON, t.STATE, t.ORDINAL}


def _ids(mentions: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for m in mentions for i in m.ids))


def _place(match: re.Match[str], found: list[Mention], issuer: str) -> Mention:
    place = next(m for m in found if m.tag == t.PLACE)
    states = [m for m in found if m.tag == t.STATE]
    return replace(place, ids=_ids(states) or place.ids, inner=tuple(found))


def _session(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    mechanism = next(m for m in found if m.tag == t.MECHANISM)
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


def _new_mechanism(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """A mechanism the registry does not know: its states and its printed name make a provisional id."""
    states = _ids([m for m in found if m.tag == t.STATE])
    ordinals = [m.ordinal for m in found if m.tag == t.ORDINAL and m.ordinal]
    tail = match.group("name").strip()
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


def _actor(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    by_tag = {tag: [m for m in found if m.tag == tag] for tag in {m.tag for m in found}}
    people, states, organs = (by_tag.get(x, []) for x in (t.PERSON, t.STATE, t.ORGAN))
    named = "name" in match.re.groupindex and match.group("name")
    if not (people or states or organs):
        if not named and not match.re.groupindex.get("own"):
            return None
        ids: tuple[str, ...] = (issuer,) if issuer else ()
    else:
        ids = _ids(people) or _ids(states) or _ids(organs)
        if not ids and organs:
            ids = (issuer,) if issuer else ()
    of = found[0] if found[0].tag == t.MECHANISM else None
    first = (people or organs or states or found)[0]
    extra: dict[str, object] = (
        {"char": True} if found[0].extra.get("char") and len(found) == 1 else {}
    )
    if of:
        extra["of"] = (of, "host" if "主席国" in match.group() else "member")
    if people or named or t.OFFICE in by_tag:
        extra["person"] = people[0].id if people else (named or True)
    return Mention(t.ACTOR, 0, 0, ids, first.record, inner=tuple(found), extra=extra)


def _compound(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """中美, 中日韩元首: states named together by one character each are one party."""
    states = [m for m in found if m.tag == t.STATE]
    if not all(m.extra.get("char") and m.end - m.start == 1 for m in states):
        return None
    return Mention(t.ACTOR, 0, 0, _ids(states), states[0].record, inner=tuple(found))


def _members(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    mechanism = found[0]
    return Mention(
        t.ACTOR,
        0,
        0,
        (mechanism.id,),
        mechanism.record,
        inner=tuple(found),
        extra={"members": True},
    )


def _counted(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """中美两军, 中日双方: the compound says who; the anaphor adds nothing."""
    states = [m for m in found if m.tag == t.STATE]
    return Mention(t.ACTOR, 0, 0, _ids(states), states[0].record, inner=tuple(found))


def _one(match: re.Match[str], found: list[Mention], issuer: str) -> Mention | None:
    """ "The President" without a name: who holds that office in this text, else whoever spoke last."""
    first = match.group().startswith("T")
    return Mention(t.ANAPHOR, 0, 0, inner=tuple(found), extra={"one": first, "office": found[0].id})


@lru_cache(maxsize=2)
def _rules(language: str) -> tuple[Rule, ...]:
    return _chinese_rules() if language == "zh" else _english_rules()


def _chinese_rules() -> tuple[Rule, ...]:
    words = chinese_words("_")
    s, o, h, r, m, p, n = t.STATE, t.OFFICE, t.PERSON, t.ORGAN, t.MECHANISM, t.PLACE, t.ORDINAL
    plain = r"(?:(?!举行|进行|开展|保持|加强|关系|双方|元首|领导人|就|在|同|将|要|愿|应|深化|推动|继续)[\u4e00-\u9fff]){2,18}?"
    office = f"(?:{o}(?:[、兼]|、)?)"
    return (
        Rule(
            m,
            re.compile(
                f"{n}?{p}?{m}(?P<level>(?:{words.level}|{o}|（总理）)*){p}?{n}?(?:{words.level})*(?P<head>{words.head})?"
            ),
            _session,
        ),
        Rule(
            s,
            re.compile(f"{n}{s}{{2,6}}(?P<name>{plain}(?P<head>{words.head}))"),
            _new_mechanism,
        ),
        Rule(
            s,
            re.compile(
                f"{s}{{2,6}}(?P<name>{plain}(?P<head>磋商机制|对话机制|会晤机制|委员会|协调机制|对话会|磋商))"
            ),
            _new_mechanism,
        ),
        Rule(
            n,
            re.compile(
                f"{n}(?P<name>(?:{plain}|{s}|{p})(?:{plain})?(?P<head>论坛|峰会|大会|研讨会|对话会|博览会|年会|圆桌会议|部长级会议|领导人会议))"
            ),
            _new_mechanism,
        ),
        Rule(p, re.compile(f"{s}?(?:首都|省|州)?{p}"), _place),
        Rule(s, re.compile(f"{s}(?:、?{s}){{0,6}}(?:[\u4e00-\u9fff]国)?{t.ANAPHOR}"), _counted),
        Rule(s, re.compile(f"{s}{{2,6}}{o}?(?!{h})"), _compound),
        Rule(
            s + o + h + r,
            re.compile(
                f"(?:{m}(?:轮值主席国|成员国|观察员国|对话伙伴国|创始成员国))?"
                f"(?:{s}+的?)?{r}?的?(?:{office}+(?:{h}|(?P<name>{ZH_NAME}))?|{h})"
                f"|{s}{r}+|{r}+|{s}"
            ),
            _actor,
        ),
        Rule(m, re.compile(f"{m}(?:各?成员国|国家|各国|成员|方)(?!领导人|元首|主席)"), _members),
    )


def _english_rules() -> tuple[Rule, ...]:
    words = english_words()
    s, o, h, r, m, p, n = t.STATE, t.OFFICE, t.PERSON, t.ORGAN, t.MECHANISM, t.PLACE, t.ORDINAL
    state = rf"{s}(?: \({s}\))?"
    rounds = f"(?:{words.round})"
    cap = r"(?:[A-Z][\w’'\-]*|and|on|of|for|the|&|in)"
    return (
        Rule(p, re.compile(f"{p}, {p}(?:, {s})?|{p}, {state}|{p}(?= )"), _place),
        Rule(
            m,
            re.compile(
                rf"(?:{n} )?(?:(?:{words.level}) )*(?:{rounds} of (?:the )?)?(?:{n} )?(?:{p} )?{m}(?: \({m}\))?(?:['’]s?)?"
                rf"(?P<level>(?: (?:{words.level}|{o}s?['’]?))*)(?: {p})?(?P<head> (?:{words.head}|summit|meeting|ministerial|dialogue)\b)?"
            ),
            _session,
        ),
        Rule(
            s,
            re.compile(
                rf"(?:{n} )?(?:{rounds} of (?:the )?)?(?:{n} )?{state}(?: ?[-–—/] ?{state})+(?P<name>(?: {cap}){{0,12}}? (?P<head>{words.head})\b(?: on(?: (?:[A-Z][\w-]*|and|of|the|{t.ORDINAL}))+)?)"
            ),
            _new_mechanism,
        ),
        Rule(s, re.compile(rf"(?:[Tt]he )?{state}(?: ?[-–—/] ?{state})+"), _counted),
        Rule(
            s + o + h + r,
            re.compile(
                rf"(?=[Tt]he |[Ff]ormer|then-|[{s}{o}{h}{r}])"
                rf"(?:[Tt]he )?(?:{state}(?:['’]s?)? )?(?:[Ff]ormer |then-)?(?:{r}(?:['’]s?)? )?"
                rf"(?:{o}(?:(?:,| and|, and| of the| of| for)? (?:the )?(?:{s} )?(?={o}))?)+,? (?:{h}|(?P<name>{EN_NAME}))(?:,? of (?:the )?{state})?"
                rf"|{h}(?: of (?:the )?{state})?|(?:[Tt]he )?{state}(?:['’]s?)? (?:[Ff]oreign |[Dd]efen[sc]e |[Pp]rime |[Cc]abinet )?(?:[Mm]inisters|[Ll]eaders|[Gg]overnments?|[Dd]elegations?|[Oo]fficials|[Aa]uthorities|[Rr]epresentatives|side|[Dd]iplomats)\b(?! of)|(?:[Tt]he )?{state}(?:['’]s?)? {o}s?(?! of)|{o} of (?:the )?{state}|(?:[Tt]he )?{s}(?:['’]s?)? {r}|(?:[Tt]he )?{r}|(?:[Tt]he )?{state}"
            ),
            _actor,
        ),
        Rule(o, re.compile(f"[Tt]he {o}(?=[ ,.’'])"), _one),
        Rule(
            m,
            re.compile(
                rf"{m}(?: (?:[Mm]ember [Ss]tates|[Mm]ember [Cc]ountries|[Mm]embers|nations|countries|[Ll]eaders|partners))"
            ),
            _members,
        ),
    )

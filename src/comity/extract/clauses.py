"""Clauses of a tagged sentence: where they begin, who is their subject, which date governs them."""

import re
from typing import Final

from comity.extract.context import Context, Resolved, merge
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import Period, Span

PARTY: Final = f"[{t.ACTOR}{t.ANAPHOR}{t.GROUP}{t.BODY}]"
DEFINITE: Final = f"[{t.ACTOR}{t.ANAPHOR}{t.BODY}]"
ZH_LIST: Final = f"{PARTY}(?:(?:、|和|与|同|及|以及|跟){PARTY}|{PARTY})*(?:等)?"
EN_LIST: Final = (
    rf"{PARTY}(?:(?:, (?:the |of )?{PARTY})*,? (?:and|as well as|with) (?:the |of )?{PARTY}"
    rf"|(?:[-–/]{PARTY})+)?"
)
ZH_LISTED: Final = re.compile(ZH_LIST)
EN_LISTED: Final = re.compile(EN_LIST)
# A party right after one of these is not the subject of its clause.
ZH_OBLIQUE: Final = re.compile(
    r"(?:(?:^|[，；：])(?:分别|先后|随后|还|也|又|并|再次|当天|当晚|其间)?[同与和跟]|对|向|在|赴|往|抵|访|从|自|由|来|应|为|给|于|据|关于|针对|支持|欢迎|经|离|被|推动|按照|根据|敦促|希望|要求|成立|加入|建立|参加|出席|批准|退出|主持|会见|搭建|访问)$"
)
EN_OBLIQUE: Final = re.compile(
    r"(?:\b(?i:of|by|with|to|in|from|between|for|at|on|against|among|toward|towards|into|across|than|regarding|under|including|through|both to|via|within|near|met|visited|hosted|welcomed|called|urge[sd]?|condemn(?:ed|s)?)|['’]s?) (?:the |both |all )?$"
)
# … unless it owns who acts: "the Foreign Ministers of Australia and Indonesia".
EN_OWNED: Final = re.compile(
    r"\b(?:[Mm]inisters?|[Pp]residents?|[Ll]eaders?|[Pp]remier|[Kk]ing|[Gg]overnments?|[Dd]elegations?|[Ss]ecretaries|[Oo]fficials|[Rr]epresentatives"
    r"|[Hh]eads of (?:[Ss]tate|[Gg]overnment)(?: and [Gg]overnment)?|militaries|armies|navies|air forces|troops|soldiers|(?:war)?ships|vessels|aircraft|destroyers|frigates|units|personnel|members|[Pp]eoples?|[Ff]orces|[Aa]dvis[eo]rs|[Cc]hiefs|[Dd]iplomats|[Ee]nvoys|[Cc]ontingents?|Kingdom|Commonwealth)"
    r" of (?:the )?$"
    # "officials from Japan", and "forces from Japan" where they open the clause: else they come out of a place.
    r"|(?:\b(?:[Mm]inisters|[Ll]eaders|[Oo]fficials|[Rr]epresentatives|[Dd]elegat(?:es|ions)|[Cc]hiefs|[Dd]iplomats|[Ee]nvoys|[Ee]xperts)"
    r"|(?:^|[,;.] )(?:The )?(?:\w+ )?(?:[Ff]orces|[Tt]roops|[Ss]oldiers|[Ss]hips|[Vv]essels|[Cc]ontingents|[Pp]ersonnel|[Uu]nits)) from (?:the )?$"
)
IN_PLACES: Final = (f"{t.PLACE}、", f"{t.PLACE}和", f"{t.PLACE}及")
# 中方感谢阿方举办…: who is thanked, asked or congratulated does what follows.
ZH_PIVOT: Final = re.compile(r"(?:感谢|祝贺|希望|邀请|赞赏|期待|敦促|要求|呼吁)$")
# … nor is the place of a dispatch: 中新社香港十月十八日电.
ZH_ATTRIBUTE: Final = re.compile(
    rf"^(?:{t.DATE}(?:专|综合)?[电讯]|的|湾|海域|沿海|[东西南北]部|[东西]岸|方面的|关系|中心地位|总统府|境内|问题|周边|市场|人民的)"
)
EN_ATTRIBUTE: Final = re.compile(r"^['’]s?\b")
# "Japan said that China had deployed warships": what is told has a subject of its own.
REPORTED: Final = (
    r"\b(?:said|says|stated|announced|claim(?:s|ed)|alleg(?:es|ed)|reported|confirmed|warned|den(?:ies|ied))"
    rf"(?: that)? (?=(?:the |a |two |three )?{PARTY}(?!['’]))"
)
BREAK: Final = {
    "zh": re.compile(r"[，；：。！？]"),
    # The comma before the last of a list ("Japan, India, and Fiji held") begins no clause.
    "en": re.compile(
        rf"[;:.]|, (?=[a-z])(?!(?<={PARTY}, {PARTY}, )(?:and|as well as) (?:the )?{PARTY})"
        r"|,? (?:and|but|while|that|which|as) (?=[a-z])|" + REPORTED
    ),
}


def clause_start(sentence: Sentence, index: int) -> int:
    """Return the tagged index at which the clause that holds ``index`` begins."""
    start = 0
    for match in BREAK[sentence.language].finditer(sentence.tagged, 0, index):
        start = match.end()
    return start


def clause_end(sentence: Sentence, index: int) -> int:
    """Return the tagged index at which the clause that holds ``index`` ends."""
    match = BREAK[sentence.language].search(sentence.tagged, index)
    return match.start() if match else len(sentence.tagged)


def subject_of(sentence: Sentence, index: int, context: Context) -> Resolved:
    """Return the subject of the verb at a tagged index: of its clause, else of the clauses before."""
    for possessive in (False, True):
        end = index
        while end > 0:
            start = clause_start(sentence, end)
            if found := subject_between(sentence, start, end, context, possessive=possessive):
                return found
            end = start - 1
    return Resolved()


def subject_between(
    sentence: Sentence, start: int, end: int, context: Context, *, possessive: bool = False
) -> Resolved | None:
    """Return the first party of a stretch that stands as a subject, with those listed beside it.

    Whoever is thanked, asked or congratulated there does what follows, and comes before the first.
    ``possessive`` lets the owner stand for what it owns: "the navy's task force".
    """
    zh = sentence.language == "zh"
    first: Resolved | None = None
    for match in (ZH_LISTED if zh else EN_LISTED).finditer(sentence.tagged, 0, end):
        if match.start() < start:
            continue
        before, after = before_word(sentence, match.start()), sentence.tagged[match.end() :]
        if zh and before.endswith(IN_PLACES):
            continue  # 赴亚丁湾、索马里海域: a state in a list of places
        pivot = zh and bool(ZH_PIVOT.search(before))
        if not pivot and (ZH_OBLIQUE.search(before) if zh else is_oblique(before)):
            continue
        if not possessive and (ZH_ATTRIBUTE if zh else EN_ATTRIBUTE).match(after):
            continue
        found = resolve_list(sentence, match.start(), match.end(), context)
        if found.ids and (pivot or first is None):
            first = found
        if first and not zh:
            break
    return first


def is_oblique(before: str) -> bool:
    """Say whether English words put the party that follows them in an oblique case.

    "The Government of Fiji" stands as "Fiji" would: a subject by itself, oblique in "by the Government of Fiji".
    """
    owner = EN_OWNED.search(before)
    return bool(EN_OBLIQUE.search(before[: owner.start()] if owner else before))


def before_word(sentence: Sentence, index: int) -> str:
    """Return the few characters before a tagged index: what a preposition needs, and no more."""
    return sentence.tagged[max(0, index - 40) : index]


def resolve_list(sentence: Sentence, start: int, end: int, context: Context) -> Resolved:
    """Return everyone named in a tagged stretch."""
    parties = [m for _, m in sentence.within(start, end) if m.tag in DEFINITE]
    return merge(*(context.resolve(m) for m in parties))


def _counts(sentence: Sentence, index: int, mention: Mention) -> bool:
    """ "Their third meeting of the year" counts within a year; it does not date the meeting."""
    relative = period_of(mention).resolved in ("relative", "document")
    return sentence.language == "en" and relative and sentence.tagged[:index].endswith("of ")


# 新华社北京5月16日电: when a report was sent; （华盛顿4日综合电）.
SENT: Final = re.compile("(?:专|综合|综合外|外)?(?:电|讯)")
# 自2009年出席会议以来首次访问: how long nobody came.
SINCE_THEN: Final = re.compile(
    "[^，。；]{0,24}?以来(?:的)?(?:首次|首位|第一次|第[一二三四五六七八九十0-9]+次|再次|又一)"
)


FIRST_AGAIN: Final = re.compile("，?(?:的)?(?:首次|首位|再次|第[一二三四五六七八九十0-9]+次)")


def _beside(sentence: Sentence, index: int) -> bool:
    """Say whether a Chinese date is that of the dispatch, or of what went before for long."""
    if SENT.match(sentence.tagged, index + 1):
        return True
    period = period_of(sentence.mentions[index])
    if period.precision == "open" and FIRST_AGAIN.match(sentence.tagged, index + 1):
        return True
    before = sentence.tagged[max(0, index - 1) : index]
    if before == "就":  # 21日就7月达成协议发表声明
        return True
    return before in ("自", "从") and bool(SINCE_THEN.match(sentence.tagged, index + 1))


def _names_term(sentence: Sentence, index: int) -> bool:
    """接任2024至2025年度轮值主席国: the date is the term of an office, not the day of the act."""
    return sentence.tagged[max(0, index - 1) : index] == "任"


def _edition(sentence: Sentence, index: int, mention: Mention) -> bool:
    """2026年北京香山论坛, 2024年第一次联合巡逻: a bare year before a name or number tells editions apart."""
    named = sentence.tagged[index + 1 : index + 2]
    after = sentence.tagged[max(0, index - 1) : index] in MEETINGS  # 博鳌亚洲论坛2023年年会
    told = after or named in MEETINGS or bool(NUMBERED.match(sentence.tagged, index + 1))
    return told and period_of(mention).precision == "year"


NUMBERED: Final = re.compile(f"{t.ORDINAL}|度(?!假)|首次|首轮|第[一二三四五六七八九十0-9]+次")
MEETINGS: Final = (t.MECHANISM, t.SESSION, t.EXERCISE)


def date_of(sentence: Sentence, start: int, end: int) -> Mention | None:
    """Return the date mention that governs a tagged stretch.

    Chinese puts the date before the verb, so the nearest before wins; English after it, within the clause.
    """
    dates = [
        (i, m)
        for i, m in sentence.mentions.items()
        if m.tag == t.DATE
        and not _counts(sentence, i, m)
        and not _names_term(sentence, i)
        and not (sentence.language == "zh" and _beside(sentence, i))
    ]
    inside = [m for i, m in dates if start <= i < end]
    before = [m for i, m in dates if i < start]
    if sentence.language == "en":
        before = [m for i, m in dates if i < start and not _leads_up(sentence, i, start)]
    limit = clause_end(sentence, end) if sentence.language == "zh" else reach_of(sentence, end)
    after = [m for i, m in dates if end <= i < limit]
    if sentence.language == "zh":
        exact = [(i, m) for i, m in dates if not _edition(sentence, i, m)]
        dates = exact or dates
        inside = [m for i, m in dates if start <= i < end]
        before = [m for i, m in dates if i < start]
        ranked = [*before[-1:], *inside[:1], *after[:1]]
        same_clause = [m for i, m in dates if clause_start(sentence, start) <= i < start]
        ranked = [*same_clause[-1:], *inside[:1], *before[-1:], *after[:1]]
    else:
        last = [m for i, m in dates if not start <= i < end and _of_telling(sentence, i, end)]
        last += [m for i, m in dates if _names_edition(sentence, i, m)]
        beside = [*after, *reversed(before)]
        last += [m for m in beside if m not in last and _of_noun(sentence, m)]
        near = [m for m in (*inside[:1], *beside) if m not in last]
        ranked = [*near, *last]
    return ranked[0] if ranked else None


# "… held a drill, the ministry said on Monday": the day of telling is not that of what is told.
TELLING: Final = re.compile(
    r"\b(?:said|says|told [a-z]+|announced|stated|reported|confirmed|added|noted|tweeted|(?:statement|release|report|interview|post)(?: (?:issued|released|published|posted))?)(?: in (?:a|an) [a-z ]{1,24})?(?: here)?,? (?:on |late |early )?(?:the )?$"
)


def _of_telling(sentence: Sentence, index: int, end: int) -> bool:
    floor = max(end if index >= end else 0, index - 60)
    return bool(TELLING.search(sentence.tagged, floor, index))


# "the defence dialogue 2017", "its 2019 White Paper": a year without a preposition names an edition.
IN_YEAR: Final = re.compile(
    r"(?:^|[,;:(–—-] ?|\b(?:in|since|by|until|till|during|of|for|from|to|and|throughout|early|late|mid|around|after|before|between|year)[ -])$",
    re.IGNORECASE,
)


# "a June summit", "for the first time since May": the date of what is spoken of beside.
OF_NOUN: Final = re.compile(r"\b(?:an?|the|his|her|its|their|our|planned|upcoming) $")
SINCE: Final = re.compile(r"\bsince (?:the|their|his|her|its|our) [^,;.]{0,50}$")


def _of_noun(sentence: Sentence, mention: Mention) -> bool:
    index = sentence.index(mention.start)
    before = sentence.tagged[max(0, index - 60) : index]
    if SINCE.search(before):
        return True
    told = period_of(mention).precision == "month" and OF_NOUN.search(before)
    return bool(told) and sentence.tagged[index + 1 : index + 3].strip().islower()


def _names_edition(sentence: Sentence, index: int, mention: Mention) -> bool:
    if period_of(mention).precision != "year" or period_of(mention).resolved == "relative":
        return False
    return not IN_YEAR.search(sentence.tagged[max(0, index - 12) : index])


# The date of what a meeting follows or builds on is not the date of the meeting.
LEADING_UP: Final = re.compile(
    r"(?:^|[.;] )(?:Following|Building (?:up)?on|Pursuant to|Recalling|In line with|Consistent with|Further to|As a follow-up to|Based on)\b[^;.]*$"
)


def _leads_up(sentence: Sentence, index: int, verb: int) -> bool:
    between = sentence.tagged[index:verb]
    return "," in between and bool(LEADING_UP.search(sentence.tagged[:index]))


# … but a list of guests ("the King, and the Queen to the palace on 3 May") goes on.
REACH: Final = re.compile(
    rf";| and (?:the [A-Z]|[a-z]+ed\b|{t.ANAPHOR} )|, (?:where|which|who)\b"
    rf"|, and\b(?! (?:his|her|their|its) (?:delegation|entourage|team|spouse|wife)| (?:[A-Z]\S* )*[A-Z{t.ACTOR}]\S* (?:to|on|at|in|for)\b)"
)


def reach_of(sentence: Sentence, end: int) -> int:
    """English dates may follow the verb at a distance, up to the next finite clause or stop."""
    match = REACH.search(sentence.tagged, end)
    return match.start() if match else len(sentence.tagged)


def period_of(mention: Mention) -> Period:
    """Return the period of a date mention."""
    date = mention.extra["date"]
    return date.period  # type: ignore[no-any-return]


def spans_of(sentence: Sentence, start: int, end: int) -> tuple[Span, ...]:
    """Return a tagged stretch as one cleaned span."""
    return (sentence.span(start, end),)

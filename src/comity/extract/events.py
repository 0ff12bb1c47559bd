"""Events: which patterns a sentence matches, and who, when, where, within what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final

from comity.extract import tags as t
from comity.extract.clauses import clause_end, clause_start, date_of, period_of, reach_of
from comity.extract.context import Context, Resolved
from comity.extract.mention import Mention, Sentence
from comity.extract.participants import participants
from comity.extract.patterns import Grammar, Pattern
from comity.extract.settings import count_of, days_of, frame_of, place_of, status_of, under_modal
from comity.model import UNDATED, Period, Span
from comity.model.vocabulary import ROOT_OF

# A text's own name says what concluding it is: a treaty is signed, a declaration declared.
MODE_OF_TITLE: Final = (
    (
        "declare",
        re.compile(r"声明|宣言|公报|共识|联合倡议|共同倡议|[Ss]tatement|[Dd]eclaration|[Cc]ommuni"),
    ),
    (
        "sign",
        re.compile(
            r"条约|协定|协议|备忘录|合同|意向书|议定书|[Tt]reaty|[Aa]greement|[Mm]emorand|[Pp]rotocol|[Cc]onvention|[Aa]rrangement"
        ),
    ),
    ("publish", re.compile(r"白皮书|报告|[Ww]hite [Pp]aper|[Ss]trategy|[Rr]eport")),
    (
        "adopt",
        re.compile(
            r"计划|规划|方案|决议|倡议|纲要|战略|章程|路线图|规则|准则|展望|愿景|文件|[Pp]lan|[Rr]esolution|[Cc]ode|[Pp]rogram|[Rr]oadmap|[Oo]utlook|[Cc]harter"
        ),
    ),
)
JOINT: Final = re.compile(
    r"联合|多国|共同|多边|双边|中外|[Jj]oint|multinational|multilateral|bilateral|trilateral|[Cc]ombined"
)
FOUNDING: Final = re.compile(r"发起|倡议|搭建|创立|创建|founded|initiated")
ADOPTING: Final = re.compile(r"通过|批准|adopt|approv|endors")
DISTRIBUTIVE: Final = re.compile(r"分别|先后|respectively|one after the other|in turn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event before it is written as a claim. All spans are cleaned offsets."""

    pattern: Pattern
    mode: str
    span: Span
    trigger: Span
    who: Resolved
    roles: dict[str, Resolved] = field(default_factory=dict)
    period: Period = UNDATED
    dated_by: tuple[Span, ...] = ()
    frame: Mention | None = None
    grade: Mention | None = None
    founding: bool = False
    place: Mention | None = None
    status: str = "occurred"
    status_by: tuple[Span, ...] = ()
    count: int | None = 1
    count_by: tuple[Span, ...] = ()


def read_events(sentence: Sentence, grammar: Grammar, context: Context) -> list[Draft]:
    """Return the events that a sentence states, in the order of its words."""
    taken: list[tuple[int, int, str, int]] = []
    drafts: list[Draft] = []
    for pattern in grammar.candidates(sentence.tagged):
        compiled = pattern.compiled()
        for match in compiled.regex.finditer(sentence.tagged):
            verb = match.span("trigger") if "trigger" in match.re.groupindex else match.span()
            if any(_same(verb, pattern.mode, match.end(), other) for other in taken):
                continue
            body = match.start() + 1 if pattern.who == "body" and match.start() < verb[0] else 0
            if not pattern.modal and under_modal(sentence, verb[0], body):
                continue
            if ANNIVERSARY.match(sentence.tagged, verb[1]) or ANNIVERSARY.match(
                sentence.tagged, match.end()
            ):
                continue
            made = [
                draft
                for draft in _drafts(sentence, pattern, match, verb, compiled.roles, context)
                if not any(_same_frame(draft, other) for other in drafts)
            ]
            if made:
                taken.append((*verb, pattern.mode, match.end()))
                drafts += made
    return sorted(drafts, key=lambda d: (d.trigger.start, d.span.start))


# 签署25周年, 建立15年来: what is told is a jubilee, not the act.
ANNIVERSARY: Final = re.compile(
    rf"[^，。；]{{0,3}}?[0-9一二三四五六七八九十]+(?:多|余)?(?:周年|年来|年以来)|{t.DATE}(?=，|。|取得|不断)"
)
# 将 in an earlier clause governs the verbs after it: what has no date there lies ahead.
AHEAD: Final = re.compile(r"(?:^|，)[^，。；]{0,10}(?<!即)将(?!来|军|士)[^，。；]*，")
INHERITED_DAYS: Final = 92
RECENTLY: Final = re.compile(r"\brecent(?:ly)?\b|近日|近期|日前|最近")
# What a text may tell without any date: foundations and texts. A meeting or exercise without one is
# talk of meetings and exercises.
DATELESS: Final = frozenset(
    {"establish", "join", "sign", "declare", "adopt", "by-title", "propose", "upgrade", "withdraw"}
)
REPORTED: Final = frozenset(ROOT_OF) - {
    "establish",
    "join",
    "propose",
    "notify",
    "publish",
    "commemorate",
}
CONSULT: Final = frozenset({"meet", "visit", "call", "session", "conference", "dialogue"})


def _same_frame(draft: Draft, other: Draft) -> bool:
    """Say whether two events of one sentence are one: the same kind of act within the same named thing."""
    return (
        draft.frame is not None
        and draft.frame is other.frame
        and (ROOT_OF[draft.mode] == ROOT_OF[other.mode] or "publish" in (draft.mode, other.mode))
        and draft.period == other.period
        and draft.mode not in ("meet", "call", "visit")
        and other.mode not in ("meet", "call", "visit")
    )


LONGEST: Final = {"zh": 130, "en": 180}


def _same(verb: tuple[int, int], mode: str, end: int, other: tuple[int, int, str, int]) -> bool:
    """Say whether two wordings tell of one act: one verb, and one object or one kind of act."""
    first, last, other_mode, other_end = other
    if verb[0] >= last or first >= verb[1]:
        return False
    return abs(end - other_end) < 3 or mode == other_mode or {mode, other_mode} <= CONSULT


def _drafts(
    sentence: Sentence,
    pattern: Pattern,
    match: re.Match[str],
    verb: tuple[int, int],
    groups: dict[str, str],
    context: Context,
) -> Iterator[Draft]:
    roles: dict[str, list[Mention]] = {}
    for group, role in groups.items():
        if match.group(group) is not None:
            roles.setdefault(role, []).extend(m for _, m in sentence.within(*match.span(group)))
    status, status_by = (
        (pattern.status, ()) if pattern.status else status_of(sentence, match.start(), *verb)
    )
    end = max(match.end(), verb[1])
    for frame in _frames(sentence, pattern, match, roles, end):
        joint = bool(JOINT.search(sentence.tagged, match.start(), end + 8))
        who, named = participants(sentence, pattern, verb[0], roles, frame, context, joint=joint)
        said_mode = _mode(pattern, frame, sentence.tagged[slice(*verb)])
        for part_who, period, dated_by in _dated(
            sentence, match.start(), end, frame, who, said_mode, context
        ):
            said = any(sentence.start <= s.start < sentence.end for s in dated_by)
            mode = _of_several(said_mode, part_who, sentence.tagged[slice(*verb)])
            if len(part_who.ids) < pattern.min or (status == "planned" and not said):
                continue
            if not said and pattern.when == "stated":
                continue
            if not said and sentence.language == "zh" and AHEAD.search(sentence.tagged, 0, verb[0]):
                continue
            if not mode:
                continue
            if not said and pattern.when == "issue" and context.document.issued.start:
                period, dated_by = issued(context), (sentence.span(*verb),)
            if not dated_by and pattern.mode not in DATELESS:
                continue
            count, count_by = count_of(sentence, match.start(), end)
            yield Draft(
                pattern=pattern,
                mode=mode,
                span=_evidence(sentence, match.start(), end, part_who, dated_by),
                trigger=sentence.span(*verb),
                who=part_who,
                roles=named,
                period=period,
                dated_by=dated_by,
                frame=frame,
                grade=_grade(sentence, match),
                founding=bool(FOUNDING.search(sentence.tagged[slice(*verb)])),
                place=place_of(sentence, match.start(), end),
                status=_settled(status, period, context),
                status_by=status_by or (sentence.span(*verb),),
                count=count,
                count_by=count_by,
            )


def _grade(sentence: Sentence, match: re.Match[str]) -> Mention | None:
    limit = clause_end(sentence, match.end())
    return next((m for _, m in sentence.within(match.start(), limit) if m.tag == t.GRADE), None)


def _frames(
    sentence: Sentence,
    pattern: Pattern,
    match: re.Match[str],
    roles: dict[str, list[Mention]],
    end: int,
) -> list[Mention | None]:
    """Return one frame for each event the pattern makes: the listed ones, or the one that is named."""
    listed = roles.get(pattern.each, []) if pattern.each else []
    if listed:
        return list(listed)
    own = next(
        (
            m
            for role in ("frame", "session", "title", "mechanism", "exercise", "instrument")
            for m in roles.get(role, ())
        ),
        None,
    )
    return [own or frame_of(sentence, match.start(), end)]


def _mode(pattern: Pattern, frame: Mention | None, verb: str) -> str:
    """Return the mode of an event; empty when a title names no text that is concluded (a speech)."""
    if pattern.mode == "session":
        return _session_mode(frame)
    if pattern.mode != "by-title":
        return pattern.mode
    name = (frame.name or frame.record.label("zh") if frame.record else frame.name) if frame else ""
    other = "adopt" if ADOPTING.search(verb) else ""
    return next((mode for mode, words in MODE_OF_TITLE if words.search(name)), other)


def _of_several(mode: str, who: Resolved, verb: str) -> str:
    """A summit of three or more is a conference."""
    return "conference" if mode == "meet" and len(who.ids) > 2 and SUMMIT.search(verb) else mode


DIALOGUE_HEAD: Final = re.compile(
    r"对话(?!会)|磋商|会谈|协商|委员会|工作会晤|[Dd]ialogue|Talks|Consultation|Working Group|Commission|Committee|Steering Group"
)


SUMMIT: Final = re.compile(r"[Ss]ummit|峰会|领导人|Leaders")


def _session_mode(frame: Mention | None) -> str:
    """What a session is: as its mechanism says, else by the word it ends with."""
    if frame and frame.extra.get("unit") == "轮":
        return "dialogue"
    if frame and frame.record and frame.record.session:
        return frame.record.session
    name = f"{frame.name} {frame.extra.get('head', '')}" if frame else ""
    if frame and frame.record:
        name += " ".join((*frame.record.zh[:1], *frame.record.en[:1]))
    between_two = frame is not None and len(frame.ids) == 2 and not SUMMIT.search(name)
    return "dialogue" if between_two or DIALOGUE_HEAD.search(name) else "conference"


def _dated(
    sentence: Sentence,
    start: int,
    end: int,
    frame: Mention | None,
    who: Resolved,
    mode: str,
    context: Context,
) -> Iterator[tuple[Resolved, Period, tuple[Span, ...]]]:
    """Yield participants with their date: several when the sentence deals out dates (7月和8月…分别)."""
    mention = date_of(sentence, start, end)
    if mention is None:
        yield who, *_undated(sentence, frame, mode, context)
        return
    date = mention.extra["date"]
    if _belongs_elsewhere(sentence, mention, start, context):
        yield who, *_undated(sentence, frame, mode, context)
        return
    if len(date.parts) > 1 and DISTRIBUTIVE.search(sentence.tagged):
        for part in date.parts:
            yield who, part, (mention.span,)
    else:
        anchor = (date.anchor,) if date.anchor else ()
        yield who, _lasting(period_of(mention), sentence, start), (mention.span, *anchor)


def _belongs_elsewhere(sentence: Sentence, mention: Mention, start: int, context: Context) -> bool:
    """An appointment of an earlier clause (于2025年主办…，同意…) does not date what is done now."""
    issued, first = context.document.issued.end, period_of(mention).start
    if sentence.language != "zh" or not issued or not first or first <= issued:
        return False
    at = sentence.index(mention.start)
    told = sentence.tagged[at - 1 : at] in ("于", "在") and sentence.tagged[at + 1 : at + 2] != "，"
    return told and at < clause_start(sentence, start)


def _lasting(period: Period, sentence: Sentence, start: int) -> Period:
    """为期4天, "a four-day visit": a day and a length make an interval."""
    days = days_of(sentence, start)
    if not days or period.precision != "day" or not period.start:
        return period
    return replace(period, end=period.start + timedelta(days=days - 1), precision="range")


def issued(context: Context) -> Period:
    """Return the day of the document as the date of an act it performs."""
    return replace(context.document.issued, resolved="document")


def _short(period: Period) -> bool:
    """A day, month or season can date what follows; a whole year is too wide to be carried on."""
    days = (period.end - period.start).days if period.start and period.end else INHERITED_DAYS + 1
    return days <= INHERITED_DAYS


def _undated(
    sentence: Sentence, frame: Mention | None, mode: str, context: Context
) -> tuple[Period, tuple[Span, ...]]:
    """The year in an exercise's name dates it; else the paragraph's last dated event, or the report's."""
    edition = frame.extra.get("edition") if frame else None
    if frame and edition:
        return Period.year(edition), (frame.span,)
    known = context.last_date if context.last_date and _short(context.last_date[0]) else None
    known = known or context.main_date
    opening = sentence.start < context.lead_end and sentence.first_in_block and mode in REPORTED
    vague = RECENTLY.search(sentence.tagged)
    if known is None and opening and not vague and context.document.issued.precision == "day":
        return issued(context), (sentence.span(0, len(sentence.tagged)),)
    if known is None:
        return UNDATED, ()
    return Period(
        start=known[0].start, end=known[0].end, precision=known[0].precision, resolved="inherited"
    ), (known[1],)


def _evidence(
    sentence: Sentence, start: int, end: int, who: Resolved, dated_by: tuple[Span, ...]
) -> Span:
    """Return the stretch from the earliest of date, participants and verb to the end of the wording."""
    reach = clause_end(sentence, end) if sentence.language == "zh" else reach_of(sentence, end)
    limit = min(sentence.starts[reach], sentence.starts[end] + LONGEST[sentence.language] // 2)
    first = sentence.starts[start]
    inside = [s.start for s in (*who.spans, *dated_by) if sentence.start <= s.start < limit]
    furthest = min(first, sentence.starts[end] - LONGEST[sentence.language])
    return Span(max(min([*inside, first]), furthest), limit)


def _settled(status: str, period: Period, context: Context) -> str:
    """What lay ahead when the words were written is planned; a scheduled past act stays planned too."""
    issued = context.document.issued.end
    if status == "occurred" and issued and period.start and period.start > issued:
        return "planned"
    return status


def remember(drafts: list[Draft], sentence: Sentence, context: Context) -> None:
    """Let the events of a sentence set the running date and sides."""
    for draft in drafts:
        if context.main_date is None and sentence.start <= context.lead_end and draft.period.start:
            context.lead(draft.period, draft.dated_by, draft.frame, draft.who)
        if draft.dated_by and draft.period.start and draft.status != "planned":
            context.last_date = (draft.period, draft.dated_by[0])
        if len(draft.who.ids) > 1:
            context.turn_to(draft.who)

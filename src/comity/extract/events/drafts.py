"""Events: which patterns a sentence matches, and who, when, where, within what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from comity.extract.clauses import DEFINITE, clause_end
from comity.extract.context import Context, Resolved
from comity.extract.events.barred import (
    is_aimed,
    is_attribute,
    is_jubilee,
    is_prospect,
    only_discussed,
)
from comity.extract.events.dating import coming, dated, issued
from comity.extract.events.echoes import DRILLS, is_same_drill, without_echoes
from comity.extract.events.evidence import evidence
from comity.extract.events.modes import by_title, mode_of, of_several
from comity.extract.events.participants import participants
from comity.extract.events.patterns import Grammar, Pattern
from comity.extract.events.reported import frame_of_report, no_attack, teller, told_within
from comity.extract.events.settings import (
    GOING_ON,
    NO_WISH,
    count_of,
    frame_of,
    place_of,
    status_of,
    under_modal,
)
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.extract.telling import told_of
from comity.model import UNDATED, Period, Span
from comity.model.vocabulary import ROOT_OF

JOINT: Final = re.compile(
    r"联合|多国|共同|多边|双边|中外|[Jj]oint|multinational|multilateral|bilateral|trilateral|[Cc]ombined"
)
FOUNDING: Final = re.compile(r"发起|倡议|搭建|创立|创建|founded|initiated")


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
    speaker: Resolved = Resolved()


def is_act(draft: Draft) -> bool:
    """Say whether an event is a promise already: a dated plan, or a body agreed to be set up.

    A text to be finished by a date is a target, and stays a position beside.
    """
    planned = draft.status == "planned" and draft.mode != "adopt"
    return planned or draft.mode in ("establish", "upgrade")


def read_events(sentence: Sentence, grammar: Grammar, context: Context) -> list[Draft]:
    """Return the events that a sentence states, in the order of its words."""
    taken: list[tuple[int, int, str, int]] = []
    drafts: list[Draft] = []
    for pattern in grammar.candidates(sentence.tagged):
        compiled = pattern.compiled()
        for found in compiled.regex.finditer(sentence.tagged):
            match = told_within(compiled, sentence.tagged, found)
            verb = match.span("trigger") if "trigger" in match.re.groupindex else match.span()
            if any(_same(verb, pattern.mode, match.end(), other) for other in taken):
                continue
            body = match.start() + 1 if pattern.who == "body" and match.start() < verb[0] else 0
            no_wish = GOING_ON if pattern.mode == "attack" else NO_WISH
            if not pattern.modal and under_modal(sentence, verb[0], body, no_wish):
                continue
            if is_attribute(sentence, verb[0]) or is_prospect(sentence, *verb):
                continue
            if (
                context.drilled
                and "exercise" not in compiled.roles.values()
                and is_same_drill(sentence, pattern.mode, match.start(), match.end())
            ):
                continue
            if only_discussed(sentence, match, verb[1], compiled.roles):
                continue
            if is_aimed(sentence, match, pattern.mode):
                continue
            if is_jubilee(sentence, verb[1]) or is_jubilee(sentence, match.end()):
                continue
            made = [
                draft
                for draft in _drafts(sentence, pattern, match, verb, compiled.roles, context)
                if not any(_same_frame(draft, o) or _same_drill(draft, o) for o in drafts)
            ]
            if made:
                taken.append((*verb, pattern.mode, match.end()))
                drafts += made
    if sentence.language == "en":
        drafts = without_echoes(sentence, drafts)
    return sorted(
        (_within_report(d, sentence, context) for d in drafts),
        key=lambda d: (d.trigger.start, d.span.start),
    )


def _within_report(draft: Draft, sentence: Sentence, context: Context) -> Draft:
    """Give an act without a frame that of the report, if it happened there."""
    if sentence.language != "zh" or draft.frame or draft.status != "occurred":
        return draft
    frame = frame_of_report(draft.mode, draft.period, context)
    return replace(draft, frame=frame) if frame else draft


# 将 in an earlier clause governs the verbs after it: what has no date there lies ahead.
AHEAD: Final = re.compile(
    r"(?:^|，)[^，。；]{0,10}(?<![即大少准名])(?<![^会坛礼式仪]上)(?<![^程习展动谈访作务练流议会期其]中)将(?!来|军|士|领)[^，。；]*，"
)
# What a text may tell without any date: foundations and texts. A meeting or exercise without one is
# talk of meetings and exercises.
DATELESS: Final = frozenset(
    {"establish", "join", "sign", "declare", "adopt", "by-title", "propose", "upgrade", "withdraw"}
)
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


def _same_drill(draft: Draft, other: Draft) -> bool:
    """Say whether a drill without a name is the one a sentence has named before."""
    named = other.frame is not None and other.frame.tag == t.EXERCISE
    chinese = draft.pattern.lang == "zh" and draft.mode == other.mode == "exercise"
    if other.frame is None or draft.trigger.start < other.frame.start:
        return False
    same = (draft.who.ids, draft.period) == (other.who.ids, other.period)
    return chinese and named and same and draft.frame is None and draft.span.overlaps(other.span)


def _same(verb: tuple[int, int], mode: str, end: int, other: tuple[int, int, str, int]) -> bool:
    """Say whether two wordings tell of one act: one verb, and one object or one kind of act."""
    first, last, other_mode, other_end = other
    if verb[0] >= last or first >= verb[1]:
        return False
    if {mode, other_mode} == {"by-title", "sign"} and verb[0] == first:
        return True  # 签署《…协定》等文件
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
    told = told_of(sentence, verb[0], context)
    for frame, held in _each(sentence, pattern, match, roles, end):
        if frame is None and pattern.mode in ("meet", "call"):
            frame = _of_report(sentence, verb[0], context)
        joint = bool(JOINT.search(sentence.tagged, match.start(), end + 8)) or _of_sides(pattern)
        who, named = participants(sentence, pattern, verb[0], held, frame, context, joint=joint)
        said_mode = mode_of(pattern, frame, sentence.tagged[slice(*verb)])
        for part_who, period, dated_by in dated(
            sentence, match.start(), end, frame, who, said_mode, context, verb[0]
        ):
            said = _said(sentence, period, dated_by)
            mode = of_several(said_mode, part_who, sentence.tagged[slice(*verb)])
            if mode == "meet" and not pattern.firm and period.end == context.document.issued.end:
                mode = by_title(context.document.title)
            if len(part_who.ids) < pattern.min or not _may_stand(mode, frame):
                continue
            session = frame and dated_by and not period.start  # with a name: 即将举行的峰会
            if session and coming(sentence, verb[0]):
                status = "planned"
            if not (said or session) and _needs_date(sentence, pattern, status, verb[0]):
                continue
            if mode == "attack" and no_attack(sentence, status, status_by):
                continue
            if not said and pattern.when == "issue" and context.document.issued.start:
                period, dated_by = issued(context), (sentence.span(*verb),)
            if not said and pattern.when == "bare":
                period, dated_by = UNDATED, (sentence.span(*verb),)
            if not dated_by and pattern.mode not in DATELESS:
                continue
            count, count_by = count_of(sentence, match.start(), end)
            yield Draft(
                pattern=pattern,
                mode=mode,
                span=evidence(sentence, match.start(), end, part_who, dated_by),
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
                speaker=teller(sentence, told, status, named, context),
            )


def _may_stand(mode: str, frame: Mention | None) -> bool:
    """Say whether there is such an act: a drill is started, not founded."""
    return bool(mode) and not (mode == "establish" and frame and frame.tag == t.EXERCISE)


def _needs_date(sentence: Sentence, pattern: Pattern, status: str, verb: int) -> bool:
    """Say whether an act is told only with a date in its sentence: plans, mere mentions, what 将 governs."""
    ahead = sentence.language == "zh" and bool(AHEAD.search(sentence.tagged, 0, verb))
    return status == "planned" or pattern.when == "stated" or ahead


def _of_sides(pattern: Pattern) -> bool:
    """Say whether a wording only makes sense of several: the sea phase of their exercise."""
    return pattern.mode == "exercise" and pattern.min > 1


def _said(sentence: Sentence, period: Period, dated_by: tuple[Span, ...]) -> bool:
    """Say whether words of the sentence give the date; the day of a report dates its opening as a whole."""
    whole = sentence.span(0, len(sentence.tagged))
    inside = (s for s in dated_by if sentence.start <= s.start < sentence.end)
    return bool(period.start) and any(s != whole for s in inside)


def _grade(sentence: Sentence, match: re.Match[str]) -> Mention | None:
    limit = clause_end(sentence, match.end())
    return next((m for _, m in sentence.within(match.start(), limit) if m.tag == t.GRADE), None)


def _each(
    sentence: Sentence,
    pattern: Pattern,
    match: re.Match[str],
    roles: dict[str, list[Mention]],
    end: int,
) -> list[tuple[Mention | None, dict[str, list[Mention]]]]:
    """Return frame and roles of each event the pattern makes.

    Listed frames are an event each, as are the guests that someone meets one after the other.
    """
    listed = roles.get(pattern.each, []) if pattern.each else []
    apart = [m for m in listed if m.tag in APART] if pattern.each in ("guest", "host") else []
    if pattern.mode == "visit":  # two ministers of one state who travel together
        apart = [
            m for i, m in enumerate(apart) if not m.ids or m.ids not in [o.ids for o in apart[:i]]
        ]
    if pattern.each == "host" and len(apart) < 2:
        listed = apart = []
    if listed and not apart:
        return [(one, roles) for m in listed for one in m.extra.get("several", (m,))]
    frame = _frame(sentence, match, roles, end)
    one_by_one = [(frame, {**roles, pattern.each: [m], "apart": apart}) for m in apart]
    return one_by_one or [(frame, roles)]


APART: Final = DEFINITE + t.PLACE


# 峰会期间, 会议间隙: the meeting that the report is about.
AT_MEETING: Final = re.compile(r"(?:^|[，。；在])(?:峰会|会议|论坛|大会|年会)(?:期间|间隙|上)")


def _of_report(sentence: Sentence, verb: int, context: Context) -> Mention | None:
    """Return the meeting of the report where the words before a verb only say "during the summit"."""
    if sentence.language != "zh" or context.main_frame is None:
        return None
    return context.main_frame if AT_MEETING.search(sentence.tagged, 0, verb) else None


def _frame(
    sentence: Sentence, match: re.Match[str], roles: dict[str, list[Mention]], end: int
) -> Mention | None:
    """Return the frame that a pattern's slots or the words around it name."""
    own = next(
        (
            m
            for role in ("frame", "session", "title", "mechanism", "exercise", "instrument")
            for m in roles.get(role, ())
        ),
        None,
    )
    return own or frame_of(sentence, match.start(), end)


def _settled(status: str, period: Period, context: Context) -> str:
    """What lay ahead when the words were written is planned; a scheduled past act stays planned too."""
    issued = context.document.issued.end
    if status == "occurred" and issued and period.start and period.start > issued:
        return "planned"
    return status


def remember(drafts: list[Draft], sentence: Sentence, context: Context) -> None:
    """Let the events of a sentence set the running date and sides."""
    for draft in drafts:
        context.drilled |= draft.mode in DRILLS and len(draft.who.ids) > 1
        if context.main_date is None and sentence.start <= context.lead_end and draft.period.start:
            context.lead(draft.period, draft.dated_by, draft.frame, draft.who)
        if draft.dated_by and draft.period.start and draft.status != "planned":
            context.last_date = (draft.period, draft.dated_by[0])
            if draft.mode in ("meet", "dialogue") and draft.period.precision == "day":
                context.met_on = context.last_date
        if len(draft.who.ids) > 1 and not _in_passing(draft, context):
            context.turn_to(draft.who)


def _in_passing(draft: Draft, context: Context) -> bool:
    """A journey of one side to a third, told in a report of two, leaves "the two sides" as they are."""
    sides = context.parties.ids
    english = draft.pattern.lang == "en" and draft.mode == "visit"
    return english and len(sides) == 2 and set(draft.who.ids) != set(sides)

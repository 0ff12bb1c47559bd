"""When an event was: the date that governs its words, a date dealt out, inherited, or the document's own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from comity.extract.clauses import clause_start, date_of, period_of
from comity.extract.context import Context, Resolved
from comity.extract.events.settings import days_of
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import UNDATED, Period, Span
from comity.model.vocabulary import ROOT_OF

DISTRIBUTIVE: Final = re.compile(r"分别|先后|respectively|one after the other|in turn")
INHERITED_DAYS: Final = 92
RECENTLY: Final = re.compile(r"\brecent(?:ly)?\b|近日|近期|日前|最近")
# 近日会见, 在结束出席峰会后: said to be past, on a day the text does not give.
SOME_DAY: Final = re.compile(
    r"(?:近日|日前|近期|早前|早些时候|稍早|先前|(?:^|[，；])此前|不久前|此前不久|前不久|前些天|前段时间)[^。；]{0,40}$"
    r"|(?:在|是在)?(?:结束|刚刚结束|圆满结束|刚刚|此前已|此前曾)[^，。；]{0,4}$"
)
ENDS: Final = ("结束", "完成", "圆满结束", "圆满完成", "顺利结束")
# 会谈后，双方签署…: on the day of the talks told before.
AFTER_TALKS: Final = re.compile("(?:会谈|会晤|会见|会)(?:结束)?后")
# 13日集会抗议即将举行的峰会, 29日说将出席即将举行的峰会: the day is that of what is done or said before.
COMING: Final = re.compile(r"即将(?!于)[^，。；]{0,40}$")
COMING_HEAD: Final = re.compile(
    r"[^，。；]{1,4}?(即将)(?:在[^，。；]{0,12})?(?:举行|召开|举办|开幕)"
)
APART: Final = 4  # characters between a day and 即将 from which the day belongs to other words
# 各界积极评价访问: the day is that of the talk about it.
TALKED_OF: Final = re.compile(
    r"(?:评价|热议|关注|抗议|谴责|期待|热烈反响)[^，。；]{0,30}$|反响[^，。；]{0,4}$"
)
# 甲方指责乙方6月17日…: the day is that of what is alleged.
ALLEGING: Final = frozenset({"accuse", "reject", "protest"})
REPORTED: Final = frozenset(ROOT_OF) - {
    "establish",
    "join",
    "propose",
    "notify",
    "publish",
    "commemorate",
}


def dated(
    sentence: Sentence,
    start: int,
    end: int,
    frame: Mention | None,
    who: Resolved,
    mode: str,
    context: Context,
    verb: int,
) -> Iterator[tuple[Resolved, Period, tuple[Span, ...]]]:
    """Yield participants with their date: several when the sentence deals out dates (7月和8月…分别)."""
    mention = date_of(sentence, start, end)
    if mention is None:
        yield who, *undated(sentence, (start, end), frame, mode, context, verb)
        return
    date = mention.extra["date"]
    alleged = mode in ALLEGING and mention.start >= sentence.starts[end]
    elsewhere = _belongs_elsewhere(sentence, mention, start, context)
    if alleged or elsewhere or _yet_to_come(sentence, mention, verb):
        yield who, *undated(sentence, (start, end), frame, mode, context, verb)
        return
    if len(date.parts) > 1 and DISTRIBUTIVE.search(sentence.tagged):
        for part in date.parts:
            yield who, part, (mention.span,)
    else:
        anchor = (date.anchor,) if date.anchor else ()
        yield who, _lasting(period_of(mention), sentence, start, verb), (mention.span, *anchor)


def _belongs_elsewhere(sentence: Sentence, mention: Mention, start: int, context: Context) -> bool:
    """An appointment of an earlier clause (于2025年主办…，同意…) does not date what is done now."""
    issued, first = context.document.issued.end, period_of(mention).start
    if sentence.language != "zh" or not issued or not first or first <= issued:
        return False
    at = sentence.index(mention.start)
    told = sentence.tagged[at - 1 : at] in ("于", "在") and sentence.tagged[at + 1 : at + 2] != "，"
    return told and at < clause_start(sentence, start)


def coming(sentence: Sentence, verb: int) -> re.Match[str] | None:
    """Return the words that say that what is named at a verb lies ahead, on a day not given there."""
    if sentence.language != "zh":
        return None
    before = COMING.search(sentence.tagged, max(0, verb - 48), verb)
    return before or COMING_HEAD.match(sentence.tagged, verb)


def _yet_to_come(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Say whether a day stands with what was done before, of an event that is only coming."""
    found, at = coming(sentence, verb), sentence.index(mention.start)
    return bool(found and at + APART < found.start())


def _lasting(period: Period, sentence: Sentence, start: int, verb: int) -> Period:
    """为期4天, "a four-day visit": a day and a length make an interval, which 结束 ends on that day."""
    days = days_of(sentence, start)
    if not days or period.precision != "day" or not period.start:
        return period
    stay = timedelta(days=days - 1)
    if sentence.tagged.startswith(ENDS, verb):
        return replace(period, start=period.start - stay, precision="range")
    return replace(period, end=period.start + stay, precision="range")


def issued(context: Context) -> Period:
    """Return the day of the document as the date of an act it performs."""
    return replace(context.document.issued, resolved="document")


def _short(period: Period) -> bool:
    """A day, month or season can date what follows; a whole year is too wide to be carried on."""
    days = (period.end - period.start).days if period.start and period.end else INHERITED_DAYS + 1
    return days <= INHERITED_DAYS


# "I met with the Foreign Minister of Qatar": who tells of the day at its close.
SAYS_I: Final = re.compile(rf"{t.ANAPHOR} (?:also |just |then )?$")


def _says_i(sentence: Sentence, verb: int) -> bool:
    first = SAYS_I.search(sentence.tagged, max(0, verb - 8), verb)
    return first is not None and bool(sentence.mentions[first.start()].extra.get("self"))


def undated(
    sentence: Sentence,
    at: tuple[int, int],
    frame: Mention | None,
    mode: str,
    context: Context,
    verb: int,
) -> tuple[Period, tuple[Span, ...]]:
    """The year in an exercise's name dates it; else the paragraph's last dated event, or the report's."""
    edition = frame.extra.get("edition") if frame else None
    if frame and edition:
        return Period.year(edition), (frame.span,)
    past = SOME_DAY.search(sentence.tagged, 0, verb) if sentence.language == "zh" else None
    if past:
        return UNDATED, (sentence.span(*past.span()),)
    ahead = coming(sentence, verb)
    if ahead:
        return UNDATED, (sentence.span(*ahead.span()),)
    known = context.last_date if context.last_date and _short(context.last_date[0]) else None
    if known is None and sentence.language == "zh" and AFTER_TALKS.match(sentence.tagged):
        known = context.met_on
    known = known or context.main_date
    opening = sentence.start < context.lead_end and mode in REPORTED
    opening = opening and (sentence.first_in_block or _says_i(sentence, verb))
    near = (0, len(sentence.tagged)) if sentence.language == "zh" else (max(0, at[0] - 15), at[1])
    vague = RECENTLY.search(sentence.tagged, *near)
    if known is None and opening and not vague and context.document.issued.precision == "day":
        talk = sentence.language == "zh" and TALKED_OF.search(sentence.tagged, 0, verb)
        day = issued(context)
        told = replace(day, resolved="inherited") if talk else day
        return told, (sentence.span(0, len(sentence.tagged)),)
    if known is None:
        return UNDATED, ()
    return Period(
        start=known[0].start, end=known[0].end, precision=known[0].precision, resolved="inherited"
    ), (known[1],)

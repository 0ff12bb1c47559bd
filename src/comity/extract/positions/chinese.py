"""Positions in Chinese: clauses between commas, a voice that runs from sentence to sentence."""

from dataclasses import replace
from typing import Final

from comity.extract.context import Context, Resolved
from comity.extract.events.drafts import Draft, is_act
from comity.extract.mentions.mention import Sentence
from comity.extract.positions.chinese_voice import Running, parties_of, subject_in, voice_of
from comity.extract.positions.chinese_wording import (
    ADJUNCT,
    CLAUSE,
    CONTINUES,
    COPULA,
    DENIED,
    DESCRIBES,
    DONE,
    FRONT,
    FRONTED,
    GOVERNS,
    HEADS,
    INTRODUCES,
    INVITES,
    LISTED,
    PROPOSED,
    RELATIVE_AFTER,
    RELATIVE_BEFORE,
    SO_FAR,
    SPEECH,
    TOGETHER_END,
    UNNAMED,
    UNNAMED_REACH,
)
from comity.extract.positions.stances import Cue, Found, Stances
from comity.extract.positions.stand import Stand, stand
from comity.model import Span

PROPOSAL: Final = Cue(id="zh.propose.listed", stance="propose", rank=9)
INVITATION: Final = Cue(id="zh.call.welcome", stance="call", rank=8)
# Acts that a report narrates: what they are for is no stance of the reporter.
NARRATED: Final = frozenset({"exercise", "operation", "attack", "coerce"})


def read_positions_zh(
    sentence: Sentence, stances: Stances, context: Context, events: list[Draft]
) -> list[Stand]:
    """Return the positions that a sentence states, one for each clause with a stance of its own."""
    voice = voice_of(sentence, context)
    found: list[Stand] = []
    if _narrates(sentence, context, events):
        context.running = None
        return found
    running = _carried(sentence, context)
    listing = context.running.listing if isinstance(context.running, Running) else None
    for match in CLAUSE.finditer(sentence.tagged):
        start, end = _after_front(sentence, *match.span()), match.end()
        if INTRODUCES.fullmatch(sentence.tagged, start, end):
            continue
        told, acted = _tells(sentence.span(start, end), events) if events else (False, False)
        cues = _cues(sentence, stances, start, end, told=told)
        if acted:
            cues = [c for c in cues if c.cue.stance != "commit"]
        own = subject_in(sentence, start, end, context)
        before = running
        if end - start < 7 or SPEECH.fullmatch(sentence.tagged, start, end):
            running = _announced(sentence, start, end, cues, own, voice, running, context)
            if running is not before or sentence.starts[end] - sentence.starts[start] < 4:
                continue
        running = _advance(sentence, start, end, cues, own, voice, running, told, context)
        if running is None or not running.holders.ids:
            continue
        listing = running.listing or listing
        if found and (running is before or _carries_on(running, before, own)):
            found[-1] = _stretch(found[-1], sentence, end)
            continue
        cue = (
            running.cue if running.cue.start >= start else Found(running.cue.cue, start, start + 1)
        )
        found.append(stand(sentence, cue, start, end, running.holders, running.addressees, context))
    if running:
        running.listing = listing
    if found or not listing:
        context.running = running if found else None
    return found


def _cues(sentence: Sentence, stances: Stances, start: int, end: int, *, told: bool) -> list[Found]:
    """Return the cues of a clause, without those of an adjunct, of what is denied or of a told event."""
    if ADJUNCT.match(sentence.tagged, start, end):
        return []
    found = [
        _invited(sentence, c) if sentence.tagged[c.start] == "欢" else c
        for c in stances.find(sentence.tagged, start, end)
        if not (told and c.cue.rank < 5) and not _relative(sentence, c, start, end)
    ]
    if found and UNNAMED.search(
        sentence.tagged, max(start, found[0].start - UNNAMED_REACH), found[0].start
    ):
        return []
    for i, cue in enumerate(found):
        if GOVERNS.match(sentence.tagged, cue.start):
            found = found[: i + 1]
            break
    denial = DENIED.search(sentence.tagged, start, end) if len(found) > 1 else None
    return [c for c in found if not denial or c.start <= denial.start()]


def _tells(clause: Span, events: list[Draft]) -> tuple[bool, bool]:
    """Say whether a clause belongs to an event, and whether it holds one that is a promise already."""
    told = any(clause.overlaps(e.span) for e in events)
    return told, any(is_act(e) and clause.overlaps(e.trigger) for e in events)


def _narrates(sentence: Sentence, context: Context, events: list[Draft]) -> bool:
    """Say whether a sentence only narrates a drill, a patrol or an attack, in nobody's voice."""
    acts = any(e.mode in NARRATED and e.status in ("occurred", "ongoing") for e in events)
    return acts and not context.speaker.ids and not SPEECH.search(sentence.tagged)


def _relative(sentence: Sentence, cue: Found, start: int, end: int) -> bool:
    """Say whether a cue stands inside a relative clause: 是愿意直面危险的担当."""
    if sentence.tagged.find("的", cue.end, end) < 0:
        return False
    before = sentence.tagged[start : cue.start]
    if not RELATIVE_AFTER.match(sentence.tagged, cue.end, end):
        return False
    described = DESCRIBES.match(sentence.tagged, cue.start) and COPULA.search(before)
    return bool(RELATIVE_BEFORE.search(before) or described)


def _invited(sentence: Sentence, cue: Found) -> Found:
    """A welcome to do something asks for it; a welcome of something done supports it."""
    asks = INVITES.match(sentence.tagged, cue.start)
    return Found(INVITATION, cue.start, cue.end) if asks else cue


def _announced(
    sentence: Sentence,
    start: int,
    end: int,
    cues: list[Found],
    own: tuple[Resolved, bool] | None,
    voice: Resolved,
    running: Running | None,
    context: Context,
) -> Running | None:
    """双方同意， or 双方一致认为， by itself only says whose stance the next clause is."""
    agreed = [c for c in cues if c.cue.id in ("zh.commit.will", "zh.support.agreed")]
    if own is None or not agreed:
        return running
    if agreed[-1].end < end - 1 and not TOGETHER_END.search(sentence.tagged, start, end):
        return running
    holders, addressees = parties_of(sentence, agreed[0], own, voice, None, context, start)
    return Running(agreed[0], holders, addressees, announced=True)


def _carried(sentence: Sentence, context: Context) -> Running | None:
    """A sentence that opens with a bare verb carries on the wish or duty of the one before it."""
    last = context.running
    if (
        isinstance(last, Running)
        and not sentence.first_in_block
        and CONTINUES.match(sentence.tagged)
    ):
        cue = Found(last.cue.cue, 0, 1)
        return (
            Running(cue, last.holders, last.addressees) if last.cue.cue.stance == "call" else None
        )
    return None


def _advance(
    sentence: Sentence,
    start: int,
    end: int,
    cues: list[Found],
    own: tuple[Resolved, bool] | None,
    voice: Resolved,
    running: Running | None,
    told: bool,
    context: Context,
) -> Running | None:
    """Return the stance that holds after a clause: its own, the one before it, or none."""
    if PROPOSED.match(sentence.tagged, start, end):
        listed = _listed(context)
        return Running(Found(listed, start, start + 2), voice, Resolved(), listing=listed)
    strong = [c for c in cues if not c.cue.weak and not _bare_future(sentence, c, start, own)]
    if running and running.announced and (own is None or not strong):
        return Running(
            Found(running.cue.cue, start, start + 1), running.holders, running.addressees
        )
    if strong:
        cue = _decide(strong)
        if running and own is None and end - start < 10 and _warns(sentence, cue):
            return running
        if (
            running
            and own is None
            and running.cue.cue.stance == "call"
            and _yields(cue, sentence.tagged[cue.start : cue.end])
        ):
            return Running(
                Found(running.cue.cue, start, start + 1), running.holders, running.addressees
            )
        return Running(cue, *parties_of(sentence, cue, own, voice, running, context, start))
    if told or own is not None and not cues:
        return None
    if DONE.search(sentence.tagged, start, end) and not running:
        return None
    if running and own is None:
        if running.cue.cue.stance == "reaffirm" and cues:
            return Running(cues[0], running.holders, running.addressees)
        return (
            running
            if not _continues(sentence, start, end)
            else Running(
                Found(running.cue.cue, start, start + 1), running.holders, running.addressees
            )
        )
    weak = [c for c in cues if c.cue.stance == "support" and not SO_FAR.match(sentence.tagged)]
    if weak and voice.ids and (own or context.speaker.ids):
        return Running(weak[0], *parties_of(sentence, weak[0], own, voice, running, context, start))
    return None


def _listed(context: Context) -> Cue:
    """一是, 二是 … spell out what was announced: proposals, or the duties of 要坚持几条原则."""
    last = context.running
    if isinstance(last, Running) and last.listing:
        return last.listing
    asked = isinstance(last, Running) and last.cue.cue.stance == "call"
    return last.cue.cue if isinstance(last, Running) and asked else PROPOSAL


def _warns(sentence: Sentence, cue: Found) -> bool:
    """A short 不要… or 不能… after a duty only rounds it off; 反对 is a stance of its own."""
    word = sentence.tagged[cue.start : cue.end]
    return cue.cue.stance == "oppose" and word.startswith("不")


def _bare_future(
    sentence: Sentence, cue: Found, start: int, own: tuple[Resolved, bool] | None
) -> bool:
    """将 promises something only of a party or at the head of its clause; before 关系 it foretells."""
    word = sentence.tagged[cue.start : cue.end]
    return word == "将" and own is None and not HEADS.fullmatch(sentence.tagged, start, cue.start)


def _yields(cue: Found, word: str) -> bool:
    """Under 应 or 要 a following 支持 or 坚持 is still asked of others; 愿 and 反对 are not."""
    effort = word in ("努力", "积极参与", "决心", "争取", "力争", "全面参与")
    return effort or cue.cue.stance in ("support", "reaffirm", "propose")


def _carries_on(running: Running, before: Running | None, own: object) -> bool:
    """Say whether a clause only spells out the one before it."""
    if before is None or before.announced or own is not None:
        return False
    if running.cue.cue.stance != before.cue.cue.stance:
        return False
    return running.cue.end - running.cue.start == 1


def _after_front(sentence: Sentence, start: int, end: int) -> int:
    """Return where a clause begins after 此外, 当前 and the like; a numbered proposal keeps its number."""
    if sentence.tagged[start] not in FRONTED and not sentence.tagged[start].isspace():
        return start
    words = sentence.tagged[start:end]
    front = None if LISTED.match(words) else FRONT.match(words)
    return start + (front.end() if front else 0)


def _decide(cues: list[Found]) -> Found:
    """The first word of the highest rank decides; a modal before it turns it into a call."""
    return max(cues, key=lambda c: (c.cue.rank, -c.start))


def _continues(sentence: Sentence, start: int, end: int) -> bool:
    return bool(CONTINUES.match(sentence.tagged[start:end]))


def _stretch(last: Stand, sentence: Sentence, end: int) -> Stand:
    span = Span(last.span.start, sentence.starts[end])
    return replace(last, span=span, target=Span(last.target.start, span.end))

"""Positions in Chinese: clauses between commas, a voice that runs from sentence to sentence."""

import re
from dataclasses import replace
from typing import Final

from comity.extract import tags as t
from comity.extract.clauses import ZH_ATTRIBUTE, ZH_LIST, ZH_OBLIQUE, resolve_list
from comity.extract.context import Context, Resolved, merge
from comity.extract.mention import Sentence
from comity.extract.positions import Stand, stand
from comity.extract.stances import Found, Stances
from comity.model import Span

SPEECH: Final = re.compile(
    f"({ZH_LIST})[^，。；]{{0,12}}?(?:指出|强调|表示|说|认为|重申|指明|阐述|介绍|宣布|谈到|称|告诉\\S{{0,4}}|回应|阐明|发言中|讲话中|致辞中|赞赏|评价|感谢)(?:[，：“]|$|[^，。]{{0,10}}[，：])"
)
CLAUSE: Final = re.compile(r"[^，；。：！？]+")
CONTINUES: Final = re.compile(
    r"^[”’）]*(?:并|也|更|还|又|既|均|都|共同|不断|积极|继续|坚决|携手|进一步|切实|努力|充分|妥善|有效|深入|全面|大力|稳步|扎实|加快|早日|尽早|着力|特别|尤其|首先|同时|从而|以及|始终|坚定|逐步|更好|主动|一道|联手|强力|实施好|办好|用好|维护好)*"
    r"(?:推动|推进|加强|深化|维护|构建|促进|扩大|落实|完善|共建|参与|打造|增进|实现|开展|密切|坚持|践行|恪守|尊重|反对|支持|拓展|提升|照顾|抵制|弘扬|建立|创新|通过|发展|举行|参加|避免|缩小|管控|防止|处理|应对|寻求|引领|丰富|巩固|夯实|统筹|发挥|保持|探讨|打击|恢复|实施|畅通|优化|培育|激活|做|走|将|把|以|为|让|使|同|与|在|对|从|多管齐下|求同化异|照顾|遵守|遵循|倡导|总结|拿出|塑造|客观|抛弃|相互|合作|着眼|聚焦|改善)"
)
JOINT: Final = re.compile(
    "双方(?:一致)?(?:同意|认为|商定|表示|决定|强调|将|愿|重申|支持)|一致(?:同意|认为)|(?:两国|三国)(?:元首|领导人)(?:同意|决定|责成|商定|一致)"
)
FRONT: Final = re.compile(
    r"^[“‘（]*(?:一是|二是|三是|四是|五是|六是|七是|第[一二三四五六七]，?|首先|其次|此外|同时|当前|今年|目前|新形势下|因此|我们认为|他说|他表示)?[，、]?"
)
LISTED: Final = re.compile(r"^[“]*(?:[一二三四五六七八]是|第[一二三四五六七八](?=，))")


def read_positions_zh(
    sentence: Sentence, stances: Stances, context: Context, events: list[Span]
) -> list[Stand]:
    """Return the positions that a sentence states, one for each clause with a stance of its own."""
    voice = _voice(sentence, context)
    found: list[Stand] = []
    running: tuple[Found, Resolved, Resolved] | None = None
    for match in CLAUSE.finditer(sentence.tagged):
        start, end = match.span()
        start = _after_front(sentence, start, end)
        if SPEECH.fullmatch(sentence.tagged, start, end) or end - start < 4:
            continue
        told = any(sentence.span(start, end).overlaps(e) for e in events)
        cues = [
            c for c in stances.find(sentence.tagged, start, end) if not (told and c.cue.rank < 5)
        ]
        strong = [c for c in cues if not c.cue.weak]
        own = _subject(sentence, start, end, context)
        if strong:
            cue = _decide(strong)
            holders, addressees = _parties(sentence, cue, own, voice, running, context, start)
            running = (cue, holders, addressees)
        elif running and not told and not own and _continues(sentence, start, end):
            cue = running[0]
            if end - start < 7 and found:
                found[-1] = _stretch(found[-1], sentence, end)
                continue
            cue = Found(cue.cue, start, start + 1)
            holders, addressees = running[1], running[2]
        elif running and found and not told and not own:
            found[-1] = _stretch(found[-1], sentence, end)
            continue
        else:
            weak = [c for c in cues if c.cue.stance == "support"]
            if told or not weak or not (voice.ids and (own or context.speaker.ids)):
                running = None
                continue
            cue = weak[0]
            holders, addressees = _parties(sentence, cue, own, voice, running, context, start)
            running = (cue, holders, addressees)
        if holders.ids:
            found.append(stand(sentence, cue, start, end, holders, addressees, context))
    return found


def _after_front(sentence: Sentence, start: int, end: int) -> int:
    """Return where a clause begins after 此外, 当前 and the like; a numbered proposal keeps its number."""
    words = sentence.tagged[start:end]
    front = None if LISTED.match(words) else FRONT.match(words)
    return start + (front.end() if front else 0)


def _voice(sentence: Sentence, context: Context) -> Resolved:
    """Return whose words a sentence reports, and let a new speaker take the floor."""
    match = SPEECH.search(sentence.tagged)
    if match and not ZH_OBLIQUE.search(sentence.tagged[: match.start()]):
        speaker = resolve_list(sentence, *match.span(1), context)
        if speaker.ids:
            context.speaker = speaker
    if JOINT.search(sentence.tagged) and not (match and match.start() == 0):
        sides = context.dyad if len(context.dyad.ids) > 1 else context.parties
        return sides if sides.ids else context.speaker
    if context.speaker.ids:
        return context.speaker
    return Resolved((context.issuer,), ()) if context.issuer else Resolved()


def _subject(
    sentence: Sentence, start: int, end: int, context: Context
) -> tuple[Resolved, bool] | None:
    """Return the party a clause begins with, and whether it is only a described group."""
    for match in re.finditer(ZH_LIST, sentence.tagged[start : min(end, start + 16)]):
        at = start + match.start()
        before, after = sentence.tagged[start:at], sentence.tagged[start + match.end() : end]
        if (
            ZH_OBLIQUE.search(before)
            or ZH_ATTRIBUTE.match(after)
            or re.search("[同与和跟对向将使让把]$", before)
        ):
            return None
        found = resolve_list(sentence, at, start + match.end(), context)
        return (found, sentence.tagged[at] == t.GROUP) if found.ids else None
    return None


def _decide(cues: list[Found]) -> Found:
    """The first word of the highest rank decides; a modal before it turns it into a call."""
    return max(cues, key=lambda c: (c.cue.rank, -c.start))


def _parties(
    sentence: Sentence,
    cue: Found,
    own: tuple[Resolved, bool] | None,
    voice: Resolved,
    running: tuple[Found, Resolved, Resolved] | None,
    context: Context,
    start: int,
) -> tuple[Resolved, Resolved]:
    """Return holders and addressees of a clause with a stance of its own."""
    addressees = _addressed(sentence, cue, start, context)
    if own is None:
        if running and cue.cue.stance != "call":
            return running[1], merge(running[2], addressees)
        return (voice if not running else running[1]), addressees
    subject, is_group = own
    if cue.cue.id == "zh.call.should" or is_group:
        return voice, merge(subject if subject.ids != voice.ids else Resolved(), addressees)
    return subject, addressees


def _addressed(sentence: Sentence, cue: Found, start: int, context: Context) -> Resolved:
    """Return whom a clause speaks to or about: 同X, 与X, 希望X."""
    found = []
    for i, mention in sentence.within(start, len(sentence.tagged)):
        if sentence.tagged[start:i].count("，"):
            break
        before = sentence.tagged[max(start, i - 3) : i]
        if mention.tag in VERBS_OBJECT and re.search(
            "[同与和对向]$|希望$|期待$|敦促$|呼吁$|欢迎$|支持$|祝贺$|感谢$", before
        ):
            found.append(context.resolve(mention))
    return merge(*found)


VERBS_OBJECT: Final = (t.ACTOR, t.ANAPHOR, t.GROUP)


def _continues(sentence: Sentence, start: int, end: int) -> bool:
    return bool(CONTINUES.match(sentence.tagged[start:end]))


def _stretch(last: Stand, sentence: Sentence, end: int) -> Stand:
    span = Span(last.span.start, sentence.starts[end])
    return replace(last, span=span, target=Span(last.target.start, span.end))

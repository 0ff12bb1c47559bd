"""Positions in Chinese: clauses between commas, a voice that runs from sentence to sentence."""

import re
from dataclasses import dataclass, replace
from typing import Final

from comity.extract import tags as t
from comity.extract.clauses import (
    ZH_ATTRIBUTE,
    ZH_LIST,
    ZH_OBLIQUE,
    before_word,
    resolve_list,
    subject_between,
)
from comity.extract.context import Context, Resolved, merge
from comity.extract.mention import Sentence
from comity.extract.positions import Stand, stand
from comity.extract.stances import Cue, Found, Stances
from comity.model import Span

SPEECH: Final = re.compile(
    f"({ZH_LIST})[^，。；]{{0,12}}?(?:指出|强调|表示|说|认为|重申|指明|阐述|介绍|宣布|谈到|称|告诉\\S{{0,4}}|回应|阐明|发言中|讲话中|致辞中|赞赏|评价|感谢)(?:[，：“]|$|[^，。]{{0,10}}[，：])"
)
# A list of refusals (不寻求…、不支持…) is as many clauses.
CLAUSE: Final = re.compile(r"(?:[^，；。：！？、]|、(?!不寻求|不支持|不干涉|反对|无意|不谋求))+")
# What may stand before the subject of a clause.
BEFORE_SUBJECT: Final = re.compile(
    f"^[“”—•·\\s-]*(?:{t.DATE}|同时|目前|当前|今后|也|而|但|但是|对此|因此|尤其|特别是|会上|会谈中|会见中|长期以来|多年来|一直以来|无论|不管)*$"
)
# 以…为契机, 在…基础上, 对于…: what leads up to the predicate; words inside it are no stance.
ADJUNCT: Final = re.compile(
    r"(?=[以在对针关围按根本通随面])(?:以|在|对|对于|针对|关于|围绕|按照|根据|本着|通过|随着|面对)(?:[^，]*?(?:为(?:契机|引领|基础|抓手|指引|遵循|牵引|主线|重点)|基础上|过程中|框架下|前提下|背景下|同时)"
    r"|[^，]*(?:活动|行径|行为|企图|言行|做法|问题|纵容支持))[”’]?$"
)
# 不寻求…反对…, 无意…: the first denial governs what it denies.
DENIED: Final = re.compile(r"(?:不寻求|不谋求|无意|从不|从来不|不会去)")
# 中方一贯主张， by itself: what is held follows after the comma.
INTRODUCES: Final = re.compile(
    f"{ZH_LIST}(?:对此)?(?:一贯|始终|历来|多次|反复|坚定|郑重|也|都|均|愿|再次)*(?:主张|认为|强调|表示|指出|重申|相信|坚信)"
)
# What may stand between the head of a clause and its 将.
HEADS: Final = re.compile(
    f"[“”]?(?:{t.DATE}|并|也|还|都|均|今后|未来|继续|同时|届时|表示|宣布|承诺|强调|重申|认为|指出|下一步|下阶段|，)*"
)
DONE: Final = re.compile("了(?!解)|作出|取得|成果丰硕|过去")
SO_FAR: Final = re.compile("^[^，]{0,12}(?:年来|以来|至今)，")
CONTINUES: Final = re.compile(
    r"^[”’）]*(?:并|也|更|还|又|既|均|都|共同|不断|积极|继续|坚决|携手|进一步|切实|努力|充分|妥善|有效|深入|全面|大力|稳步|扎实|加快|早日|尽早|着力|特别|尤其|首先|同时|从而|以及|始终|坚定|逐步|更好|主动|一道|联手|强力|实施好|办好|用好|维护好)*"
    r"(?:推动|推进|加强|深化|维护|构建|促进|扩大|落实|完善|共建|参与|打造|增进|实现|开展|密切|坚持|践行|恪守|尊重|反对|支持|拓展|提升|照顾|抵制|弘扬|建立|创新|通过|发展|举行|参加|避免|缩小|管控|防止|处理|应对|寻求|引领|丰富|巩固|夯实|统筹|发挥|保持|探讨|打击|恢复|实施|畅通|优化|培育|激活|做|走|将|把|以|为|让|使|同|与|在|对|从|多管齐下|求同化异|照顾|遵守|遵循|倡导|总结|拿出|塑造|客观|抛弃|相互|合作|着眼|聚焦|改善)"
)
JOINT: Final = re.compile(
    "双方(?:一致)?(?:同意|认为|商定|表示|决定|强调|将|愿|重申|支持)|一致(?:同意|认为)|(?:两国|三国)(?:元首|领导人)(?:同意|决定|责成|商定|一致)"
)
FRONT: Final = re.compile(
    r"^[“‘（—•·\s-]*(?:一是|二是|三是|四是|五是|六是|七是|第[一二三四五六七]，?|首先|其次|此外|同时|当前|今年|目前|新形势下|因此|我们认为|他说|他表示)?[，、]?"
)
LISTED: Final = re.compile(r"^[“]*(?:[一二三四五六七八]是|第[一二三四五六七八](?=，))")
PROPOSED: Final = re.compile(r"^[“]*[一二三四五六七八]是(?!否)")
PROPOSAL: Final = Cue(id="zh.propose.listed", stance="propose", rank=9)
TOGETHER: Final = re.compile("同意|商定|决定|一致|愿|达成|责成|表示|认为|强调|重申|承诺")


@dataclass(slots=True)
class Running:
    """The stance, holders and addressees that clauses without their own carry on."""

    cue: Found
    holders: Resolved
    addressees: Resolved
    announced: bool = False  # 双方同意， with the matter still to come


def read_positions_zh(
    sentence: Sentence, stances: Stances, context: Context, events: list[Span]
) -> list[Stand]:
    """Return the positions that a sentence states, one for each clause with a stance of its own."""
    voice = _voice(sentence, context)
    found: list[Stand] = []
    running = _carried(sentence, context)
    for match in CLAUSE.finditer(sentence.tagged):
        start, end = _after_front(sentence, *match.span()), match.end()
        if INTRODUCES.fullmatch(sentence.tagged, start, end):
            continue
        told = any(sentence.span(start, end).overlaps(e) for e in events)
        cues = _cues(sentence, stances, start, end, told=told)
        own = _subject(sentence, start, end, context)
        before = running
        if end - start < 7 or SPEECH.fullmatch(sentence.tagged, start, end):
            running = _announced(sentence, start, cues, own, voice, running, context)
            if running is not before or end - start < 4:
                continue
        running = _advance(sentence, start, end, cues, own, voice, running, told, context)
        if running is None or not running.holders.ids:
            continue
        if found and (running is before or _carries_on(running, before, own)):
            found[-1] = _stretch(found[-1], sentence, end)
            continue
        cue = (
            running.cue if running.cue.start >= start else Found(running.cue.cue, start, start + 1)
        )
        found.append(stand(sentence, cue, start, end, running.holders, running.addressees, context))
    context.running = running if found else None
    return found


def _cues(sentence: Sentence, stances: Stances, start: int, end: int, *, told: bool) -> list[Found]:
    """Return the cues of a clause, without those of an adjunct, of what is denied or of a told event."""
    if ADJUNCT.match(sentence.tagged, start, end):
        return []
    found = [c for c in stances.find(sentence.tagged, start, end) if not (told and c.cue.rank < 5)]
    denial = DENIED.search(sentence.tagged, start, end) if len(found) > 1 else None
    return [c for c in found if not denial or c.start <= denial.start()]


def _announced(
    sentence: Sentence,
    start: int,
    cues: list[Found],
    own: tuple[Resolved, bool] | None,
    voice: Resolved,
    running: Running | None,
    context: Context,
) -> Running | None:
    """双方同意， or 双方一致认为， by itself only says whose stance the next clause is."""
    agreed = [c for c in cues if c.cue.id == "zh.commit.will"]
    if own is None or not agreed:
        return running
    holders, addressees = _parties(sentence, agreed[0], own, voice, None, context, start)
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
    if PROPOSED.match(sentence.tagged[start:end]):
        return Running(Found(_listed(context), start, start + 2), voice, Resolved())
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
        return Running(cue, *_parties(sentence, cue, own, voice, running, context, start))
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
        return Running(weak[0], *_parties(sentence, weak[0], own, voice, running, context, start))
    return None


def _listed(context: Context) -> Cue:
    """一是, 二是 … spell out what was announced: proposals, or the duties of 要坚持几条原则."""
    last = context.running
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
    words = sentence.tagged[start:end]
    front = None if LISTED.match(words) else FRONT.match(words)
    return start + (front.end() if front else 0)


def _voice(sentence: Sentence, context: Context) -> Resolved:
    """Return whose words a sentence reports, and let a new speaker take the floor."""
    match = SPEECH.search(sentence.tagged)
    if match and not ZH_OBLIQUE.search(before_word(sentence, match.start())):
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
    match = re.compile(ZH_LIST).search(sentence.tagged, start, min(end, start + 20))
    if not match or not BEFORE_SUBJECT.match(sentence.tagged[start : match.start()]):
        return None
    if ZH_ATTRIBUTE.match(sentence.tagged[match.end() : end]):
        return None
    found = merge(*(context.resolve(m) for _, m in sentence.within(*match.span())))
    return (found, sentence.tagged[match.start()] == t.GROUP) if found.ids else None


def _decide(cues: list[Found]) -> Found:
    """The first word of the highest rank decides; a modal before it turns it into a call."""
    return max(cues, key=lambda c: (c.cue.rank, -c.start))


def _parties(
    sentence: Sentence,
    cue: Found,
    own: tuple[Resolved, bool] | None,
    voice: Resolved,
    running: Running | None,
    context: Context,
    start: int,
) -> tuple[Resolved, Resolved]:
    """Return holders and addressees of a clause with a stance of its own."""
    addressees = _addressed(sentence, cue, start, context)
    if own is None:
        if running and cue.cue.stance != "call":
            return running.holders, merge(running.addressees, addressees)
        if running and (len(running.holders.ids) == 1 or running.cue.cue.stance == "call"):
            return running.holders, addressees
        sides = subject_between(sentence, 0, cue.start, context)
        before = sentence.tagged[: cue.end]
        together = (
            sides
            and len(sides.ids) > 1
            and (TOGETHER.search(before) or (cue.cue.stance != "call" and not context.speaker.ids))
        )
        return (sides if together and sides else voice), addressees
    subject, is_group = own
    if cue.cue.stance == "concern":
        return voice, addressees
    words = sentence.tagged[start : cue.end + 2]
    if len(voice.ids) == 1 and len(subject.ids) > 1 and not TOGETHER.search(words):
        return voice, merge(
            Resolved(tuple(i for i in subject.ids if i not in voice.ids), subject.spans), addressees
        )
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


VERBS_OBJECT: Final = (t.ACTOR, t.ANAPHOR, t.GROUP, t.BODY)


def _continues(sentence: Sentence, start: int, end: int) -> bool:
    return bool(CONTINUES.match(sentence.tagged[start:end]))


def _stretch(last: Stand, sentence: Sentence, end: int) -> Stand:
    span = Span(last.span.start, sentence.starts[end])
    return replace(last, span=span, target=Span(last.target.start, span.end))

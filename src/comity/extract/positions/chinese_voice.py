"""Who holds a position in Chinese, and whom it addresses: the speaker, the subject, both sides."""

import re
from dataclasses import dataclass
from typing import Final

from comity.extract.clauses import (
    ZH_ATTRIBUTE,
    ZH_LISTED,
    ZH_OBLIQUE,
    before_word,
    resolve_list,
    subject_between,
)
from comity.extract.context import Context, Resolved, merge
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Sentence
from comity.extract.positions.chinese_wording import AGREED, BEFORE_SUBJECT, JOINT, SPEECH, TOGETHER
from comity.extract.positions.stances import Cue, Found


@dataclass(slots=True)
class Running:
    """The stance, holders and addressees that clauses without their own carry on."""

    cue: Found
    holders: Resolved
    addressees: Resolved
    announced: bool = False  # 双方同意， with the matter still to come
    listing: Cue | None = None  # what 一是, 二是 … spell out, until the paragraph ends


# 合法权利不容剥夺: whoever says so forbids it, not the subject.
FORBIDS: Final = re.compile("不能|不得|不应|不该|不容|不可")
# 日方对此表示遗憾: whoever voices a concern holds it; what a region faces, the speaker is concerned about.
VOICES: Final = re.compile(
    "(?:表示|表达|深表|感到|深感|提出|流露|予以|致以)[^，。；]{0,8}(?:关切|担忧|忧虑|遗憾|慰问|不安|关注|不满|失望)|(?:对|就|为)[^，。；]*(?:担忧|忧虑|严重关切|遗憾)"
)
# 访问期间，某人出席…，表示…: the subject of the sentence speaks.
SAYS_LATER: Final = re.compile("[，；](?:并|还|并且)?(?:表示|指出|强调|重申)")


def voice_of(sentence: Sentence, context: Context) -> Resolved:
    """Return whose words a sentence reports, and let a new speaker take the floor."""
    match = SPEECH.search(sentence.tagged)
    _answers(sentence, context)
    if match and not ZH_OBLIQUE.search(before_word(sentence, match.start())):
        speaker = resolve_list(sentence, *match.span(1), context)
        if speaker.ids:
            context.speaker = speaker
    later = None if match else SAYS_LATER.search(sentence.tagged)
    found = subject_between(sentence, 0, later.start(), context) if later else None
    if found and len(found.ids) == 1:
        context.speaker = found
    _both_speak(sentence, context)
    if AGREED.search(sentence.tagged) and not (match and match.start() == 0):
        sides = context.dyad if len(context.dyad.ids) > 1 else context.parties
        return sides if sides.ids else context.speaker
    if context.speaker.ids:
        return context.speaker
    if context.home is False or not context.issuer:
        return Resolved()
    return Resolved((context.issuer,), ())


# 中方对此坚决反对: after the words of another, the issuer of a report gives its own.
ANSWERS: Final = re.compile(
    f"[{t.ACTOR}](?:对此|已就此|已向|坚决反对|强烈|敦促|严正|绝不|决不|不接受|要求|必将采取)"
)


def _answers(sentence: Sentence, context: Context) -> None:
    """Let the issuer take the floor back where a sentence opens with its answer to what another said."""
    issuer, match = context.issuer, ANSWERS.match(sentence.tagged)
    if match and context.speaker.ids != (issuer,) and sentence.mentions[0].ids == (issuer,):
        context.speaker = Resolved((issuer,), (sentence.mentions[0].span,))


def _both_speak(sentence: Sentence, context: Context) -> None:
    """Let both sides take the floor where a paragraph opens with what they agree or will do."""
    match = JOINT.match(sentence.tagged) if sentence.first_in_block else None
    if match:
        sides = context.resolve(sentence.mentions[match.start(1)])
        if len(sides.ids) > 1:
            context.speaker = sides


def subject_in(
    sentence: Sentence, start: int, end: int, context: Context
) -> tuple[Resolved, bool] | None:
    """Return the party a clause begins with, and whether it is only a described group."""
    match = ZH_LISTED.search(sentence.tagged, start, min(end, start + 20))
    if not match or not BEFORE_SUBJECT.match(sentence.tagged[start : match.start()]):
        return None
    if ZH_ATTRIBUTE.match(sentence.tagged[match.end() : end]):
        return None
    found = merge(*(context.resolve(m) for _, m in sentence.within(*match.span())))
    return (found, sentence.tagged[match.start()] == t.GROUP) if found.ids else None


def parties_of(
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
        told = running is not None and not running.cue.cue.weak
        if running and told and (len(running.holders.ids) == 1 or running.cue.cue.stance == "call"):
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
        voiced = not is_group and VOICES.search(sentence.tagged, start, cue.end)
        return (subject if voiced else voice), addressees
    words = sentence.tagged[start : cue.end + 2]
    if any(m.extra.get("body") for _, m in sentence.within(start, cue.start)):
        return subject, addressees  # 外长们欢迎…: the meeting speaks as one
    if len(voice.ids) == 1 and len(subject.ids) > 1 and not TOGETHER.search(words):
        return voice, merge(
            Resolved(tuple(i for i in subject.ids if i not in voice.ids), subject.spans), addressees
        )
    if cue.cue.id == "zh.call.should" or is_group or FORBIDS.match(sentence.tagged, cue.start):
        return voice, merge(subject if subject.ids != voice.ids else Resolved(), addressees)
    if len(subject.ids) > 2 and 0 < len(set(addressees.ids) & set(subject.ids)) < len(subject.ids):
        others = tuple(i for i in subject.ids if i not in addressees.ids)
        return Resolved(others, subject.spans), addressees  # 各方感谢中方: all but the one thanked
    return subject, addressees


def _addressed(sentence: Sentence, cue: Found, start: int, context: Context) -> Resolved:
    """Return whom a clause speaks to or about: 同X, 与X, 希望X."""
    found = []
    for i, mention in sentence.within(start, len(sentence.tagged)):
        if sentence.tagged[start:i].count("，"):
            break
        before = sentence.tagged[max(start, i - 3) : i]
        if mention.tag in VERBS_OBJECT and re.search(
            "[同与和对向]$|赞赏$|希望$|期待$|敦促$|呼吁$|欢迎$|支持$|祝贺$|感谢$", before
        ):
            found.append(context.resolve(mention))
    return merge(*found)


VERBS_OBJECT: Final = (t.ACTOR, t.ANAPHOR, t.GROUP, t.BODY)

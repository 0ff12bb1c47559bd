"""Who tells a sentence: its source, the speaker of the paragraph, or a party that tells of another."""

import re
from dataclasses import dataclass
from typing import Final

from comity.extract.clauses import ZH_LIST, clause_start, resolve_list, subject_between
from comity.extract.context import ONE, Context, Resolved
from comity.extract.mentions.mention import Sentence

# 日方指责俄方…, 韩方称朝方…, 美方否认以方…: the one named last does what follows, the first only tells it.
TELLS: Final = re.compile(
    "(?=[指谴抨批抗声宣称诬证确通发监探否透表说])(?:指责|谴责|指控|抨击|批评|抗议|声称|宣称|称|诬称|证实|确认|通报|发现|监测到|探测到|否认|指认|透露|宣布|表示|说)"
    f"(?:了|是)?(?P<inner>{ZH_LIST})(?!后|之后|时|并|以来|方面说)"
)
# 据日方称，…, "According to Japan, …": whose account a sentence gives.
SOURCE: Final = {
    "zh": re.compile(
        f"(?:^|[，；“])(?:据|按照|根据)({ZH_LIST})[^，。；]{{0,12}}?(?:称|说|表示|介绍|通报|透露|宣布|消息|声明|披露|公布|说法|统计|数据)[^，。；]{{0,4}}，"
    ),
    "en": re.compile(f"(?:^|, |“)(?:[Aa]ccording to|[Ii]n the words of) (?:the )?({ONE})"),
}
LEADS: Final = {"zh": "据", "en": "ccording to"}


SHORTEST: Final = 4  # two parties and the verb between them


@dataclass(frozen=True, slots=True)
class Told:
    """The party that an act is told of, where it stands, and who tells it."""

    who: Resolved
    at: int
    by: Resolved


def told_of(sentence: Sentence, verb: int, context: Context) -> Told | None:
    """Return whom the clause of a verb tells of, if someone tells it of another."""
    if sentence.language != "zh":
        return None
    start = clause_start(sentence, verb)
    if verb - start < SHORTEST:
        return None
    tellings = list(TELLS.finditer(sentence.tagged, start, verb))
    if not tellings:
        return None
    match = tellings[-1]
    by = subject_between(sentence, start, match.start(), context)
    who = resolve_list(sentence, *match.span("inner"), context)
    return Told(who, match.start("inner"), by) if by and by.ids and who.ids else None


def source_of(sentence: Sentence, context: Context) -> Resolved:
    """Return whose account a sentence says that it gives."""
    if LEADS[sentence.language] not in sentence.tagged:
        return Resolved()
    match = SOURCE[sentence.language].search(sentence.tagged)
    return resolve_list(sentence, *match.span(1), context) if match else Resolved()


def speaker_of(sentence: Sentence, context: Context, holders: Resolved | None = None) -> Resolved:
    """Return who is quoted: the source a sentence names, else who has the floor in its paragraph.

    A stance held by others is no word of the last speaker, unless the sentence itself quotes it.
    """
    if (source := source_of(sentence, context)).ids:
        return source
    speaker = context.speaker
    here = [s for s in speaker.spans if context.block.start <= s.start < context.block.end]
    if holders is None:
        return speaker if here else Resolved()
    quoted = any(sentence.start <= s.start < sentence.end for s in speaker.spans)
    return speaker if quoted or set(holders.ids) & set(speaker.ids) else Resolved()

"""Positions: who holds which stance towards what, clause by clause."""

import re
from dataclasses import dataclass
from typing import Final

from comity.extract.context import Context, Resolved
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.extract.positions.stances import Found
from comity.extract.telling import speaker_of
from comity.model import Span

VERBAL_GROUPS: Final = f"{t.ACTOR}{t.ANAPHOR}{t.GROUP}"


@dataclass(slots=True, kw_only=True)
class Stand:
    """A position before it is written as a claim. All spans are cleaned offsets. Nobody changes one."""

    stance: str
    rule: str
    span: Span
    cue: Span
    holders: Resolved
    addressees: Resolved
    target: Span
    deadline: Mention | None = None
    speaker: Resolved = Resolved()


def stand(
    sentence: Sentence,
    cue: Found,
    start: int,
    end: int,
    holders: Resolved,
    addressees: Resolved,
    context: Context,
) -> Stand:
    """Return the position of a tagged stretch."""
    span = sentence.span(start, end)
    deadline = next(
        (m for i, m in sentence.within(start, end) if m.tag == t.DATE and is_deadline(sentence, i)),
        None,
    )
    opens = sentence.language == "zh" and _only_carried(sentence, cue)
    begins = sentence.starts[cue.start if opens else cue.end]
    target = Span(max(begins, span.start), span.end)
    if target.end - target.start < 2:
        target = _before(sentence, cue, start, span)
    return Stand(
        stance=cue.cue.stance,
        rule=cue.cue.id,
        span=span,
        cue=sentence.span(cue.start, cue.end),
        holders=holders,
        addressees=addressees,
        target=target,
        deadline=deadline,
        speaker=speaker_of(sentence, context, holders),
    )


# The stances of one character; any other character only marks where a carried stance goes on.
SHORT_CUES: Final = frozenset("愿将应要须盼")
# 中方对此坚决反对, 日方就此事表示关切: the matter stands before the verb.
MATTER: Final = re.compile(
    "(?:对(?!立|话|抗|方|峙|等)|就|针对|为(?!了))([^，。；]+?)(?:(?:的)?(?:坚决|表示|强烈|深表|予以|感到|深感|一贯|极为|十分|严正|明确|非常|高度|完全|坚定|也|都|始终|持(?!续)|提出)|$)"
)
HOLDER: Final = re.compile(
    f"[“\\s{t.DATE}]*[{t.ACTOR}{t.ANAPHOR}{t.GROUP}{t.BODY}]+(?:方面|政府|外交部|国防部|等国|等)?(?:(?:坚决|一贯|始终|强烈|表示|也|都|均)*$)?"
)


def _only_carried(sentence: Sentence, cue: Found) -> bool:
    """Say whether a cue is no word of the clause, which carries on the stance of the one before."""
    return cue.end - cue.start == 1 and sentence.tagged[cue.start] not in SHORT_CUES


def _before(sentence: Sentence, cue: Found, start: int, span: Span) -> Span:
    """Return the target of a clause that ends with its stance: what it is about, without who holds it."""
    first, last = start, cue.start
    if sentence.language == "zh":
        matter = MATTER.search(sentence.tagged, start, cue.start)
        holder = HOLDER.match(sentence.tagged, start, cue.start)
        if matter:
            first, last = matter.span(1)
        elif holder and holder.end() < cue.start:
            first = holder.end()
    begins = max(sentence.starts[first], span.start)
    return Span(begins, max(sentence.starts[last], begins + 1))


def is_deadline(sentence: Sentence, index: int) -> bool:
    """Say whether a date is one by which something is to be done."""
    before = sentence.tagged[max(0, index - 12) : index]
    after = sentence.tagged[index + 1 : index + 3]
    if sentence.language == "zh":
        return after.startswith(("前", "之前", "底前", "以前")) or any(
            w in before for w in ("力争", "争取", "于", "在")
        )
    return before.rstrip().endswith(("by", "before", "no later than", "by the end of", "until"))

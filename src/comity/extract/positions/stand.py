"""Positions: who holds which stance towards what, clause by clause."""

from dataclasses import dataclass
from typing import Final

from comity.extract.context import Context, Resolved
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.extract.positions.stances import Found
from comity.model import Span

VERBAL_GROUPS: Final = f"{t.ACTOR}{t.ANAPHOR}{t.GROUP}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A position before it is written as a claim. All spans are cleaned offsets."""

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
    target = Span(max(sentence.starts[cue.end], span.start), span.end)
    if target.end - target.start < 2:
        target = Span(span.start, max(sentence.starts[cue.start], span.start + 1))
    return Stand(
        stance=cue.cue.stance,
        rule=cue.cue.id,
        span=span,
        cue=sentence.span(cue.start, cue.end),
        holders=holders,
        addressees=addressees,
        target=target,
        deadline=deadline,
        speaker=context.speaker,
    )


def is_deadline(sentence: Sentence, index: int) -> bool:
    """Say whether a date is one by which something is to be done."""
    before = sentence.tagged[max(0, index - 12) : index]
    after = sentence.tagged[index + 1 : index + 3]
    if sentence.language == "zh":
        return after.startswith(("前", "之前", "底前", "以前")) or any(
            w in before for w in ("力争", "争取", "于", "在")
        )
    return before.rstrip().endswith(("by", "before", "no later than", "by the end of", "until"))

"""An event as part of a report: who tells it, whether it came to pass, what it was part of."""

import re
from typing import Final

from comity.extract.clauses import REPORTED
from comity.extract.context import Context, Resolved
from comity.extract.grammar import Compiled
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.extract.telling import Told, speaker_of
from comity.model import Period, Span

# What a meeting declares or adopts (会议通过…声明); beside it, what those at an exercise do together.
OF_MEETING: Final = frozenset({"declare", "adopt"})


def frame_of_report(mode: str, period: Period, context: Context) -> Mention | None:
    """Return the meeting or exercise that a report is about, if an act of its day was part of it."""
    frame, main = context.main_frame, context.main_date
    if frame is None or main is None or period.start != main[0].start:
        return None
    drill = frame.tag == t.EXERCISE and mode == "exchange"
    meeting = frame.tag in (t.SESSION, t.MECHANISM) and mode in OF_MEETING
    return frame if drill or meeting else None


def no_attack(sentence: Sentence, status: str, status_by: tuple[Span, ...]) -> bool:
    """An attack that is announced is a threat, one that did not come is none; a denied one is told."""
    if status != "denied":
        return status == "planned"
    return not any(sentence.tagged[sentence.index(s.start)] == "否" for s in status_by)


def teller(
    sentence: Sentence,
    told: Told | None,
    status: str,
    named: dict[str, Resolved],
    context: Context,
) -> Resolved:
    """Return who tells an event: its accuser, who denies it, else whose words the sentence gives."""
    if told:
        return told.by
    denier = named.get("subject", Resolved()) if status == "denied" else Resolved()
    return denier if denier.ids else speaker_of(sentence, context)


TOLD: Final = re.compile(REPORTED)


def told_within(compiled: Compiled, tagged: str, match: re.Match[str]) -> re.Match[str]:
    """Return the match whose subject is told of, not the one who tells: the verb stays the same."""
    group = next((g for g, role in compiled.roles.items() if role == "subject"), "")
    if not group or match.group(group) is None or "trigger" not in match.re.groupindex:
        return match
    verb = match.start("trigger")
    told = [m.end() for m in TOLD.finditer(tagged, match.end(group), verb)]
    inner = compiled.regex.search(tagged, told[-1]) if told else None
    return inner if inner and inner.start("trigger") == verb else match

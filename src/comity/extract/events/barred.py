"""Wordings of an act that tell none: its jubilee, or people only talked about."""

import re
from typing import Final

from comity.extract.clauses import period_of
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Sentence

# 签署25周年, 建立15年来: what is told is a jubilee, not the act.
ANNIVERSARY: Final = re.compile(
    rf"[^，。；]{{0,3}}?[0-9一二三四五六七八九十]+(?:多|余)?(?:周年|年来|年以来)|{t.DATE}(?=，|。|取得|不断)"
)
# "met with farmers to discuss Japan's tariffs": who stands in the purpose took no part.
DISCUSSED: Final = re.compile(
    r" (?:about|regarding|concerning) |"
    r" (?:to|on) (?:discuss|exchange|review|address|explore|[a-z]+ (?:the|its|his|her|their)\b)"
)


# "the recently signed agreement": an attribute of what is talked about, done by others.
ATTRIBUTE: Final = re.compile(
    r"\b(?:the|an?|this|its|their|our|his|her|these|those|of|on|under|two|three|four|five|six|several|many) (?:[a-z]+ly|already|just|long)[- ]$"
)


# "discussions on the signing of", "support to the launch of": what is only aimed at.
PROSPECT: Final = re.compile(
    r"\b(?:discuss\w*|deal(?:s|t)? with|talk\w* (?:about|on)|work\w* (?:with [^.;,]{1,24} )?(?:on|towards?)|support\w* (?:to|for)|negotiat\w* (?:on|for)?"
    r"|prepar\w* for|plans? for|aim\w* at|explor\w*|consider\w*|propos\w*|call\w* for|possibility of|towards?|(?:and|,)? to) (?:the |an? )?$"
)
ACT_OF: Final = re.compile(
    r"(?:[a-z]+ing|signature|conclusion|establishment|creation|launch|formation|adoption) of\b"
)


def is_prospect(sentence: Sentence, verb: int, end: int) -> bool:
    """Say whether a noun for an act ("the signing of") stands under what is only talked of or aimed at."""
    if sentence.language != "en" or not ACT_OF.match(sentence.tagged, verb, end + 4):
        return False
    return bool(PROSPECT.search(sentence.tagged, max(0, verb - 60), verb))


def is_attribute(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb only qualifies a noun."""
    before = sentence.tagged[max(0, verb - 24) : verb]
    return sentence.language == "en" and bool(ATTRIBUTE.search(before))


def is_jubilee(sentence: Sentence, index: int) -> bool:
    """Say whether the words at a tagged index make an anniversary of the act before them.

    A day there ("军演4月22日开始，") is when the act was.
    """
    ended = sentence.tagged[max(0, index - 1) : index] in ("，", "；")
    if ended or not ANNIVERSARY.match(sentence.tagged, index):
        return False  # what follows a comma begins anew
    after = sentence.mentions.get(index)
    return after is None or after.tag != t.DATE or period_of(after).precision not in ("day", "open")


def is_aimed(sentence: Sentence, match: re.Match[str], mode: str) -> bool:
    """Say whether a launch goes at the state that stands before it (向某国发射): no test of that state."""
    before = sentence.tagged[max(0, match.start() - 1) : match.start()]
    return mode == "test" and before in ("向", "对")


def only_discussed(
    sentence: Sentence, match: re.Match[str], verb: int, groups: dict[str, str]
) -> bool:
    """Say whether the other side of a meeting stands only in what was talked about."""
    group = next((g for g, role in groups.items() if role == "with"), "")
    if sentence.language != "en" or not group or match.start(group) < verb:
        return False
    return bool(DISCUSSED.search(sentence.tagged, verb, match.start(group)))

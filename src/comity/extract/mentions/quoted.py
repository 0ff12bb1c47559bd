"""Names in quotation and title marks: texts, exercises with their edition, and plain quotations."""

import re
from collections.abc import Iterator
from typing import Final

from comity.extract.mentions import tags
from comity.extract.mentions.mention import Mention
from comity.text.numerals import parse_numeral

TITLE: Final = re.compile(r"《[^《》\n]{2,90}(?:《[^《》\n]{1,60}》[^《》\n]{0,40})*》")
QUOTE: Final = re.compile(r"“([^“”。；\n]{1,24})”|「([^「」。；\n]{1,24})」|\"([^\"\n]{2,60})\"")
EDITION: Final = re.compile(
    r"[ 　]?[—–\-－─~]{0,2}[ 　]?((?:19|20)\d\d|[一二][〇零○0九][〇零○一二三四五六七八九]{2})[A-Z]?$"
)
# 「物品劳务相互提供协定（ACSA）」: the other marks of titles.
AGREEMENT: Final = re.compile(
    r"(?:协定|协议|协约|备忘录|条约|议定书|换文|声明|宣言|公报)(?:[（(]\w+[）)])?$"
)
# 勇士—8, Tiger-X: the number of an edition after the name of a known series.
SERIAL: Final = re.compile(r"[—–\-－]{1,2}(?:\d{1,2}|[IVX]{1,4}|[一二三四五六七八九十]{1,3})$")
EXERCISE_WORD: Final = re.compile(
    r"演习|军演|演练|联演|联训|训练|实兵|巡航|巡逻|比赛|竞赛|技能|行动|exercise|drill|training|manoeuv|maneuv|games",
    re.IGNORECASE,
)
LATER_YEAR: Final = re.compile(r"[ -]((?:19|20)\d\d)\b|-(?:[IVX]{1,4}|\d{1,2})\b")
EXERCISE_BEFORE: Final = re.compile(
    r"(?:exercise|drill|manoeuvre|maneuver|war ?game)s?,? [\"'‘“(]{0,2}\Z", re.IGNORECASE
)


def is_exercise(text: str, mention: Mention) -> bool:
    """An ordinary word that names a series counts only with a year or the word exercise beside it."""
    if not (mention.record and mention.record.quoted):
        return True
    return bool(
        LATER_YEAR.match(text, mention.end)
        or EXERCISE_WORD.match(text[mention.end : mention.end + 14].lstrip(" -—”’\"'"))
        or EXERCISE_BEFORE.search(text, max(0, mention.start - 16), mention.start)
    )


def short_quote(
    text: str, match: re.Match[str], group: int, starts: dict[int, Mention]
) -> Iterator[Mention]:
    """A short quotation is a name if it is known, or has an edition year and a word for exercise after it."""
    start, end = match.span(group)
    edition = EDITION.search(match.group(group))
    numbered = edition or SERIAL.search(match.group(group))
    name_end = start + numbered.start() if numbered else end
    known = starts.get(start)
    if (
        known
        and known.end == name_end
        and known.tag in {tags.EXERCISE, tags.MECHANISM, tags.INSTRUMENT}
    ):
        yield Mention(
            known.tag, *match.span(), known.ids, known.record, extra={"edition": _year(edition)}
        )
    elif edition and EXERCISE_WORD.search(text[match.end() : match.end() + 16]):
        name = text[start:name_end]
        yield Mention(tags.EXERCISE, *match.span(), name=name, extra={"edition": _year(edition)})
    elif group == 2 and AGREEMENT.search(match.group(group)):
        yield Mention(tags.TITLE, *match.span(), name=match.group(group))
    elif group != 3 and end - start <= 14:
        yield Mention(tags.QUOTED, *match.span(), name=match.group(group))


def _year(edition: re.Match[str] | None) -> int | None:
    return parse_numeral(edition.group(1)) if edition else None

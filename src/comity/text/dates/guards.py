"""Numbers that look like dates and are none: names of exercises, anniversaries, counts."""

import re
from typing import Final

from comity.text.dates.partial import Expression

# 可汗探索—2015, 健康中国2030: a year that ends a name.
CHINESE_NAME_BEFORE: Final = re.compile(r"[一-鿿A-Za-z”’》][—－–\-·•]{1,2}\Z")
QUOTED_NAME: Final = re.compile(r"[“‘「《][^“”‘’「」《》，。；]{1,12}\Z")
AFTER_NAME: Final = re.compile(r"[”’」》]|[A-Za-z]")
COUNTED: Final = re.compile(r"多?周年|华诞")


ONCE: Final = re.compile("[此首多每历再该本上两三数几0-9]$")


def is_chinese_name(text: str, read: Expression) -> bool:
    """Say whether the years are part of a name, or the number counts something."""
    first = read.points[0]
    if text.startswith("次日", read.start) and ONCE.search(text, 0, read.start):
        return True  # 此次日本…, 首次日韩…
    if COUNTED.match(text, read.end) or text.startswith("周年", read.end):
        return True
    bare = text[read.end - 1].isdigit() and first.unit == "year"
    return bare and bool(CHINESE_NAME_BEFORE.search(text, max(0, read.start - 3), read.start))


# "the 12th ADMM", "the 5th India-Japan Dialogue": the number counts editions of what is named.
EDITION: Final = re.compile(r"(?:[Tt]he )?\d{1,2}(?:st|nd|rd|th)\Z")
NAMED_AFTER: Final = re.compile(
    r" (?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z]"
)
MONTH_WORD: Final = re.compile(r"[A-Za-z]+\.?\Z")
# Words that are also names of months.
VERBS: Final = frozenset(
    {
        "may",
        "march",
        "mar",
        "dec",
        "sep",
        "jan",
        "jun",
        "oct",
        "nov",
        "apr",
        "aug",
        "jul",
        "feb",
        "sept",
    }
)
POINTING: Final = re.compile(
    r"(?:\b(?:in|on|of|since|until|till|by|before|after|during|from|to|this|last|next|early|late|mid|through|between|and|for|the|month)[\s-]+|[(–—-]\s?|\A\s*)\Z",
    re.I,
)
COUNT_BEFORE: Final = re.compile(
    r"\b(?:some|nearly|over|approximately|almost|least|most|(?:more|less|fewer|other) than|additional|another|estimated|total of|resolutions?|rules?|paragraphs?|article|chapter|section|no\.?|number|page|order|flight|task force|unscr|directive|regulation|room|grant|us|channel|route|highway|convention no\.?)\s+\Z",
    re.I,
)
COUNTED_AFTER: Final = re.compile(
    r"[-\s](?:people|troops|soldiers|personnel|sailors|marines|participants|delegates|members|officers|students|scholarships|tons?|tonnes|miles|kilomet|km\b|met(?:er|re)s|feet|percent|per cent|million|billion|trillion|dollars|nautical|hours|acres|hectares|megawatts?|mw\b|vessels|ships|aircraft|jobs|countries|workers|experts|families|households|volunteers|officials|yuan|euros?|pounds)",
    re.I,
)
NAME_BEFORE: Final = re.compile(r"([A-Z][A-Za-z’'&-]*|[A-Z]{2,})\s\Z")
NO_NAME: Final = frozenset(
    [
        "In",
        "Since",
        "By",
        "Until",
        "Till",
        "From",
        "During",
        "Before",
        "After",
        "Between",
        "Of",
        "On",
        "The",
        "Around",
        "About",
        "Through",
        "Throughout",
        "Late",
        "Early",
        "Mid",
        "And",
        "Year",
        "Spring",
        "Summer",
        "Autumn",
        "Fall",
        "Winter",
        "To",
        "As",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Over",
        "Back",
        "Starting",
        "Beginning",
        "End",
        "Also",
        "But",
    ]
)


def is_english_name(text: str, read: Expression) -> bool:
    """Say whether an English expression is a name's edition, a count, or a verb: Khaan Quest 2015."""
    first = read.points[0]
    words = text[first.start : first.end]
    if first.unit == "day" and first.month is None and EDITION.match(words):
        return bool(NAMED_AFTER.match(text, read.end))
    if re.match(r"(?:st|nd|rd|th)?[-\s]anniversar", text[read.end : read.end + 14], re.I):
        return True
    if (
        first.unit == "month"
        and first.year is None
        and not first.base
        and not first.part
        and read.shape == "single"
    ):
        return _is_no_month(text, read, words)
    if first.unit == "year" and not first.base and words[:1].isdigit() and words.isdigit():
        return _is_no_year(text, read, first.start, int(words))
    return False


def _is_no_month(text: str, read: Expression, words: str) -> bool:
    start = read.points[0].start
    if read.start < start or POINTING.search(text, max(0, start - 12), start):
        return words in ("may", "march") and not re.search(
            r"\b(?:in|of|last|this|next|since|mid|early|late)[\s-]\Z",
            text[max(0, start - 6) : start],
            re.I,
        )
    name = words.rstrip(".")
    if name.lower() in VERBS and (len(name) <= 4 and name != "May"):
        return not words.endswith(".")
    if name[0].islower():
        return name in ("may", "march", "august")
    sentence_start = bool(
        re.search(r"(?:[.!?:;\n][\"”’)]*\s*|\A\s*)\Z", text[max(0, start - 4) : start])
    )
    return (
        sentence_start
        and name in ("May", "March")
        and not re.match(r"\s*[,.;)]|\s*\Z", text[read.end : read.end + 4])
    )


def _is_no_year(text: str, read: Expression, start: int, value: int) -> bool:
    if COUNTED_AFTER.match(text, read.end):
        return True
    before = text[max(0, start - 24) : start]
    if COUNT_BEFORE.search(before):
        return True
    name = NAME_BEFORE.search(before)
    if name and name.group(1) not in NO_NAME:
        return True
    return value < 1500 and not re.search(r"\b(?:in|year|since|by|until|of)\s+\Z", before, re.I)

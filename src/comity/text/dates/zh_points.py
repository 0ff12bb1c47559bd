"""Turn matches of the Chinese grammar into partial dates."""

import re
from typing import Final

from comity.text.dates import zh_grammar as grammar
from comity.text.dates.partial import Partial
from comity.text.numerals import parse_numeral

UNITS: Final = {
    "年": "year",
    "个月": "month",
    "月": "month",
    "天": "day",
    "周": "week",
    "个季度": "quarter",
    "季度": "quarter",
}
# The first five-year plan began in 1953; from the seventh (1986) on they follow each other every
# five years, which puts a nominal first one in 1956.
FIRST_PLAN_YEAR: Final = 1956


def number(text: str | None) -> int:
    return (parse_numeral(text) or 0) if text else 0


def year_point(found: re.Match[str], text: str) -> Partial | None:
    """Return the year of a match, absolute or counted from another."""
    start, end = found.span()
    said = found.group("said")
    if said:
        return _said_year(said, start, end, text)
    if found.group("minguo"):
        return Partial(start, end, "year", year=1911 + number(found.group("minguo")))
    short = found.group("short") or found.group("zero")
    if short:
        value = number(short)
        return Partial(start, end, "year", year=value + (2000 if value < 50 else 1900))
    return Partial(start, end, "year", year=_year(found.group("year")))


def _year(text: str) -> int:
    return number(text.replace("两千", "二千") if len(text) > 2 else text)


NOT_NEXT_TO: Final = {
    "后年": "今此以之最战前",
    "前年": "以之此多今0123456789",
    "明年": "文",
    "上年": "以之",
    "当年": "适正",
}


def _said_year(said: str, start: int, end: int, text: str) -> Partial | None:
    before = text[start - 1] if start else ""
    if before and before in NOT_NEXT_TO.get(said, ""):
        return None
    if said in grammar.SAID_YEAR:
        return Partial(start, end, "year", base="document", shift=grammar.SAID_YEAR[said])
    return Partial(start, end, "year", base="running", shift=grammar.RUNNING_YEAR[said])


def inner_point(found: re.Match[str], year: Partial | None = None) -> Partial:
    """Return a month, day, quarter, half, season or part of a year, within its year if one is named."""
    whole = year or Partial(found.start(), found.end(), "year")
    groups = found.groupdict()
    point = whole._replace(end=found.end())
    if groups["month"]:
        return _month(point, groups)
    if groups["half"]:
        return point._replace(unit="half", number=1 if groups["half"][0] in "上前" else 2)
    if groups["firstq"]:
        return point._replace(unit="quarter", number=1, last=number(groups["firstq"]))
    quarter = groups["q"] or groups["q2"] or groups["q3"]
    if quarter:
        value = 1 if quarter in "首头" else number(quarter)
        return point._replace(
            unit="quarter", number=value, part=grammar.PARTS.get(groups["qpart"], "")
        )
    return _within_year(point, groups)


def _month(point: Partial, groups: dict[str, str]) -> Partial:
    month = 1 if groups["month"] == "元" else number(groups["month"])
    if groups["day"]:
        return point._replace(unit="day", month=month, day=number(groups["day"]))
    if groups["firstdays"]:
        return point._replace(unit="day", month=month, day=1, last=number(groups["firstdays"]))
    part = grammar.PARTS.get(groups["mpart"] or "", "")
    return point._replace(unit="month", month=month, part=part)


def _within_year(point: Partial, groups: dict[str, str]) -> Partial:
    if groups["nth"]:
        return point._replace(unit="month", month=number(groups["nth"]))
    if groups["count"]:
        count = number(groups["count"])
        first = 1 if groups["end"] in ("前", "头") else 13 - count
        return point._replace(unit="month", month=max(first, 1), last=max(first, 1) + count - 1)
    if groups["yeardays"]:
        return point._replace(unit="day", month=1, day=1, last=number(groups["yeardays"]))
    if groups["season"]:
        return point._replace(unit="season", number=grammar.SEASONS[groups["season"]])
    part = groups["ypart"].removeprefix("年")
    return point._replace(part=grammar.PARTS.get(part, ""))


def day_point(found: re.Match[str]) -> Partial:
    return Partial(found.start(), found.end(), "day", day=number(found.group("day")))


DAY_READERS: Final = day_point


def standalone_point(found: re.Match[str], text: str) -> Partial | None:
    """Return what needs no year before it: ISO dates, decades, centuries, plans, words, lengths."""
    groups = found.groupdict()
    start, end = found.span()
    if groups["ymd"] or groups["ym"] or groups["dmy"] or groups["eight"]:
        return _digits(groups, start, end)
    if groups["decade"] or groups["century"]:
        return _decade(groups, start, end) if groups["decade"] else _century(groups, start, end)
    if groups["plan"]:
        return _plan(groups, start, end)
    if groups["mday"] or groups["mmonth"] or groups["mquarter"]:
        return _word(groups, start, end, text)
    if groups["barepart"]:
        part = grammar.PARTS.get(groups["barepart"][1:], "")
        return Partial(start, end, "year", part=part, base="near")
    if groups["spanyears"]:
        return Partial(start, end, "year", year=int(groups["y1"]), last=int(groups["y2"]))
    return _length(groups, start, end)


def _digits(groups: dict[str, str], start: int, end: int) -> Partial | None:
    if groups["ymd"]:
        month = int(groups["nm"] or groups["nm2"])
        return Partial(start, end, "day", int(groups["ny"]), month, int(groups["nd"]))
    if groups["ym"]:
        return Partial(start, end, "month", int(groups["ymy"]), int(groups["ymm"]))
    if groups["eight"]:
        run = groups["eight"]
        return Partial(start, end, "day", int(run[:4]), int(run[4:6]), int(run[6:]))
    day, month = int(groups["a"]), int(groups["b"])
    if month > 12:
        day, month = month, day
    return Partial(start, end, "day", int(groups["y3"]), month, day) if 0 < month < 13 else None


def _decade(groups: dict[str, str], start: int, end: int) -> Partial:
    part, tens = grammar.PARTS.get(groups["dpart"] or "", ""), number(groups["tens"])
    century, four = groups["cent"], groups["cent4"]
    if four:
        return Partial(start, end, "decade", year=int(four) * 100 + tens, part=part)
    if century and century[0] in "上本":
        shift = -1 if century[0] == "上" else 0
        return Partial(
            start,
            end,
            "decade",
            number=tens,
            part=part,
            base="document",
            shift=shift,
            step="century",
        )
    base = (number(century) - 1) * 100 if century else 1900
    return Partial(start, end, "decade", year=base + tens, part=part)


def _century(groups: dict[str, str], start: int, end: int) -> Partial:
    part, century = grammar.PARTS.get(groups["cpart"] or "", ""), groups["c"]
    if century[0] in "上本":
        shift = -1 if century[0] == "上" else 0
        return Partial(
            start, end, "century", part=part, base="document", shift=shift, step="century"
        )
    return Partial(start, end, "century", year=(number(century) - 1) * 100, part=part)


def _plan(groups: dict[str, str], start: int, end: int) -> Partial | None:
    ordinal = number(groups["planno"])
    quoted = groups["plan"][0] in '“"「'
    if groups["planno"] == "十" and not quoted:
        return None
    first = FIRST_PLAN_YEAR + 5 * (ordinal - 1)
    if groups["plan"].endswith("末"):
        return Partial(start, end, "year", year=first + 4)
    return Partial(start, end, "year", year=first, last=first + 4)


def _word(groups: dict[str, str], start: int, end: int, text: str) -> Partial | None:
    if groups["mday"]:
        return _day_word(groups["mday"], start, end, text)
    if groups["mquarter"]:
        part = grammar.PARTS.get(groups["mqpart"] or "", "")
        shift = grammar.SAID_QUARTER[groups["mquarter"]]
        return Partial(
            start, end, "quarter", base="document", shift=shift, step="quarter", part=part
        )
    word = groups["mmonth"]
    base = "document" if word in grammar.SAID_MONTH else "running"
    shift = {**grammar.SAID_MONTH, **grammar.RUNNING_MONTH}[word]
    point = Partial(start, end, "month", base=base, shift=shift, step="month")
    if groups["mmday"]:
        return point._replace(unit="day", day=number(groups["mmday"]))
    return point._replace(part=grammar.PARTS.get(groups["mmpart"] or "", ""))


# 今天的中国, 美好的明天: words for now and the future, not days.
TODAY_AT_LARGE: Final = re.compile("的(?:中国|世界|亚|国际|时代|人|我|东盟|全球|和平|地)|中国|世界")


def _day_word(word: str, start: int, end: int, text: str) -> Partial | None:
    if word in ("今天", "明天") and (
        TODAY_AT_LARGE.match(text, end) or text[start - 1 : start] in ("的", "好", "丽", "煌")
    ):
        return None
    if word in ("同日", "当日") and text[end : end + 1] in ("方", "本", "军"):  # 同 + 日方
        return None
    if word in grammar.SAID_DAY:
        return Partial(start, end, "day", base="document", shift=grammar.SAID_DAY[word], step="day")
    return Partial(start, end, "day", base="running", shift=grammar.RUNNING_DAY[word], step="day")


def _length(groups: dict[str, str], start: int, end: int) -> Partial | None:
    if groups["upn"]:
        unit, count = UNITS[groups["upunit"]], number(groups["upn"])
        return Partial(
            start, end, "length", step=unit, count=-count if groups["up"] == "上" else count
        )
    count = number(groups["n"] or groups["m"])
    if not count or count > 500:
        return None
    if groups["n"]:
        ahead = groups["ahead"][0] in "未今接"
        return Partial(
            start, end, "length", step=UNITS[groups["nunit"]], count=count if ahead else -count
        )
    unit = UNITS[groups["munit"]]
    if groups["mdir"] == "前":
        return Partial(start, end, unit, base="document", shift=-count, step=unit)
    return Partial(start, end, "length", step=unit, count=-count)

"""Turn matches of the English grammar into partial dates. Each reader takes a text and an offset."""

import re
from typing import Final

from comity.text.dates import en_grammar as grammar
from comity.text.dates.partial import Partial
from comity.text.numerals import parse_numeral

SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
NUMBERS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
DECADES: Final = {
    "twent": 20,
    "thirt": 30,
    "fort": 40,
    "fift": 50,
    "sixt": 60,
    "sevent": 70,
    "eight": 80,
    "ninet": 90,
}
RELATIVE: Final = {
    "this": ("document", 0),
    "current": ("document", 0),
    "the": ("document", 0),
    "the current": ("document", 0),
    "the last": ("document", -1),
    "the latest": ("document", -1),
    "last": ("document", -1),
    "past": ("document", -1),
    "the past": ("document", -1),
    "previous": ("document", -1),
    "next": ("document", 1),
    "coming": ("document", 1),
    "the coming": ("document", 1),
    "the next": ("document", 1),
    "the following": ("running", 1),
    "following": ("running", 1),
    "the previous": ("running", -1),
    "the preceding": ("running", -1),
    "the same": ("running", 0),
    "same": ("running", 0),
    "that": ("running", 0),
    "that same": ("running", 0),
    "that very": ("running", 0),
    "in the": ("document", 0),
}
Groups = dict[str, str | None]


def number(text: str | None) -> int:
    if not text:
        return 0
    text = text.lower()
    return 1 if text in ("a", "an") else (parse_numeral(text) or 0)


def month_number(text: str) -> int:
    return grammar.MONTHS.index(text[:3].lower()) + 1


def part_of(groups: Groups, mark: str = "") -> str:
    word = groups.get(f"{mark}part") or groups.get(f"{mark}partof") or ""
    return grammar.PARTS.get(re.sub(r"\s+", " ", word.lower()), "")


def short_year(text: str) -> int:
    value = int(text.lstrip("'’"))
    return value + (2000 if value < 50 else 1900)


def with_year(point: Partial, groups: Groups) -> Partial:
    """Add the year of a match: absolute, of two digits, or counted ("last year")."""
    if year := groups.get("year"):
        return point._replace(year=number(year))
    if year := groups.get("yy"):
        return point._replace(year=short_year(year))
    if said := groups.get("rely"):
        base, shift = RELATIVE[re.sub(r"\s+", " ", said.lower())]
        return point._replace(base=base, shift=shift)
    return point


def read_iso(text: str, at: int) -> Partial | None:
    found = grammar.ISO.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    name = g["mon"] or g["mon3"] or g["mon5"]
    month = month_number(name) if name else int(g["m"] or g["m4"] or g["mm"])
    day = g["d"] or g["d2"] or g["d3"] or g["d5"] or g["dd"]
    point = Partial(at, found.end(), "day" if day else "month", int(g["y"]), month)
    return point._replace(day=int(day)) if day else point


def read_numeric(text: str, at: int) -> Partial | None:
    found = grammar.NUMERIC.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    if name := g["mon"] or g["mon4"] or g["mon6"]:
        year, day = g["y3"] or g["y4"] or g["y6"], g["dd"] or g["dd4"] or g["dd6"]
        return Partial(at, found.end(), "day", int(year), month_number(name), int(day))
    if g["my"]:
        return Partial(at, found.end(), "month", int(g["my"]), int(g["m"]))
    year = g["y"] or g["y2"]
    value = int(year) if len(year) == 4 else short_year(year)
    # With full stops the day comes first, as in Europe; with strokes and hyphens the month.
    pair = _month_and_day(int(g["a"] or g["a2"]), int(g["b"] or g["b2"]), day_first=g["sep"] == ".")
    return Partial(at, found.end(), "day", value, *pair) if pair else None


def read_slashed(text: str, at: int) -> Partial | None:
    """Read 4/22: only behind a word that asks for a date, since fractions look the same."""
    found = grammar.SLASHED.match(text, at)
    asked = re.search(
        r"\b(?:on|from|to|by|until|next|this|since|before|after)\s+\Z|[-–]\Z",
        text[max(0, at - 8) : at],
        re.I,
    )
    if not found or not asked:
        return None
    pair = _month_and_day(int(found["a"]), int(found["b"]), day_first=False)
    year = int(found["y"]) if found["y"] else None
    return Partial(at, found.end(), "day", year, *pair) if pair else None


def _month_and_day(a: int, b: int, *, day_first: bool) -> tuple[int, int] | None:
    month, day = (b, a) if day_first else (a, b)
    if month > 12:
        month, day = day, month
    return (month, day) if 0 < month < 13 and 0 < day < 32 else None


# "Paragraph 10 may be invoked": a small word after a small "may" makes it the verb.
SMALL_WORD: Final = re.compile(r"\s[a-z]")


def read_day_month(text: str, at: int) -> Partial | None:
    weekday = re.match(grammar.WEEKDAY, text[at : at + 28], re.I)
    begin = at + weekday.end() if weekday else at
    for pattern in (grammar.DAY_FIRST, grammar.MONTH_FIRST):
        if found := pattern.match(text, begin):
            g = found.groupdict()
            if g["month"] == "may" and SMALL_WORD.match(text, found.end()):
                return None
            day = number((g["day"] or "").replace(" ", "-"))
            point = Partial(at, found.end(), "day", month=month_number(g["month"]), day=day)
            return with_year(point, g)
    return None


def read_month(text: str, at: int) -> Partial | None:
    found = grammar.MONTH_YEAR.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    point = Partial(at, found.end(), "month", month=month_number(g["month"]), part=part_of(g))
    return with_year(point, g)


def read_said_month(text: str, at: int) -> Partial | None:
    """Read "last September": the last that has been, so of this year or the one before."""
    found = grammar.SAID_MONTH.match(text, at)
    if not found:
        return None
    word = found["deictic"].lower()
    month = month_number(found["month"])
    if word in ("last", "next"):
        part = "before" if word == "last" else "after"
        return Partial(at, found.end(), "month", month=month, base=part)
    if word == "this":
        return Partial(at, found.end(), "month", month=month, base="document")
    return Partial(at, found.end(), "month", month=month)


def read_quarter(text: str, at: int) -> Partial | None:
    if found := grammar.REPORTED_QUARTER.match(text, at):
        shift = -1 if "latest" in found.group().lower() else -5
        return Partial(at, found.end(), "quarter", base="document", shift=shift, step="quarter")
    if found := grammar.HALVES.match(text, at):
        return _first_units(found, at)
    found = grammar.QUARTER.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    half = (g["what"] or g["hq"] or "").lower() in ("half", "h")
    value = int(g["n"]) if g["n"] else NUMBERS[(g["q"] or "").lower()]
    if not _is_numbered(found, value, half=half):
        return None
    unit = "half" if half else "quarter"
    point = Partial(at, found.end(), unit, number=value, part=part_of(g, "x"))
    if year := g["year2"] or g["before"]:
        return point._replace(year=int(year))
    if said := g["rely0"]:
        shift = {"this": 0, "next": 1}.get(said.split()[0].lower(), -1)
        return point._replace(base="document", shift=shift)
    return with_year(point, g)


def _is_numbered(found: re.Match[str], value: int, *, half: bool) -> bool:
    """Say whether a quarter or half of a year is meant: "the first half" alone may be of anything,
    "last quarter" without its year is the one before this."""
    yearly = any(found[name] for name in ("year", "year2", "rely", "rely0", "before"))
    yearly = yearly or found.group().lower().endswith("the year")
    if half:
        return value <= 2 and (yearly or bool(found["n"]))
    return yearly or (found["q"] or "").lower() != "last"


def _first_units(found: re.Match[str], at: int) -> Partial:
    count, months = number(found["count"]), found["unit"].lower() == "months"
    size = 12 if months else 4
    first = 1 if found["which"].lower() == "first" else max(size - count + 1, 1)
    last = min(first + count - 1, size)
    point = Partial(at, found.end(), "month" if months else "quarter", last=last)
    point = point._replace(month=first) if months else point._replace(number=first)
    return with_year(point, found.groupdict())


def read_season(text: str, at: int) -> Partial | None:
    found = grammar.SEASON.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    if g["this"]:
        shift = {"this": 0, "last": -1, "next": 1}[g["this"].lower()]
        return Partial(
            at,
            found.end(),
            "season",
            number=SEASONS[g["season2"].lower()],
            base="document",
            shift=shift,
        )
    return with_year(Partial(at, found.end(), "season", number=SEASONS[g["season"].lower()]), g)


def read_decade(text: str, at: int) -> Partial | None:
    found = grammar.DECADE.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    if g["decade"]:
        year = int(g["decade"])
    elif g["spoken"]:
        year = {"nineteen": 1900, "eighteen": 1800, "twenty": 2000}[g["spoken"].lower()] + DECADES[
            g["tens"].lower()
        ]
    else:
        tens = (
            int(g["short"])
            if g["short"]
            else DECADES[(g["lone"] or "").lower().removesuffix("ies")]
        )
        year = 1900 + tens
    return Partial(at, found.end(), "decade", year=year, part=part_of(g))


def read_century(text: str, at: int) -> Partial | None:
    found = grammar.CENTURY.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    year = (number(g["century"]) - 1) * 100
    quarter = NUMBERS.get((g["cq"] or "").lower(), 0)
    return Partial(at, found.end(), "century", year=year, number=quarter, part=part_of(g))


def read_years(text: str, at: int) -> Partial | None:
    """Read 2013-19: two years joined by a stroke."""
    found = grammar.YEAR_SPAN.match(text, at)
    if not found:
        return None
    first, tail = int(found["y1"]), found["y2"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    return (
        Partial(at, found.end(), "year", year=first, last=last)
        if first < last < first + 200
        else None
    )


def read_year(text: str, at: int) -> Partial | None:
    found = grammar.YEAR_ALONE.match(text, at)
    if not found:
        return None
    g = found.groupdict()
    value = (
        short_year(g["fy"])
        if g["fy"] and len(g["fy"]) == 2
        else number(g["named"] or g["fy"] or g["year"])
    )
    return Partial(at, found.end(), "year", year=value, part=part_of(g)) if value else None

"""Find English date expressions: candidates by one pattern, then the grammar at those places."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from comity.text.dates import en_grammar as grammar
from comity.text.dates import en_points as points
from comity.text.dates import en_relative as relative
from comity.text.dates import weekdays
from comity.text.dates.en_starts import Starts
from comity.text.dates.guards import is_english_name
from comity.text.dates.partial import Expression, Partial

Reader = Callable[[str, int], Partial | None]
# In order of preference: what reads more comes first.
DIGIT_READERS: Final[tuple[Reader, ...]] = (
    points.read_numeric,
    points.read_quarter,
    points.read_decade,
    points.read_century,
    points.read_iso,
    points.read_years,
    points.read_day_month,
    relative.read_day_of_said,
    relative.read_length,
    points.read_slashed,
    points.read_year,
)
WORD_READERS: Final[tuple[Reader, ...]] = (
    points.read_numeric,
    relative.read_day_word,
    relative.read_day_of_said,
    points.read_day_month,
    weekdays.read_weekday,
    points.read_said_month,
    points.read_month,
    points.read_century,
    points.read_decade,
    points.read_quarter,
    points.read_season,
    relative.read_length,
    relative.read_year_end,
    relative.read_said,
    points.read_year,
)
MONTH_READERS: Final[tuple[Reader, ...]] = (
    points.read_numeric,
    points.read_day_month,
    points.read_month,
)
IS_MONTH: Final = re.compile(grammar.MONTH, re.I)


def find_english(text: str) -> Iterator[Expression]:
    """Yield the date expressions of an English text in order, unresolved."""
    starts, at, floor = Starts(text), 0, 0
    while (start := starts.after(at)) is not None:
        found = _read(text, start, floor)
        yield from (read for read in found if not is_english_name(text, read))
        at = max(found[-1].end if found else 0, start + 1)
        floor = at if found else floor
        if not found and text[start].isdigit():
            at = _skip_digits(text, at)


def _skip_digits(text: str, at: int) -> int:
    while at < len(text) and text[at].isdigit():
        at += 1
    return at


# "may" is the verb unless it is written as a name and no pronoun follows.
MODAL_MAY = re.compile(r"(?:(?:[Tt]his|[Tt]hat|[Nn]ext|[Ll]ast)\s)?may")
MODAL_AFTER = re.compile(r"(?<=\bMay)\s(?:I|we|you|he|she|they|it|not|or may)\b")


def _read(text: str, start: int, floor: int) -> list[Expression]:
    lent = grammar.LENT_DAY.match(text, start)
    if lent:
        first: Partial | None = Partial(start, lent.end(), "day", day=points.number(lent["day"]))
    else:
        first = _point(text, start)
    if first is None:
        return []
    if MODAL_MAY.fullmatch(text[first.start : first.end]) or MODAL_AFTER.match(text, first.end):
        return []
    head = grammar.LEAD.search(text, max(floor, start - 24), start)
    lead = re.sub(r"\s+", " ", head["lead"].lower()) if head else ""
    chained = _chain(text, first, lead)
    begin = head.start() if head and lead in grammar.OPENING else start
    return [
        _open(text, read, lead, begin if i == 0 else read.start) for i, read in enumerate(chained)
    ]


def _point(text: str, start: int) -> Partial | None:
    if text[start : start + 1].isdigit():
        readers = DIGIT_READERS
    elif IS_MONTH.match(text, start):
        readers = MONTH_READERS
    else:
        readers = WORD_READERS
    for read in readers:
        if point := read(text, start):
            # A full stop behind an abbreviated month stays outside when the date ends with it.
            return point._replace(end=point.end - 1) if text[point.end - 1] == "." else point
    return None


def _chain(text: str, first: Partial, lead: str) -> list[Expression]:
    """Read what follows a link: a range, a join of bare days or months, or a second date."""
    if first.unit == "length" or first.last:
        return [_single(first)]
    pattern = grammar.BETWEEN_AND if lead == "between" else grammar.RANGE_LINK
    if link := pattern.match(text, first.end):
        last = _following(text, link.end(), first) or _present(text, link.end())
        if last and last.unit != "length" and _may_range(first, last):
            return [Expression(first.start, last.end, (first, last), "range")]
    if link := grammar.JOIN_LINK.match(text, first.end):
        return _joined(text, first, link)
    return [_single(first)]


def _single(point: Partial) -> Expression:
    return Expression(point.start, point.end, (point,))


def _may_range(first: Partial, last: Partial) -> bool:
    """A bare month before a bare day of another kind is no range; a range has dates at both ends."""
    return (
        first.month is not None
        or last.month is None
        or first.unit in ("day", "year", "quarter", "season")
    )


def _following(text: str, at: int, first: Partial) -> Partial | None:
    point = _point(text, at)
    if (
        point is None
        and first.unit == "day"
        and first.month
        and (bare := grammar.NEXT_DAY.match(text, at))
    ):
        point = Partial(at, bare.end(), "day", day=points.number(bare["day"]))
        return points.with_year(point, bare.groupdict())
    return point


def _present(text: str, at: int) -> Partial | None:
    """Read the end of "from 2015 to the present": the day of the document."""
    found = grammar.NOW.match(text, at)
    return Partial(at, found.end(), "day", base="document", step="day") if found else None


def _joined(text: str, first: Partial, link: re.Match[str]) -> list[Expression]:
    """Join "4 and 5 May", "February and October 2007"; keep two full dates apart."""
    last = _following(text, link.end(), first)
    comma = not re.search(r"and|&|or", link.group())
    if (
        last is None
        or first.unit not in ("day", "month")
        or last.unit != first.unit
        or first.base
        or last.base
    ):
        return [_single(first)]
    if first.year and last.month is None and text[link.end()].isalpha():
        return [_single(first)]  # "March 12, 2021 and the first summit": the first of its kind
    bare = (
        first.month is None or last.month is None or (first.unit == "month" and first.year is None)
    )
    if bare and not comma:
        return [Expression(first.start, last.end, (first, last), "join")]
    if first.year is None and last.year is not None and not comma:
        return [_single(first._replace(year=last.year)), _single(last)]
    return [_single(first)]


def _open(text: str, read: Expression, lead: str, begin: int) -> Expression:
    """Widen an expression by the words that leave one of its ends open."""
    point = read.points[0]
    if point.unit == "length":
        return read
    if tail := grammar.ONWARDS.match(text, read.end):
        return read._replace(end=tail.end(), opening=tail.lastgroup or "")
    opening = grammar.OPENING.get(lead, "") if begin < read.start else ""
    if (
        not opening
        or (read.shape != "single" and lead != "since")
        or point.part in ("so-far", "to-come")
    ):
        return read
    return read._replace(start=begin, opening=opening)

"""Find Chinese date expressions: candidates by one pattern, then the grammar at those places."""

import re
from collections.abc import Iterator
from typing import Final

from comity.text.dates import zh_grammar as grammar
from comity.text.dates.guards import is_chinese_name
from comity.text.dates.partial import Expression, Partial
from comity.text.dates.weekdays import chinese_weekday
from comity.text.dates.zh_points import DAY_READERS, inner_point, standalone_point, year_point

WIDE: Final = re.compile("[０-９號紀兩後個來內當從與過間這翌標終餘時份週禮]")
FOLDED: Final = str.maketrans(
    "０１２３４５６７８９號紀兩後個來內當從與過間這標終餘時週禮",
    "0123456789号纪两后个来内当从与过间这标终余时周礼",
)
CENTURY_UNITS: Final = frozenset({"decade", "century", "length"})


def fold(text: str) -> str:
    """Return the text with full-width digits and the traditional characters dates need simplified.

    Every character maps to one, so offsets stay.
    """
    return text.translate(FOLDED) if WIDE.search(text) else text


def find_chinese(text: str) -> Iterator[Expression]:
    """Yield the date expressions of a Chinese text in order, unresolved."""
    text = fold(text)
    search, at = grammar.CANDIDATE.search, 0
    while candidate := search(text, at):
        expression = _read(text, candidate.start(), at)
        at = max(expression.end, candidate.end()) if expression else _next(candidate)
        if expression and not is_chinese_name(text, expression):
            yield expression


def _next(candidate: re.Match[str]) -> int:
    """Go on behind a rejected number, but only one character on after a word."""
    end = candidate.end()
    return end if candidate.group()[0].isdigit() else candidate.start() + 1


def _read(text: str, start: int, floor: int) -> Expression | None:
    if pair := grammar.YEAR_PAIR.match(text, start):
        return _two_years(pair)
    first = _point(text, start)
    if first is None:
        return None
    points, shape, end = _chain(text, first)
    return _open(text, floor, Expression(start, end, points, shape))


def _two_years(pair: re.Match[str]) -> Expression:
    shift = grammar.PAIRED[pair["pair"]]
    start, end = pair.span()
    first = Partial(start, end, "year", base="document", shift=shift)
    return Expression(start, end, (first, first._replace(shift=shift + 1)), "range")


def _point(text: str, start: int, *, linked: bool = False) -> Partial | None:
    if found := grammar.STANDALONE.match(text, start):
        point = standalone_point(found, text)
        if point:
            return point
    if weekday := chinese_weekday(text, start):
        return weekday
    if found := grammar.YEAR.match(text, start):
        return _year_and_inner(text, found)
    if found := grammar.BARE.match(text, start):
        return inner_point(found)
    pattern = grammar.DAY_ONLY if linked else grammar.LONE_DAY
    if (found := pattern.match(text, start)) and not _is_duration(text, found, linked):
        return DAY_READERS(found)
    return None


def _is_duration(text: str, found: re.Match[str], linked: bool) -> bool:
    """为期5日, 连续3日 and the like count days; they name none."""
    return not linked and text.endswith(
        ("为期", "历时", "连续", "共", "近", "约", "每"), 0, found.start()
    )


SEPARATOR: Final = re.compile(r"[\s，,]{0,2}")


def _year_and_inner(text: str, found: re.Match[str]) -> Partial | None:
    year = year_point(found, text)
    if year is None:
        return None
    gap = SEPARATOR.match(text, found.end())
    at = gap.end() if gap else found.end()
    inner = grammar.INNER.match(text, at)
    if inner is None or (at > found.end() and inner.lastgroup not in ("month", "day", "mpart")):
        return year
    if "，" in text[found.end() : at] and not inner.group("day"):
        return year
    return inner_point(inner, year)


def _chain(text: str, first: Partial) -> tuple[tuple[Partial, ...], str, int]:
    """Read what follows a link: a range has two points, a join two or more of one size."""
    if first.unit == "length":
        return (first,), "single", first.end
    if link := grammar.RANGE_LINK.match(text, first.end):
        last = _point(text, link.end(), linked=True)
        if last and _can_follow(first, last):
            return (first, last), "range", last.end
    points = [first]
    while link := grammar.JOIN_LINK.match(text, points[-1].end):
        following = _point(text, link.end(), linked=True)
        if not following or not _can_join(points[-1], following):
            break
        points.append(following)
    between = grammar.BETWEEN.match(text, points[-1].end) if len(points) == 2 else None
    if between and between.group().endswith("之间"):
        return tuple(points), "range", between.end()
    return tuple(points), "join" if len(points) > 1 else "single", points[-1].end


def _can_follow(first: Partial, last: Partial) -> bool:
    if last.unit == "length" or (
        last.day and last.unit == "day" and last.month is None and not last.base
    ):
        return first.unit == "day" and last.unit == "day"
    return True


def _can_join(first: Partial, following: Partial) -> bool:
    return first.unit == following.unit and first.unit != "length" and _can_follow(first, following)


def _open(text: str, floor: int, read: Expression) -> Expression:
    """Widen the expression by the words that leave one of its ends open."""
    if any(point.unit == "length" for point in read.points):
        return read
    tail = grammar.OPEN_AFTER.match(text, read.end)
    opening = tail.lastgroup or "" if tail else ""
    end = tail.end() if tail else read.end
    if opening == "before" and tail and tail.group().endswith("底前"):
        opening = "until"
    head, word = _head(text, floor, read.start)
    if opening == "since" or (not opening and _since_later(text, word, end)):
        start = head if word in grammar.SINCE_BEFORE and opening else read.start
        return read._replace(start=start, end=end, opening="since")
    if not opening and word in grammar.UNTIL_BEFORE and read.shape == "single":
        return read._replace(start=head, opening="until")
    if not opening and _is_deadline(text, read) and read.shape == "single":
        return read._replace(start=read.start - 1, opening="until")
    return read._replace(end=end, opening=opening) if opening else read


def _head(text: str, floor: int, start: int) -> tuple[int, str]:
    for word in (*grammar.SINCE_BEFORE, *grammar.UNTIL_BEFORE):
        if text.endswith(word, floor, start):
            longer = next((w for w in grammar.UNTIL_BEFORE if text.endswith(w, floor, start)), word)
            return start - len(longer), longer
    return start, ""


CLAUSE_END: Final = re.compile("[，。；！？\n]")


def _since_later(text: str, word: str, end: int) -> bool:
    """自…以来 may close after a whole clause: 自2002年签署宣言以来."""
    if word not in grammar.SINCE_BEFORE:
        return False
    if word != "从":
        stop = CLAUSE_END.search(text, end)
        if stop is None or text.endswith(("以来", "后", "开始", "起"), end, stop.start()):
            return True
    return False


def _is_deadline(text: str, read: Expression) -> bool:
    """到 opens a deadline at the start of a clause only: 到2020年 but 推迟到2020年, 追溯到1955年."""
    start = read.start
    if text[start - 1 : start] not in ("到", "至"):
        return False
    return start == 1 or text[start - 2] in "，。；：、“（( \n力将争划计"

"""What a file says of itself: its front matter, its language by script, dates as people write them."""

import re
from typing import Any, Final

import yaml

from comity.model import UNDATED, Finding, Period, Span

FRONT: Final = re.compile(
    r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
LATIN: Final = re.compile(r"[A-Za-z]")
HAN: Final = re.compile(r"[\u3400-\u9fff]")
OTHER: Final = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\uac00-\ud7af\u3040-\u30ff\u0900-\u097f]"
)


FIRST_KEY: Final = re.compile(
    r"\s*(?:#[^\n]*\n\s*)*(?:[\w-]+[ \t]*:|\{|\[|[\"'][\w-]+[\"']\s*:|\Z)"
)
LARGEST_FRONT: Final = 64_000  # characters: front matter is a few lines, never a data file


class PlainLoader(yaml.BaseLoader):
    """Reads every value as the words that stand there; references, which can grow without end, are refused."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("it holds references (* or &)")
        return super().compose_node(parent, index)


def split_front_matter(raw: str) -> tuple[dict[str, str], int, list[Finding]]:
    """Return the front matter of a file, where its text begins, and what was wrong with it.

    A stretch between two rules that does not begin with a key is text.
    """
    match = FRONT.match(raw)
    if not match or not FIRST_KEY.match(match.group(1)):
        return {}, 0, []
    try:
        if len(match.group(1)) > LARGEST_FRONT:
            raise yaml.YAMLError(f"it is longer than {LARGEST_FRONT:,} characters")
        loaded: Any = yaml.load(match.group(1), Loader=PlainLoader) or {}  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        why = str(error).splitlines()[0] if str(error) else "it is nested too deeply"
        message = f"The front matter is not valid YAML and was left aside: {why}."
        return {}, match.end(), [Finding(kind="front-matter", span=Span(0, 0), message=message)]
    if not isinstance(loaded, dict):
        return {}, 0, []
    return {str(k): _plain(v) for k, v in loaded.items()}, match.end(), []


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else str(value if value is not None else "")


def language_of(text: str) -> str:
    """Return zh, en or und by the share of scripts in the text."""
    sample = (
        text
        if len(text) < 20_000
        else text[:10_000] + text[len(text) // 2 : len(text) // 2 + 10_000]
    )
    han, latin, other = (len(p.findall(sample)) for p in (HAN, LATIN, OTHER))
    if other > han + latin:
        return "und"
    if han * 3 >= latin and han:
        return "zh"
    return "en" if latin else "und"


def parse_day(value: str) -> Period:
    """Return an ISO date of any precision as a period; undated when it is none.

    >>> parse_day("2017-01").precision
    'month'
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d.*)?)?)?", value.strip())
    if not match:
        return UNDATED
    try:
        year, month, day = (int(g) if g else 0 for g in match.groups())
        if day:
            return Period.day(year, month, day)
        return Period.month(year, month) if month else Period.year(year)
    except ValueError:
        return UNDATED

"""Who issued a document, when, in which language: from its front matter, else from its own words."""

import datetime
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import yaml

from comity.model import UNDATED, Finding, Period, Span
from comity.reader.lines import Paragraph
from comity.registry import Record
from comity.registry.lexicon import load_lexicon
from comity.text.dates import find_dates

FRONT: Final = re.compile(
    r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
DATELINE: Final = re.compile(
    r"(\d{1,2}月\d{1,2}日)电|^([A-Z][A-Z .]{2,20}), ([A-Z][a-z]{2,8}\.? \d{1,2})(?:, \d{4})? ?(?:--|—|\()"
)
AGENCIES: Final = {
    "新华社": "CHN",
    "中新社": "CHN",
    "央视网": "CHN",
    "解放军报": "CHN",
    "人民日报": "CHN",
    "Xinhua": "CHN",
    "CCTV": "CHN",
    "China Military": "CHN",
    "TASS": "RUS",
    "Yonhap": "KOR",
    "Kyodo": "JPN",
    "KCNA": "PRK",
}
LATIN: Final = re.compile(r"[A-Za-z]")
HAN: Final = re.compile(r"[\u3400-\u9fff]")
OTHER: Final = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f\uac00-\ud7af\u3040-\u30ff\u0900-\u097f]"
)


def split_front_matter(raw: str) -> tuple[dict[str, str], int, list[Finding]]:
    """Return the front matter of a file, where its text begins, and what was wrong with it."""
    match = FRONT.match(raw)
    if not match:
        return {}, 0, []
    try:
        loaded: Any = yaml.safe_load(match.group(1)) or {}
    except yaml.YAMLError as error:
        message = (
            f"The front matter is not valid YAML and was left aside: {str(error).splitlines()[0]}."
        )
        return {}, match.end(), [Finding(kind="front-matter", span=Span(0, 0), message=message)]
    if not isinstance(loaded, dict):
        return {}, 0, []
    return {str(k): _plain(v) for k, v in loaded.items()}, match.end(), []


def _plain(value: Any) -> str:
    return (
        value.isoformat()
        if isinstance(value, datetime.date)
        else str(value if value is not None else "")
    )


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


@lru_cache(maxsize=1024)
def issuer_id(name: str) -> str:
    """Return the id of the state or body that an issuer's printed name stands for, or an empty text."""
    name = name.strip()
    if re.fullmatch(r"[A-Z]{3}|[a-z0-9-]{2,40}", name):
        return name
    for agency, state in AGENCIES.items():
        if agency in name:
            return state
    order = {"organ": 0, "actor": 1, "mechanism": 2}
    hits = [h.records[0] for h in load_lexicon().find(name) if h.records[0].type in order]
    hits = [r for r in hits if r.type == "mechanism" or r.state]
    best = min(hits, key=lambda r: order[r.type], default=None)
    return _owner(best) if best else ""


def _owner(record: Record) -> str:
    return record.state if record.type in ("organ", "actor") else record.id


def issuer_in(paragraphs: Sequence[Paragraph]) -> str:
    """Return the issuer that the title block or a source line names, or an empty text."""
    head = [p for p in paragraphs[:6] if len(p.words) < 60 and p.kind != "item"]
    lines = [*(p for p in paragraphs if p.kind == "byline"), *head[1:], *paragraphs[:3]]
    for paragraph in lines:
        words = paragraph.words[:90]
        telling = any(agency in words for agency in AGENCIES)
        found = issuer_id(words) if telling or (paragraph in head and len(words) < 40) else ""
        if found:
            return found
    return ""


def parse_day(value: str) -> Period:
    """Return an ISO date of any precision as a period; undated when it is none.

    >>> parse_day("2017-01").precision
    'month'
    """
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:[T ].*)?", value.strip())
    if not match:
        return UNDATED
    try:
        year, month, day = (int(g) if g else 0 for g in match.groups())
        if day:
            return Period.day(year, month, day)
        return Period.month(year, month) if month else Period.year(year)
    except ValueError:
        return UNDATED


def date_in(paragraphs: Sequence[Paragraph], language: str, page: Period) -> Period:
    """Return the date of issue that a title block, a dateline or a source line gives.

    ``page`` is the date of the page's first document: a dateline without a year takes its year.
    """
    zh_or_en = language if language in ("zh", "en") else "en"
    for paragraph in [p for p in paragraphs if p.kind == "byline"] + list(paragraphs[:4]):
        match = DATELINE.search(paragraph.words[:400])
        if match:
            found = find_dates(
                match.group(1) or match.group(3), zh_or_en, page if page.start else None
            )
            if found and found[0].period.precision == "day" and page.start:
                return found[0].period
    for paragraph in paragraphs[:6]:
        words = paragraph.words.strip("（）() 　")
        found = find_dates(words, zh_or_en) if len(words) < 40 else ()
        if (
            len(found) == 1
            and found[0].period.resolved == "explicit"
            and len(words) - (found[0].span.end - found[0].span.start) < 22
        ):
            return found[0].period
    return UNDATED

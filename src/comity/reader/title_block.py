"""Who issued a document and when, in its own words: title block, byline, source line, dateline.

A sentence of the body tells what happened, not who published it or when; none is looked at but for
the dateline that it opens with.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from comity.model import UNDATED, Period
from comity.reader.lines import Paragraph
from comity.registry import Record
from comity.registry.lexicon import Hit, load_lexicon
from comity.text.dates import DateMention, find_dates

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
NAMED: Final = "|".join(map(re.escape, AGENCIES))
DATELINE: Final = re.compile(
    r"((?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:专?电|讯)"
    r"|^([A-Z][A-Z .]{2,20}), ([A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?) ?(?:--|—|\()"
)
# An agency that reports: behind its name a dateline, or its name in brackets before the report.
REPORTER: Final = re.compile(
    rf"(?:{NAMED})[^，。；]{{0,14}}?\d{{1,2}}月\d{{1,2}}日(?:专?电|讯)|(?:{NAMED})(?:消息|记者|发（|讯)"
    rf"|[(/](?:{NAMED})[)/]\.? ?(?:--|—|–|-|$|[A-Z])"
)
FAR: Final = 8  # a title block has no more lines than this
LONG: Final = {"zh": 60, "en": 120}
INITIALS: Final = re.compile(r"\b[A-Z]\.$")  # Washington, D.C.
STOPS: Final = tuple("。！？；.!?;…")
OF_TYPE: Final = {"organ": 0, "actor": 1, "mechanism": 2}
# What a line that only names a publisher may hold beside names and dates.
BODY_EN: Final = re.compile(
    r"\b(?:Ministry|Ministries|Department|Government|Office|Embassy|Mission|Consulate|Delegation|Cabinet"
    r"|Secretariat|Parliament|Chancellery|Presidency|Commission|Council|Ministers? (?:of|for)|House|Staff)\b",
    re.IGNORECASE,
)
BODY_FIRST: Final = re.compile(rf"\W*(?:[\w.]+ ){{0,3}}?(?:{BODY_EN.pattern})", re.IGNORECASE)
ABROAD: Final = re.compile(r"\b(?:Embassy|Mission|Consulate|Delegation)\b|使馆|代表团|领馆")
BODY_ZH: Final = re.compile(
    r"外交部|国防部|国防省|防卫省|外务省|商务部|政府|新闻办公室|大使馆|使馆|总领馆|代表团|总统府|首相府|总理府|秘书处|议会|国会|内阁|参谋部"
)
FILLER_ZH: Final = re.compile(
    r"网站|官网|官方|网|新闻|发言人|办公室|来源|信息|发布|时间|日期|字号|稿件|公报|供稿|发言|司|局|处|驻|据|由|和|与|的|年|月|日|时|分|秒|电|讯"
)
FUNCTION_WORDS: Final = re.compile(
    r"of|the|for|and|to|in|at|on|by|an?|from|source|issued|published|posted|updated|released|press|office"
    r"|statement|[ap]\.?m|gmt",
    re.IGNORECASE,
)
ISSUED: Final = re.compile(
    r"(?:published|posted|updated|issued|released|adopted|done|dated?|press conference|briefing|remarks"
    r"|statement|readout|发布|时间|日期)[^.]*$",
    re.IGNORECASE,
)
LEADING: Final = re.compile(r"\b(?:on|in|since|by|from|until|till|of|to|before|after)\s+$", re.I)


def dateline_in(words: str, language: str, page: Period) -> Period:
    """Return the date of a report's dateline; one without a year takes that of ``page``, if known."""
    match = DATELINE.search(words[:400])
    if not match:
        return UNDATED
    dates = find_dates(match.group(1) or match.group(3), language, page if page.start else None)
    period = dates[0].period if dates else UNDATED
    known = page.start or period.resolved == "explicit"
    return period if known and period.precision == "day" else UNDATED


def date_in(paragraphs: Sequence[Paragraph], language: str, page: Period) -> Period:
    """Return the date of issue that a title block, a dateline or a source line gives.

    ``page`` is the date of the page's first document: a dateline without a year takes its year.
    """
    tongue = language if language in ("zh", "en") else "en"
    for paragraph in [p for p in paragraphs if p.kind == "byline"] + list(paragraphs[:4]):
        found = dateline_in(paragraph.words, tongue, page)
        if found.start:
            return found
    for number, paragraph in enumerate(_title_block(paragraphs, tongue)):
        heading = number == 0 or paragraph.kind == "heading"
        found = _date_of_line(paragraph.words.strip("（）() 　"), tongue, heading=heading)
        if found.start:
            return found
    return UNDATED


def _title_block(paragraphs: Sequence[Paragraph], language: str) -> Iterator[Paragraph]:
    """Yield the lines above the body: the first sentence ends them."""
    for paragraph in paragraphs[:FAR]:
        if paragraph.kind != "heading" and is_sentence(paragraph.words, language):
            return
        if paragraph.kind in ("paragraph", "heading", "subtitle", "byline", "quote"):
            yield paragraph


def is_sentence(words: str, language: str) -> bool:
    """Say whether some words are running text and not a line of a title block."""
    plain = words.strip()
    if (len(plain) > LONG[language] and not plain.isupper()) or "。" in plain[:-1]:
        return True
    if INITIALS.search(plain):
        return False
    return plain.endswith(STOPS) and len(_letters(_without(plain, _dates(plain, language)))) > 3


def _dates(words: str, language: str) -> tuple[DateMention, ...]:
    return tuple(find_dates(words, language))


def _letters(words: str) -> str:
    return "".join(c for c in words if c.isalpha())


def _without(words: str, dates: Sequence[DateMention]) -> str:
    for date in reversed(dates):
        words = f"{words[: date.span.start]} {words[date.span.end :]}"
    return words


def _date_of_line(words: str, language: str, *, heading: bool) -> Period:
    """Return the one date of a line of a title block, unless it dates something else."""
    dates = _dates(words, language)
    if len(dates) != 1 or dates[0].period.resolved != "explicit":
        return UNDATED
    (date,) = dates
    before, after = words[: date.span.start], words[date.span.end :]
    if len(before + after) >= (22 if language == "zh" else 70):
        return UNDATED
    if LEADING.search(before) and not ISSUED.search(before):
        return UNDATED
    if heading and (before.strip() and after.strip(" )）.")):
        return UNDATED
    if heading and date.period.precision == "year":
        return UNDATED
    return date.period


def issuer_in(
    paragraphs: Sequence[Paragraph], language: str = "zh", overlay: Path | None = None
) -> str:
    """Return the issuer that the title block, a source line or a dateline names, or an empty text."""
    tongue = language if language in ("zh", "en") else "en"
    bylines = [p for p in paragraphs if p.kind == "byline"]
    block = [p for p in _title_block(paragraphs, tongue) if not _is_title(p, paragraphs, tongue)]
    for paragraph in [*bylines, *block]:
        words = paragraph.words.strip("（）() 　")
        if found := agency_in(words) or issuer_of_line(words, tongue, overlay):
            return found
    for paragraph in paragraphs[:3]:
        if match := REPORTER.search(paragraph.words[:120]):
            return agency_in(match.group())
    return ""


def _is_title(paragraph: Paragraph, paragraphs: Sequence[Paragraph], language: str) -> bool:
    """Say whether a line is what the document is called; a first line may also be its publisher."""
    first = paragraph is paragraphs[0] and language == "en"
    return paragraph.level == 1 or (first and not BODY_FIRST.match(paragraph.words))


def agency_in(words: str) -> str:
    """Return the state whose news agency or paper some words name, or an empty text."""
    return next((state for agency, state in AGENCIES.items() if agency in words), "")


def issuer_of_line(words: str, language: str, overlay: Path | None = None) -> str:
    """Return whom a line names that does nothing but name a public body, or an empty text."""
    hits = [h for h in load_lexicon(overlay).find(words) if h.records[0].type in OF_TYPE]
    named = [h for h in hits if owner(h.records[0])]
    states = list(dict.fromkeys(owner(h.records[0]) for h in named))
    rest = _without(words, _dates(words, language))
    bodies = [r for h in named if (r := h.records[0]).type == "organ" or r.kind == "igo"]
    if not named or not (bodies or BODY_EN.search(rest) or BODY_ZH.search(rest)):
        return ""
    if not _only_names(rest, hits, words):
        return ""
    best = min(named, key=lambda h: OF_TYPE[h.records[0].type])
    if len(states) > 1 and not ABROAD.search(words) and best.records[0].type == "actor":
        return ""
    return owner(best.records[0])


def _only_names(rest: str, hits: Sequence[Hit], words: str) -> bool:
    """Say whether a line without its dates holds names only: no word of a sentence."""
    for hit in hits:
        rest = rest.replace(words[hit.start : hit.end], " ")
    left = FILLER_ZH.sub("", BODY_ZH.sub("", rest))
    if len([c for c in left if "\u3400" <= c <= "\u9fff"]) > 3:
        return False
    latin = re.findall(r"[A-Za-z][A-Za-z'’.]*", left)
    return all(w[0].isupper() or FUNCTION_WORDS.fullmatch(w.strip(".")) for w in latin)


def owner(record: Record) -> str:
    """Return the state of an organ or state, or the id of a body; empty for an organ of no one state."""
    return record.state if record.type in ("organ", "actor") else record.id


@lru_cache(maxsize=1024)
def issuer_id(name: str, overlay: Path | None = None) -> str:
    """Return the id of the state or body that an issuer's printed name or id stands for, else empty."""
    from comity.registry import load_registry

    name = name.strip()
    registry = load_registry(overlay)
    for type in ("actor", "mechanism", "organ"):
        record = registry.get(name, type)
        if record and owner(record):
            return owner(record)
    if agency := agency_in(name):
        return agency
    hits = [h.records[0] for h in load_lexicon(overlay).find(name)]
    known = [r for r in hits if r.type in OF_TYPE and owner(r)]
    best = min(known, key=lambda r: OF_TYPE[r.type], default=None)
    return owner(best) if best else ""

"""A reading of a lens as people read it: a table's rows, Markdown, and a page for notebooks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import escape
from typing import Any, Final

from comity.lens.lens import Speaking, option_words
from comity.lens.page import head, toward
from comity.lens.picked import MOST, left_out, picked
from comity.lens.reading import CriterionReading, LensReading, MeasureReading
from comity.measure import explain
from comity.measure.catalogue import measure_of
from comity.measure.value import Value

COLUMNS: Final = {
    "en": ("criterion", "sentence or paraphrase", "measure", "value", "claims/sources"),
    "zh": ("标准", "原文或转述", "指标", "数值", "说法/来源"),
}
NOT_MEASURED: Final = {"en": "not measured", "zh": "无法衡量"}
UNKNOWN: Final = {"en": "unknown", "zh": "未知"}
NO_INTERVAL: Final = {"en": "no interval", "zh": "无区间"}
MISSING: Final = {"en": "inputs unknown", "zh": "未知输入"}
Line = dict[str, str]


SETTINGS: Final = {
    "en": "{period}; intervals at {level:.0%}, {draws} draws, seed {seed}.",
    "zh": "{period}；区间水平 {level:.0%}，抽样 {draws} 次，种子 {seed}。",
}


def led(reading: LensReading, language: str = "en") -> str:
    """Return the lines that stand before a reading: the document, the notice, and what it was run with."""
    return f"{head(reading.lens, language)}\n{SETTINGS[language].format(**reading.settings)}"


def lines(
    reading: LensReading, language: str = "en", most: int = MOST, *, short: bool = False
) -> Iterator[Line]:
    """Yield the rows of a table, by the columns of `COLUMNS`; the words of a criterion stand once.

    ``short`` tells how a measure is to be read only where it is not to be read as better or worse.
    """
    dated = ".." in str(reading.settings.get("period"))
    for each in reading.criteria:
        first = (each.criterion.id, each.words(language))
        for cells in _cells(each, language, most, short, dated):
            yield dict(zip(COLUMNS[language], (*first, *cells), strict=True))
            first = ("", "")


def markdown(reading: LensReading, language: str = "en", most: int = MOST) -> str:
    """Return a reading as a Markdown table below its head."""
    names = COLUMNS[language]
    rows = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    for line in lines(reading, language, most):
        cells = (" ".join(cell.split()).replace("|", "\\|") for cell in line.values())
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join([led(reading, language), "", *rows, ""])


def html(reading: LensReading, language: str = "en", most: int = MOST) -> str:
    """Return a reading as an HTML table below its head, all words escaped; criteria are heads of their rows."""
    names = "".join(f"<th scope='col'>{escape(n)}</th>" for n in COLUMNS[language])
    body = "".join(_html_row(list(line.values())) for line in lines(reading, language, most))
    caption = escape(led(reading, language))
    return f"<table><caption>{caption}</caption><tr>{names}</tr>{body}</table>"


def _html_row(cells: list[str]) -> str:
    first = f"<th scope='row'>{escape(cells[0])}</th>" if cells[0] else "<td></td>"
    rest = "".join(f"<td>{escape(cell)}</td>" for cell in cells[1:])
    return f"<tr style='vertical-align:top;text-align:left'>{first}{rest}</tr>"


def told(value: Value, language: str = "en", note: str = "", *, dated: bool = True) -> str:
    """Return whom a value is of, the value, and its interval or the reason why it has none."""
    subject = str(value.subject if dated else replace(value.subject, period=""))
    about = " ".join(part for part in (subject, f"({note})" if note else "") if part)
    said = _number(value, language)
    if value.lo is not None and value.hi is not None:
        said += f" [{figure(value.lo)}, {figure(value.hi)}] {value.level:.0%}"
    elif value.value is not None:
        said += f" ({NO_INTERVAL[language]}: {value.no_interval})"
    if value.missing:
        said += f"; {MISSING[language]}: {value.missing}"
    return f"{about}: {said}" if about else said


def figure(number: float) -> str:
    """Return a number with three digits; what is nothing but error of arithmetic is 0.

    >>> figure(1234.5), figure(-5e-17), figure(0.12345)
    ('1234', '0', '0.123')
    """
    if abs(number) < 1e-9:
        return "0"
    return f"{number:.0f}" if abs(number) >= 1000 else f"{number:.3g}"


def explained(
    reading: LensReading,
    words: Callable[[str], str | None],
    language: str = "en",
    most: int = MOST,
) -> Iterator[str]:
    """Yield, in Markdown, how each shown value came about: formula, choices, inputs, and the words of their claims.

    ``words`` gives the sentence of a claim by its id, or None where it is unknown.
    """
    yield from (led(reading, language), "")
    for each in reading.criteria:
        yield from (f"## {each.criterion.id}", "", each.words(language), "")
        for one in each.readings:
            yield from _explained(one, words, language, most)
        if unmeasured := each.criterion.unmeasured(language):
            yield from (f"{NOT_MEASURED[language]}: {unmeasured}", "")


def _cells(
    each: CriterionReading, language: str, most: int, short: bool, dated: bool
) -> Iterator[tuple[str, str, str]]:
    for reading in each.readings:
        name = speaking_words(reading.speaking, language, short=short)
        if not reading.values:
            yield name, f"{UNKNOWN[language]}: {reading.reason}", ""
        chosen = list(picked(reading.values, most, language))
        for note, value in chosen:
            support = f"{value.n_claims}/{value.n_sources}"
            yield name, told(value, language, note, dated=dated), support
            name = ""
        if rest := left_out(reading.values, len(chosen), language):
            yield "", rest, ""
    if unmeasured := each.criterion.unmeasured(language):
        yield NOT_MEASURED[language], unmeasured, ""


def speaking_words(speaking: Speaking, language: str = "en", *, short: bool = False) -> str:
    """Return a measure with its options and how the lens reads it."""
    measure = measure_of(speaking.measure)
    given = option_words(speaking)
    title = measure.zh if language == "zh" else measure.en
    what = f"{title} ({measure.id}{', ' + given if given else ''})"
    reading = speaking.zh if language == "zh" else speaking.en
    way = toward(speaking.toward, language)
    gap = "；" if language == "zh" else "; "
    if short and speaking.toward != "none":
        return f"{what}{gap}{way}"
    return f"{what}{gap}{way}{'：' if language == 'zh' else ': '}{reading}"


def _number(value: Value, language: str) -> str:
    if value.value is None:
        return UNKNOWN[language]
    if isinstance(value.value, str):
        return value.value
    return f"{figure(value.value)} {value.unit}".rstrip()


def _explained(
    one: MeasureReading, words: Callable[[str], str | None], language: str, most: int
) -> Iterator[str]:
    yield from (f"### {speaking_words(one.speaking, language)}", "")
    if not one.values:
        yield from (f"{UNKNOWN[language]}: {one.reason}", "")
        return
    for note, value in picked(one.values, most, language):
        found = explain(value)
        yield f"- {told(value, language, note)}"
        yield f"  - formula: {found['measure']['formula']}"
        yield from (f"  - method: {found['method']}",) if found["method"] else ()
        for envelope in found["envelopes"]:
            yield f"  - {envelope['cause']}: {figure(envelope['lo'])} to {figure(envelope['hi'])}"
        for entry in found["inputs"]:
            yield from _input(entry, words)
    yield ""


def _input(entry: Mapping[str, Any], words: Callable[[str], str | None]) -> Iterator[str]:
    parts = (entry["what"], "–".join(entry["actors"]), entry.get("frame"), entry.get("period"))
    yield "  - " + " ".join(str(part) for part in parts if part)
    for source in entry["sources"]:
        sentence = words(source)
        yield f"    - {source}" + (f": “{' '.join(sentence.split())}”" if sentence else "")

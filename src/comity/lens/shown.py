"""A reading of a lens as people read it: a table's rows, Markdown, and a page for notebooks."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any, Final

from comity.lens.lens import Speaking
from comity.lens.page import head, option_words, toward
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
Line = dict[str, str]


def lines(reading: LensReading, language: str = "en", most: int = MOST) -> Iterator[Line]:
    """Yield the rows of a table, by the columns of `COLUMNS`; the words of a criterion stand once."""
    for each in reading.criteria:
        rows = list(_cells(each, language, most))
        for number, (measure, value, support) in enumerate(rows):
            first = (each.criterion.id, each.words(language)) if number == 0 else ("", "")
            cells = (*first, measure, value, support)
            yield dict(zip(COLUMNS[language], cells, strict=True))


def markdown(reading: LensReading, language: str = "en", most: int = MOST) -> str:
    """Return a reading as a Markdown table below its head."""
    names = COLUMNS[language]
    rows = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    for line in lines(reading, language, most):
        cells = (" ".join(cell.split()).replace("|", "\\|") for cell in line.values())
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join([head(reading.lens, language), "", *rows, ""])


def html(reading: LensReading, language: str = "en", most: int = MOST) -> str:
    """Return a reading as an HTML table below its head, all words escaped."""
    names = "".join(f"<th scope='col'>{escape(n)}</th>" for n in COLUMNS[language])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line.values()) + "</tr>"
        for line in lines(reading, language, most)
    )
    caption = escape(head(reading.lens, language))
    return f"<table><caption>{caption}</caption><tr>{names}</tr>{body}</table>"


def told(value: Value, language: str = "en", note: str = "") -> str:
    """Return whom a value is of, the value, and its interval or the reason why it has none."""
    subject = str(value.subject)
    about = f"{subject} ({note})" if note else subject
    said = _number(value, language)
    if value.lo is not None and value.hi is not None:
        said += f" [{value.lo:.3g}, {value.hi:.3g}] {value.level:.0%}"
    elif value.value is not None:
        said += f" (no interval: {value.no_interval})"
    if value.missing:
        said += (
            f"; inputs unknown: {value.missing}"
            if language == "en"
            else f"；未知输入：{value.missing}"
        )
    return f"{about}: {said}" if about else said


def explained(
    reading: LensReading,
    words: Callable[[str], str | None],
    language: str = "en",
    most: int = MOST,
) -> Iterator[str]:
    """Yield, in Markdown, how each shown value came about: formula, choices, inputs, and the words of their claims.

    ``words`` gives the sentence of a claim by its id, or None where it is unknown.
    """
    yield from (head(reading.lens, language), "")
    for each in reading.criteria:
        yield from (f"## {each.criterion.id}", "", each.words(language), "")
        for one in each.readings:
            yield from _explained(one, words, language, most)
        if unmeasured := each.criterion.unmeasured(language):
            yield from (f"{NOT_MEASURED[language]}: {unmeasured}", "")


def _cells(each: CriterionReading, language: str, most: int) -> Iterator[tuple[str, str, str]]:
    for reading in each.readings:
        name = speaking_words(reading.speaking, language)
        if not reading.values:
            yield name, f"{UNKNOWN[language]}: {reading.reason}", ""
        chosen = list(picked(reading.values, most, language))
        for note, value in chosen:
            yield name, told(value, language, note), f"{value.n_claims}/{value.n_sources}"
            name = ""
        if rest := left_out(reading.values, len(chosen), language):
            yield "", rest, ""
    if unmeasured := each.criterion.unmeasured(language):
        yield NOT_MEASURED[language], unmeasured, ""


def speaking_words(speaking: Speaking, language: str = "en") -> str:
    """Return a measure with its options and how the lens reads it."""
    measure = measure_of(speaking.measure)
    given = option_words(speaking)
    title = measure.zh if language == "zh" else measure.en
    what = f"{title} ({measure.id}{'; ' + given if given else ''})"
    reading = speaking.zh if language == "zh" else speaking.en
    return f"{what}. {toward(speaking.toward, language)}: {reading}"


def _number(value: Value, language: str) -> str:
    if value.value is None:
        return UNKNOWN[language]
    if isinstance(value.value, str):
        return value.value
    return f"{value.value:.3g} {value.unit}".rstrip()


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
            yield f"  - {envelope['cause']}: {envelope['lo']:.3g} to {envelope['hi']:.3g}"
        for entry in found["inputs"]:
            yield from _input(entry, words)
    yield ""


def _input(entry: Mapping[str, Any], words: Callable[[str], str | None]) -> Iterator[str]:
    parts = (entry["what"], "–".join(entry["actors"]), entry.get("frame"), entry.get("period"))
    yield "  - " + " ".join(str(part) for part in parts if part)
    for source in entry["sources"]:
        sentence = words(source)
        yield f"    - {source}" + (f": “{' '.join(sentence.split())}”" if sentence else "")

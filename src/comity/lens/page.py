"""The page of a lens: its criteria, where the document states them, and what speaks to each."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from comity.lens.lens import Criterion, Lens, option_words
from comity.lens.quote import Quote, find_quotes
from comity.lens.reading import NOTICE, quoted_as

WORDS: Final = {
    "en": {
        "at": "section {section}, characters {start} to {end}",
        "unmeasured": "Not measured",
        "none": "No measure speaks to it.",
        "published": "Published",
        "higher": "more in line if higher",
        "lower": "more in line if lower",
        "neither": "not to be read as better or worse",
        "missing": "its sentence does not stand in the text given",
        "quoted": "“{words}”",
    },
    "zh": {
        "at": "章节：{section}，第 {start} 至 {end} 字",
        "unmeasured": "无法衡量",
        "none": "没有指标与此相关。",
        "published": "发表于",
        "higher": "越高越符合",
        "lower": "越低越符合",
        "neither": "不作好坏解读",
        "missing": "所给文本中没有该句",
        "quoted": "“{words}”",
    },
}


def toward(word: str, language: str = "en") -> str:
    """Return in words where more in line with a criterion would show."""
    return WORDS[language]["neither" if word == "none" else word]


def head(lens: Lens, language: str = "en") -> str:
    """Return the line that stands before everything a lens shows."""
    who = ", ".join(lens.issuer)
    return f"{lens.title(language)} ({who}, {lens.date}). {NOTICE[language]}"


def page(lens: Lens, language: str = "en", text: str | None = None) -> str:
    """Return the page of a lens in Markdown; with the document's text, each sentence that verifies is shown."""
    words = WORDS[language]
    quotes = find_quotes(lens, text) if text else {}
    lines = [
        f"# {lens.id}",
        "",
        head(lens, language),
        "",
        f"{words['published']}: {lens.address}",
        "",
    ]
    lines += [lens.note(language), ""] if lens.note(language) else []
    for criterion in lens.criteria:
        lines += _criterion(criterion, words, language)
        if quote := quotes.get(criterion.id):
            lines += ["> " + words["quoted"].format(words=" ".join(quote.text.split())), ""]
        elif text:
            lines += [f"> {words['missing']}", ""]
        lines += _speaking(criterion, words, language)
    return "\n".join(lines).rstrip("\n") + "\n"


def page_rows(lens: Lens, text: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield one row for each measure of each criterion, or for a criterion without any."""
    quotes: Mapping[str, Quote] = find_quotes(lens, text) if text else {}
    for criterion in lens.criteria:
        status = quoted_as(quotes.get(criterion.id), given=bool(text))
        row = {"lens": lens.id, **criterion.to_dict(), **status}
        empty = dict.fromkeys(
            ("measure", "options", "of_layer", "toward", "reading_en", "reading_zh")
        )
        for speaking in criterion.measures:
            yield {**row, **speaking.to_dict(), "options": option_words(speaking)}
        if not criterion.measures:
            yield {**row, **empty}


def _criterion(criterion: Criterion, words: Mapping[str, str], language: str) -> Iterator[str]:
    where = words["at"].format(section=criterion.section, start=criterion.start, end=criterion.end)
    yield from (f"## {criterion.id}", "", f"{criterion.said(language)} ({where})", "")


def _speaking(criterion: Criterion, words: Mapping[str, str], language: str) -> Iterator[str]:
    colon = "：" if language == "zh" else ": "
    for speaking in criterion.measures:
        given = option_words(speaking)
        reading = speaking.zh if language == "zh" else speaking.en
        name = f"`{speaking.measure}`{f' ({given})' if given else ''}"
        yield f"- {name}, {toward(speaking.toward, language)}{colon}{reading}"
    if not criterion.measures:
        yield f"- {words['none']}"
    if unmeasured := criterion.unmeasured(language):
        yield f"- {words['unmeasured']}{colon}{unmeasured}"
    yield ""

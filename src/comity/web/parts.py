"""What stands around a document's text: the line below its title, its findings, its list of claims."""

from html import escape
from typing import Any

from comity.model import Document
from comity.model.span import line_counter
from comity.web.show import Labels, aside, status, verb, when, who
from comity.web.text import Rendered
from comity.web.words import UI, Pair, both, tell, ui


def name_of(index: int, row: dict[str, Any], labels: Labels) -> Pair:
    """Return what a screen reader says for a claim's number."""
    heads, whos = verb(row), who(row, labels)
    zh, en = ui("claim", index + 1)
    return f"{zh}：{heads[0]}，{whos[0]}", f"{en}: {heads[1]}, {whos[1]}"


def about_line(document: Document, language: str, labels: Labels) -> str:
    """Return the line below the title: who published it, when, and what is missing."""
    issued = document.issued
    row = {
        "start": issued.start.isoformat() if issued.start else None,
        "end": issued.end.isoformat() if issued.end else None,
        "precision": issued.precision,
    }
    missing = ui("missing", " · ".join(document.missing)) if document.missing else ("", "")
    absent = ("", "") if document.complete else ui("incomplete")

    def line(lang: str) -> str:
        issuer = labels(document.issuer, lang) if document.issuer else ""
        at = UI[lang]
        return " · ".join(p for p in (issuer, when(row, lang), absent[at], missing[at]) if p)

    return both("p", (line("zh"), line("en")), language, f'class="about" lang="{language}"')


def findings_list(document: Document, printed: Rendered, language: str) -> str:
    """Return what was repaired, suspected or is missing, each with a link to its line."""
    if not document.findings:
        return ""
    lines = []
    line_of = line_counter(document.text)
    for finding in document.findings:
        line = line_of(finding.span.start)
        anchor = printed.anchor(finding.span.start)
        place = both("a", ui("line", line), language, f'href="#{anchor}"')
        lines.append(f"<li>{place} {both('span', tell(finding), language)}</li>")
    summary = both("summary", ui("findings", len(lines)), language)
    return f'\n<details class="findings" lang="{language}">{summary}<ul>{"".join(lines)}</ul></details>'


def list_item(
    number: int, index: int, row: dict[str, Any], lang: str, language: str, labels: Labels
) -> str:
    """Return one claim of the list, which leads back to its place in the text."""
    state = status(row)
    rest = aside(row, labels)
    parts = (
        f'<span class="no">{index + 1}</span>',
        both("b", verb(row), language),
        both("span", who(row, labels), language, 'class="who"'),
        both("em", state, language) if state else "",
        both("small", rest, language) if any(rest) else "",
    )
    quote = escape(" ".join(row["quote"].split()))
    return (
        f'<li id="c-{number}-{index}" class="{row["kind"]}"><a href="#m-{number}-{index}">'
        f'{" ".join(p for p in parts if p)}</a><q lang="{lang}">{quote}</q></li>'
    )

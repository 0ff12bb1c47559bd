"""One self-contained page: the printed text with its claims in place.

The page can be read without JavaScript: text, numbers that lead to the list of claims, findings. The
script adds filters, the card of a claim and the other language.
"""

import json
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from typing import Any

from comity.model import Claim, Document
from comity.web.parts import about_line, findings_list, list_item, name_of
from comity.web.show import Labels, named_ids
from comity.web.text import Marked, render_text
from comity.web.words import UI, both, load_words, ui

Read = Sequence[tuple[Document, Sequence[Claim]]]
VOCABULARIES = ("mode", "root", "stance", "relation", "status", "track", "precision", "resolved")


def render_page(documents: Read, *, language: str = "", labels: Labels = lambda id, _: id) -> str:
    """Return one HTML page without any outside reference.

    ``language`` is that of the interface (zh or en), by default the first document's; ``labels`` gives the
    display name of an id in a language.
    """
    shown = language or (documents[0][0].language if documents else "en")
    shown = shown if shown in UI else "en"
    texts = "\n".join(
        _document(number, d, claims, shown, labels) for number, (d, claims) in enumerate(documents)
    )
    page = _asset("page.html")
    for name, value in (
        ("language", shown),
        ("title", escape(_title(documents[0][0])) if documents else "comity"),
        ("style", _asset("page.css")),
        ("skip", both("a", ui("skip"), shown, 'class="skip" href="#claims-0"')),
        ("legend", _legend(shown)),
        ("contents", _contents(documents, shown)),
        ("texts", texts),
        ("data", as_script(_data(documents, labels))),
        ("script", _asset("page.js")),
    ):
        page = page.replace(f"<!--{name}-->", value)
    return page


def _asset(name: str) -> str:
    return files("comity.web").joinpath("assets", name).read_text(encoding="utf-8")


def as_script(data: Any) -> str:
    """Return data as JSON that no script element can be ended by."""
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _data(documents: Read, labels: Labels) -> dict[str, Any]:
    """Return what the script needs: the claims, the names of ids, the words of the interface."""
    words = load_words()
    ids = named_ids([c for _, claims in documents for c in claims])
    groups = (*VOCABULARIES, "role", "topic")
    return {
        "documents": [[c.to_dict() for c in claims] for _, claims in documents],
        "labels": {i: [labels(i, "zh"), labels(i, "en")] for i in ids},
        "ui": {**words["ui"], "fields": words["field"]},
        "zh": {group: words[group] for group in groups},
    }


def _title(document: Document) -> str:
    """Return the title, or the file's name, or ours."""
    name = document.source.replace("\\", "/").rsplit("/", 1)[-1]
    return " ".join(document.title.split()) or name or "comity"


def _legend(language: str) -> str:
    """Return the key to the lines under the words, for paper and for pages without a script."""
    kinds = (
        f'<u class="{k}">{both("span", ui(k), language)}</u>' for k in ("event", "position", "tie")
    )
    return " ".join(kinds)


def _contents(documents: Read, language: str) -> str:
    """Return links to the documents of a page that holds several."""
    if len(documents) < 2:
        return ""
    links = "".join(
        f'<li value="{n + 1}"><a href="#doc-{n}">{escape(_title(d))}</a> <span class="tally">{len(claims)}</span></li>'
        for n, (d, claims) in enumerate(documents)
    )
    heading = both("h2", ui("documents"), language, 'id="contents"')
    return f'<nav id="switch" aria-labelledby="contents">{heading}<ol>{links}</ol></nav>'


def _document(
    number: int, document: Document, claims: Sequence[Claim], language: str, labels: Labels
) -> str:
    rows = [c.to_dict() for c in claims]
    names = [name_of(i, row, labels)[UI[language]] for i, row in enumerate(rows)]
    printed = render_text(document, Marked(number, document, claims, names.__getitem__))
    lang = document.language if document.language in UI else "und"
    items = "\n".join(
        list_item(number, i, row, lang, language, labels) for i, row in enumerate(rows)
    )
    heading = both("h2", ui("claims"), language, f'id="claims-{number}" tabindex="-1"')
    return (
        f'<section class="document" id="doc-{number}" aria-labelledby="title-{number}">\n'
        f'<article lang="{lang}">\n'
        f'<h1 id="title-{number}">{printed.title or escape(_title(document))}</h1>\n'
        f"{about_line(document, language, labels)}{findings_list(document, printed, language)}\n{printed.text}\n"
        f'</article>\n<aside aria-labelledby="claims-{number}">{heading}\n'
        f'<ol class="claims">\n{items}\n</ol></aside>\n</section>'
    )

"""One self-contained page: the printed text with its claims in place."""

import json
from collections.abc import Callable, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from comity.model import Claim, Document, Span

Labels = Callable[[str, str], str]
Read = Sequence[tuple[Document, Sequence[Claim]]]


def render_page(documents: Read, *, language: str = "", labels: Labels = lambda id, _: id) -> str:
    """Return one HTML page without any outside reference.

    ``language`` is that of the interface (zh or en), by default the first document's; ``labels`` gives the
    display name of an id in a language.
    """
    first = language or (documents[0][0].language if documents else "en")
    data = {
        "language": first if first in ("zh", "en") else "en",
        "documents": [_document(number, d, claims) for number, (d, claims) in enumerate(documents)],
        "labels": _labels([c for _, claims in documents for c in claims], labels),
    }
    texts = "\n".join(_article(n, d, claims) for n, (d, claims) in enumerate(documents))
    title = escape(documents[0][0].title or "comity") if documents else "comity"
    page = _asset("page.html")
    for name, value in (
        ("title", title),
        ("style", _asset("page.css")),
        ("texts", texts),
        ("data", as_script(data)),
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


def _document(number: int, document: Document, claims: Sequence[Claim]) -> dict[str, Any]:
    return {
        "number": number,
        "title": document.title,
        "issuer": document.issuer,
        "issued": str(document.issued),
        "language": document.language,
        "complete": document.complete,
        "missing": list(document.missing),
        "findings": [
            {
                "kind": f.kind,
                "message": f.message,
                "line": document.text.count("\n", 0, f.span.start) + 1,
            }
            for f in document.findings
        ],
        "claims": [c.to_dict() for c in claims],
    }


def _labels(claims: Sequence[Claim], labels: Labels) -> dict[str, list[str]]:
    """Return the Chinese and English names of every id that the claims name."""
    ids: set[str] = set()
    for claim in claims:
        row = claim.to_dict()
        for name in ("participants", "holders", "addressees"):
            ids.update(row.get(name) or ())
        ids.update(str(row[n]) for n in ("frame", "from", "to", "issuer", "speaker") if row.get(n))
    return {i: [labels(i, "zh"), labels(i, "en")] for i in sorted(ids)}


def _article(number: int, document: Document, claims: Sequence[Claim]) -> str:
    stretch = document.article if document.article.end else Span(0, len(document.text))
    lang = document.language if document.language in ("zh", "en") else "und"
    body = "\n".join(
        f'<p class="heading">{paragraph}</p>' if ">#" in paragraph[:40] else f"<p>{paragraph}</p>"
        for paragraph in _paragraphs(number, document, claims, stretch)
    )
    return f'<article class="text" id="doc-{number}" lang="{lang}">{body}</article>'


def _paragraphs(
    number: int, document: Document, claims: Sequence[Claim], stretch: Span
) -> list[str]:
    """Return the printed lines as HTML, cut wherever a claim or one of its fields begins or ends."""
    text = document.text
    marks = sorted(
        ((c.span.start, c.span.end, f"{number}-{i}", c.kind) for i, c in enumerate(claims)),
        key=lambda m: (m[0], -m[1]),
    )
    edges = {stretch.start, stretch.end}
    edges.update(e for m in marks for e in m[:2])
    edges.update(e for c in claims for spans in c.fields.values() for s in spans for e in s)
    cuts = sorted(e for e in edges if stretch.start <= e <= stretch.end)
    out: list[str] = [""]
    for start, end in zip(cuts, cuts[1:], strict=False):
        covering = [m for m in marks if m[0] <= start and end <= m[1]]
        for i, line in enumerate(text[start:end].split("\n")):
            if i:
                out.append("")
            if line:
                at = start + len("\n".join(text[start:end].split("\n")[:i])) + (1 if i else 0)
                out[-1] += _segment(line, at, covering)
    return [line for line in out if line.strip()]


def _segment(words: str, at: int, covering: Sequence[tuple[int, int, str, str]]) -> str:
    kinds = " ".join(dict.fromkeys(m[3] for m in covering))
    ids = " ".join(m[2] for m in covering)
    if not covering:
        return f'<span data-at="{at}">{escape(words)}</span>'
    return f'<mark data-at="{at}" class="{kinds}" data-claims="{ids}">{escape(words)}</mark>'

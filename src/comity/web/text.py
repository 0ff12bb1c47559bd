"""The printed words of a document as HTML, cut wherever a claim or one of its fields begins or ends.

Each segment says where its words stand (``data-at``, in code points of the printed text). The numbers of
claims are drawn, not written: copying the text, on screen or from a printed PDF, gives the words alone.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from comity.model import Block, Claim, Document, Span
from comity.model.span import line_counter

Piece = tuple[int, int]
LAST_WORD = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef]{1,24}$|.$", re.DOTALL)
LOW = ("，", "。", "、")
TAGS = {"title": "h2", "subtitle": "p", "quote": "blockquote"}


class Marked:
    """A document's claims by place: what covers a stretch, and what ends at an offset."""

    def __init__(
        self, number: int, document: Document, claims: Sequence[Claim], name: Callable[[int], str]
    ) -> None:
        self.text = document.text
        self.number = number
        self.name = name
        self.claims = sorted(
            ((c.span.start, c.span.end, i, c.kind) for i, c in enumerate(claims)),
            key=lambda m: (m[0], -m[1], m[2]),
        )
        edges = {e for c in claims for spans in c.fields.values() for s in spans for e in s}
        for start, end, *_ in self.claims:
            edges |= {start, end, self._tail(start, end)}
        self.edges = sorted(edges)
        self.ending: dict[int, list[int]] = {}
        for _, end, i, _ in self.claims:
            self.ending.setdefault(end, []).append(i)
        self.starts = [m[0] for m in self.claims]
        self.longest = max((m[1] - m[0] for m in self.claims), default=0)

    def _tail(self, start: int, end: int) -> int:
        """Return where the last word of a claim begins: its number must not leave it at a line's end."""
        match = LAST_WORD.search(self.text[start:end])
        return start + match.start() if match else end

    def covering(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return number and kind of the claims over a stretch."""
        low = bisect_right(self.starts, start - self.longest - 1)
        high = bisect_right(self.starts, start)
        return [(i, kind) for s, e, i, kind in self.claims[low:high] if s <= start and end <= e]

    def html(self, piece: Piece) -> str:
        """Return one stretch of the printed text."""
        start, end = piece
        low, high = bisect_right(self.edges, start), bisect_right(self.edges, end - 1)
        cuts = [start, *self.edges[low:high], end]
        return "".join(self._segment(a, b) for a, b in pairwise(cuts) if b > a)

    def _segment(self, start: int, end: int) -> str:
        words = escape(self.text[start:end])
        covering = self.covering(start, end)
        if not covering:
            return f'<span data-at="{start}">{words}</span>'
        for kind in ("tie", "position", "event"):
            if any(k == kind for _, k in covering):
                words = f'<u class="{kind}">{words}</u>'
        ids = " ".join(f"{self.number}-{i}" for i, _ in covering)
        mark = f'<mark data-at="{start}" data-claims="{ids}">{words}</mark>'
        numbers = "".join(self._number(i) for i in self.ending.get(end, ()))
        kind = "end tight" if self.text[end : end + 1] in LOW else "end"
        return f'<span class="{kind}">{mark}{numbers}</span>' if numbers else mark

    def _number(self, index: int) -> str:
        digits = str(index + 1)
        uses = "".join(
            f'<use href="#d{d}" x="{8 * place}"/>' if place else f'<use href="#d{d}"/>'
            for place, d in enumerate(digits)
        )
        width = 8 * len(digits)
        return (
            f'<a class="n" id="m-{self.number}-{index}" href="#c-{self.number}-{index}"'
            f' aria-label="{escape(self.name(index))}"><svg class="w{len(digits)}"'
            f' viewBox="0 0 {width} 12" width="{width}" height="12" aria-hidden="true">{uses}</svg></a>'
        )


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's text: its title as printed (empty if the text does not begin with it) and the rest.

    ``anchors`` tells where each paragraph begins in the printed text and by which id it is reached.
    """

    title: str
    text: str
    anchors: tuple[tuple[int, str], ...]

    def anchor(self, offset: int) -> str:
        """Return the id of the paragraph that holds an offset of the printed text."""
        at = bisect_right(self.anchors, offset, key=lambda a: a[0]) - 1
        return self.anchors[max(at, 0)][1] if self.anchors else ""


def render_text(document: Document, marked: Marked) -> Rendered:
    """Return the printed words of a document with its claims marked."""
    title = ""
    out: list[str] = []
    anchors: list[tuple[int, str]] = []
    line_of = line_counter(document.text)
    for position, (block, pieces) in enumerate(_blocks(document)):
        html = "".join(marked.html(p) for p in pieces)
        words = "".join(document.text[a:b] for a, b in pieces).strip()
        if position == 0 and words and words == document.title.strip():
            title = html
            anchors.append((pieces[0][0], f"title-{marked.number}"))
            continue
        anchors.append((pieces[0][0], f"l-{marked.number}-{line_of(pieces[0][0])}"))
        out.append(_element(block, html, anchors[-1][1]))
    return Rendered(title, "\n".join(out), tuple(anchors))


def _element(block: Block, html: str, anchor: str) -> str:
    if block.kind == "heading":
        tag = f"h{min(max(block.level, 2), 4)}"
    else:
        tag = TAGS.get(block.kind, "p")
    kind = "" if block.kind in ("heading", "paragraph", "quote") else f' class="{block.kind}"'
    return f'<{tag} id="{anchor}"{kind}>{html}</{tag}>'


def _blocks(document: Document) -> Iterator[tuple[Block, list[Piece]]]:
    """Yield each block with the stretches of printed text that are its words."""
    offsets = document.offsets
    for block in document.blocks or _lines(document):
        start, end = block.span
        run = bisect_right(offsets.clean, start)
        inside = [start]
        while run < len(offsets.clean) and offsets.clean[run] < end:
            inside.append(offsets.clean[run])
            run += 1
        pieces = [
            (offsets.offset(a), offsets.offset(b - 1) + 1)
            for a, b in pairwise([*inside, end])
            if b > a
        ]
        if pieces:
            yield block, _joined(pieces)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join stretches that touch."""
    out = pieces[:1]
    for start, end in pieces[1:]:
        if start == out[-1][1]:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _lines(document: Document) -> Iterator[Block]:
    for match in re.finditer(r"[^\n]+", document.clean):
        yield Block(kind="paragraph", span=Span(*match.span()))

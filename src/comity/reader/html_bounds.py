"""A web page's markup kept within bounds before it is parsed.

A parser looks through the open elements at each tag and through the attributes at each attribute: nested or
listed by the ten thousand they take minutes. As in browsers, what is nested deeper is read beside, not inside.
"""

import re
from collections import Counter
from typing import Final

from comity.model import Finding
from comity.reader.html_tree import INLINE
from comity.reader.limits import too_long

DEEPEST: Final = 512  # open elements, as in Chromium
MOST_TAGS: Final = 300_000  # the longest pages at hand have a tenth of it
MOST_ATTRIBUTES: Final = 1_000
# Formatting is opened anew in every paragraph until it is closed.
MOST_FORMATTING: Final = 20
FORMATTING: Final = frozenset(
    ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
)
# Elements that end by themselves, or have no content: they add no depth of their own.
BRIEF: Final = frozenset(
    [
        "a",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "caption",
        "colgroup",
        "option",
        "optgroup",
        "rt",
        "rp",
        "html",
        "head",
        "body",
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
TOKEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|textarea|title|xmp|noembed|noframes|iframe)\b.*?(?:</\1\s*>|\Z)"
    r"""|<(/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))*+)(?:>|\Z)""",
    re.IGNORECASE | re.DOTALL,
)
QUOTED: Final = re.compile(r""""[^"]*"|'[^']*'""")
BETWEEN: Final = re.compile(r"[\s/]+|(?<=[\"'])(?=[^\s/])")


def bounded_markup(text: str) -> tuple[str, list[Finding]]:
    """Return a page that is parsed in time and memory that grow with its size, and what was left out."""
    if text.count("<") <= DEEPEST and len(text) < 20_000:
        return text, []
    nesting = Nesting()
    pieces: list[str] = []
    at = tags = 0
    for match in TOKEN.finditer(text):
        tags += match[2] == ""
        if tags > MOST_TAGS:
            message = f"Only the first {MOST_TAGS:,} tags of the page are read."
            return "".join([*pieces, text[at : match.start()]]), [too_long(message)]
        instead = nesting.instead(match)
        if instead is not None:
            pieces += [text[at : match.start()], instead]
            at = match.end()
    return "".join([*pieces, text[at:]]), []


class Nesting:
    """Follows which elements are open, and says what stands for a tag that goes too far."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.count: Counter[str] = Counter()
        self.formatting = 0

    def instead(self, match: re.Match[str]) -> str | None:
        """Return what replaces a tag, or None if it may stay."""
        _, slash, name, attributes = match.groups()
        if name is None:
            return None
        tag = name.lower()
        if tag in FORMATTING:
            kept = self._formatting(bool(slash))
        elif tag in BRIEF:
            kept = True
        else:
            kept = self._closed(tag) if slash else self._opened(tag, attributes)
        if not kept:
            return "" if INLINE.fullmatch(tag) else "<br>"
        return f"<{slash}{name}>" if _too_many(attributes) else None

    def _formatting(self, closes: bool) -> bool:
        self.formatting += -1 if closes and self.formatting else 0 if closes else 1
        return closes or self.formatting <= MOST_FORMATTING

    def _opened(self, tag: str, attributes: str) -> bool:
        if attributes.endswith("/") and (self.count["svg"] or self.count["math"]):
            return True  # only there does the slash end an element
        self.open.append(tag)
        self.count[tag] += 1
        return len(self.open) <= DEEPEST

    def _closed(self, tag: str) -> bool:
        """Close an element and what is open inside it; a tag that closes nothing stays."""
        if not self.count[tag]:
            return True
        while True:
            ended = self.open.pop()
            self.count[ended] -= 1
            if ended == tag:
                return len(self.open) < DEEPEST


def _too_many(attributes: str) -> bool:
    if len(attributes) < 2 * MOST_ATTRIBUTES:
        return False
    bare = QUOTED.sub('""', attributes)
    return len(BETWEEN.findall(bare)) > MOST_ATTRIBUTES

"""Bounds of a web page, so that none takes all day: no depth and no tag without end.

A parser's time grows with the square of either. Browsers stop at a depth of 512; pages written by people
have less than 100.
"""

import re
from collections.abc import Iterator
from typing import Final

DEEPEST: Final = 1_000  # elements within each other
LONGEST_TAG: Final = 20_000  # characters of one tag with its attributes
OVERLONG: Final = re.compile(rf"<([A-Za-z][\w-]*)\s[^<>]{{{LONGEST_TAG},}}>")
# Tags that need no end tag are left out of the count.
TAG: Final = re.compile(
    r"<(/?)(?!(?:p|li|dt|dd|tr|td|th|thead|tbody|tfoot|col|colgroup|option|optgroup|rp|rt|br|img|hr|input|meta|link|wbr|area|base|embed|source|track|param)\b)"
    r"([A-Za-z][\w-]*)[^<>]*(?<!/)>"
)


def bounded_page(page: str) -> str:
    """Return a page without the attributes of endless tags and without tags nested beyond all use."""
    page = OVERLONG.sub(r"<\1>", page)
    return "".join(_shallow(page)) if page.count("<") > DEEPEST else page


def _shallow(page: str) -> Iterator[str]:
    depth = at = 0
    for tag in TAG.finditer(page):
        closes = bool(tag[1])
        beyond = depth > DEEPEST if closes else depth >= DEEPEST
        depth = max(0, depth - 1) if closes else depth + 1
        if beyond:
            yield page[at : tag.start()]
            yield " "
            at = tag.end()
    yield page[at:]

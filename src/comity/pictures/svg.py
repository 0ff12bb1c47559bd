"""SVG as text: elements, what a line of words takes of room, and words that no XML parser stumbles over."""

import re
from collections.abc import Iterable
from html import escape
from typing import Any, Final
from unicodedata import east_asian_width

# Outside of what XML 1.0 allows (section 2.2), and the marks that turn the direction of text.
ILLEGAL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
NARROW: Final = "iljtfrI.,:;|!'()[]-–· "
# A line does not begin with these (GB/T 15834, full stops, commas and closing marks).
CLOSING: Final = "，。、；：！？）》」』”’%％,.;:!?)]"


def clean(words: object) -> str:
    """Return words on one line, escaped, without characters that XML forbids.

    >>> clean("a <b>\\x00\\n c")
    'a &lt;b&gt;\ufffd c'
    """
    return escape(" ".join(ILLEGAL.sub("\ufffd", str(words)).split()))


def element(name: str, content: str = "", /, **attributes: Any) -> str:
    """Return an element; ``cls`` is its class, ``_`` in names a hyphen, None leaves an attribute out.

    >>> element("line", x1=1.25, stroke_width=2)
    '<line x1="1.2" stroke-width="2"/>'
    """
    told = "".join(
        f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def _name(key: str) -> str:
    return "class" if key == "cls" else key.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    if isinstance(value, float):
        short = f"{value:.1f}"
        return short.removesuffix(".0") if short != "-0.0" else "0"
    return clean(value)


def words(x: float, y: float, told: object, cls: str = "", **attributes: Any) -> str:
    """Return a line of text whose baseline is at ``y``."""
    return element(
        "text", clean(told) or " ", x=float(x), y=float(y), cls=cls or None, **attributes
    )


def hint(told: object) -> str:
    """Return what a pointer or screen reader is told about the element it stands in."""
    return f"<title>{clean(told)}</title>"


def group(parts: Iterable[str], x: float = 0, y: float = 0, **attributes: Any) -> str:
    """Return elements moved together."""
    moved = f"translate({_value(float(x))},{_value(float(y))})" if x or y else None
    return element("g", "".join(parts), transform=moved, **attributes)


def room(told: str, size: float = 12) -> float:
    """Return about how wide words stand, in pixels: rather too much than too little.

    >>> room("中国", 10)
    20.0
    """
    return sum(_share(c) for c in told) * size


def _share(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.0
    if letter in NARROW:
        return 0.4
    return 0.76 if letter.isupper() or letter in "mw@%" else 0.62


def clip(told: str, width: float, size: float = 12) -> str:
    """Return words cut to a width, with an ellipsis where something is left out."""
    if room(told, size) <= width:
        return told
    while told and room(told + "…", size) > width:
        told = told[:-1]
    return told.rstrip() + "…"


def wrap(told: str, width: float, size: float = 12) -> list[str]:
    """Return words as lines no wider than ``width``: broken at spaces, between Chinese characters, else anywhere.

    >>> wrap("one two", 30, 10)
    ['one', 'two']
    """
    lines, line = [], ""
    for piece in _pieces(told):
        if line and room(line + piece.rstrip(), size) > width:
            lines.append(line.rstrip())
            line = ""
        while room(piece.rstrip(), size) > width and len(piece) > 1:
            cut = max(1, len(clip(piece, width, size)) - 1)
            lines.append(piece[:cut])
            piece = piece[cut:]
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def _pieces(told: str) -> list[str]:
    pieces: list[str] = []
    for letter in " ".join(told.split()):
        joins = pieces and (
            letter in CLOSING or letter == " " or not _breaks(pieces[-1][-1], letter)
        )
        if joins:
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _breaks(before: str, after: str) -> bool:
    wide = east_asian_width(before) in "WF" or east_asian_width(after) in "WF"
    return before == " " or (wide and before not in "（《「『“‘")

"""What every picture has around its drawing: title, legend, notes, and where it comes from."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from zlib import crc32

from comity.pictures.look import Look
from comity.pictures.style import style_sheet
from comity.pictures.svg import clean, element, group, room, words, wrap

MARGIN: Final = 16
BOLD: Final = 1.1  # how much wider bold words stand
# Patterns by the name they have in marks; a digest of the picture is put behind it, so that two pictures on
# one page keep their own.
PATTERNS: Final = (
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="paper" width="6" height="6"/><line class="dim" x1="0" y1="0" x2="0" y2="6" stroke-width="1.6" stroke-opacity="0.65"/></pattern>'
    '<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<circle class="soft" cx="2" cy="2" r="0.9"/></pattern>'
)
HATCH: Final = "url(#hatch)"
DOTS: Final = "url(#dots)"


class Part(NamedTuple):
    """Marks drawn from their own upper left corner, and how high they stand."""

    marks: Sequence[str]
    height: float


class Key(NamedTuple):
    """One entry of a legend: a sign of 26 by 12 pixels and its meaning."""

    sign: str
    told: str


def paragraph(told: Iterable[str], width: float, cls: str = "small soft", size: float = 11) -> Part:
    """Return sentences, each beginning a line of its own."""
    wide = size * BOLD if cls in ("bold", "title") else size
    lines = [line for each in told if each for line in wrap(each, width, wide)]
    step = size * 1.4
    return Part(
        [words(0, step * (i + 0.8), line, cls) for i, line in enumerate(lines)], step * len(lines)
    )


def legend(keys: Sequence[Key], width: float) -> Part:
    """Return the legend: entries side by side while they fit, long ones wrapped."""
    marks, x, y, tall = [], 0.0, 0.0, 0
    for key in keys:
        lines = wrap(key.told, width - 34, 12)
        wide = 34 + max((room(line, 12) for line in lines), default=0) + 18
        if x and x + wide - 18 > width:
            x, y, tall = 0.0, y + 17 * tall + 2, 0
        told = [words(34, 12 + 15 * i, line) for i, line in enumerate(lines)]
        marks.append(group([group([key.sign], 0, 2), *told], x, y))
        x, tall = x + wide, max(tall, len(lines))
    return Part(marks, y + 17 * tall if keys else 0)


def compose(
    look: Look,
    *,
    title: str,
    subtitle: str,
    description: str,
    drawing: Part,
    keys: Sequence[Key] = (),
    notes: Sequence[str] = (),
    sources: str = "",
) -> str:
    """Return the whole picture as one SVG element that needs nothing from outside."""
    inner = look.width - 2 * MARGIN
    parts = [
        paragraph([title], inner, "title", 17),
        paragraph([subtitle], inner, "sub soft", 13),
        drawing,
        legend(keys, inner),
        paragraph([*notes, sources], inner),
    ]
    marks, y = [], float(MARGIN)
    for part in parts:
        if part.height:
            marks.append(group(part.marks, MARGIN, y))
            y += part.height + 10
    height = round(y + MARGIN - 10)
    body = f'<rect class="paper" width="{look.width}" height="{height}"/>{"".join(marks)}'
    digest = f"{crc32((title + body).encode('utf-8')):08x}"
    head = (
        f'<title id="title-{digest}">{clean(title)}</title><desc id="desc-{digest}">{clean(description)}</desc>'
        f"<style>{style_sheet()}</style><defs>{PATTERNS}</defs>"
    )
    for name in ("hatch", "dots"):
        head = head.replace(f'id="{name}"', f'id="{name}-{digest}"')
        body = body.replace(f"url(#{name})", f"url(#{name}-{digest})")
    return element(
        "svg",
        head + body,
        xmlns="http://www.w3.org/2000/svg",
        width=look.width,
        height=height,
        viewBox=f"0 0 {look.width} {height}",
        role="img",
        aria_labelledby=f"title-{digest} desc-{digest}",
        lang="zh-Hans" if look.language == "zh" else "en",
    )


def box(fill: str = "", cls: str | None = None, width: float = 26) -> str:
    """Return a rectangle for a legend."""
    return element("rect", width=width, height=12, fill=fill or None, cls=cls)

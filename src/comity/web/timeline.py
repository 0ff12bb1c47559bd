"""A picture of what happened when: one row a kind, one mark a happening, as SVG that prints."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Final, NamedTuple

WIDTH: Final = 960
LEFT: Final = 120
ROW: Final = 26
TOP: Final = 30
RADIUS: Final = 5


class Mark(NamedTuple):
    """A happening on the picture: its row, its days, what a pointer or screen reader is told."""

    row: str
    start: date
    end: date
    label: str
    link: str = ""


def draw_timeline(marks: Sequence[Mark], title: str) -> str:
    """Return the picture as an SVG element; rows stand in the order of their first mark."""
    if not marks:
        return ""
    rows = list(dict.fromkeys(mark.row for mark in marks))
    first, last = min(m.start for m in marks), max(m.end for m in marks)
    height = TOP + ROW * len(rows) + 24
    body = [
        *_years(first, last, height),
        *(_label(row, i) for i, row in enumerate(rows)),
        *(_mark(m, rows.index(m.row), first, last) for m in marks),
    ]
    return (
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>{"".join(body)}</svg>'
    )


def _x(day: date, first: date, last: date) -> float:
    span = max((last - first).days, 1)
    return LEFT + (WIDTH - LEFT - 20) * (day - first).days / span


def _years(first: date, last: date, height: int) -> list[str]:
    years = range(first.year, last.year + 2)
    step = max(1, len(years) // 12)
    lines = []
    for year in years[::step]:
        day = date(year, 1, 1)
        if not first <= day <= last:
            continue
        x = _x(day, first, last)
        lines.append(
            f'<line class="year" x1="{x:.1f}" y1="{TOP - 8}" x2="{x:.1f}" y2="{height - 22}"/>'
            f'<text class="tick" x="{x:.1f}" y="{height - 8}" text-anchor="middle">{year}</text>'
        )
    return lines


def _label(row: str, index: int) -> str:
    y = TOP + ROW * index + 4
    return f'<text class="row" x="{LEFT - 12}" y="{y}" text-anchor="end">{escape(row)}</text>'


def _mark(mark: Mark, index: int, first: date, last: date) -> str:
    x1, x2 = _x(mark.start, first, last), _x(mark.end, first, last)
    y = TOP + ROW * index
    shape = (
        f'<rect class="mark" x="{x1 - RADIUS:.1f}" y="{y - RADIUS}" rx="{RADIUS}" '
        f'width="{x2 - x1 + 2 * RADIUS:.1f}" height="{2 * RADIUS}"><title>{escape(mark.label)}</title></rect>'
    )
    return f'<a href="{escape(mark.link)}">{shape}</a>' if mark.link else shape

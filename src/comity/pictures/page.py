"""A picture with its table as one page: nothing is fetched, nothing runs."""

import re
from html import escape
from typing import Final

from comity.pictures.look import Look
from comity.pictures.scales import number
from comity.pictures.style import FAINT, FONT, INK, PAPER, SOFT
from comity.pictures.svg import clean
from comity.tables import Rows, shown

SHORT: Final = 24  # letters of a cell that is not broken, such as a date or a name
WIDTH: Final = re.compile(r' width="(\d+)"')


def page(title: str, description: str, svg: str, table: Rows, language: str) -> str:
    """Return the page. The drawing keeps its size on a narrow screen and is scrolled sideways."""
    lang = "zh-Hans" if language == "zh" else "en"
    look = Look(language=language)
    wide = " wide" if int(WIDTH.findall(svg)[0]) > 720 else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{clean(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{clean(title)}</h1>\n<p>{clean(description)}</p>\n"
        f'<div class="picture{wide}" tabindex="0" role="region" aria-label="{escape(look.say("drawing"))}">{svg}</div>\n'
        f"{_table(table, look)}\n</main>\n</body>\n</html>\n"
    )


def _table(table: Rows, look: Look) -> str:
    names = table.columns
    head = "".join(f'<th scope="col">{clean(_heading(n, look))}</th>' for n in names)
    body = "\n".join("<tr>" + "".join(_cell(row.get(n)) for n in names) + "</tr>" for row in table)
    caption = clean(look.say("table", count=len(table)))
    return (
        f'<div class="picture" tabindex="0" role="region" aria-label="{caption}">'
        f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _heading(name: str, look: Look) -> str:
    return look.say(f"column-{name}")


def _cell(value: object) -> str:
    told = clean(number(value) if isinstance(value, float) else shown(value))
    return f'<td class="short">{told}</td>' if len(told) <= SHORT else f"<td>{told}</td>"


def _style() -> str:
    light = f"color:{INK.light};background:{PAPER.light}"
    dark = f"color:{INK.dark};background:{PAPER.dark}"
    return (
        f"body{{margin:0;font:16px/1.5 {FONT};{light}}}main{{max-width:1280px;margin:0 auto;padding:16px}}"
        "h1{font-size:1.3rem}.picture{overflow-x:auto}.picture>svg{display:block;width:100%;height:auto}.wide>svg{min-width:720px}.short{white-space:nowrap}"
        f"table{{border-collapse:collapse;font-size:.85rem}}caption{{text-align:start;padding:8px 0;color:{SOFT.light}}}"
        f"th,td{{text-align:start;vertical-align:top;padding:3px 10px 3px 0;border-bottom:1px solid {FAINT.light}}}"
        f"@media screen and (prefers-color-scheme:dark){{body{{{dark}}}caption{{color:{SOFT.dark}}}"
        f"th,td{{border-color:{FAINT.dark}}}}}"
        "@media print{.picture{overflow:visible}tr{break-inside:avoid}}"
    )


STYLE: Final = _style()

"""Web pages to text: all that a reader sees of the body, in order; menus and the like are told."""

import re
from collections.abc import Iterator
from typing import Final

from comity.errors import MissingExtra, ReadError
from comity.model import Finding, Span
from comity.reader.charset import decode_page
from comity.reader.html_bounds import bounded_markup
from comity.reader.html_tree import INLINE, Element, holds, inside, tidy, tree_of, words_in

CONTROLS: Final = frozenset({"button", "select", "option", "datalist", "textarea", "input"})
HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
PARTS: Final = frozenset({"article", "main", "section", "blockquote"})
LISTS: Final = frozenset({"ul", "ol", "dl", "div", "p", "table", "tr", "td", "section"})
ROLES: Final = {"navigation": "menus", "search": "menus", "contentinfo": "page footer"}
MENU_CLASS: Final = re.compile(
    r"(?<!\S)(?:nav|navbar|menu|breadcrumb|breadcrumbs|sidebar|pagination|cookie|cookies|share|copyright)(?!\S)",
    re.IGNORECASE,
)
HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def page_text(data: bytes, path: str) -> tuple[str, list[Finding]]:
    """Return the text of a web page, headings and list items marked as in Markdown, and what was left out."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError as error:
        raise MissingExtra("Reading HTML", "html") from error
    text, findings = decode_page(data, path)
    text, cut = bounded_markup(text)
    root = tree_of(LexborHTMLParser(text).body)
    left: dict[str, list[str]] = {}
    blocks = list(_blocks(root, _left_out(root), left))
    if not any(blocks):
        left = {}
        blocks = list(_blocks(root, {}, left))
    if not any(blocks):
        raise ReadError(
            "The page holds no text.", path=path, hint="Save the page with its content."
        )
    return "\n\n".join(filter(None, blocks)), [*findings, *cut, *_told(left)]


def _left_out(root: Element) -> dict[int, str]:
    """Return the elements that are no body text, by identity, each with the reason."""
    out: dict[int, str] = {}
    titled = holds(root, "h1", outside="header")
    stack = [root]
    while stack:
        element = stack.pop()
        for child in element.children:
            if isinstance(child, Element):
                reason = _reason(child, root, titled)
                if reason:
                    out[id(child)] = reason
                else:
                    stack.append(child)
    return out


def _reason(element: Element, root: Element, titled: bool) -> str:
    tag, attributes = element.tag, element.attributes
    if tag in CONTROLS:
        return "form controls"
    if tag == "noscript":
        return "text for browsers without scripts"
    if "hidden" in attributes or HIDDEN.search(attributes.get("style", "")):
        return "hidden text"
    if tag == "nav" or _is_menu(element, root):
        return "menus"
    if tag == "aside":
        return "side notes"
    if tag == "footer" and not inside(element, PARTS):
        return "page footer"
    if tag == "header" and not inside(element, PARTS) and (titled or not holds(element, "h1")):
        return "page header"
    return ROLES.get(attributes.get("role", ""), "")


def _is_menu(element: Element, root: Element) -> bool:
    """Say whether an element is a list of links, or a small part of the page that calls itself a menu."""
    if element.tag in LISTS and element.links > 2 and not element.sentence:
        return element.linked >= 0.8 * element.length
    named = f"{element.attributes.get('class', '')} {element.attributes.get('id', '')}"
    return bool(MENU_CLASS.search(named)) and element.length * 4 < root.length


def _blocks(root: Element, skipped: dict[int, str], left: dict[str, list[str]]) -> Iterator[str]:
    """Yield the blocks of a page in order; the words of skipped elements go to ``left``."""
    words: list[str] = []
    mark = ""
    stack: list[Element | str | None] = [root]  # None closes a block
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            words.append(item)
            continue
        if item is not None and id(item) in skipped:
            left.setdefault(skipped[id(item)], []).append(words_in(item))
            continue
        if item is not None and INLINE.fullmatch(item.tag):
            stack.extend(reversed(item.children))
            continue
        if item is not None and item.tag == "br" and mark.startswith("#"):
            words.append(" ")
            continue
        if block := tidy("".join(words)):
            yield mark + block
            mark = "" if mark == "- " or item is None else mark
        words = []
        if item is None:
            mark = ""
        elif item.tag != "br":
            mark = _mark(item) or mark
            stack.append(None)
            stack.extend(reversed(_lines(item)))


def _lines(element: Element) -> list[Element | str]:
    """Return the children of an element; in preformatted text each line is one of its own."""
    if element.tag != "pre":
        return element.children
    out: list[Element | str] = []
    for child in element.children:
        if not isinstance(child, str):
            out.append(child)
            continue
        for number, line in enumerate(child.split("\n")):
            out += [Element("br", {}), line] if number else [line]
    return out


def _mark(element: Element) -> str:
    if element.tag in HEADINGS:
        return "#" * int(element.tag[1]) + " "
    return "- " if element.tag == "li" else ""


def _told(left: dict[str, list[str]]) -> Iterator[Finding]:
    """Yield a finding for each kind of text that was left out, with its size and first words."""
    for reason, texts in left.items():
        size = sum(map(len, texts))
        first = next((t for t in texts if t), "")
        if size:
            shown = first[:40] + ("…" if len(first) > 40 else "")
            message = f"Left out: {reason}, {size} characters, beginning “{shown}”."
            yield Finding(kind="left-out", span=Span(0, 0), message=message)

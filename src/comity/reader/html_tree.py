"""A parsed web page as plain elements: how many words each has, and how many of them are links."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

UNSEEN: Final = frozenset(
    {"script", "style", "template", "head", "title", "link", "meta", "svg", "math", "canvas"}
)
INLINE: Final = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font"
    r"|i|img|ins|kbd|label|mark|nobr|q|rp|rt|ruby|s|samp|small"
    r"|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
SENTENCE: Final = re.compile(r"[。！？]|[a-z0-9)”\"][.!?](?:\s|$)")
HAN_BREAK: Final = re.compile(
    r"(?<=[\u3001-\u9fff\uff00-\uffef])\s*\n\s*(?=[\u3001-\u9fff\uff00-\uffef])"
)


@dataclass(slots=True)
class Element:
    """An element with its words, and what share of them are links."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    links: int = 0
    sentence: bool = False


def tree_of(body: Any) -> Element:
    """Return the parsed page as elements with counts, without recursion: pages may be nested deep."""
    root = Element("body", {})
    order = [root]
    open_nodes = [(body, root)] if body is not None else []
    while open_nodes:
        node, element = open_nodes.pop()
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                element.children.append(child.text_content or "")
            elif child.tag and child.tag[0] not in "-!" and child.tag not in UNSEEN:
                attributes = {k: v or "" for k, v in child.attributes.items()}
                made = Element(child.tag, attributes, element)
                element.children.append(made)
                order.append(made)
                open_nodes.append((child, made))
    for element in reversed(order):
        _count(element)
    return root


def _count(element: Element) -> None:
    """Add up an element's words and links from its children, which are counted before it."""
    for child in element.children:
        if isinstance(child, str):
            element.length += len(child.strip())
            element.sentence = element.sentence or bool(SENTENCE.search(child))
        else:
            element.length += child.length
            element.linked += child.linked
            element.links += child.links
            element.sentence = element.sentence or child.sentence
    if element.tag == "a" and "href" in element.attributes:
        element.linked, element.links = element.length, 1


def inside(element: Element, tags: frozenset[str]) -> bool:
    above = element.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False


def holds(element: Element, tag: str, outside: str = "") -> bool:
    stack = [element]
    while stack:
        for child in stack.pop().children:
            if isinstance(child, Element) and child.tag != outside:
                if child.tag == tag:
                    return True
                stack.append(child)
    return False


def tidy(words: str) -> str:
    """Return words as a browser shows them: white space is one space, none where a Chinese line is broken."""
    return re.sub(r"\s+", " ", HAN_BREAK.sub("", words)).strip()


def words_in(element: Element) -> str:
    words: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            words.append(item)
        else:
            words.append("" if INLINE.fullmatch(item.tag) else " ")
            stack.extend(reversed(item.children))
    return tidy("".join(words))

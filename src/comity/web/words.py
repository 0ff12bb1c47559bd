"""What the page says in its two languages; the words stand in ``assets/words.toml``."""

import re
import tomllib
from functools import lru_cache
from html import escape
from importlib.resources import files
from typing import Any

from comity.model import Finding

Pair = tuple[str, str]
UI: dict[str, int] = {"zh": 0, "en": 1}


@lru_cache(maxsize=1)
def load_words() -> dict[str, dict[str, Any]]:
    """Return the tables of ``words.toml``."""
    text = files("comity.web").joinpath("assets", "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def ui(key: str, *values: object) -> Pair:
    """Return what the interface says, with values in its braces.

    >>> ui("line", 3)
    ('第3行', 'Line 3')
    """
    zh, en = load_words()["ui"][key]
    return zh.format(*values), en.format(*values)


def say(group: str, word: str) -> Pair:
    """Return a word of a vocabulary; one that the page does not know stands for itself.

    >>> say("mode", "meet")
    ('会晤', 'meet')
    """
    return load_words()[group].get(word, word), word


def tell(finding: Finding) -> Pair:
    """Return a finding's kind and message; a message without a Chinese wording stays as it is."""
    kind_zh, kind_en = say("findings", finding.kind)
    return f"{kind_zh}：{_in_chinese(finding.message)}", f"{kind_en}: {finding.message}"


def _in_chinese(message: str) -> str:
    for pattern, wording in load_words()["messages"].items():
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return str(match.expand(wording))
    return message


def both(tag: str, pair: Pair, language: str, attributes: str = "") -> str:
    """Return an element in the page's language that carries the other for the language button."""
    zh, en = (escape(" ".join(words.split())) for words in pair)
    shown = zh if language == "zh" else en
    space = " " if attributes else ""
    return f'<{tag}{space}{attributes} data-zh="{zh}" data-en="{en}">{shown}</{tag}>'

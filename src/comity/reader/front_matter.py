"""The front matter of a file: YAML between two rules, read as plain words and nothing more.

YAML can mean dates that are none, numbers of any length, objects, and a few bytes that unfold to
gigabytes. None of it is needed here: every value is the words that stand there, aliases are refused, and
size and depth are bounded. What cannot be metadata is text, and stays in it.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

import yaml

from comity.model import Finding, Span
from comity.reader.limits import words_only

FRONT: Final = re.compile(
    r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
LARGEST: Final = 64_000  # characters; the longest of 1,000 files at hand has 1,200
DEEPEST: Final = 20
PAIR: Final = re.compile(r"[\w.:@/-]{1,60}:(?:\s|$)")
QUOTED: Final = re.compile(r"""\A(["'])(.*)\1\Z""")
BESIDE: Final = re.compile(r"[\s#\-}\]]")  # goes on, is a comment or an entry of a list
KEY: Final = re.compile(r"[\w.:@/-]{1,40}(?: [\w.@/-]{1,20})?")
KNOWN: Final = ("title", "issuer", "date", "language", "id")
NOTHING: Final = frozenset({"~", "null", "Null", "NULL"})


class PlainLoader(yaml.BaseLoader):
    """YAML's loader whose values are words; this one refuses aliases and deep nesting too."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it has an alias (*), which is not read")
        if self.depth >= DEEPEST:
            raise yaml.YAMLError(f"it is nested more than {DEEPEST} deep")
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


def split_front_matter(raw: str) -> tuple[dict[str, str], int, list[Finding]]:
    """Return the front matter of a file, where its text begins, and what was wrong with it.

    What is meant as metadata but is no plain YAML is read line by line, or left aside when it is too long;
    what is not meant as metadata is text.
    """
    match = FRONT.match(raw)
    if not match:
        return {}, 0, []
    block = match.group(1)
    pairs = _line_by_line(block)
    meant = bool(pairs) and all(_is_key(line) for line in block.splitlines() if line)
    if len(block) > LARGEST:
        why = f"has more than {LARGEST:,} characters and was left aside"
        return ({}, match.end(), [_told(why)]) if meant else ({}, 0, [])
    try:
        loaded = yaml.load(block, PlainLoader) if block.strip() else {}  # noqa: S506 - words only
    except yaml.YAMLError as error:
        why = f"is not plain YAML and was read line by line: {str(error).splitlines()[0]}"
        return (pairs, match.end(), [_told(why)]) if meant else ({}, 0, [])
    if not isinstance(loaded, dict) or not (_known(loaded) or all(map(KEY.fullmatch, loaded))):
        return {}, 0, []
    return {words_only(k): _plain(v) for k, v in loaded.items()}, match.end(), _unknown(loaded)


def _unknown(loaded: Mapping[Any, Any]) -> list[Finding]:
    """Tell of metadata without any key that is read: it may be prose between two rules."""
    if not loaded or _known(loaded):
        return []
    return [_told(f"has none of {', '.join(KNOWN)} and was left aside: {', '.join(loaded)[:80]}")]


def _known(loaded: Mapping[Any, Any]) -> bool:
    return any(key in loaded for key in KNOWN)


def _is_key(line: str) -> bool:
    return bool(PAIR.match(line) or BESIDE.match(line))


def _line_by_line(block: str) -> dict[str, str]:
    pairs = [line.split(":", 1) for line in block.splitlines() if PAIR.match(line)]
    return {key: QUOTED.sub(r"\2", value.strip()) for key, value in pairs}


def _plain(value: Any) -> str:
    return "" if isinstance(value, str) and value in NOTHING else words_only(value)


def _told(what: str) -> Finding:
    message = f"The front matter {what}."
    return Finding(kind="front-matter", span=Span(0, 0), message=message)

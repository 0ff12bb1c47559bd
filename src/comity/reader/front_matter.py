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

FRONT: Final = re.compile(
    r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
LARGEST: Final = 64_000  # characters; the longest of 1,000 files at hand has 1,200
DEEPEST: Final = 20
KNOWN: Final = frozenset({"title", "language", "issuer", "date", "id"})
PAIR: Final = re.compile(r"[\w.:@/-]{1,60}:(?:\s|$)")
QUOTED: Final = re.compile(r"""\A(["'])(.*)\1\Z""")
BESIDE: Final = re.compile(r"[\s#-]")  # goes on, is a comment or an entry of a list
KEY: Final = re.compile(r"[\w.:@/-]{1,60}")
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
    """Return the front matter of a file, where its text begins, and what was wrong with it."""
    match = FRONT.match(raw)
    if not match:
        return {}, 0, []
    if not match.group(1).strip():
        return {}, match.end(), []
    if len(match.group(1)) > LARGEST:
        return {}, 0, [_told(f"it has more than {LARGEST} characters", {})]
    try:
        loaded = yaml.load(match.group(1), PlainLoader)  # noqa: S506 - words only, see above
    except yaml.YAMLError as error:
        why = str(error).splitlines()[0]
        lines = _line_by_line(match.group(1))
        return (lines, match.end(), [_told(why, lines)]) if lines else (lines, 0, [_told(why, {})])
    if not isinstance(loaded, dict) or not _is_metadata(loaded):
        return {}, 0, []
    return {str(k): _plain(v) for k, v in loaded.items()}, match.end(), []


def _is_metadata(loaded: Mapping[Any, Any]) -> bool:
    """Say whether a mapping is about a file, and not prose with a colon in it between two rules."""
    keys = [str(key) for key in loaded]
    return bool(KNOWN & set(keys)) or all(KEY.fullmatch(key) for key in keys)


def _line_by_line(block: str) -> dict[str, str]:
    """Return the metadata of a block that is no YAML but has a known key and nothing else than keys."""
    lines = [line for line in block.splitlines() if line.strip() and not BESIDE.match(line)]
    pairs = [line.split(":", 1) for line in lines if PAIR.match(line)]
    if len(pairs) < len(lines) or not KNOWN & {key for key, _ in pairs}:
        return {}
    return {key: QUOTED.sub(r"\2", value.strip()) for key, value in pairs}


def _plain(value: Any) -> str:
    return "" if isinstance(value, str) and value in NOTHING else str(value)


def _told(why: str, read: Mapping[str, str]) -> Finding:
    how = (
        "and was read line by line" if read else "between the first two rules and was read as text"
    )
    message = f"The front matter is not plain YAML {how}: {why}."
    return Finding(kind="front-matter", span=Span(0, 0), message=message)

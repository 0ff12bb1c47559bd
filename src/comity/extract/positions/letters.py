"""Many expressions over words, each tried only where a word begins with one of its letters."""

import re
from collections.abc import Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class ByLetter:
    """Named expressions as one; the first of those that can begin with a word's letter wins."""

    def __init__(self, parts: list[tuple[str, list[str]]]) -> None:
        split = [(name, [a for w in wordings for a in _split(w)]) for name, wordings in parts]
        self._of: dict[str, re.Pattern[str]] = {}
        for letter in LETTERS:
            fitting = ((n, [a for a in ws if letter in first_letters(a)]) for n, ws in split)
            groups = [f"(?P<{name}>{'|'.join(ws)})" for name, ws in fitting if ws]
            if groups:
                self._of[letter] = re.compile(rf"(?:{'|'.join(groups)})\b")
        self._first = re.compile(rf"(?<!\w)[{''.join(self._of)}]")

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches in a lower-case text in order, none overlapping."""
        done = start
        for first in self._first.finditer(text, start, end):
            at = first.start()
            match = self._of[text[at]].match(text, at, end) if at >= done else None
            if match:
                done = match.end()
                yield match


def first_letters(wording: str) -> str:
    """Return the letters an expression can begin with; all of them where that is hard to say.

    >>> first_letters("(?:also |firmly )?oppos(?:e|ed)")
    'afo'
    """
    if wording[:1].isalpha():
        optional = wording[1:2] == "?"
        return wording[0] + (first_letters(wording[2:]) if optional else "")
    if wording.startswith("(?<!"):
        return first_letters(wording[wording.index(")") + 1 :])
    if not wording.startswith("(?:"):
        return LETTERS
    end = next(i for i in range(len(wording)) if _depth(wording[: i + 1]) == 0)
    letters = "".join(first_letters(a) for a in _split(wording[3:end]))
    rest = wording[end + 1 :]
    return letters + (first_letters(rest.lstrip("?*")) if rest[:1] in ("?", "*") else "")


def _depth(wording: str) -> int:
    return wording.count("(") - wording.count(")")


def _split(wording: str) -> list[str]:
    """Return the alternatives of an expression that stand in no group."""
    edges = [i for i, char in enumerate(wording) if char == "|" and _depth(wording[:i]) == 0]
    starts = [0, *(i + 1 for i in edges)]
    return [wording[a:b] for a, b in zip(starts, [*edges, len(wording)], strict=True)]

"""Many expressions over words, each tried only where a word begins as it does."""

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

# Letters of a word's beginning: fewer fit too many words, more spare few.
LENGTH: Final = 4


class ByHead:
    """Named expressions as one; the first of those that can begin as a word does wins."""

    def __init__(self, parts: list[tuple[str, list[str]]]) -> None:
        self._parts = [
            (
                name,
                [(alternative, heads(alternative)) for w in wordings for alternative in _split(w)],
            )
            for name, wordings in parts
        ]
        every = {h for _, alternatives in self._parts for _, hs in alternatives for h in hs}
        self._first = re.compile(rf"(?<!\w)({tree(every)})")
        self._head = word_start(every)
        self._of: dict[str, re.Pattern[str]] = {}

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches in a lower-case text in order, none overlapping."""
        done = start
        first = self._first.match(text, start, end)
        for head in itertools.chain(
            (first,) if first else (), self._head.finditer(text, start, end)
        ):
            at = head.start(1)
            match = self._fitting(head.group(1)).match(text, at, end) if at >= done else None
            if match:
                done = match.end()
                yield match

    def _fitting(self, head: str) -> re.Pattern[str]:
        """Return the expressions that can begin with a head, compiled when it is first met."""
        if head not in self._of:
            fitting = ((n, [a for a, hs in alts if _agree(head, hs)]) for n, alts in self._parts)
            groups = (f"(?P<{name}>{'|'.join(ws)})" for name, ws in fitting if ws)
            self._of[head] = re.compile(rf"(?:{'|'.join(groups)})\b")
        return self._of[head]


def _agree(head: str, others: Iterable[str]) -> bool:
    return any(head.startswith(other) or other.startswith(head) for other in others)


def heads(wording: str, length: int = LENGTH) -> frozenset[str]:
    """Return the beginnings, of some letters, of all that an expression can match.

    One ends early where anything may follow.

    >>> sorted(heads("(?:also |firmly )?oppos(?:e|ed)"))
    ['also', 'firm', 'oppo']
    """
    if not length or not wording:
        return frozenset({""})
    if wording[0] == "(":
        return _heads_of_group(wording, length)
    if not (wording[0].isalpha() or wording[0] in " -") or wording[1:2] in ("*", "+", "{"):
        return frozenset({""})
    optional = wording[1:2] == "?"
    rest = wording[2 if optional else 1 :]
    with_it = frozenset(wording[0] + head for head in heads(rest, length - 1))
    return with_it | heads(rest, length) if optional else with_it


def _heads_of_group(wording: str, length: int) -> frozenset[str]:
    end = next(
        i for i in range(len(wording)) if wording[i] == ")" and _depth(wording[: i + 1]) == 0
    )
    inside, rest = wording[1:end], wording[end + 1 :]
    if inside.startswith(("?<!", "?<=", "?!", "?=")):
        return heads(rest, length)
    if not inside.startswith("?:") or rest[:1] in ("+", "{"):
        return frozenset({""})
    optional = rest[:1] in ("?", "*")
    rest = rest.lstrip("?*") if optional else rest
    found = frozenset().union(*(heads(a + rest, length) for a in _split(inside[2:])))
    return found | heads(rest, length) if optional else found


def tree(words: Iterable[str], *, longest: bool = False) -> str:
    """Return words as one expression that looks at each letter once; it matches the shortest or longest."""
    rests: dict[str, set[str]] = {}
    ended = False
    for word in words:
        ended |= not word
        rests.setdefault(word[:1], set()).add(word[1:])
    if ended and not longest:
        return ""
    rests.pop("", None)
    branches = (
        f"{re.escape(first)}{tree(rest, longest=longest)}" for first, rest in sorted(rests.items())
    )
    return f"(?:{'|'.join(branches)}){'?' if ended else ''}" if rests else ""


def word_start(words: Iterable[str], *more: str) -> re.Pattern[str]:
    """Return where, behind another character, a word begins so, as group 1; ``more`` are expressions.

    Led by a character that is no letter, the engine skips all that stands inside words.

    >>> word_start(["hope", "hop"]).findall("to hop, shop")
    ['hop']
    """
    return re.compile(rf"\W(?=({'|'.join([tree(words), *more])}))")


def _depth(wording: str) -> int:
    return wording.count("(") - wording.count(")")


def _split(wording: str) -> list[str]:
    """Return the alternatives of an expression that stand in no group."""
    edges = [i for i, char in enumerate(wording) if char == "|" and _depth(wording[:i]) == 0]
    starts = [0, *(i + 1 for i in edges)]
    return [wording[a:b] for a, b in zip(starts, [*edges, len(wording)], strict=True)]

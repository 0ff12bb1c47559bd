"""The sentence behind a criterion, found in a text that the reader has, and verified by its hash."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from comity.errors import QueryError
from comity.lens.lens import Criterion, Lens

# Where a quotation may begin in a copy with other offsets: after a blank, a mark, or the text's beginning.
BEGINNING: Final = re.compile(r"(?<!\w)(?=\S)|(?<=[^\x00-\x7f])(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words of a criterion as a given text has them; ``moved`` says that they stand at other offsets than the reference."""

    text: str
    start: int
    end: int
    moved: bool = False


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def find_quotes(lens: Lens, text: str) -> Mapping[str, Quote]:
    """Return the quotations of a lens that stand in a text, by criterion, each verified by its hash.

    A copy of the document with other offsets (without front matter, or with a preface) is searched; one with other words or
    line breaks within the sentence does not verify, and its criterion is left out.
    """
    found = {c.id: q for c in lens.criteria if (q := _at_place(c, text))}
    rest = [c for c in lens.criteria if c.id not in found]
    return {**found, **_elsewhere(rest, text)} if rest else found


def best_text(lens: Lens, texts: Iterable[str]) -> str | None:
    """Return the text that holds most of a lens' quotations, the first of equals; None if none holds any."""
    counted = [(len(find_quotes(lens, text)), text) for text in texts]
    most = max((count for count, _ in counted), default=0)
    return next(text for count, text in counted if count == most) if most else None


def span_of(text: str, first: str, last: str) -> tuple[int, int]:
    """Return the offsets of the words from ``first`` to the end of ``last``, the nearest after it.

    Raises QueryError where they do not stand in the text, or where ``first`` stands more than once.

    >>> span_of("One. Two and three. Four.", "Two", "three.")
    (5, 19)
    """
    count = text.count(first) if first else 0
    if count != 1:
        problem = (
            f"“{first}” stands {count} times in the text."
            if count
            else f"“{first}” does not stand in the text."
        )
        raise QueryError(problem, hint="Give the first words exactly, and enough of them.")
    start = text.index(first)
    place = text.find(last, start) if last else -1
    if place < 0:
        raise QueryError(
            f"“{last}” does not stand after “{first}”.", hint="Give the last words exactly."
        )
    return start, place + len(last)


def _at_place(criterion: Criterion, text: str) -> Quote | None:
    words = text[criterion.start : criterion.end]
    good = len(words) == criterion.end - criterion.start and digest_of(words) == criterion.sha256
    return Quote(text=words, start=criterion.start, end=criterion.end) if good else None


def _elsewhere(wanted: Sequence[Criterion], text: str) -> dict[str, Quote]:
    """Return the quotations that stand at other offsets, looked for where a word or sentence begins."""
    sought: dict[int, set[str]] = {}
    for criterion in wanted:
        sought.setdefault(criterion.end - criterion.start, set()).add(criterion.sha256)
    starts = [m.start() for m in BEGINNING.finditer(text)]
    found: dict[str, Quote] = {}
    for length, hashes in sought.items():
        for start in starts:
            words = text[start : start + length]
            if len(words) == length and (digest := digest_of(words)) in hashes:
                quote = Quote(text=words, start=start, end=start + length, moved=True)
                found.setdefault(digest, quote)
    return {c.id: found[c.sha256] for c in wanted if c.sha256 in found}

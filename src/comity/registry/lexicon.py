"""One pass over a text that finds every known name.

The automaton is Aho-Corasick, leftmost longest (ahocorasick-rs). Names in Latin letters count only as
whole words; Chinese names have no word boundary to check.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from comity.registry.records import Record
from comity.registry.registry import Registry, load_registry

# The press prints the same name with any of these.
DASHES = ("-", "－", "–", "·")


class Hit(NamedTuple):
    """A known name in a text, with everything it can mean."""

    start: int
    end: int
    records: tuple[Record, ...]


class Lexicon:
    """The names of many records, ready to be found in one pass."""

    def __init__(self, names: Iterable[tuple[str, Record]]) -> None:
        by_name: dict[str, list[Record]] = defaultdict(list)
        for name, record in names:
            if name and record not in by_name[name]:
                by_name[name].append(record)
        self.names: Sequence[str] = tuple(by_name)
        self.records = tuple(tuple(records) for records in by_name.values())
        self._automaton = AhoCorasick(
            list(self.names),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )

    def find(self, text: str) -> list[Hit]:
        """Return the known names of a text, longest first where they start together, none overlapping."""
        hits = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if is_whole_word(text, start, end):
                hits.append(Hit(start, end, self.records[index]))
        return hits


def is_whole_word(text: str, start: int, end: int) -> bool:
    """Say whether a Latin name does not begin or end inside a word; other scripts always count."""
    if start and _latin(text[start]) and _latin(text[start - 1]):
        return False
    return not (end < len(text) and _latin(text[end - 1]) and _latin(text[end]))


def _latin(char: str) -> bool:
    return char.isalnum() and char < "\u0250"


def names_of(record: Record) -> Iterable[tuple[str, Record]]:
    """Yield the searchable names of a record."""
    for name in dict.fromkeys((*record.zh, *record.en, *record.demonyms)):
        yield name, record
        for dash in DASHES if "—" in name else ():
            yield name.replace("—", dash), record


@lru_cache(maxsize=4)
def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """Return the lexicon over all names of the registry."""
    return lexicon_of(load_registry(overlay))


def lexicon_of(registry: Registry) -> Lexicon:
    """Return the lexicon over all names of one registry."""
    return Lexicon(pair for record in registry.records for pair in names_of(record))

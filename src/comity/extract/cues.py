"""Which of many items a sentence can concern at all: those whose cue words stand in it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

Item = TypeVar("Item")


class CueIndex(Generic[Item]):
    """Items by the words they need, found in one pass (Aho-Corasick)."""

    def __init__(self, pairs: Iterable[tuple[str, Item]]) -> None:
        by_cue: dict[str, list[Item]] = defaultdict(list)
        for cue, item in pairs:
            by_cue[cue].append(item)
        self._items = list(by_cue.values())
        self._automaton = AhoCorasick(
            list(by_cue), implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def find(self, tagged: str) -> list[Item]:
        """Return the items of every cue in a tagged sentence, each once, in a fixed order."""
        hits = self._automaton.find_matches_as_indexes(tagged, overlapping=True)
        cues = sorted({index for index, _, _ in hits})
        return list({id(item): item for i in cues for item in self._items[i]}.values())

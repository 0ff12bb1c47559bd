"""Which of many items a sentence can concern at all: those whose cue words stand in it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

Item = TypeVar("Item")


class CueIndex(Generic[Item]):
    """Items by the words they need, found in one pass (Aho-Corasick)."""

    def __init__(self, pairs: Iterable[tuple[str, Item]]) -> None:
        by_cue: dict[str, list[int]] = defaultdict(list)
        numbers: dict[int, int] = {}
        self._items: list[Item] = []
        for cue, item in pairs:
            if id(item) not in numbers:
                numbers[id(item)] = len(self._items)
                self._items.append(item)
            by_cue[cue].append(numbers[id(item)])
        self._numbers = list(by_cue.values())
        self._automaton = AhoCorasick(
            list(by_cue), implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def find(self, tagged: str) -> list[Item]:
        """Return the items of every cue in a tagged sentence, each once, in the order they were given."""
        found: set[int] = set()
        for index, _, _ in self._automaton.find_matches_as_indexes(tagged, overlapping=True):
            found.update(self._numbers[index])
        return [self._items[number] for number in sorted(found)]

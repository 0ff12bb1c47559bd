"""Answers already given: while the study stays as it is, the same question has the same answer, byte for byte."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final, NamedTuple

ROOM: Final = 64 * 2**20  # bytes of answers kept
LARGEST: Final = 2 * 2**20  # of one


class Given(NamedTuple):
    """An answer as it was given."""

    body: bytes
    headers: dict[str, str]
    media: str


class Answers:
    """The answers last given, by their tag, as far as there is room."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._held: OrderedDict[str, Given] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, tag: str) -> Given | None:
        """Return the answer of a tag, or None."""
        with self._lock:
            if tag in self._held:
                self._held.move_to_end(tag)
            return self._held.get(tag)

    def put(self, tag: str, given: Given) -> None:
        """Keep an answer, and let go of those not asked for longest."""
        if len(given.body) > LARGEST:
            return
        with self._lock:
            if tag not in self._held:
                self._held[tag] = given
                self._size += len(given.body)
            while self._size > self._room:
                _, old = self._held.popitem(last=False)
                self._size -= len(old.body)


class Totals:
    """Counts by question, the last thousand of them."""

    def __init__(self, most: int = 1000) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, int] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, count: Callable[[], int]) -> int:
        """Return a count, counted if it is not known."""
        with self._lock:
            if key in self._held:
                return self._held[key]
        found = count()
        with self._lock:
            self._held[key] = found
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return found

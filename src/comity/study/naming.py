"""What the words of a claim are about, and which states they name besides those that take part."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from comity.extract.positions.topics import TopicFinder
from comity.model import Claim, Event, Position, Tie
from comity.registry import load_registry
from comity.registry.lexicon import is_whole_word

# Where the sentence around a claim ends; a stop within "U.S." has no space or capital after it.
STOP: Final = re.compile(r"[。！？!?\n]|(?<=[a-z\d”\"])\.(?=\s)")
# What may be aimed at somebody who takes no part: ties of security, and acts of armed forces.
AIMED: Final = ("ally", "partner", "exercise", "operation", "deploy")


@dataclass(frozen=True, slots=True)
class Naming:
    """Finds topics and names of states in one pass over some words."""

    finder: TopicFinder
    states: AhoCorasick
    ids: tuple[str, ...]

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> "Naming":
        """Load the topics and the full names of states.

        One-character names (中, 美) are left out: which state they mean hangs on the words around them.
        """
        names: dict[str, str] = {}
        for record in (r for r in load_registry().of_type("actor") if r.kind == "state"):
            names |= {n: record.id for n in record.zh if len(n) > 1}
            names |= {n: record.id for n in record.en if len(n) > 3}
        states = AhoCorasick(
            list(names),
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        )
        return cls(TopicFinder.load(), states, tuple(names.values()))

    def topics(self, claim: Claim) -> tuple[str, ...]:
        """Return what a claim's words are about, in order of first mention."""
        if isinstance(claim, Position):
            return claim.topics
        return self.finder.find(claim.quote, "")[0]

    def others(self, claim: Claim, before: str = "", after: str = "") -> tuple[str, ...]:
        """Return the states that the sentence of a claim names and that take no part in it.

        ``before`` and ``after`` are the words of the document around the claim's own.
        """
        words = f"{STOP.split(before)[-1]}{claim.quote}{STOP.split(after, maxsplit=1)[0]}"
        found = (
            self.ids[index]
            for index, start, end in self.states.find_matches_as_indexes(words)
            if is_whole_word(words, start, end)
        )
        registry = load_registry()
        records = ((a, registry.get(a)) for a in _members(claim))
        inside = {s for a, r in records for s in (a, r.state if r else "")}
        return tuple(dict.fromkeys(a for a in found if a not in inside))


def _members(claim: Claim) -> tuple[str, ...]:
    if isinstance(claim, Event):
        return claim.participants
    if isinstance(claim, Position):
        return (*claim.holders, *claim.addressees)
    return (claim.source, claim.target) if isinstance(claim, Tie) else ()

"""What a position is about: topics by their cue words."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from comity.registry.lexicon import is_whole_word
from comity.registry.load import OWN_FOLDER
from comity.registry.soundness import sound_rows


@dataclass(frozen=True, slots=True)
class TopicFinder:
    """Finds topics in one pass."""

    automaton: AhoCorasick | None
    names: tuple[str, ...]
    tracks: dict[str, str]

    @classmethod
    @lru_cache(maxsize=4)
    def load(cls, overlay: Path | None = None) -> "TopicFinder":
        """Load the topics of comity, with those of a user's folder added."""
        words: dict[str, str] = {}
        tracks: dict[str, str] = {}
        own = tomllib.loads((OWN_FOLDER / "topics.toml").read_text(encoding="utf-8"))["topic"]
        for topic in (*own, *(sound_rows(overlay, "topics.toml") if overlay else ())):
            tracks[topic["id"]] = topic.get("track", "other")
            words |= dict.fromkeys((*topic.get("zh", ()), *topic.get("en", ())), topic["id"])
        automaton = (
            AhoCorasick(
                list(words),
                matchkind=MatchKind.LeftmostLongest,
                implementation=Implementation.ContiguousNFA,
            )
            if words
            else None
        )
        return cls(automaton, tuple(words.values()), tracks)

    def find(self, text: str, language: str) -> tuple[tuple[str, ...], str]:
        """Return the topics of some words in order of first mention, and the commonest track."""
        if self.automaton is None:
            return (), "other"
        found = [
            self.names[index]
            for index, start, end in self.automaton.find_matches_as_indexes(text)
            if is_whole_word(text, start, end)
        ]
        topics = tuple(dict.fromkeys(found))
        tracks = Counter(self.tracks[topic] for topic in topics)
        return topics, tracks.most_common(1)[0][0] if tracks else "other"

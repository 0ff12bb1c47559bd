"""One-character names of Chinese: 中美, 俄、哈, 阿方. Which state a character means, the text decides."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from re import Match
from typing import Final

from comity.extract.mentions import tags
from comity.extract.mentions.mention import Mention
from comity.extract.mentions.words import chinese_words, load_words
from comity.registry import Record, Registry

# Characters that write foreign sounds: one of them before a compound makes it part of a foreign name,
# such as 哈德 in 伊提哈德, unless a great neighbour's name is in it.
SOUND_BEFORE: Final = frozenset("哈海斯尔拉尼索瓦波阿卡巴达马帕提特")
LARGE: Final = frozenset("中美俄日韩朝英欧印")


class Characters:
    """Finds states named by one character, with one registry."""

    def __init__(self, registry: Registry) -> None:
        self._china = registry.get("CHN", "actor")
        self._states = _states_by_char(registry)
        self.words = chinese_words("".join(sorted(self._states)))
        usual: dict[str, str] = load_words("zh")["usual"]
        self._usual = {
            char: next((r for r in records if r.id == usual.get(char)), records[0])
            for char, records in self._states.items()
        }

    def find(self, text: str, named: Counter[str]) -> Iterator[Mention]:
        """Yield the states of a text; ``named`` counts how often it names each state in full."""
        meant = Meant(self, named)
        yield from self._compounds(text, meant)
        for match in self.words.single.finditer(text):
            if match.group() not in self.words.not_side:
                alone = match.group("head") or match.group("posted")
                if alone and not named[meant[alone[0]].id]:
                    continue  # a word that only begins with the character of a state
                yield self._single(match, meant)

    def meaning(self, char: str, named: Counter[str]) -> Record:
        """Return the state a character stands for: the usual one, or one that the text names in full."""
        usual = self._usual[char]
        if usual.id in named:
            return usual
        return max(self._states[char], key=lambda r: (named[r.id], r is usual))

    def _compounds(self, text: str, meant: "Meant") -> Iterator[Mention]:
        words = self.words
        for match in words.compound.finditer(text):
            start, chars = match.start(), self._sides(match.group(), text, match.end())
            if text[start - 1 : start + 1] in words.inside:  # 其中美国, 参加日美
                start, chars = start + 1, chars[1:]
            end = start + len(chars)
            if len(chars) < 2:
                continue
            if len(set(chars)) < len(chars) or any(text.startswith(w, start) for w in words.never):
                continue
            if not LARGE.intersection(chars) and text[start - 1 : start] in SOUND_BEFORE:
                continue
            if (
                len(chars) > 2
                and not LARGE.intersection(chars)
                and text[end : end + 1] not in "两三四五各关元领"
            ):
                continue
            if words.core.issuperset(chars) or words.after.match(text, end):
                for i, char in enumerate(chars):
                    yield _state(meant[char], start + i, start + i + 1)

    def _sides(self, chars: str, text: str, end: int) -> str:
        """Return the states of a compound without a last character that begins another word (中菲南海)."""
        core = self.words.core
        if core.issuperset(chars) or self.words.after.match(text, end):
            return chars
        for shorter in (chars[:-1], chars[:-2]):
            if len(shorter) > 1 and core.issuperset(shorter):
                return shorter if LARGE.intersection(shorter) else chars
        return chars

    def _single(self, match: Match[str], meant: "Meant") -> Mention:
        if match.group("own"):
            return Mention(tags.STATE, *match.span("own"), ("CHN",), self._china)
        name = next(
            n for n in ("head", "posted", "side", "one", "reached", "listed") if match.group(n)
        )
        start, end = match.span(name)
        return _state(meant[match.group(name)[0]], start, match.end() if name == "side" else end)


class Meant(dict[str, Record]):
    """The state each character stands for in one text, settled when first asked for."""

    def __init__(self, characters: Characters, named: Counter[str]) -> None:
        super().__init__()
        self._characters, self._named = characters, named

    def __missing__(self, char: str) -> Record:
        self[char] = self._characters.meaning(char, self._named)
        return self[char]


def _state(record: Record, start: int, end: int) -> Mention:
    return Mention(tags.STATE, start, end, (record.id,), record, extra={"char": True})


def _states_by_char(registry: Registry) -> dict[str, tuple[Record, ...]]:
    """Return the states that each one-character name can mean, in the order of the list."""
    by_char: dict[str, list[Record]] = defaultdict(list)
    for record in registry.of_type("actor"):
        for char in record.char:
            if len(char) == 1:
                by_char[char].append(record)
    for char, body in load_words("zh")["bodies"].items():
        if acting := registry.get(body, "mechanism") or registry.get(body, "group"):
            by_char[char].append(acting)
    return {char: tuple(records) for char, records in by_char.items()}

"""First pass: every name, date, ordinal, anaphor and title of a text, none overlapping."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from comity.extract import tags
from comity.extract.meetings import find_meetings
from comity.extract.mention import Mention
from comity.extract.quoted import QUOTE, TITLE, is_exercise, short_quote
from comity.extract.words import chinese_words, english_words
from comity.registry import Record, Registry
from comity.registry.lexicon import Hit, Lexicon
from comity.text.dates import DateMention
from comity.text.numerals import parse_numeral

TAG_OF: Final = {
    "actor": tags.STATE,
    "organ": tags.ORGAN,
    "person": tags.PERSON,
    "office": tags.OFFICE,
    "place": tags.PLACE,
    "group": tags.GROUP,
    "mechanism": tags.MECHANISM,
    "instrument": tags.INSTRUMENT,
    "exercise": tags.EXERCISE,
    "grade": tags.GRADE,
}
# Of the things one name can mean, the first of these kinds is meant.
ORDER: Final = tuple(TAG_OF)


class Finder:
    """Finds mentions with one registry; build it once, use it on many texts."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self.by_char = _states_by_char(registry)
        self._usual = _usual(self.by_char)

    def find(
        self, text: str, language: str, dates: tuple[DateMention, ...], day: str
    ) -> list[Mention]:
        """Return the mentions of a whole cleaned text in order. ``day`` (ISO) decides who held an office."""
        hits = [m for hit in self.lexicon.find(text) if (m := self._mention(text, hit, day))]
        quoted = list(self._quoted(text, hits))
        found = [*quoted, *(_date(d) for d in dates)]
        found += [m for m in hits if m.tag != tags.EXERCISE or is_exercise(text, m)]
        named = Counter(m.record.id for m in hits if m.tag == tags.STATE and m.record)
        named.update(m.ids[0] for m in hits if m.tag in (tags.PERSON, tags.PLACE) and m.ids)
        found += (
            self._chinese(text, named)
            if language == "zh"
            else [*_english(text), *find_meetings(text, hits)]
        )
        return _without_overlaps(found)

    def _mention(self, text: str, hit: Hit, day: str) -> Mention | None:
        record = choose(hit.records, day)
        if record is None or record.type not in TAG_OF:
            return None
        if record.type == "person" and _part_of_name(text, hit):
            return None
        ids = _ids(record)
        tag = TAG_OF[record.type]
        if record.type == "group" and record.parties:
            tag = tags.ACTOR
        return Mention(tag, hit.start, hit.end, ids, record)

    def _quoted(self, text: str, hits: list[Mention]) -> Iterator[Mention]:
        starts = {m.start: m for m in hits}
        for match in TITLE.finditer(text):
            yield self._title(match, hits, starts)
        for match in QUOTE.finditer(text):
            group = next(i for i in (1, 2, 3) if match.group(i) is not None)
            yield from short_quote(text, match, group, starts)

    def _title(
        self, match: re.Match[str], hits: list[Mention], starts: dict[int, Mention]
    ) -> Mention:
        whole = starts.get(match.start() + 1)
        record = whole.record if whole and whole.end == match.end() - 1 else None
        inner = tuple(m for m in hits if match.start() < m.start and m.end < match.end())
        known = record if record and record.type in {"instrument", "mechanism"} else None
        tag = tags.INSTRUMENT if known else tags.TITLE
        return Mention(
            tag, match.start(), match.end(), (), known, name=match.group()[1:-1], inner=inner
        )

    def _chinese(self, text: str, named: Counter[str]) -> Iterator[Mention]:
        meant = Meant(self, named)
        words = chinese_words("".join(sorted(self.by_char)))
        for match in words.anaphor.finditer(text):
            yield Mention(tags.ANAPHOR, *match.span(), extra=_reference(match.group(), words.arity))
        for match in words.self_.finditer(text):
            yield Mention(tags.ANAPHOR, *match.span(), extra={"self": True})
        for match in words.other.finditer(text):
            yield Mention(tags.ANAPHOR, *match.span(), extra={"other": True})
        for match in words.ordinal.finditer(text):
            value = 1 if match.group(3) else parse_numeral(match.group(1))
            unit = match.group(2) or match.group(4)
            yield Mention(tags.ORDINAL, *match.span(), ordinal=value, extra={"unit": unit})
        yield from self._compounds(text, meant)
        for match in words.single.finditer(text):
            if match.group() not in words.not_side:
                yield from self._single(match, meant)

    def meaning(self, char: str, named: Counter[str]) -> Record:
        """Return the state that a one-character name stands for: one the text names in full, if it can be."""
        usual = self._usual[char]
        if usual.id in named:
            return usual
        return max(self.by_char[char], key=lambda r: (named[r.id], r is usual))

    def _compounds(self, text: str, meant: "Meant") -> Iterator[Mention]:
        words = chinese_words("".join(sorted(self.by_char)))
        for match in words.compound.finditer(text):
            start, end = match.span()
            chars = match.group()
            if any(text.startswith(never, start) for never in words.never) or len(set(chars)) < len(
                chars
            ):
                continue
            if not LARGE.intersection(chars) and text[start - 1 : start] in SOUND_BEFORE:
                continue
            if words.core.issuperset(chars) or words.after.match(text, end):
                for i, char in enumerate(chars):
                    yield _state(meant[char], start + i, start + i + 1)

    def _single(self, match: re.Match[str], meant: "Meant") -> Iterator[Mention]:
        if match.group("own"):
            record = self.registry.get("CHN", "actor")
            yield Mention(tags.STATE, match.start("own"), match.end("own"), ("CHN",), record)
            return
        name = next(n for n in ("side", "one", "listed") if match.group(n))
        start, end = match.span(name)
        yield _state(meant[match.group(name)], start, match.end() if name == "side" else end)


class Meant(dict[str, Record]):
    """The state each character stands for in one text, settled when first asked for."""

    def __init__(self, finder: Finder, named: Counter[str]) -> None:
        super().__init__()
        self._finder, self._named = finder, named

    def __missing__(self, char: str) -> Record:
        self[char] = self._finder.meaning(char, self._named)
        return self[char]


def _state(record: Record, start: int, end: int) -> Mention:
    return Mention(tags.STATE, start, end, (record.id,), record, extra={"char": True})


def _reference(word: str, arity: dict[str, int]) -> dict[str, object]:
    if word in ("他", "她"):
        return {"one": True}
    if word == "各方":
        return {"all": True}
    count = arity[word]
    return {"arity": count} if count else {"body": True}


def choose(records: tuple[Record, ...], day: str) -> Record | None:
    """Return the one meaning of a name: by kind first, then by who was in office on the day."""
    if len(records) == 1:
        return records[0]
    ranked = sorted(records, key=lambda r: ORDER.index(r.type) if r.type in ORDER else len(ORDER))
    same = [r for r in ranked if r.type == ranked[0].type]
    if len(same) > 1 and day:
        holding = [r for r in same if not r.terms or any(t.covers(day) for t in r.terms)]
        same = holding or same
    return same[0]


# Characters that write foreign sounds: beside a name of two they show that it is part of a longer one
# (克里 in 克里沃罗格, 马斯 in 哈马斯).
SOUND_AFTER: Final = frozenset("尔斯克沃姆拉勒纳达维亚罗兹希佐夫茨蒂奇娅鲁诺琴耶")
SOUND_BEFORE: Final = frozenset("哈海斯尔拉尼索瓦波阿卡巴达马帕提特")
# A compound of lesser names behind a sound is part of a foreign name (伊提哈德).
LARGE: Final = frozenset("中美俄日韩朝英欧印")
LONGER: Final = re.compile(r"特(?![别使意朗])")


def _part_of_name(text: str, hit: Hit) -> bool:
    name = text[hit.start : hit.end]
    if len(name) != 2 or name[0] < "\u4e00":
        return False
    after, before = text[hit.end : hit.end + 1], text[hit.start - 1 : hit.start]
    return after in SOUND_AFTER or before in SOUND_BEFORE or bool(LONGER.match(text, hit.end))


def _ids(record: Record) -> tuple[str, ...]:
    if record.type == "group":
        return tuple(member.id for member in record.parties)
    if record.type in {"organ", "person", "actor"}:
        return (record.state,) if record.state else ()
    return ()


def _states_by_char(registry: Registry) -> dict[str, tuple[Record, ...]]:
    """Return the states that each one-character name can mean, in the order of the list."""
    by_char: dict[str, list[Record]] = defaultdict(list)
    for record in registry.of_type("actor"):
        for char in record.char:
            if len(char) == 1:
                by_char[char].append(record)
    return {char: tuple(records) for char, records in by_char.items()}


# What a character means where the text names none of its states in full.
USUAL: Final = {
    "新": "SGP",
    "阿": "AFG",
    "巴": "PAK",
    "马": "MYS",
    "哈": "KAZ",
    "伊": "IRN",
    "印": "IND",
    "加": "CAN",
    "尼": "NPL",
    "斯": "LKA",
    "埃": "EGY",
    "乌": "UZB",
    "塞": "SRB",
    "土": "TUR",
    "苏": "SDN",
}


def _usual(by_char: dict[str, tuple[Record, ...]]) -> dict[str, Record]:
    return {
        char: next((r for r in records if r.id == USUAL.get(char)), records[0])
        for char, records in by_char.items()
    }


def _date(date: DateMention) -> Mention:
    return Mention(tags.DATE, date.span.start, date.span.end, extra={"date": date})


def _english(text: str) -> Iterator[Mention]:
    words = english_words()
    for match in words.anaphor.finditer(text):
        extra: dict[str, object] = {}
        if match.group("we"):
            extra = {"self": True}
        elif match.group("one"):
            extra = {"one": True}
        else:
            number = match.group("number") or match.group("bare") or _implied(match.group())
            extra = {"arity": words.numbers.get(number, 0)}
        yield Mention(tags.ANAPHOR, *match.span(), extra=extra)
    for match in words.ordinal.finditer(text):
        value = 1 if match.group(1).lower() == "inaugural" else parse_numeral(match.group(1))
        yield Mention(tags.ORDINAL, *match.span(), ordinal=value)


def _implied(words: str) -> str:
    """Return the number that words imply: both, the pair, the trilateral."""
    low = words.lower()
    if low.startswith("both") or low == "the pair":
        return "two"
    return "three" if low in ("the trio", "the trilateral") else ""


@lru_cache(maxsize=1)
def _rank() -> dict[str, int]:
    order = (tags.TITLE, tags.INSTRUMENT, tags.EXERCISE, tags.QUOTED)
    return {**{tag: i for i, tag in enumerate(order)}, tags.GROUP: 10}


def _without_overlaps(mentions: list[Mention]) -> list[Mention]:
    """Keep the earliest and longest; a quotation that is a name swallows what stands inside it."""
    rank = _rank()
    mentions.sort(key=lambda m: (m.start, -m.end, rank.get(m.tag, 9)))
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept

"""First pass: every name, date, ordinal, anaphor and title of a text, none overlapping."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from comity.extract.mentions import tags
from comity.extract.mentions.anaphors import chinese_anaphors, english_anaphors
from comity.extract.mentions.characters import SOUND_BEFORE, Characters
from comity.extract.mentions.meetings import find_exercises, find_meetings
from comity.extract.mentions.mention import Mention
from comity.extract.mentions.quoted import QUOTE, TITLE, is_exercise, short_quote
from comity.extract.mentions.words import load_words
from comity.registry import Record, Registry
from comity.registry.lexicon import Hit, Lexicon
from comity.text.dates import DateMention

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


NAVY: Final = re.compile("[军警事关员]|上(?:自卫队|保安|力量|执法|警察|部队|兵力|民兵)|岸警卫")
HEAD_OF: Final = re.compile("长(?![期远久达途江春沙城征安])")
LABEL_END: Final = re.compile(r": (?:(?<=[A-Z]{2}: )|(?<=[A-Z]{2} : )|(?<=[A-Z]\*: )|(?<=\* : ))")
LABEL: Final = re.compile(r"(?<!\w)(?<![a-z,;] )(?:[A-Z][A-Z.'’-]+ ){0,5}[A-Z]{2}[A-Z'’-]*\Z")


class Finder:
    """Finds mentions with one registry; build it once, use it on many texts."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self._characters = Characters(registry)

    def find(
        self, text: str, language: str, dates: tuple[DateMention, ...], day: str
    ) -> list[Mention]:
        """Return the mentions of a whole cleaned text in order. ``day`` (ISO) decides who held an office."""
        names = self.lexicon.find(text)
        if language == "zh":
            names = [h for hit in names for h in self._parts_of(text, hit)]
        hits = [m for hit in names if (m := self._mention(text, hit, day))]
        quoted = list(self._quoted(text, hits))
        found = [*quoted, *(_date(d) for d in dates)]
        found += [m for m in hits if m.tag != tags.EXERCISE or is_exercise(text, m)]
        if language == "zh":
            found += chinese_anaphors(text, self._characters.words)
            found += self._characters.find(text, _named(hits))
        else:
            found += [*english_anaphors(text), *find_meetings(text, hits)]
            found += find_exercises(text, hits)
            found += self._labels(text, day)
        return _without_overlaps(found)

    def _parts_of(self, text: str, hit: Hit) -> tuple[Hit, ...]:
        """Return a hit, or what it hides: 日本海军 is no sea of Japan, 俄罗斯国防部长 no ministry."""
        if text[hit.end - 1] == "海" and NAVY.match(text, hit.end):
            return self._within(text, hit.start, hit.end - 1)
        if text[hit.end - 1] in "部院" and HEAD_OF.match(text, hit.end):
            return self._head_of(text, hit) or (hit,)
        return (hit,)

    def _within(self, text: str, start: int, end: int) -> tuple[Hit, ...]:
        found = self.lexicon.find(text[start:end])
        return tuple(Hit(start + h.start, start + h.end, h.records) for h in found)

    def _head_of(self, text: str, hit: Hit) -> tuple[Hit, ...]:
        """Return the state and the office that a ministry's name hides: 俄罗斯, 国防部长."""
        for at in range(hit.start + 1, hit.end - 1):
            office = self._within(text, at, hit.end + 1)
            if len(office) == 1 and (office[0].start, office[0].end) == (at, hit.end + 1):
                return (*self._within(text, hit.start, at), *office)
        return ()

    def _mention(self, text: str, hit: Hit, day: str) -> Mention | None:
        record = choose(hit.records, day)
        if record is None or record.type not in TAG_OF:
            return None
        if record.type == "person" and _part_of_name(text, hit):
            return None
        if record.type == "office" and text.startswith("馆", hit.end):
            return None  # 大使馆 is no ambassador
        if record.type == "actor" and text.startswith("族", hit.end):
            return None  # 哈萨克族: a people, no state
        start = _given_name(text, hit) if record.type == "person" else hit.start
        ids = _ids(record)
        tag = TAG_OF[record.type]
        if record.type == "group" and record.parties:
            tag = tags.ACTOR
        return Mention(tag, start, hit.end, ids, record)

    def _labels(self, text: str, day: str) -> Iterator[Mention]:
        """Yield the speakers a transcript labels in capitals: "PRIME MINISTER MODI: Thank you." """
        for end in LABEL_END.finditer(text):
            last = end.start()
            while text[last - 1] in " *":
                last -= 1
            label = LABEL.search(text, max(0, last - 62), last)
            for hit in self.lexicon.find(label.group().title()) if label else ():
                start = label.start() if label else 0
                moved = Hit(hit.start + start, hit.end + start, hit.records)
                mention = self._mention(text, moved, day)
                if mention and mention.tag in (tags.PERSON, tags.OFFICE, tags.STATE):
                    yield mention

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
        first = bisect_right(hits, match.start(), key=lambda m: m.start)
        last = bisect_left(hits, match.end(), key=lambda m: m.start)
        inner = tuple(m for m in hits[first:last] if m.end < match.end())
        known = record if record and record.type in {"instrument", "mechanism"} else None
        tag = tags.INSTRUMENT if known else tags.TITLE
        return Mention(
            tag, match.start(), match.end(), (), known, name=match.group()[1:-1], inner=inner
        )


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
SOUND_INSIDE: Final = frozenset("诺克夫列库格顿")
LONGER: Final = re.compile(r"特(?![别使意朗])")


# 拉希德·阿利莫夫, 安东尼·J·布林肯: the given names before a surname, in characters that write sounds.
@lru_cache(maxsize=1)
def _given() -> re.Pattern[str]:
    sounds = load_words("zh")["names"]["sounds"]
    return re.compile(rf"(?:[{sounds}-]{{1,8}}·|[A-Z]\.?·){{1,3}}\Z")


def _given_name(text: str, hit: Hit) -> int:
    """Return where the name of a known person begins, given names and initials included."""
    if text[hit.start - 1 : hit.start] != "·":
        return hit.start
    given = _given().search(text, max(0, hit.start - 20), hit.start)
    return given.start() if given else hit.start


def _part_of_name(text: str, hit: Hit) -> bool:
    name = text[hit.start : hit.end]
    if len(name) != 2 or name[0] < "\u4e00":
        return False
    after, before = text[hit.end : hit.end + 1], text[hit.start - 1 : hit.start]
    led = before in SOUND_BEFORE or before in SOUND_INSIDE
    return after in SOUND_AFTER or led or bool(LONGER.match(text, hit.end))


def _named(hits: list[Mention]) -> Counter[str]:
    """Count how often a text names each state, itself or by its people and places."""
    several = (tags.STATE, tags.GROUP)  # 阿方 of the Arab states
    named = Counter(m.record.id for m in hits if m.tag in several and m.record)
    named.update(m.ids[0] for m in hits if m.tag in (tags.PERSON, tags.PLACE) and m.ids)
    return named


def _ids(record: Record) -> tuple[str, ...]:
    if record.type == "group":
        return tuple(member.id for member in record.parties)
    if record.type in {"organ", "person", "actor"}:
        return (record.state,) if record.state else ()
    return ()


def _date(date: DateMention) -> Mention:
    return Mention(tags.DATE, date.span.start, date.span.end, extra={"date": date})


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

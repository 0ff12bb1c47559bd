"""Named meetings that no record knows: "the second Regional Ministerial Conference on People Smuggling"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from comity.extract.heads import tree
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention
from comity.extract.mentions.words import ENGLISH_ORDINALS
from comity.registry.tables import slug
from comity.text.numerals import parse_numeral

HEADS: Final = [
    "Conference",
    "Summit",
    "Forum",
    "Meeting",
    "Dialogue",
    "Symposium",
    "Ministerial",
    "Roundtable",
    "Seminar",
    "Talks",
    "Retreat",
    "Working Group",
    "Joint Working Group",
    "Joint Committee",
    "Joint Commission",
    "Consultation Mechanism",
    "Consultation Group",
    "Consultation Committee",
    "Consultative Mechanism",
    "Consultative Group",
    "Consultative Committee",
]
HEAD: Final = re.compile(rf"{tree(HEADS)}\b(?!['’])")
TAIL: Final = re.compile(
    r" (?:on|for|of) (?:(?:the|and|in|of|for|on|[A-Z][\w-]*),? ){0,9}[A-Z][\w-]*"
)
ORDINAL: Final = re.compile(rf"\b({ENGLISH_ORDINALS})(?: [Aa]nnual)? \Z", re.IGNORECASE)
WORD: Final = re.compile(r"\S+ ")
REACH: Final = 80
INSIDE: Final = frozenset({"of", "on", "and", "for", "in", "the"})
OUTSIDE: Final = frozenset(
    ["the", "a", "an", "this", "that", "our", "their", "its", "at", "during", "in", "on", "for"]
    + ["after", "before", "since", "following", "and", "as", "by", "when", "while", "both", "each"]
)


def find_meetings(text: str, known: list[Mention]) -> Iterator[Mention]:
    """Yield the named meetings of an English text that overlap nothing the registry knows."""
    taken = [(m.start, m.end) for m in known]
    for head in HEAD.finditer(text):
        if text[head.start() - 1 : head.start()].isalnum():
            continue
        named = _first_word(text, head.start())
        if named == head.start():
            continue
        ordinal = ORDINAL.search(text, max(0, named - 24), named)
        start = ordinal.start(1) if ordinal else named
        tail = TAIL.match(text, head.end())
        end = _last_word(text, head.end(), tail.end(), taken) if tail else head.end()
        if not any(a < end and start < b for a, b in taken):
            number = parse_numeral(ordinal.group(1)) if ordinal else None
            extra = {"head": head.group()}
            yield Mention(
                t.SESSION, start, end, name=slug(text[named:end]), ordinal=number, extra=extra
            )


# "Exercise Veer Guardian 2023": a drill that no record knows, by the word before its name.
DRILL: Final = re.compile(
    r"Exercise (?<=\bExercise )((?!(?:Director|Control|Planning|Area|Scenario|Commander)\b)[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|I{1,3}V?))*)(?: (?:of )?((?:19|20)\d\d))?"
)


def find_exercises(text: str, known: list[Mention]) -> Iterator[Mention]:
    """Yield the named exercises of an English text that overlap nothing the registry knows."""
    taken = [(m.start, m.end) for m in known]
    for drill in DRILL.finditer(text):
        start, end = drill.start(1), drill.end()
        if not any(a < end and start < b for a, b in taken):
            extra = {"edition": int(drill[2])} if drill[2] else {}
            yield Mention(t.EXERCISE, start, end, name=slug(drill[1]), extra=extra)


LOOSE: Final = re.compile(r"(?:,| (?:in|at|on|of|for|and|the))+ ?\Z")


def _last_word(text: str, head: int, tail: int, taken: list[tuple[int, int]]) -> int:
    """Return where a meeting's subject ends: before a place or person that the registry knows."""
    known = min((a for a, _ in taken if head < a < tail), default=tail)
    loose = LOOSE.search(text, head, known) if known < tail else None
    return loose.start() if loose else known


def _first_word(text: str, head: int) -> int:
    """Return where the capitalised words that lead up to a head begin, the head itself if none do."""
    base = max(0, head - REACH)
    start = head
    for word in reversed(list(WORD.finditer(text, base, head))):
        written = word.group().strip()
        if written.lower() in OUTSIDE and written not in INSIDE:
            break
        if written[0].isupper():
            start = word.start()
        elif written not in INSIDE:
            break
    return start


class Meetings:
    """The meetings of a text by their last words: "the sixth Ministerial Forum" is the one named in full before."""

    def __init__(self) -> None:
        self._named: dict[str, Mention] = {}

    def settle(self, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions with later, shorter names of a meeting of two given its states and record."""
        return [self._settled(mention) for mention in mentions]

    def _settled(self, mention: Mention) -> Mention:
        if mention.tag not in (t.MECHANISM, t.SESSION):
            return mention
        if mention.ids or mention.record:
            record = mention.record
            name = slug(record.label("en")) if record else mention.name
            if record is None or len(record.parties) == 2:
                self._named.setdefault(name, mention)
            return mention
        known = next((m for n, m in self._named.items() if n.endswith("-" + mention.name)), None)
        if known is None:
            return mention
        return replace(mention, ids=known.ids, record=known.record, name=known.name)

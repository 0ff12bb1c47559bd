"""People a document has introduced: once named with office and state, a bare surname is enough."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention

# A word of a name that can stand for the person: no particle, no initial, no "Jr".
NAME_WORD: Final = re.compile(r"[A-Z][a-z]\w*(?:[-’'][A-Za-z]\w*)*$")
NEVER: Final = frozenset(
    [
        "Jr",
        "Sr",
        "The",
        "Of",
        "And",
        "Minister",
        "President",
        "Secretary",
        "General",
        "Prime",
        "Foreign",
        "Defense",
        "Defence",
    ]
)
ALONE: Final = r"(?<![\w-])(?:{names})(?![\w-]|(?:['’]s)? [A-Z])"


GIVEN_NAMES: Final = re.compile(r"(?:[A-Z][\w.’'-]* |(?:bin|al|de|van|von|el) )+\Z")


def _first_name(text: str, after: int, surname: int) -> int:
    """Return where a name begins whose last word is known, "Jens" in "Secretary General Jens Stoltenberg"."""
    given = GIVEN_NAMES.search(text, after + 1, surname)
    return given.start() if given else surname


def _printed(text: str, mention: Mention) -> str:
    """Return the printed name without the country after it: "Prime Minister Key" of New Zealand."""
    offices = [m.end for m in mention.inner if m.tag == t.OFFICE]
    after = [
        m.start for m in mention.inner if m.tag == t.STATE and m.start > max(offices, default=0)
    ]
    return text[mention.start : min(after, default=mention.end)]


def _parts(mention: Mention) -> Iterator[Mention]:
    """Yield what a mention was made of, and what its parts were: a name and the office told after it."""
    for part in mention.inner:
        yield part
        yield from _parts(part)


def _named(mention: Mention) -> Mention:
    """Return the part that holds the name: "Mr. Okada", of "Mr. Okada, Foreign Minister of Japan"."""
    people = [m for m in mention.inner if m.tag == t.ACTOR and m.extra.get("person")]
    return people[0] if people else mention


class People:
    """The people named so far, by the words of their names."""

    def __init__(self, language: str, issuer: str = "") -> None:
        self._language = language
        self._issuer = issuer
        self._ids: dict[str, tuple[tuple[str, ...], str]] = {}
        self._regex: re.Pattern[str] | None = None
        self._offices: dict[str, set[str]] = {}

    def note(self, text: str, mentions: list[Mention]) -> None:
        """Remember the people that composed mentions introduce with their state."""
        for mention in mentions:
            name = mention.extra.get("person") if mention.tag == t.ACTOR else None
            if not name or len(mention.ids) != 1:
                continue
            if not any(m.tag in (t.STATE, t.ORGAN, t.PERSON) for m in _parts(mention)):
                continue
            self._note_office(text, mention)
            if not isinstance(name, str):
                continue
            for word in self._words(name, _printed(text, _named(mention))):
                if self._ids.setdefault(word, (mention.ids, name))[0] == mention.ids:
                    self._regex = None

    def recall(self, text: str, start: int, end: int, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions of a stretch with those of known people added where nothing else is named."""
        if not self._ids:
            return mentions
        added = []
        for match in self._expression().finditer(text, start, end):
            first, last = match.span()
            if any(o.start < last and first < o.end for o in mentions):
                continue
            ids, name = self._ids[match.group()]
            if self._language == "en":
                first = _first_name(
                    text, max([start, *(o.end for o in mentions if o.end <= first)]), first
                )
            added.append(Mention(t.PERSON, first, last, ids=ids, name=name))
        return sorted([*mentions, *added], key=lambda m: m.start) if added else mentions

    def _note_office(self, text: str, mention: Mention) -> None:
        for office in (m for m in _parts(mention) if m.tag == t.OFFICE and m.record):
            for name in (office.id, text[office.start : office.end]):
                self._offices.setdefault(name, set()).add(mention.ids[0])

    def settle(self, text: str, mentions: list[Mention]) -> list[Mention]:
        """Give "the President" the one state whose office holder the text has named so far.

        A king is a head of state too, so the printed title decides first; of several presidents, the
        one of the state that publishes the text is meant.
        """
        return [m for mention in mentions for m in self._settled(text, mention)]

    def _settled(self, text: str, mention: Mention) -> Iterator[Mention]:
        if mention.tag != t.ANAPHOR or not mention.extra.get("office"):
            yield mention
            return
        office = mention.inner[0]
        held = self._offices.get(text[office.start : office.end], set())
        if not held and office.id != "head-of-state":  # a king is no president
            held = self._offices.get(office.id, set())
        if self._language == "en" and self._issuer in held:
            held = {self._issuer}
        if len(held) == 1:
            yield replace(mention, tag=t.ACTOR, ids=tuple(held), extra={"person": True})
        elif mention.extra["one"]:
            yield mention

    def _words(self, name: str, printed: str) -> Iterator[str]:
        if self._language == "zh":
            if re.fullmatch(r"[\u4e00-\u9fff·]{2,12}", name):
                yield name
            return
        words = [w.strip(".,") for w in (name if " " in name else printed).split()]
        for word in words[-3:]:
            if NAME_WORD.match(word) and word not in NEVER and len(word) > 2:
                yield word

    def _expression(self) -> re.Pattern[str]:
        if self._regex is None:
            names = "|".join(re.escape(n) for n in sorted(self._ids, key=lambda n: (-len(n), n)))
            self._regex = re.compile(names if self._language == "zh" else ALONE.format(names=names))
        return self._regex

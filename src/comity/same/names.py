"""Who is meant by the words of a claim: people and offices by state, through the registry."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from comity.registry import Record
from comity.registry.lexicon import load_lexicon

ANY: Final = "*"  # offices of all sides: "the two presidents"
LEADERS: Final = frozenset(
    {"head-of-state", "acting-head-of-state", "head-of-government", "party-leader"}
)
HEADS: Final = LEADERS - {"head-of-government"}
# Words for office holders of all sides that are no office of the registry.
TOGETHER: Final = (
    (re.compile(r"元首|the (?:two|three) presidents", re.IGNORECASE), HEADS),
    (re.compile(r"领导人|最高级|the (?:\w+ )?leaders\b|\bleaders[’']", re.IGNORECASE), LEADERS),
)


@dataclass(frozen=True, slots=True)
class People:
    """People by state, and offices by state: of named people those held on the day, of others as told."""

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    offices: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        return bool(self.names or self.offices)

    def offices_of(self, state: str) -> frozenset[str]:
        """Return the offices that act for a state, those of all sides when none of its own is told."""
        return self.offices.get(state) or self.offices.get(ANY) or frozenset()


COUNTED: Final = re.compile(
    r"[两三四五]位(?:主席|总统|总理|部长|外长)"
)  # 同两位主席: of whom the text said who
VAGUE: Final = frozenset({"mister", "representative", "rank"})


def people_in(words: Iterable[str], day: date | None, *, whole: bool = False) -> People:
    """Return the people and offices that the words name; ``day`` tells which office a person held.

    ``whole`` says that the words are a whole sentence, where an office need not belong to the one state
    named beside it.
    """
    names: dict[str, set[str]] = {}
    offices: dict[str, set[str]] = {}
    for each in words:
        states, found, told = _read(each, whole)
        for person in found:
            names.setdefault(person.state, set()).add(person.id)
            if day:
                held = {t.office for t in person.terms if t.covers(day.isoformat())}
                offices.setdefault(person.state, set()).update(held)
        owners = states | {p.state for p in found}
        owner = next(iter(owners)) if len(owners) == 1 and not whole else ANY
        offices.setdefault(owner, set()).update(told)
    return People(_frozen(names), _frozen(offices))


def strangers_in(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return by state the names that the words give to people whom the registry does not know, in pieces.

    Pieces are pairs of Chinese characters, or capitalised words.
    """
    found: dict[str, set[str]] = {}
    for each in words:
        state, pieces = _pieces(each)
        if state and pieces:
            found.setdefault(state, set()).update(pieces)
    return _frozen(found)


@lru_cache(maxsize=50_000)
def _pieces(words: str) -> tuple[str, tuple[str, ...]]:
    rest, at = [], 0
    states: set[str] = set()
    for hit in load_lexicon().find(words):
        if any(r.type == "person" for r in hit.records):
            return "", ()
        states |= {r.state for r in hit.records if r.type == "actor" and r.state}
        rest.append(words[at : hit.start])
        at = hit.end
    left = COMMON.sub(" ", " ".join([*rest, words[at:]]))
    runs = re.findall(r"[\u3400-\u9fff]{2,}", left)
    pairs = [run[i : i + 2] for run in runs for i in range(len(run) - 1)]
    names = re.findall(r"\b[A-Z][\w’'-]+", left)
    return next(iter(states)) if len(states) == 1 else "", (*pairs, *names)


# Words beside a name, or in place of one, that are no name.
COMMON: Final = re.compile(
    r"两国|三国|各国|五国|双方|三方|各方|[中美俄日韩法德英]方|方面|代表团|领导人?|元首|夫妇|夫人|一行|总督府|王宫|来访|来华|访华"
    r"|进行|出席|国事访问|正式|工作|的|和|与|同|等|总统|总理|首相|主席|部长|新任|当选"
    r"|\b(?:The|This|That|We|They|He|She|It|I|Our|Their|His|Her|Both|Two|Three|Leaders?|President|Prime|Minister"
    r"|Secretary|Government|Republic|Kingdom|United|States?|Commonwealth|People[’']s|Joseph|Jr|His|Her|Excellency|Majesty|Vice|Today)\b"
)


@lru_cache(maxsize=50_000)
def frames_in(words: str) -> frozenset[str]:
    """Return the mechanisms that words name."""
    return frozenset(
        record.id
        for hit in load_lexicon().find(words)
        for record in hit.records
        if record.type == "mechanism"
    )


def content_of(words: str) -> frozenset[str]:
    """Return what words are about, without figures: longer English words, pairs of Chinese characters."""
    runs = re.findall(r"[\u3400-\u9fff]{2,}", words)
    pairs = (run[i : i + 2] for run in runs for i in range(len(run) - 1))
    return frozenset((*pairs, *(w.lower() for w in re.findall(r"\b[A-Za-z]{5,}", words))))


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {state: frozenset(ids) for state, ids in sorted(found.items()) if ids}


@lru_cache(maxsize=50_000)
def _read(
    words: str, whole: bool = False
) -> tuple[frozenset[str], tuple[Record, ...], frozenset[str]]:
    """Return the states, people and offices that a stretch of words names.

    In a whole sentence the title before a name is that person's and speaks for nobody else.
    """
    words = COUNTED.sub("", words)
    states: set[str] = set()
    people: list[Record] = []
    offices: set[str] = set()
    hits = load_lexicon().find(words)
    titled = {hit.start for hit in hits if any(r.type == "person" for r in hit.records)}
    for hit in hits:
        kinds = {r.type for r in hit.records}
        people += [r for r in hit.records if r.type == "person"][:1]
        if "office" in kinds:
            if whole and _next_word(words, hit.end) in titled:
                continue  # the title of a named person, whose offices are known
            offices |= {r.id for r in hit.records if r.type == "office"} - VAGUE
        elif kinds & {"actor", "organ"}:
            states |= {r.state for r in hit.records if r.type in ("actor", "organ") and r.state}
    for sign, meant in TOGETHER:
        if not people and not offices and sign.search(words):
            offices |= meant
    return frozenset(states), tuple(people), frozenset(offices)


def _next_word(words: str, at: int) -> int:
    return at + (at < len(words) and words[at] == " ")


@lru_cache(maxsize=50_000)
def places_in(words: str) -> Mapping[str, str]:
    """Return the places that words name, each with its state."""
    return {
        record.id: record.state
        for hit in load_lexicon().find(words)
        for record in hit.records
        if record.type == "place"
    }

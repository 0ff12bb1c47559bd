"""From scored pairs to proposals: groups that hold together, and pairs left to a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.same.parts import SLACK, STAY, gap_of
from comity.same.score import Score
from comity.same.telling import Telling

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two claims that may tell of one happening; ``verdict`` is same or unsure.

    ``why`` says why a pair that scores as same is left to a person.
    """

    claim: str
    other: str
    verdict: str
    score: Score
    why: str = ""


def propose(
    scored: Mapping[Pair, Score],
    tellings: Mapping[str, Telling],
    joined: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[Proposal]:
    """Return the joins to make, best first, then the pairs to ask about.

    ``joined`` and ``apart`` are what was decided before. A join is proposed only if it brings something
    new together, and never brings two claims together that were held apart, by a person or by their score:
    then it is left unsure. The order in which pairs are given does not matter.
    """
    groups = Groups()
    for a, b in sorted(joined):
        groups.join(a, b)
    for a, b in sorted(apart):
        groups.part(a, b)
    for (a, b), score in sorted(scored.items()):
        if score.verdict == "different":
            groups.part(a, b)
    torn = _torn(scored, tellings)
    made: list[Proposal] = []
    asked: list[Proposal] = []
    for pair, score in sorted(scored.items(), key=lambda item: (-item[1].likelihood, item[0])):
        if score.verdict == "different" or groups.together(*pair):
            continue
        why = "" if score.verdict == "same" else "the score is between"
        if pair in torn:
            why = "its wide date fits several happenings"
        elif not why and groups.parted(*pair):
            why = "other tellings of the two do not go together"
        if why:
            asked.append(Proposal(*pair, "unsure", score, why))
        else:
            groups.join(*pair)
            made.append(Proposal(*pair, "same", score))
    return made + [p for p in asked if not groups.together(p.claim, p.other)]


def _torn(scored: Mapping[Pair, Score], tellings: Mapping[str, Telling]) -> set[Pair]:
    """Return pairs in which a telling dated by its month fits several happenings of different days."""
    fits: dict[str, list[str]] = {}
    for (a, b), score in sorted(scored.items()):
        if score.verdict != "same":
            continue
        for wide, narrow in ((a, b), (b, a)):
            if tellings[wide].days > STAY >= tellings[narrow].days:
                fits.setdefault(wide, []).append(narrow)
    return {
        (min(wide, narrow), max(wide, narrow))
        for wide, narrows in fits.items()
        if not _near(tellings[n] for n in narrows)
        for narrow in narrows
    }


def _near(found: Iterable[Telling]) -> bool:
    """Say whether tellings follow each other without a gap of days."""
    days = sorted(found, key=lambda t: (str(t.start), t.id))
    return all((gap_of(a, b) or 0) <= SLACK for a, b in zip(days, days[1:], strict=False))


class Groups:
    """Claims in groups, and groups that must stay apart."""

    def __init__(self) -> None:
        self._head: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}

    def find(self, claim: str) -> str:
        """Return the claim that stands for a group."""
        while (up := self._head.get(claim, claim)) != claim:
            self._head[claim] = self._head.get(up, up)
            claim = up
        return claim

    def together(self, a: str, b: str) -> bool:
        return self.find(a) == self.find(b)

    def parted(self, a: str, b: str) -> bool:
        return self.find(b) in self._apart.get(self.find(a), ())

    def part(self, a: str, b: str) -> None:
        """Keep the groups of two claims apart."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        self._apart.setdefault(a, set()).add(b)
        self._apart.setdefault(b, set()).add(a)

    def join(self, a: str, b: str) -> None:
        """Make one group of two; what was apart from either is apart from both."""
        a, b = sorted((self.find(a), self.find(b)))
        if a == b:
            return
        self._head[b] = a
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart.setdefault(a, set()).add(other)

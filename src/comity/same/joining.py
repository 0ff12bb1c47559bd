"""From scored pairs to proposals: groups that hold together, and pairs left to a person."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from comity.same.parts import SLACK, gap_of, loose_end
from comity.same.score import Score
from comity.same.telling import Telling

Pair = tuple[str, str]
MOST = 5.0  # log odds: what one pair can say for or against two groups being one
LITTLE = 0.5  # the same, of a pair with a loose date
PARTS = frozenset({"stage.other"})  # cases that say that two tellings are of parts of one whole
CLEAR = 3.0  # how many times better than the next one a happening must fit a loosely dated telling


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
    new together, and never brings two claims together that a person held apart, nor two groups whose tellings,
    taken all together, speak more for two happenings than for one: then it is left unsure. The order in which pairs are given does not matter.
    """
    groups = Groups()
    for a, b in sorted(joined):
        groups.join(a, b)
    for a, b in sorted(apart):
        groups.part(a, b)
    for (a, b), score in sorted(scored.items()):
        groups.weigh(a, b, _evidence(score, loose_end(tellings[a], tellings[b])))
        if any(f"{p.name}.{p.case}" in PARTS for p in score.parts):
            groups.part(a, b)
            groups.siblings.add((a, b))
    firm, loose = _split(scored, tellings)
    made: list[Proposal] = []
    asked = _round(groups, firm, loose, tellings, made)
    before = 0
    while len(made) > before:  # a join can settle which happening a loosely dated telling fits
        before = len(made)
        asked = _round(groups, firm, loose, tellings, made)
    return made + [p for p in asked if not groups.together(p.claim, p.other)]


def _round(
    groups: "Groups",
    firm: "Scored",
    loose: "Scored",
    tellings: Mapping[str, Telling],
    made: list[Proposal],
) -> list[Proposal]:
    """Join what can be joined, adding to ``made``; return the pairs to ask about."""
    asked: list[Proposal] = []
    for pair, score in firm:
        _decide(groups, pair, score, "", made, asked)
    torn = _torn(groups, firm, loose, tellings)
    for pair, score in loose:
        fits_several = pair in torn or _clash(groups, pair, tellings)
        why = "its loose date fits several happenings" if fits_several else ""
        _decide(groups, pair, score, why, made, asked)
    return asked


def _evidence(score: Score, loose: str) -> float:
    """Return the log odds of a score, bounded, so that one telling that was misread does not outvote many.

    Pairs with a loose date say little: what fits two happenings does not make them one.
    """
    most = LITTLE if loose else MOST
    return max(-most, min(most, math.log(_odds(score.likelihood))))


Scored = list[tuple[Pair, Score]]


def _split(scored: Mapping[Pair, Score], tellings: Mapping[str, Telling]) -> tuple[Scored, Scored]:
    """Return the pairs that are not plainly different, best first: those of firm dates, and the others."""
    found: tuple[Scored, Scored] = ([], [])
    for pair, score in sorted(scored.items(), key=lambda item: (-item[1].likelihood, item[0])):
        if score.verdict != "different":
            found[bool(loose_end(*(tellings[i] for i in pair)))].append((pair, score))
    return found


def _decide(
    groups: "Groups",
    pair: Pair,
    score: Score,
    why: str,
    made: list[Proposal],
    asked: list[Proposal],
) -> None:
    """Join a pair, or ask about it when its score is between, or ``why`` or earlier joins forbid it."""
    if groups.together(*pair):
        return
    if score.verdict != "same":
        why = "the score is between"
    elif not why and (groups.parted(*pair) or groups.evidence(*pair) < 0):
        why = "other tellings of the two do not go together"
    if why:
        asked.append(Proposal(*pair, "unsure", score, why))
    else:
        groups.join(*pair)
        made.append(Proposal(*pair, "same", score))


def _torn(
    groups: "Groups", firm: Scored, loose: Scored, tellings: Mapping[str, Telling]
) -> set[Pair]:
    """Return pairs whose loosely dated telling fits another happening about as well.

    A group without a telling of firm date is no happening of its own yet: it may turn out to be any.
    """
    fits: dict[str, dict[str, float]] = {}
    sides: list[tuple[Pair, str, str]] = []
    for pair, score in loose:
        if score.verdict == "same":
            end = loose_end(*(tellings[i] for i in pair))
            far = pair[0] if end == pair[1] else pair[1]
            _keep_best(fits.setdefault(end, {}), groups.find(far), score)
            sides.append((pair, end, groups.find(far)))
    for (a, b), score in firm:  # a day beside it may be the better one, though it is not sure
        for end, far in ((a, b), (b, a)):
            if end in fits:
                _keep_best(fits[end], groups.find(far), score)
    return {
        pair
        for pair, end, far in sides
        if any(
            _odds(other) * CLEAR > _odds(fits[end][far])
            for name, other in fits[end].items()
            if name not in (far, groups.find(end)) and _rivals(groups, name, far, tellings)
        )
    }


def _keep_best(best: dict[str, float], far: str, score: Score) -> None:
    best[far] = max(best.get(far, 0.0), score.likelihood)


def _rivals(groups: "Groups", name: str, far: str, tellings: Mapping[str, Telling]) -> bool:
    """Say whether a group tells of another happening, with a day of its own, and not of a part of the same."""
    firm = any((t := tellings.get(m)) is not None and _is_firm(t) for m in groups.members(name))
    both = {name, far}
    return firm and not any({groups.find(a), groups.find(b)} == both for a, b in groups.siblings)


def _clash(groups: "Groups", pair: Pair, tellings: Mapping[str, Telling]) -> bool:
    """Say whether a loosely dated telling would bring tellings of different days together."""
    if groups.together(*pair):
        return False
    firm = [
        [t for m in groups.members(end) if (t := tellings.get(m)) and _is_firm(t)] for end in pair
    ]
    touch = ((gap_of(a, b) or 0) <= SLACK for a in firm[0] for b in firm[1])
    return bool(firm[0] and firm[1]) and not any(touch)


def _is_firm(telling: Telling) -> bool:
    return telling.days > 0 and not (telling.coarse or telling.undated)


def _odds(likelihood: float) -> float:
    return max(likelihood, 1e-9) / max(1 - likelihood, 1e-9)


class Groups:
    """Claims in groups, and groups that must stay apart."""

    def __init__(self) -> None:
        self._head: dict[str, str] = {}
        self._apart: dict[str, set[str]] = {}
        self._members: dict[str, set[str]] = {}
        self._weight: dict[str, dict[str, float]] = {}
        self.siblings: set[Pair] = set()  # tellings of two parts of one whole

    def find(self, claim: str) -> str:
        """Return the claim that stands for a group."""
        while (up := self._head.get(claim, claim)) != claim:
            self._head[claim] = self._head.get(up, up)
            claim = up
        return claim

    def members(self, claim: str) -> list[str]:
        """Return the claims of a group in order."""
        head = self.find(claim)
        return sorted(self._members.get(head, {head}))

    def weigh(self, a: str, b: str, evidence: float) -> None:
        """Add evidence, in log odds, that the groups of two claims are one."""
        a, b = self.find(a), self.find(b)
        if a != b:
            for one, other in ((a, b), (b, a)):
                beside = self._weight.setdefault(one, {})
                beside[other] = beside.get(other, 0.0) + evidence

    def evidence(self, a: str, b: str) -> float:
        """Return the evidence, in log odds, that the groups of two claims are one."""
        return self._weight.get(self.find(a), {}).get(self.find(b), 0.0)

    def together(self, a: str, b: str) -> bool:
        return self.find(a) == self.find(b)

    def parted(self, a: str, b: str) -> bool:
        return self.find(b) in self._apart.get(self.find(a), ())

    def join_all(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Join pairs in the order given; return those left out, whose groups must stay apart."""
        left_out = []
        for a, b in pairs:
            if self.parted(a, b):
                left_out.append((a, b))
            else:
                self.join(a, b)
        return left_out

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
        self._members[a] = self._members.get(a, {a}) | self._members.pop(b, {b})
        for other, evidence in self._weight.pop(b, {}).items():
            self._weight[other].pop(b)
            self.weigh(a, other, evidence)
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart.setdefault(a, set()).add(other)

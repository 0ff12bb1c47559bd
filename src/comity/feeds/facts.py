"""The facts of a resource folder as claims: ties and events, each with its kind of date and its row."""

from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any, Final

from comity.model import Coverage, Event, Period, Span, Tie
from comity.registry import Registry
from comity.registry.facts import Fact, meeting, read_facts, spell
from comity.registry.load import OWN_FOLDER

MODE_OF: Final = {
    "proposed": "propose",
    "announced": "declare",
    "signed": "sign",
    "adopted": "adopt",
    "in-force": "establish",
    "first-meeting": "conference",
    "acceded": "join",
    "upgraded": "upgrade",
    "suspended": "declare",
    "withdrawn": "withdraw",
    "ended": "declare",
    "first-observed": "establish",
}
OBLIGED: Final = ("party", "member", "participant")


class FactReader:
    """Yields the claims and the coverage of one folder's facts, as those of a data set."""

    def __init__(
        self, registry: Registry, document: str, folder: Path = OWN_FOLDER, issuer: str = "comity"
    ) -> None:
        self.registry = registry
        self.document = document
        self.folder = folder
        self.issuer = issuer

    def claims(self) -> Iterator[Tie | Event]:
        """Yield every claim, in the order of the tables and their rows."""
        yield from self._memberships()
        yield from self._suspensions()
        yield from self._partnerships()
        yield from self._alliances()
        yield from self._foundings()
        yield from self._withdrawals()

    def coverage(self) -> Iterator[Coverage]:
        """Yield what the facts claim to tell: of a body or treaty completely, else how far they reach."""
        for fact in read_facts("coverage", self.folder):
            property, subject = fact["property"], fact["subject"]
            allied = property == "ally" and subject
            yield Coverage(
                property=property if allied or not subject else f"{property}:{subject}",
                actors=tuple(sorted(self._parties(subject))) if allied else (),
                period=spell(fact["from"], fact["to"]),
                note=": ".join(part for part in (subject, fact["note"]) if part),
                silence="no" if subject else "unknown",
            )

    def _parties(self, mechanism: str) -> dict[str, list[Period]]:
        found: dict[str, list[Period]] = {}
        for fact in read_facts("memberships", self.folder):
            if fact["mechanism"] == mechanism and fact["role"] in OBLIGED:
                spells = found.setdefault(fact["member"], [])
                period = spell(fact["from"], fact["to"])
                if not any(meeting(period, other) for other in spells):
                    spells.append(period)  # the better founded of two datings comes first
        return found

    def _memberships(self) -> Iterator[Tie]:
        for fact in read_facts("memberships", self.folder):
            period = spell(fact["from"], fact["to"])
            yield self._belongs(fact, fact["role"], period)

    def _suspensions(self) -> Iterator[Tie]:
        for fact in read_facts("suspensions", self.folder):
            period = spell(fact["from"], fact["to"])
            yield self._belongs(fact, fact["role"], period)
            if fact["by"]:
                pair = (fact["by"], fact["member"])
                yield self._tie(fact, "ally", *pair, period, role=fact["role"], dated=fact["dated"])

    def _belongs(self, fact: Fact, role: str, period: Period) -> Tie:
        relation = "party" if self.registry.get(fact["mechanism"], "instrument") else "member"
        ends = (fact["member"], fact["mechanism"])
        return self._tie(fact, relation, *ends, period, role=role, dated=fact["dated"])

    def _partnerships(self) -> Iterator[Tie]:
        for fact in read_facts("partnerships", self.folder):
            period = spell(fact["from"], fact["to"])
            grade = fact["grade_zh"] or fact["grade_en"]
            ends = (fact["a"], fact["b"])
            yield self._tie(fact, "partner", *ends, period, grade=grade, dated=fact["dated"])

    def _alliances(self) -> Iterator[Tie | Event]:
        """Yield the alliance of each two parties to a treaty, dated by signature and by force."""
        for fact in read_facts("alliances", self.folder):
            for column, dated in (("signed", "signed"), ("in_force", "in-force")):
                if fact[column]:
                    yield self._event(fact, fact["treaty"], fact[column], dated)
                    yield from self._allied(fact, spell(fact[column], fact["ended"]), dated)
            if fact["ended"]:
                yield self._event(fact, fact["treaty"], fact["ended"], "ended")

    def _allied(self, fact: Fact, term: Period, dated: str) -> Iterator[Tie]:
        parties = self._parties(fact["treaty"])
        for a, b in combinations(sorted(parties), 2):
            for one, two in product(parties[a], parties[b]):
                joint = _signed(term, one, two) if dated == "signed" else meeting(term, one, two)
                if joint:
                    yield self._tie(fact, "ally", a, b, joint, grade=fact["kind"], dated=dated)

    def _foundings(self) -> Iterator[Event]:
        for fact in read_facts("foundings", self.folder):
            yield self._event(fact, fact["mechanism"], fact["date"], fact["dated"])

    def _withdrawals(self) -> Iterator[Event]:
        for fact in read_facts("withdrawals", self.folder):
            who = (fact["member"],)
            yield self._event(fact, fact["mechanism"], fact["date"], fact["dated"], "withdraw", who)

    def _tie(
        self, fact: Fact, relation: str, source: str, target: str, period: Period, **more: Any
    ) -> Tie:
        given = {name: value for name, value in more.items() if value}
        return Tie(
            relation=relation,
            source=source,
            target=target,
            period=period,
            **given,
            **self._common(fact),
        )

    def _event(
        self,
        fact: Fact,
        mechanism: str,
        day: str,
        dated: str,
        mode: str = "",
        who: tuple[str, ...] = (),
    ) -> Event:
        return Event(
            mode=mode or MODE_OF[dated],
            participants=who,
            period=Period.parse(day),
            frame=mechanism,
            track="mechanism",
            dated=dated,
            **self._common(fact),
        )

    def _common(self, fact: Fact) -> dict[str, Any]:
        span = Span(fact.number, fact.number)
        return {
            "document": self.document,
            "issuer": self.issuer,
            "section": f"facts/{fact.table}.csv",
            "span": span,
            "quote": fact.words,
            "rule": fact.rule,
        }


def _signed(term: Period, one: Period, two: Period) -> Period | None:
    """Return the term of a treaty from its signature, for two who were its parties from the first day."""
    if term.start is None or one.start is None or one.start != two.start or one.start < term.start:
        return None
    return meeting(term, Period(end=one.end), Period(end=two.end))

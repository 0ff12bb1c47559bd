"""Two sources on who belongs to what, side by side: where they agree, differ, and what only one has.

A source's silence counts only within what it covers: what begins after its last year is no difference.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from comity.study.membership import BELONGING
from comity.study.stints import Source, Stint, load_source
from comity.study.storage import Store

VERDICTS: Final = ("same", "consistent", "different", "role", "only first", "only second")
NOT_COVERED: Final = "not covered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One actor's belonging to a mechanism in two sources, by the year it began.

    ``verdict``: same year; consistent (the other only looked later); different; role (told in another
    capacity); only first or only second (the other covers it and is silent); not covered (the other would
    not have told). ``ends`` says how the ends differ, if they do.
    """

    mechanism: str
    actor: str
    verdict: str
    first: Stint | None
    second: Stint | None
    ends: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the belonging as one row; ``first`` and ``second`` in words, with the claims behind them."""
        told = [("first", self.first), ("second", self.second)]
        return {
            "mechanism": self.mechanism,
            "actor": self.actor,
            "verdict": self.verdict,
            **{side: str(stint) if stint else None for side, stint in told},
            "ends": self.ends or None,
            **{f"{side}_claims": list(stint.claims) if stint else [] for side, stint in told},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """Two sources compared. ``covers`` tells, by mechanism, until when each of them covers its members."""

    first: str
    second: str
    held: tuple[Held, ...]
    covers: dict[str, tuple[str, str]]

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one row for each belonging."""
        return [each.to_dict() for each in self.held]

    def summary(self, *, shared: bool = True) -> list[dict[str, Any]]:
        """Return one row for each mechanism (``shared``: that both tell of), with counts by verdict, and last
        the sum of them. ``compared`` are those whose start both give: same, consistent and different.
        """
        by_body: dict[str, Counter[str]] = defaultdict(Counter)
        for each in self.held:
            by_body[each.mechanism][each.verdict] += 1
        both = {h.mechanism for h in self.held if h.first and h.second}
        names = [name for name in sorted(by_body) if name in both or not shared]
        rows = [
            self._counts(name, by_body[name], self.covers.get(name, ("", ""))) for name in names
        ]
        total = sum((by_body[name] for name in names), Counter[str]())
        return [*rows, self._counts("all", total, ("", ""))] if rows else []

    def _counts(self, name: str, found: Counter[str], covers: tuple[str, str]) -> dict[str, Any]:
        return {
            "mechanism": name,
            "compared": sum(found[v] for v in VERDICTS[:3]),
            **{verdict.replace(" ", "_"): found[verdict] for verdict in VERDICTS},
            "not_covered": found[NOT_COVERED],
            "first_covers": covers[0] or None,
            "second_covers": covers[1] or None,
        }


def compare_registers(
    store: Store, first: str, second: str, mechanisms: Sequence[str] = ()
) -> Registers:
    """Return what two sources, by their document ids, say of who belongs to mechanisms (none given: all)."""
    sources = [load_source(store, id, BELONGING, mechanisms) for id in (first, second)]
    bodies = sorted({body for source in sources for body, _ in source.stints})
    pairs = sorted({key for source in sources for key in source.stints})
    held = [each for body, actor in pairs for each in _compared(body, actor, sources)]
    covers = {b: (sources[0].covers(b), sources[1].covers(b)) for b in bodies}
    return Registers(first=first, second=second, held=tuple(held), covers=covers)


def _compared(body: str, actor: str, sources: Sequence[Source]) -> Iterable[Held]:
    """Yield an actor's belonging in each capacity that either source tells."""
    left, right = (s.stints.get((body, actor), {}) for s in sources)
    for capacity in sorted({*left, *right}):
        mine, theirs = left.get(capacity), right.get(capacity)
        if mine and theirs:
            verdict = _starts(mine, theirs, sources)
            ends = _ends(mine, theirs, sources)
        else:
            verdict, ends = (
                _alone(body, actor, mine or theirs, bool(theirs), (left, right), sources),
                "",
            )
        yield Held(
            mechanism=body, actor=actor, verdict=verdict, first=mine, second=theirs, ends=ends
        )


def _starts(mine: Stint, theirs: Stint, sources: Sequence[Source]) -> str:
    """Compare the years in which one stint began; a source may give several, each of its kind."""
    if not mine.years or not theirs.years or set(mine.years) & set(theirs.years):
        return "same" if mine.years and theirs.years else "consistent"
    early, late = (0, 1) if mine.years[0] < theirs.years[0] else (1, 0)
    watched = sources[late].watches(mine.body, (mine, theirs)[late].years[0])
    return "different" if watched or not (mine, theirs)[late].observed else "consistent"


def _ends(mine: Stint, theirs: Stint, sources: Sequence[Source]) -> str:
    """Say how the ends differ: years that are not the same, or an end that the other saw nothing of."""
    ends = [mine.end, theirs.end]
    if None not in ends and ends[0].year != ends[1].year:  # type: ignore[union-attr]
        return f"{ends[0]} / {ends[1]}"
    for place in (0, 1):
        end, last = ends[place], sources[1 - place].last(mine.body)
        if end and ends[1 - place] is None and last and end.year < last.year:
            words = [str(end), f"still in {last.year}"]
            return " / ".join(words if place == 0 else reversed(words))
    return ""


def _alone(
    body: str,
    actor: str,
    stint: Stint | None,
    on_second: bool,
    told: tuple[dict[str, Stint], dict[str, Stint]],
    sources: Sequence[Source],
) -> str:
    """Say what it means that one source alone tells a stint in its capacity."""
    assert stint is not None
    silent = sources[0 if on_second else 1]
    end = stint.end or sources[int(on_second)].last(body) or date.max
    for other in told[0 if on_second else 1].values():
        until = other.end or silent.last(body) or date.max
        if (other.start or date.min) <= end and (stint.start or date.min) <= until:
            return "role"
    if silent.would_tell(body, actor, stint.start or date.min, end):
        return "only second" if on_second else "only first"
    return NOT_COVERED

"""What a measure says of a subject: never a bare number."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import isnan
from typing import Any, Final

from comity.errors import QueryError
from comity.measure.address import Address, period_word, subject_word
from comity.model import Observation
from comity.network.link import Link

CAUSES: Final = ("sampling", "coding", "missing", "source", "choice", "null", "seed")
Inputs = tuple[Link | Observation | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a value is about; parts that do not apply are empty. ``period`` is a day, year or span."""

    actors: tuple[str, ...] = ()
    mechanism: str = ""
    layer: str = ""
    period: str = ""

    def __str__(self) -> str:
        parts = ("–".join(self.actors), self.mechanism, self.layer, self.period)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """How far a value moves for one cause (`CAUSES`); ``parts`` are the value under each single choice."""

    cause: str
    lo: float
    hi: float
    parts: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        if self.cause not in CAUSES:
            raise QueryError(
                f"There is no cause {self.cause}.", hint=f"Known: {', '.join(CAUSES)}."
            )
        if not self.lo <= self.hi:
            raise QueryError(f"An envelope from {self.lo} to {self.hi} is none.")

    def to_dict(self) -> dict[str, Any]:
        return {
            "cause": self.cause,
            "lo": self.lo,
            "hi": self.hi,
            **({"parts": dict(self.parts)} if self.parts else {}),
        }


def nothing() -> Inputs:
    """Return no inputs."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value with its interval, or the reason why it has none.

    ``value`` is what the evidence says as it stands; None is unknown, words are an ordered label. ``lo`` and
    ``hi`` are about the truth behind the evidence at ``level``: where a reader misses much, they may lie
    above what was read. They are the hull of ``envelopes``, which keep the causes apart. ``missing`` counts
    the inputs that are unknown. ``behind`` gives the links and numbers it rests on when asked. ``choices``
    are those that differ from the usual ones, as words; ``nth`` tells several values of one subject apart.
    """

    measure: str
    subject: Subject
    value: float | str | None
    unit: str
    lo: float | None = None
    hi: float | None = None
    level: float = 0.9
    no_interval: str = ""
    method: str = ""
    lens: str = ""
    data_version: str = ""
    missing: int = 0
    envelopes: tuple[Envelope, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    nth: int = 1
    behind: Callable[[], Inputs] = field(default=nothing, repr=False, compare=False)

    def __post_init__(self) -> None:
        if (self.lo is None or self.hi is None) and not self.no_interval:
            raise QueryError(
                f"A value of {self.measure} has neither an interval nor the reason why there is none.",
                hint="Give lo and hi, or no_interval.",
            )
        if self.lo is not None and self.hi is not None and not self.lo <= self.hi:
            raise QueryError(f"An interval from {self.lo} to {self.hi} is none.")
        if isinstance(self.value, float) and isnan(self.value):
            raise QueryError("What is unknown is None, not a number.")

    @property
    def address(self) -> str:
        """Return the one word that leads back to the value: see `comity.measure.address`."""
        subject = subject_word(self.subject) + (f"~{self.nth}" if self.nth > 1 else "")
        period = period_word(self.subject.period)
        parts = {"measure": self.measure, "subject": subject, "period": period}
        return str(Address(**parts, choices=dict(self.choices)))

    @property
    def inputs(self) -> Inputs:
        """Return the links, numbers and references behind the value."""
        return self.behind()

    @property
    def n_claims(self) -> int:
        """Return how many claims and rows stand behind the value."""
        return len(references(self.inputs))

    @property
    def n_sources(self) -> int:
        """Return how many issuers and data sets stand behind the value."""
        links = [x for x in self.inputs if isinstance(x, Link)]
        series = {x.series for x in self.inputs if isinstance(x, Observation)}
        return len({f for x in links for f in x.families}) + len(series)

    def to_dict(self) -> dict[str, Any]:
        """Return the value as plain values, keys in their published order."""
        references_ = references(self.inputs)
        return {
            "address": self.address,
            "measure": self.measure,
            "actors": list(self.subject.actors),
            "mechanism": self.subject.mechanism or None,
            "layer": self.subject.layer or None,
            "period": self.subject.period or None,
            "value": self.value,
            "lo": self.lo,
            "hi": self.hi,
            "level": self.level,
            "no_interval": self.no_interval or None,
            "unit": self.unit,
            "n_claims": len(references_),
            "n_sources": self.n_sources,
            "missing": self.missing,
            "method": self.method,
            "lens": self.lens or None,
            "data_version": self.data_version or None,
            "envelopes": [e.to_dict() for e in self.envelopes],
            "inputs": list(references_),
        }


def references(inputs: Inputs) -> tuple[str, ...]:
    """Return the claim ids and rows of inputs, each once, in order."""
    found: dict[str, None] = {}
    for each in inputs:
        if isinstance(each, Link):
            found |= dict.fromkeys(each.sources)
        elif isinstance(each, Observation):
            found[f"{each.series}#{each.row}"] = None
        else:
            found[each] = None
    return tuple(found)

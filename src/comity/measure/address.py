"""The address of a value: one word to write down, which leads back to the value and what it rests on.

``mux.overlap:CHN-RUS@2016`` is a measure, what it is about, and the last day of a year or another day. Choices
that are not the usual ones follow, so that the same choices are made again:
``mux.between:CHN@2016,layers=alliance+military``. Those of the measure itself begin with a dot.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from comity.errors import QueryError

if TYPE_CHECKING:
    from comity.measure.value import Subject

LAST_DAY: Final = re.compile(r"(\d{4})-12-31")
PARTS: Final = re.compile(r"(?P<measure>[^:@,\s]+):(?P<subject>[^@:,\s]*)(?:@(?P<period>[^,\s]*))?")
SIGNS: Final = re.compile(r"[ \t\r\n,@+=%/~:]")
HINT: Final = "Take one that `comity measure run` prints, such as mux.overlap:CHN-RUS@2016."


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The parts of an address. ``subject`` is empty for a value about the whole network."""

    measure: str
    subject: str = ""
    period: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        at = f"@{self.period}" if self.period else ""
        chosen = "".join(f",{k}={v}" if v else f",{k}" for k, v in self.choices.items())
        return f"{self.measure}:{self.subject}{at}{chosen}"

    @property
    def day(self) -> date | None:
        """Return the day that the period names; None for a span."""
        text = f"{self.period}-12-31" if re.fullmatch(r"\d{4}", self.period) else self.period
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None

    def usual(self) -> str:
        """Return the address without its choices."""
        return str(Address(measure=self.measure, subject=self.subject, period=self.period))


def parse_address(text: str) -> Address:
    """Return the parts of an address; anything else is refused.

    >>> parse_address("mux.between:CHN@2016,layers=alliance+military,strict").choices
    {'layers': 'alliance+military', 'strict': ''}
    """
    head, *chosen = text.strip().split(",")
    found = PARTS.fullmatch(head)
    if found is None:
        raise QueryError(f"{text} is no address of a value.", hint=HINT)
    parts = (each.partition("=") for each in chosen)
    return Address(
        measure=found["measure"],
        subject=found["subject"],
        period=found["period"] or "",
        choices={name: value for name, _, value in parts},
    )


def subject_word(subject: "Subject") -> str:
    """Return what a value is about as one word: actors, mechanism and layer.

    Actors are joined by a hyphen; where an id has one itself, by a plus.
    """
    joint = "+" if any("-" in a for a in subject.actors) else "-"
    actors = joint.join(map(escaped, subject.actors))
    parts = (actors, escaped(subject.mechanism), subject.layer.replace(" ", ""))
    return "/".join(part for part in parts if part)


def period_word(period: str) -> str:
    """Return a period as it stands in an address: the year for its last day.

    >>> period_word("2016-12-31"), period_word("2016-09-04")
    ('2016', '2016-09-04')
    """
    year = LAST_DAY.fullmatch(period)
    return year[1] if year else period.replace(" ", "")


def choice_word(value: Any) -> str:
    """Return a choice as it stands in an address; lists are joined by plus, a plain yes is empty."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "+".join(escaped(str(each)) for each in value)
    return "" if value is True else escaped(str(value))


def escaped(word: str) -> str:
    """Return a word without the signs that part an address, and without spaces.

    >>> escaped("Cobra Gold, 2004"), unescaped("Cobra%20Gold%2C%202004")
    ('Cobra%20Gold%2C%202004', 'Cobra Gold, 2004')
    """
    return SIGNS.sub(lambda found: f"%{ord(found[0]):02X}", word)


def unescaped(word: str) -> str:
    """Return a word as it was before `escaped`."""
    return re.sub(r"%([0-9A-F]{2})", lambda found: chr(int(found[1], 16)), word)

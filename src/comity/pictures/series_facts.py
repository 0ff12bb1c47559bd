"""Values as series: one for each subject, by year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from comity.errors import QueryError
from comity.measure.catalogue import measure_of
from comity.measure.define import Measure
from comity.measure.value import Subject, Value
from comity.pictures.look import Look
from comity.pictures.telling import Backing, backing


@dataclass(frozen=True, kw_only=True)
class Line:
    """The values of one measure and subject, by year in order; a year without a value is told as None."""

    measure: Measure
    subject: Subject
    years: tuple[int, ...]
    values: tuple[Value, ...]

    @cached_property
    def backed(self) -> tuple[Backing, ...]:
        """Return what stands behind each value."""
        return tuple(backing(v) for v in self.values)

    @property
    def labelled(self) -> bool:
        """Say whether the values are words of an ordered list rather than numbers."""
        return any(isinstance(v.value, str) for v in self.values)


def year_of(value: Value) -> int:
    """Return the year a value is about: that of its day, or the last of its span.

    Raises QueryError for a value without a period.
    """
    last = value.subject.period.replace("–", "/").rpartition("/")[2][:4]
    if not (last.isascii() and last.isdigit()):
        raise QueryError(
            f"{value.measure} of {value.subject or 'all'} has no year.",
            hint="A series needs values of a sequence of years.",
        )
    return int(last)


def lines_of(values: Sequence[Value]) -> tuple[Line, ...]:
    """Return values as lines, in the order of their first value. Raises QueryError for none, or two for a year."""
    if not values:
        raise QueryError("There is no value to draw.", hint="Choose other actors or years.")
    found: dict[tuple[str, Subject, int], dict[int, Value]] = {}
    for value in values:
        about = replace(value.subject, period="")
        line = found.setdefault((value.measure, about, value.nth), {})
        year = year_of(value)
        if year in line:
            raise QueryError(f"{value.measure} has two values of {value.subject} in {year}.")
        line[year] = value
    return tuple(
        Line(
            measure=measure_of(measure),
            subject=subject,
            years=tuple(sorted(line)),
            values=tuple(line[y] for y in sorted(line)),
        )
        for (measure, subject, _), line in found.items()
    )


def title_of(measure: Measure, look: Look) -> str:
    """Return a measure's name in the language of a picture."""
    return measure.zh if look.language == "zh" else measure.en


def subject_name(subject: Subject, look: Look) -> str:
    """Return what a value is about, in words; empty for the whole architecture."""
    parts = [" – ".join(look.name(a) for a in subject.actors)]
    parts += [look.name(subject.mechanism) if subject.mechanism else "", subject.layer]
    return ", ".join(p for p in parts if p)


def reasons(line: Line) -> dict[str, list[int]]:
    """Return why there is no interval, with the years that concerns; unknown values are not counted."""
    found: dict[str, list[int]] = {}
    for year, value in zip(line.years, line.values, strict=True):
        if value.value is not None and value.lo is None:
            found.setdefault(value.no_interval, []).append(year)
    return found


def span_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the first and last year of some lines."""
    years = [year for line in lines for year in line.years]
    return min(years), max(years)

"""Which of many values a table shows: each a real value of a named subject, never a mean or a score."""

from collections.abc import Iterator, Sequence
from typing import Final

from comity.measure.value import Value

MOST: Final = 6
PLACES: Final = {"en": ("lowest", "middle", "highest"), "zh": ("最低", "居中", "最高")}
PLACE: Final = {"en": "{name} of {known}", "zh": "{known} 个中{name}"}
ALIKE: Final = {"en": "{alike} alike", "zh": "{alike} 个相同"}
ALL_ALIKE: Final = {"en": "all {known} alike", "zh": "{known} 个全部相同"}
UNKNOWN: Final = {"en": "{unknown} more unknown", "zh": "另有 {unknown} 个未知"}
ALL_UNKNOWN: Final = {"en": "all {unknown} unknown", "zh": "{unknown} 个全部未知"}
REST: Final = {
    "en": "{rest} more: --most 0, or --format csv",
    "zh": "另有 {rest} 个数值：--most 0 或 --format csv",
}


def picked(
    values: Sequence[Value], most: int = MOST, language: str = "en"
) -> Iterator[tuple[str, Value]]:
    """Yield values with a note of their place: all where there are few, else the lowest, middle and highest.

    What has different layers or classes is not compared. Over years those of the first and last one. ``most``
    0 shows all. Equal values go by the names of their subjects.
    """
    if not most or len(values) <= most:
        yield from (("", v) for v in values)
        return
    periods = sorted({v.subject.period for v in values})
    for period in dict.fromkeys((periods[0], periods[-1])):
        of_period = [v for v in values if v.subject.period == period]
        for layer in dict.fromkeys(v.subject.layer for v in of_period):
            alike = [v for v in of_period if v.subject.layer == layer]
            yield from _of_kind(alike, most, language)


def left_out(values: Sequence[Value], shown: int, language: str = "en") -> str:
    """Return a line that says how many values a table leaves out; nothing where it leaves out none."""
    rest = len(values) - shown
    return REST[language].format(rest=rest) if rest > 0 else ""


def _of_kind(values: Sequence[Value], most: int, language: str) -> Iterator[tuple[str, Value]]:
    numbers = sorted((v for v in values if isinstance(v.value, int | float)), key=_order)
    labels = [v for v in values if isinstance(v.value, str)]
    if len(values) <= 3 or labels:
        yield from (("", v) for v in [*labels, *(v for v in values if v not in labels)][:most])
        return
    unknown = UNKNOWN[language].format(unknown=len(values) - len(numbers))
    rest = [unknown] if len(values) > len(numbers) else []
    if not numbers:
        yield ALL_UNKNOWN[language].format(unknown=len(values)), values[0]
        return
    if numbers[0].value == numbers[-1].value:
        same = [ALL_ALIKE[language].format(known=len(numbers))] if len(numbers) > 1 else []
        yield _joined([*same, *rest], language), numbers[0]
        return
    places = (0, (len(numbers) - 1) // 2, len(numbers) - 1)
    for name, place in zip(PLACES[language], places, strict=True):
        alike = sum(v.value == numbers[place].value for v in numbers)
        notes = [PLACE[language].format(name=name, known=len(numbers))]
        notes += [ALIKE[language].format(alike=alike)] if alike > 1 else []
        yield _joined([*notes, *rest], language), numbers[place]


def _joined(notes: Sequence[str], language: str) -> str:
    return ("，" if language == "zh" else ", ").join(notes)


def _order(value: Value) -> tuple[float, str]:
    assert isinstance(value.value, int | float)
    return float(value.value), str(value.subject)

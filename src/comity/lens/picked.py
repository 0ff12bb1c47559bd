"""Which of many values a table shows: each a real value of a named subject, never a mean or a score."""

from collections.abc import Iterator, Sequence
from typing import Final

from comity.measure.value import Value

MOST: Final = 6
PLACES: Final = {"en": ("lowest", "middle", "highest"), "zh": ("最低", "居中", "最高")}


def picked(
    values: Sequence[Value], most: int = MOST, language: str = "en"
) -> Iterator[tuple[str, Value]]:
    """Yield values with a note of their place: all where there are few, else the lowest, middle and highest.

    Over years those of the first and last one. ``most`` 0 shows all. Equal values go by the names of their subjects.
    """
    periods = sorted({v.subject.period for v in values})
    if not most or len(values) <= most:
        yield from (("", v) for v in values)
        return
    for period in dict.fromkeys((periods[0], periods[-1])):
        of_period = [v for v in values if v.subject.period == period]
        yield from _of_period(of_period, most, language)


def left_out(values: Sequence[Value], shown: int, language: str = "en") -> str:
    """Return a line that says how many values a table leaves out; nothing where it leaves out none."""
    rest = len(values) - shown
    if rest <= 0:
        return ""
    if language == "zh":
        return f"另有 {rest} 个数值：--most 0 或 --format csv"
    return f"{rest} more: --most 0, or --format csv"


def _of_period(values: Sequence[Value], most: int, language: str) -> Iterator[tuple[str, Value]]:
    if len(values) <= most:
        yield from (("", v) for v in values)
        return
    numbers = sorted((v for v in values if _is_number(v)), key=_order)
    if not numbers:
        labels = [v for v in values if v.value is not None]
        yield from (("", v) for v in (labels or values)[:most])
        return
    places = (0, (len(numbers) - 1) // 2, len(numbers) - 1)
    for name, place in dict(zip(PLACES[language], places, strict=True)).items():
        yield _note(name, numbers, numbers[place], len(values), language), numbers[place]


def _is_number(value: Value) -> bool:
    return isinstance(value.value, int | float)


def _order(value: Value) -> tuple[float, str]:
    assert isinstance(value.value, int | float)
    return float(value.value), str(value.subject)


def _note(name: str, numbers: Sequence[Value], value: Value, all_: int, language: str) -> str:
    alike = sum(v.value == value.value for v in numbers)
    unknown = all_ - len(numbers)
    if language == "zh":
        parts = [f"{len(numbers)} 个中{name}"]
        parts += [f"{alike} 个相同"] if alike > 1 else []
        parts += [f"另有 {unknown} 个未知"] if unknown else []
        return "，".join(parts)
    parts = [f"{name} of {len(numbers)}"]
    parts += [f"{alike} alike"] if alike > 1 else []
    parts += [f"{unknown} more unknown"] if unknown else []
    return ", ".join(parts)

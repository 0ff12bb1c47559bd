"""Numbers as people read them, and round steps along an axis."""

from math import ceil, floor, isfinite, log10


def number(value: float) -> str:
    """Return a number with three figures that count, without an exponent.

    >>> number(0.12345), number(1234567.0), number(-2.0)
    ('0.123', '1,234,567', '−2')
    """
    if not isfinite(value):
        return str(value)
    if value == round(value) or abs(value) >= 1000:
        told = f"{value:,.0f}"
    else:
        places = max(0, 2 - floor(log10(abs(value))))
        told = f"{value:.{min(places, 6)}f}".rstrip("0").rstrip(".")
    return told.replace("-", "−") if told.strip("-0") else "0"


def steps(low: float, high: float, most: int = 5) -> list[float]:
    """Return round numbers from at or below ``low`` to at or above ``high``, no more than about ``most``.

    >>> steps(0, 0.9)
    [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    """
    if high <= low:
        low, high = min(low, 0.0), max(high, 0.0, low + (1.0 if low == 0 else 0.0))
    if high == low:
        high = low + 1
    raw = (high - low) / max(most, 1)
    size = 10.0 ** floor(log10(raw))
    step = next(size * m for m in (1, 2, 2.5, 5, 10) if size * m >= raw * 0.999999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(k * step, 12) for k in range(first, last + 1)]


def year_steps(first: int, last: int, most: int) -> list[int]:
    """Return the years to be named on an axis: every one, or every second, fifth, tenth.

    >>> year_steps(1990, 2018, 6)
    [1990, 1995, 2000, 2005, 2010, 2015]
    """
    for step in (1, 2, 5, 10, 20, 50, 100, 500):
        named = [y for y in range(first, last + 1) if y % step == 0 or step == 1]
        if len(named) <= max(most, 1):
            return named
    return [first]


def spans(years: list[int]) -> str:
    """Return years as runs.

    >>> spans([1990, 1991, 1992, 1995])
    '1990–1992, 1995'
    """
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)

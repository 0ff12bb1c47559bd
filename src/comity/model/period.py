"""Time with precision and the way it was resolved. Never a bare datetime."""

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """An interval of whole days, both ends included; ``None`` is an open end.

    ``precision`` and ``resolved`` take the values listed in `comity.model.vocabulary`.

    >>> Period.month(2016, 9).end
    datetime.date(2016, 9, 30)
    """

    start: date | None = None
    end: date | None = None
    precision: str = "none"
    resolved: str = "none"

    def __str__(self) -> str:
        if self.start and self.start == self.end:
            return self.start.isoformat()
        ends = (d.isoformat() if d else ".." for d in (self.start, self.end))
        return "" if self.precision == "none" else "/".join(ends)

    def covers(self, day: date) -> bool:
        """Say whether the day lies within the interval."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    @classmethod
    def day(cls, year: int, month: int, day: int, resolved: str = "explicit") -> "Period":
        at = date(year, month, day)
        return cls(start=at, end=at, precision="day", resolved=resolved)

    @classmethod
    def month(cls, year: int, month: int, resolved: str = "explicit") -> "Period":
        last = calendar.monthrange(year, month)[1]
        return cls(
            start=date(year, month, 1),
            end=date(year, month, last),
            precision="month",
            resolved=resolved,
        )

    @classmethod
    def year(cls, year: int, resolved: str = "explicit") -> "Period":
        return cls(
            start=date(year, 1, 1), end=date(year, 12, 31), precision="year", resolved=resolved
        )

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Return the day, month or year an ISO date of that precision stands for.

        Raises ValueError for anything else.

        >>> Period.parse("2016-02").end
        datetime.date(2016, 2, 29)
        """
        parts = text.strip().split("-")
        if [len(p) for p in parts] != [4, 2, 2][: len(parts)] or not all(
            p.isascii() and p.isdigit() for p in parts
        ):
            raise ValueError(f"{text} is no date")
        year, month, day = (int(p) for p in (*parts, "1", "1")[:3])
        if len(parts) == 3:
            return cls.day(year, month, day)
        return cls.month(year, month) if len(parts) == 2 else cls.year(year)


UNDATED = Period()

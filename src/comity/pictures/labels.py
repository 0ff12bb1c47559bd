"""Names beside points, none on another."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from comity.pictures.svg import room

GAP: Final = 8


class Box(NamedTuple):
    """A rectangle on paper."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Say whether two share any ground."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Label(NamedTuple):
    """A name set down: where its baseline begins (or ends, or has its middle) and what it says."""

    x: float
    y: float
    anchor: str
    told: str


def set_labels(
    points: Sequence[tuple[float, float]],
    told: Sequence[Sequence[str]],
    width: float,
    height: float,
    *,
    size: float = 12,
    radius: float = 6,
) -> list[Label | None]:
    """Return a label for each point, the first points first; None where nothing fits.

    ``told`` gives for each point what it may say, the longest first: a short name stands where the long one
    does not fit.
    """
    taken = [Box(x - radius, y - radius, x + radius, y + radius) for x, y in points]
    found: list[Label | None] = []
    for (x, y), names in zip(points, told, strict=True):
        choices = (c for name in names for c in _around(x, y, name, size))
        best = next((c for c in choices if _free(c, size, taken, width, height)), None)
        found.append(best)
        if best:
            taken.append(_box(best, size))
    return found


def _around(x: float, y: float, name: str, size: float) -> list[Label]:
    down, middle = y + GAP + size * 0.8, y + size * 0.35
    return [
        Label(x + GAP, middle, "start", name),
        Label(x - GAP, middle, "end", name),
        Label(x, y - GAP, "middle", name),
        Label(x, down, "middle", name),
        Label(x + GAP * 0.7, y - GAP * 0.7, "start", name),
        Label(x - GAP * 0.7, y - GAP * 0.7, "end", name),
        Label(x + GAP * 0.7, down - 2, "start", name),
        Label(x - GAP * 0.7, down - 2, "end", name),
    ]


def _box(label: Label, size: float) -> Box:
    wide = room(label.told, size)
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return Box(left, label.y - size * 0.9, left + wide, label.y + size * 0.25)


def _free(label: Label, size: float, taken: Sequence[Box], width: float, height: float) -> bool:
    own = _box(label, size)
    inside = own.left >= 0 and own.top >= 0 and own.right <= width and own.bottom <= height
    return inside and not any(own.meets(box) for box in taken)

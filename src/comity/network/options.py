"""What a network is built from and how: chosen once, kept with it, shown with every value."""

from dataclasses import dataclass
from typing import Any, Final

from comity.errors import QueryError

POLICIES: Final = ("any", "majority", "all")
EDGES: Final = ("early", "late")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices of a network.

    ``actors``: only these (else all that any link names). ``layers``: only these, by id. ``sources``: only
    what these families tell. ``strict``: only what a person accepted; rows of data sets and checked facts
    always count. ``window`` and ``half_life``: days, in place of those of every layer of events.
    ``policy``: a tie holds where ``any`` source tells it, where the ``majority`` of those that know do, or
    where ``all`` do. ``edges``: a date known to the month or year counts from its ``early`` or ``late`` end.
    ``planned``: events still ahead or only proposed are taken up as well.
    """

    actors: tuple[str, ...] | None = None
    layers: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    strict: bool = False
    window: float | None = None
    half_life: float | None = None
    policy: str = "any"
    edges: str = "early"
    planned: bool = False

    def __post_init__(self) -> None:
        if self.policy not in POLICIES:
            raise QueryError(
                f"There is no policy {self.policy}.", hint=f"Known: {', '.join(POLICIES)}."
            )
        if self.edges not in EDGES:
            raise QueryError(f"Edges are {' or '.join(EDGES)}, not {self.edges}.")

    def shown(self) -> dict[str, Any]:
        """Return the choices that differ from the usual ones, as plain values."""
        usual = Options()
        names = self.__dataclass_fields__
        given = {n: getattr(self, n) for n in names if getattr(self, n) != getattr(usual, n)}
        return {n: list(v) if isinstance(v, tuple) else v for n, v in given.items()}

"""Pictures of an architecture: drawing, chart specification and table of the same facts.

Values in, values out; no study and no drawing library is needed. Needs ``comity[analysis]``.
"""

from typing import TYPE_CHECKING, Any

from comity.network.lazy import Lazy

if TYPE_CHECKING:
    from comity.pictures.dyad import draw_dyad
    from comity.pictures.forecasts import draw_contributions, draw_reliability
    from comity.pictures.layout import Places, place_actors
    from comity.pictures.map import draw_map
    from comity.pictures.matrix import draw_matrix
    from comity.pictures.mechanism import draw_mechanism
    from comity.pictures.picture import Picture
    from comity.pictures.ranks import draw_ranks
    from comity.pictures.series import draw_series

_WHERE = {
    "dyad": ("draw_dyad",),
    "forecasts": ("draw_contributions", "draw_reliability"),
    "layout": ("Places", "place_actors"),
    "map": ("draw_map",),
    "matrix": ("draw_matrix",),
    "mechanism": ("draw_mechanism",),
    "picture": ("Picture",),
    "ranks": ("draw_ranks",),
    "series": ("draw_series",),
}
_LAZY = Lazy("comity.pictures", _WHERE, "Pictures")

__all__ = [
    "Picture",
    "Places",
    "draw_contributions",
    "draw_dyad",
    "draw_map",
    "draw_matrix",
    "draw_mechanism",
    "draw_ranks",
    "draw_reliability",
    "draw_series",
    "place_actors",
]


def __getattr__(name: str) -> Any:
    """Load a name when it is used; a missing numpy or scipy becomes an error that says what to install."""
    return _LAZY.load(name)

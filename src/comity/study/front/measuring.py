"""The architecture that a study makes: on a day, over years, measured and explained. Needs ``comity[analysis]``."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from comity.study.front.asking import Asking

if TYPE_CHECKING:
    from comity.measure import Value, Values
    from comity.measure.uncertainty.coding import Rates
    from comity.network import Evidence, Network
    from comity.network import Sequence as Years
    from comity.study.architecture import Architecture
    from comity.study.explanation import Explanation


class Measuring(Asking):
    """Networks, measures and explanations. ``chosen`` are the fields of `comity.network.Options`."""

    def evidence(self, **chosen: Any) -> "Evidence":
        """Return the claims that pass filters, numbers and coverage as evidence for `comity.network`.

        ``layers`` and ``series`` choose what goes in, the rest are filters: see `comity.study.evidence`.
        """
        from comity.study.evidence import evidence

        return evidence(self, **chosen)

    def network(self, at: date, **chosen: Any) -> "Network":
        """Return the architecture on a day: actors, bodies, layers of ties, each with what is known."""
        from comity.study.architecture import network_of

        return network_of(self.evidence(), at, chosen)

    def sequence(self, start: int, end: int, **chosen: Any) -> "Years":
        """Return the architecture at the end of each year from ``start`` to ``end``."""
        from comity.study.architecture import years_of

        return years_of(self.evidence(), start, end, chosen)

    def at(
        self, day: date, *, compare: date | None = None, most: int = 5, **chosen: Any
    ) -> "Architecture":
        """Return the architecture on a day in counts, with the ``most`` tied dyads and largest bodies.

        ``compare`` is another day: then what came, went or changed its grade from the earlier to the later one.
        """
        from comity.study.architecture import architecture

        return architecture(self.evidence(), day, compare, most, chosen)

    def measure(
        self,
        *ids: str,
        at: date | None = None,
        start: int | None = None,
        end: int | None = None,
        about: Sequence[str] = (),
        options: Mapping[str, Mapping[str, Any]] | None = None,
        draws: int = 200,
        seed: int = 0,
        level: float = 0.9,
        rates: "Rates | None" = None,
        tell: Callable[[int, int | None], None] | None = None,
        **chosen: Any,
    ) -> "Values":
        """Return the values of measures on a day, or at the end of each year from ``start`` to ``end``.

        Without ids every measure that can be taken; `Values.left_out` says which cannot, and why. ``about``:
        only values about all of these actors and bodies. ``options`` are by measure id, the rest is as for
        `comity.measure.run`.
        """
        from comity.study.measured import Asked, measured

        asked = Asked(ids=ids, about=tuple(about), options=options or {}, chosen=chosen)
        run = {"draws": draws, "seed": seed, "level": level, "rates": rates, "tell": tell}
        return measured(self.evidence(), asked, at or (start, end), run)

    def explain(self, value: "Value | str") -> "Explanation":
        """Lead a value, or its address, back to its formula, its inputs, and the sentences and rows behind them."""
        from comity.study.explanation import explanation
        from comity.study.measured import value_of

        if isinstance(value, str):
            value = value_of(self.evidence(), value)
        return explanation(self, value)

"""The promises that evidence holds, as they stand on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from comity.measure.claims import saying_link
from comity.measure.value import Inputs
from comity.network.network import Network
from comity.network.pledges import Outcome, Pledge

STANDINGS: Final = ("kept", "moved", "open", "overdue", "no news")
# What is not told is neither kept nor broken.
UNKNOWN: Final = ("overdue", "no news")


class Standing(NamedTuple):
    """A promise with what became of it by a day."""

    pledge: Pledge
    name: str
    outcome: Outcome

    @property
    def references(self) -> Inputs:
        """Return the claim that promises and those that answer."""
        return tuple(saying_link(s) for s in (self.pledge.said, *self.outcome.by))


def standings(network: Network) -> tuple[Standing, ...]:
    """Return the promises made by the day, in their order; of chosen sources only."""
    heard = network.plan.options.sources
    return tuple(
        _standing(p, network.day)
        for p in network.evidence.pledges
        if _made(p, network.day) and (heard is None or p.said.family in heard)
    )


def _made(pledge: Pledge, day: date) -> bool:
    return pledge.said.issued is None or pledge.said.issued <= day


def _standing(pledge: Pledge, day: date) -> Standing:
    return Standing(pledge, pledge.standing(day), pledge.on(day))


def behind(found: Iterable[Standing]) -> Inputs:
    """Return the claims behind some promises, each once."""
    return tuple(dict.fromkeys(r for s in found for r in s.references))


def makers(network: Network, found: Iterable[Standing]) -> tuple[str, ...]:
    """Return the actors of the network that made any of some promises, in order."""
    told = {a for s in found for a in s.pledge.actors}
    return tuple(a for a in network.actors if a in told)

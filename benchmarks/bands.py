"""Do the bands hold the truth? Simulated worlds with known truth, read with known errors.

    python benchmarks/bands.py [WORLDS] [DRAWS]

In each world actors meet and ally at random; a reader finds a share of it and makes some up. Its rates are
told to comity only as counts on a small annotated sample, as in life. Printed: in how many worlds the 90 %
band holds the true number of meetings, the true share of meetings of one actor, and the true number of ties.
"""

import sys
from datetime import date

import numpy as np

from comity.measure.uncertainty.coding import Coding, Rate
from comity.measure.uncertainty.intervals import band
from comity.model import Period
from comity.network import Evidence, Link, Network, network_at

DAY = date(2016, 12, 31)
N = 20
ACTORS = tuple(f"A{k:02}" for k in range(N))
PRECISION, RECALL, SAMPLE = 0.85, 0.7, 60
WHEN = Period(start=DAY, end=DAY, precision="day", resolved="explicit")
ALWAYS = Period(start=date(2000, 1, 1), precision="day", resolved="explicit")


def link(layer: str, kind: str, a: int, b: int, number: int) -> Link:
    lasting = kind == "ally"
    return Link(
        layer=layer,
        kind=kind,
        members=((ACTORS[a], kind), (ACTORS[b], kind)),
        period=ALWAYS if lasting else WHEN,
        sources=(f"{kind}-{number}",),
        families=("made",),
        coded="tie.made" if lasting else "event.made",
        lasting=lasting,
    )


def pairs(rng: np.random.Generator, number: int, activity: np.ndarray) -> list[tuple[int, int]]:
    """Return pairs of two different actors, the active ones more often."""
    return [tuple(sorted(rng.choice(N, 2, replace=False, p=activity))) for _ in range(number)]


def read(rng: np.random.Generator, truth: list, activity: np.ndarray, *, once: bool) -> list:
    """Return what a reader tells of the truth: some of it, and made-up pairs of the same sort."""
    found = [pair for pair in truth if rng.random() < RECALL]
    false = rng.binomial(max(round(len(found) / PRECISION), 1), 1 - PRECISION)
    made_up = pairs(rng, false, activity)
    return found + [p for p in made_up if not (once and (p in truth or p in found))]


def rate(rng: np.random.Generator, kind: str) -> Rate:
    """Return the counts of an evaluation on a small sample."""
    right = rng.binomial(SAMPLE, RECALL)
    return Rate(
        kind=kind,
        right=right,
        told=SAMPLE,
        read=right + rng.binomial(round(right / PRECISION), 1 - PRECISION),
    )


def figures(network: Network) -> np.ndarray:
    """Return the number of meetings, the share in which the first actor takes part, the number of ties."""
    met = network.layer("diplomacy").weights
    total = met.sum() / 2
    return np.array([total, met[0].sum() / max(total, 1), network.layer("alliance").ties.sum() / 2])


def world(seed: int, draws: int) -> np.ndarray:
    """Return for each figure whether the band holds the truth."""
    rng = np.random.default_rng([9, seed])
    activity = rng.dirichlet(np.full(N, 3.0))
    meetings = pairs(rng, int(rng.integers(150, 300)), activity)
    ties = sorted(set(pairs(rng, 40, activity)))

    def evidence(met: list, tied: list) -> Evidence:
        told = [link("diplomacy", "meet", *p, k) for k, p in enumerate(met)]
        told += [link("alliance", "ally", *p, k) for k, p in enumerate(dict.fromkeys(tied))]
        return Evidence(links=tuple(told))

    true = figures(network_at(evidence(meetings, ties), DAY, actors=ACTORS))
    seen = evidence(read(rng, meetings, activity, once=False), read(rng, ties, activity, once=True))
    network = network_at(seen, DAY, actors=ACTORS)
    rates = {k: rate(rng, k) for k in ("event.made", "tie.made")}
    coding = Coding(network.plan, rates)
    drawn = np.stack(
        [
            figures(network.drawn(coding.draw(np.random.default_rng([seed, d]))))
            for d in range(draws)
        ]
    )
    lo, hi = band(drawn, 0.9)
    return (lo <= true) & (true <= hi)


def main(worlds: int, draws: int) -> None:
    held = np.mean([world(seed, draws) for seed in range(worlds)], axis=0)
    for name, share in zip(("meetings", "share of one actor", "ties"), held, strict=True):
        print(f"{name:20} the 90 % band holds the truth in {share:.3f} of {worlds} worlds")


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) > 2 else (200, 200)))

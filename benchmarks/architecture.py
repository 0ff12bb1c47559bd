"""A made-up architecture of 200 actors, 50 layers and 70 years: seconds and the peak of memory.

    python benchmarks/architecture.py [ACTORS LAYERS YEARS]

About 750 ties a layer and year, as spells of some years; random, seeded.
"""

import resource
import sys
import time
from datetime import date

import numpy as np

from comity.measure import run
from comity.model import Period
from comity.network import Evidence, LayerRule, Link, sequence


def made_up(actors: int, layers: int, years: int, seed: int = 0) -> Evidence:
    """Return evidence of random ties: each lasts eight years in the mean."""
    rng = np.random.default_rng(seed)
    rules = tuple(
        LayerRule(id=f"layer-{k:02}", projection="pair", relations=("ally",)) for k in range(layers)
    )
    count = 750 * years // 8
    links = []
    for rule in rules:
        ends = rng.integers(0, actors, (count, 2))
        first = rng.integers(1940, 1946 + years, count)
        length = 1 + rng.geometric(1 / 8, count)
        for (a, b), start, last in zip(
            ends.tolist(), first.tolist(), (first + length).tolist(), strict=True
        ):
            if a != b:
                period = Period(start=date(start, 1, 1), end=date(last, 12, 31), precision="year")
                links.append(
                    Link(
                        layer=rule.id,
                        kind="ally",
                        members=((f"A{a:03}", "ally"), (f"A{b:03}", "ally")),
                        period=period,
                        lasting=True,
                        families=("made",),
                    )
                )
    return Evidence(links=tuple(links), layers=rules)


def main(actors: int, layers: int, years: int) -> None:
    begun = time.perf_counter()

    def told(what: str) -> None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{what:40} {time.perf_counter() - begun:7.2f} s  peak {peak:5.0f} MB", flush=True)

    evidence = made_up(actors, layers, years)
    told(f"{len(evidence.links)} links made")
    whole = sequence(evidence, range(1946, 1946 + years))
    told("sequence ready")
    run(whole, ["mux.P"], draws=0)
    told("mux.P of every year")
    for network in whole:
        run(network, ["mux.overlap"], draws=0)
    told("mux.overlap of every year, one by one")


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) > 1 else (200, 50, 70)))

"""Small event tables, worked by hand, and larger ones drawn from a seed."""

import numpy as np

from comity.forecast.table import table_of


def small():
    """A meets B on days 0, 2 and 3; A meets C on day 1; C accuses A on day 2."""
    return table_of(
        [
            ("A", "meet", "B", 0),
            ("A", "meet", "C", 1),
            ("A", "meet", "B", 2),
            ("C", "accuse", "A", 2),
            ("A", "meet", "B", 3),
        ]
    )


def drawn(steps=60, actors=12, each=8, seed=3):
    """Actors who mostly do again to the same others what they did."""
    rng = np.random.default_rng(seed)
    habits = [tuple(rng.integers(0, (actors, 4, actors))) for _ in range(25)]
    weights = rng.dirichlet(np.full(len(habits), 0.4))
    rows = []
    for step in range(steps):
        for k in rng.choice(len(habits), each, p=weights):
            s, r, o = habits[k]
            if rng.random() < 0.2:
                o = rng.integers(0, actors)
            if s != o:
                rows.append((f"actor {s:02}", f"deed {r}", f"actor {o:02}", step))
    return table_of(rows)

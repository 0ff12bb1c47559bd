"""Counts of right and wrong, and how sure they are."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

ROUNDS = 1000
SEED = 20170111


class Count(NamedTuple):
    """What one record adds: right ones, found ones, wanted ones. ``group`` holds near copies together."""

    group: str
    right: int
    found: int
    wanted: int


def f1(counts: Iterable[Count]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over records."""
    right = found = wanted = 0
    for count in counts:
        right, found, wanted = right + count.right, found + count.found, wanted + count.wanted
    precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
    return precision, recall, 2 * right / (found + wanted) if found + wanted else 0.0


def interval(counts: Sequence[Count]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1, drawn over groups with a fixed seed."""
    groups: dict[str, list[Count]] = defaultdict(list)
    for count in counts:
        groups[count.group].append(count)
    pools, rng = list(groups.values()), random.Random(SEED)
    draws = sorted(
        f1(c for g in rng.choices(pools, k=len(pools)) for c in g)[2] for _ in range(ROUNDS)
    )
    return draws[int(0.025 * ROUNDS)], draws[int(0.975 * ROUNDS) - 1]


def line(name: str, counts: Sequence[Count]) -> str:
    """Return one printed row: precision, recall, F1 with its interval, and how many were wanted."""
    precision, recall, score = f1(counts)
    low, high = interval(counts)
    wanted = sum(c.wanted for c in counts)
    return f"{name:28} P {precision:.3f}  R {recall:.3f}  F1 {score:.3f} [{low:.3f}, {high:.3f}]  n {wanted}"

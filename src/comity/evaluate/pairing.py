"""Pair annotated facts and a reader's claims one to one so that total agreement is greatest."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from comity.evaluate.agreement import Row, shared_words

Pairs = list[tuple[Row, Row]]
Measure = Callable[[Row, Row], float]


def match(
    golds: Sequence[Row], found: Sequence[Row], agreement: Measure
) -> tuple[Pairs, list[Row]]:
    """Return the pairs with required facts, and the other claims that an optional fact frees."""
    pairs = best_pairs([g for g in golds if not g.get("optional")], found, agreement)
    taken = {id(f) for _, f in pairs}
    rest = [f for f in found if id(f) not in taken]
    optional = best_pairs([g for g in golds if g.get("optional")], rest, agreement)
    return pairs, [f for _, f in optional]


def best_pairs(golds: Sequence[Row], found: Sequence[Row], agreement: Measure) -> Pairs:
    """Return the assignment of greatest total weight, solved apart for each group of overlapping spans."""
    weights = {
        (i, j): weight
        for i, gold in enumerate(golds)
        for j, claim in enumerate(found)
        if shared_words(gold, claim) and (weight := agreement(gold, claim)) > 0
    }
    pairs: Pairs = []
    for rows, columns in _groups(weights):
        table = [[weights.get((i, j), 0.0) for j in columns] for i in rows]
        for row, column in assign(table):
            if (rows[row], columns[column]) in weights:
                pairs.append((golds[rows[row]], found[columns[column]]))
    return pairs


def _groups(weights: dict[tuple[int, int], float]) -> list[tuple[list[int], list[int]]]:
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for i, j in weights:
        parent[root(("g", i))] = root(("f", j))
    groups: dict[tuple[str, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for i, j in weights:
        groups[root(("g", i))][0].add(i)
        groups[root(("g", i))][1].add(j)
    return [(sorted(rows), sorted(columns)) for rows, columns in groups.values()]


def assign(weights: list[list[float]]) -> list[tuple[int, int]]:
    """Return (row, column) pairs of greatest total weight, by shortest augmenting paths.

    >>> assign([[1.0, 2.0], [2.0, 1.0]])
    [(0, 1), (1, 0)]
    """
    size = max(len(weights), len(weights[0]))
    cost = [[-(row[j] if j < len(row) else 0.0) for j in range(size)] for row in weights]
    cost += [[0.0] * size for _ in range(size - len(weights))]
    u, v, owner = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        _augment(row, cost, u, v, owner)
    pairs = [(owner[j] - 1, j - 1) for j in range(1, size + 1)]
    return sorted((i, j) for i, j in pairs if i < len(weights) and j < len(weights[0]))


def _augment(
    row: int, cost: list[list[float]], u: list[float], v: list[float], owner: list[int]
) -> None:
    size = len(cost)
    least, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
    owner[0], column = row, 0
    while owner[column]:
        used[column] = True
        current, step, following = owner[column], float("inf"), 0
        for j in range(1, size + 1):
            if used[j]:
                continue
            reduced = cost[current - 1][j - 1] - u[current] - v[j]
            if reduced < least[j]:
                least[j], way[j] = reduced, column
            if least[j] < step:
                step, following = least[j], j
        for j in range(size + 1):
            if used[j]:
                u[owner[j]] += step
                v[j] -= step
            else:
                least[j] -= step
        column = following
    while column:
        owner[column] = owner[way[column]]
        column = way[column]

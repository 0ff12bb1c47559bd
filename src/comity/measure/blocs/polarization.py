"""Division into blocs.

How much more the layers together fall apart into blocs than random networks of the same degrees do.

Formula: Q - mean of Q over random networks, with Q = 1/(2 mu) * sum over i, j, s, r of ((A_ijs - gamma k_is k_js / (2 m_s)) [s = r] + omega [i = j][s != r]) [g_is = g_jr]; A_s is layer s, k its degrees, g the blocs. Q is the greatest of ten starts, for random networks too; over more starts the mean of that. Interval: Q less the quantiles of the random networks.
Source: Mucha, Richardson, Macon, Porter and Onnela 2010, Science 328: 876-878; use for blocs of states: Cranmer, Menninga and Mucha 2015, PNAS 112(38): 11812-11816; search: Blondel et al. 2008, Journal of Statistical Mechanics P10008; random networks: Maslov and Sneppen 2002, Science 296: 910-913; why: Salloum, Chen and Kivelä 2022, Separating polarization from noise, Proceedings of the ACM on Human-Computer Interaction 6 (CSCW1).
Inputs: ties of some layers on a day, 0 and 1, each layer a slice: alliance, partnership, military and diplomacy unless named (`layers`); those with fewer than two ties are left out. `gamma` (resolution), `omega` (coupling), `starts`, `chance` (random networks), `seed`.
Unit: modularity beyond chance
Range: -1 to 1; about 0 for a random network. Unknown where no layer has two ties.
Pitfalls: Random networks have blocs too, of high Q, which is why chance is taken off. gamma and omega are choices: take `multiverse` over them. Many partitions are
  nearly as good as the best: `blocs_of` gives the one on which all starts agree, never a single run. Layers of common membership and trade tie nearly everybody: nothing can be rewired there, which is why they are left out; naming them is slow. Whether blocs bring conflict is
  contested: an effect on its onset is found in some specifications and not in others. The interval is that of chance.
Uncertainty: null; seeds; coding (of 50 draws at most, each of four starts and four random networks).
Status: accepted.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from comity.measure.blocs.louvain import benefits, consensus, partitions, searched
from comity.measure.define import define
from comity.measure.multiplex.bridges import ordered
from comity.measure.multiplex.layers import behind_actor, chosen_layers
from comity.measure.scores import Scores, upper
from comity.measure.uncertainty.null import rewired
from comity.measure.value import Inputs, Subject
from comity.network.network import Network

Floats = NDArray[np.float64]
USUAL: Final = ("alliance", "partnership", "military", "diplomacy")
BATCH: Final = 10  # starts: the real network and random ones are searched with the same effort
DRAWN: Final = (4, 4)  # starts and random networks in a draw of coding errors


def _chosen(network: Network, layers: Sequence[str] | None) -> tuple[str, ...]:
    usual = tuple(name for name in USUAL if name in network.names)
    return chosen_layers(network, usual if layers is None else layers)


def slices(network: Network, layers: Sequence[str] | None) -> tuple[tuple[str, ...], Floats]:
    """Return the layers that hold two ties or more, and their ties (S, N, N) of 0 and 1."""
    names, found = [], []
    for name in _chosen(network, layers):
        ties = network.layer(name).ties
        if np.triu(ties | ties.T, 1).sum() > 1:
            names.append(name)
            found.append((ties | ties.T).astype(float))
    n = len(network.actors)
    return tuple(names), np.stack(found) if found else np.zeros((0, n, n))


def beyond_chance(
    stack: Floats,
    *,
    gamma: float = 1.0,
    omega: float = 1.0,
    starts: int = 100,
    chance: int = 20,
    seed: int = 0,
) -> tuple[Floats, Floats]:
    """Return the modularity from each start, and of each random network the best of a batch of starts."""
    order = ordered(stack)
    held = stack[:, order][:, :, order]
    alone = held.sum((0, 1)) == 0
    tied = held[:, ~alone][:, :, ~alone]
    few = min(BATCH, starts)
    networks = [tied]
    for d in range(chance):
        rng = np.random.default_rng([seed, d])
        networks.append(np.stack([rewired(layer, rng) for layer in tied]))
    benefit = np.stack([benefits(each, gamma, omega) for each in networks])
    which = np.r_[np.zeros(starts, np.int64), np.repeat(np.arange(1, chance + 1), few)]
    _, found = searched(benefit, which, np.random.default_rng(seed))
    found = _with_the_rest(found, tied, int(alone.sum()), omega)
    return found[:starts], found[starts:].reshape(chance, few).max(1)


def _with_the_rest(found: Floats, tied: Floats, alone: int, omega: float) -> Floats:
    """Return modularities with the actors that have no tie in any layer: each is a bloc of its own in all."""
    s, n = len(tied), tied.shape[1]
    links = s * (s - 1) * omega
    whole = float(tied.sum()) + n * links
    return np.asarray((found * whole + alone * links) / (whole + alone * links))


def best_of(real: Floats) -> float:
    """Return the modularity that a batch of starts finds at best, on average over batches."""
    size = min(BATCH, len(real))
    batches = real[: len(real) // size * size].reshape(-1, size)
    return float(batches.max(1).mean())


def polarization(
    network: Network,
    layers: Sequence[str] | None = None,
    *,
    gamma: float = 1.0,
    omega: float = 1.0,
    starts: int = 100,
    chance: int = 20,
    seed: int = 0,
    level: float = 0.9,
) -> Scores:
    """Return how far the modularity of the layers together exceeds that of chance."""
    names, stack = slices(network, layers)
    value = lo = hi = float("nan")
    told = "no layer with two ties"
    if len(stack):
        many, chance = (starts, chance) if network.draw is None else DRAWN
        real, null = beyond_chance(
            stack, gamma=gamma, omega=omega, starts=many, chance=chance, seed=seed
        )
        best, mean = best_of(real), float(null.mean())
        low, high = np.quantile(null, [(1 - level) / 2, (1 + level) / 2])
        value = best - mean
        lo, hi = min(best - high, value), max(best - low, value)
        told = f"Q {best:.3f} ({real.min():.3f} to {real.max():.3f} over {many} starts), chance {mean:.3f}"
    one, two = upper(len(network.actors))
    known = [network.layer(name).known for name in _chosen(network, layers)]
    missing = sum(int((~(k | k.T))[one, two].sum()) for k in known)

    def inputs(_: int) -> Inputs:
        each = (link for a in network.actors for link in behind_actor(network, names, a))
        return tuple(dict.fromkeys(each))

    return Scores(
        subjects=(Subject(period=str(network.day)),),
        values=np.array([value]),
        missing=np.array([missing]),
        lo=np.array([lo]),
        hi=np.array([hi]),
        cause="null",
        inputs=inputs,
        method=f"{told}; layers: {', '.join(names)}; gamma {gamma}, omega {omega}, "
        f"{chance} random networks, seed {seed}",
    )


def blocs_of(
    network: Network,
    layers: Sequence[str] | None = None,
    *,
    gamma: float = 1.0,
    omega: float = 1.0,
    starts: int = 100,
    seed: int = 0,
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the blocs of each layer on which all starts agree; one bloc keeps its place across layers."""
    names, stack = slices(network, layers)
    if not len(stack):
        return {}
    order = ordered(stack)
    benefit = benefits(stack[:, order][:, :, order], gamma, omega)
    found, _ = partitions(benefit, seed, starts)
    groups = consensus(benefit, found, seed).reshape(len(names), -1)
    actors = [network.actors[i] for i in order]
    return {
        name: tuple(
            tuple(sorted(a for a, g in zip(actors, row, strict=True) if g == group))
            for group in range(int(groups.max()) + 1)
        )
        for name, row in zip(names, groups.tolist(), strict=True)
    }


MEASURE = define("bloc.Q", polarization, page=__doc__, zh="阵营分化（多层模块度）", most_draws=50)

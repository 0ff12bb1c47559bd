"""The measures on real panels, beside another library, at size, and against known truth: asked and seen.

    python benchmarks/measures.py [FOLDER] [--draws 200] [--worlds 200] [--only panels,peer,size,bands]

FOLDER holds the open panels (see ``panels.py``); without it, that part is passed over with a sentence. The
peer is networkx, taken from ``.bench-peers`` (``make bench``) and never needed by comity. Each part runs in a
process of its own, so that its peak of memory is its own. Values are compared before times. Seconds are those
of the processor, which the clock shows too on a machine that does nothing else; the clock stands beside them.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

# Matrices are small here: threads of linear algebra cost more than they give.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

HERE = Path(__file__).parent
PEERS = HERE.parent / ".bench-peers"
PARTS = ("panels", "peer", "size", "bands")
Row = tuple[str, str, str, bool | None]


class Watch:
    """Seconds of the processor and of the clock since it was made."""

    def __init__(self) -> None:
        self._begun = time.process_time(), time.perf_counter()

    @property
    def busy(self) -> float:
        return time.process_time() - self._begun[0]

    @property
    def clock(self) -> float:
        return time.perf_counter() - self._begun[1]

    def __str__(self) -> str:
        return f"{self.busy:.0f} s (clock {self.clock:.0f})"


def panels(folder: Path | None, draws: int, worlds: int) -> list[Row]:
    """Time all measures of 60 states, 8 layers and 70 years: once, and in draws of errors of every row."""
    if folder is None or not (folder / "alliance_atop_dyad_year.csv").is_file():
        return [("panels: all measures", "≤ 20 s", f"not run: no tables in {folder}", None)]
    from panels import YEARS, panel_evidence, scope

    from comity.measure import measures, run
    from comity.measure.uncertainty.coding import Rate
    from comity.network import sequence

    evidence = panel_evidence(folder)
    years = sequence(evidence, YEARS, actors=tuple(sorted(scope(folder).values())))
    slow, seen, clock = [], 0.0, 0.0
    for measure in measures():
        watch = Watch()
        values = run(years, [measure.id], draws=0)
        slow.append((watch.busy, measure.id, len(values)))
        seen, clock = seen + watch.busy, clock + watch.clock
    slowest = ", ".join(f"{id} {s:.1f} s" for s, id, _ in sorted(slow, reverse=True)[:5])
    what = f"panels: {len(slow)} measures, {sum(n for *_, n in slow):,} values, one draw"
    rows: list[Row] = [(what, "≤ 20 s", f"{seen:.1f} s (clock {clock:.0f}; {slowest})", seen <= 20)]
    # Rows of data sets have no published rate of error. To make every link move, they are given one here.
    rates = {k: Rate(kind=k, right=95, read=100, told=100) for k in ("row", "fact")}
    watch = Watch()
    run(years, draws=draws, rates=rates)
    what = f"panels: the same, {draws} draws of every link"
    rows.append((what, "≤ 600 s", str(watch), watch.busy <= 600))
    return rows


def peer(folder: Path | None, draws: int, worlds: int) -> list[Row]:
    """Hold betweenness, constraint and modularity against networkx: values first, then times."""
    sys.path.append(str(PEERS))
    try:
        import networkx
    except ModuleNotFoundError:
        return [("networkx: same values", "equal", "not run: make bench installs it", None)]
    import numpy as np
    from architecture import made_up

    from comity.measure.blocs.louvain import benefits, modularity, partitions
    from comity.measure.multiplex.bridges import betweenness, constraint, together
    from comity.network import sequence

    years = sequence(made_up(60, 8, 20), range(1946, 1966))
    tied = [together(network, network.names)[0] > 3 for network in years]
    graphs = [networkx.from_numpy_array(t.astype(int)) for t in tied]
    parts = partitions(benefits(tied[0][None].astype(float), 1.0, 0.0), 0, 1)[0][0]
    groups = [set(np.flatnonzero(parts == g).tolist()) for g in range(parts.max() + 1)]

    def in_order(found: dict[int, float]) -> list[float]:
        return [found[k] for k in sorted(found)]

    pairs: dict[str, tuple[Callable[[int], Any], Callable[[int], Any]]] = {
        "betweenness": (
            lambda k: betweenness(tied[k]),
            lambda k: in_order(networkx.betweenness_centrality(graphs[k])),
        ),
        "Burt's constraint": (
            lambda k: constraint(tied[k].astype(float)),
            lambda k: in_order(networkx.constraint(graphs[k])),
        ),
        "modularity of a partition": (
            lambda k: modularity(benefits(tied[k][None].astype(float), 1.0, 0.0), parts),
            lambda k: networkx.community.modularity(graphs[k], groups),
        ),
    }
    rows: list[Row] = []
    for name, (ours, theirs) in pairs.items():
        (mine, own), (other, peer_) = (_timed(f, len(tied)) for f in (ours, theirs))
        apart = max(
            float(np.nanmax(np.abs(np.subtract(a, b)))) for a, b in zip(mine, other, strict=True)
        )
        seen = f"{apart:.0e} apart; {own * 1e3:.1f} against {peer_ * 1e3:.1f} ms, {peer_ / own:.1f} times"
        rows.append((f"networkx {networkx.__version__}: {name}", "equal", seen, bool(apart < 1e-9)))
    best = partitions(benefits(tied[0][None].astype(float), 1.0, 0.0), 0, 10)[1].max()
    found = networkx.community.louvain_communities(graphs[0], seed=0)
    q = networkx.community.modularity(graphs[0], found)
    rows.append(
        (
            "networkx: modularity found (Louvain)",
            "no less",
            f"{best:.4f} against {q:.4f}",
            bool(best >= q - 1e-9),
        )
    )
    return rows


def _timed(make: Callable[[int], Any], count: int) -> tuple[list[Any], float]:
    watch = Watch()
    made = [make(k) for k in range(count)]
    return made, watch.busy / count


def size(folder: Path | None, draws: int, worlds: int) -> list[Row]:
    """Time betweenness, overlap and participation of 200 actors, 50 layers and 70 years."""
    from architecture import made_up

    from comity.measure import run
    from comity.network import sequence

    evidence = made_up(200, 50, 70)
    watch = Watch()
    years = sequence(evidence, range(1946, 2016))
    count = sum(
        len(run(network, ["mux.between", "mux.overlap", "mux.P"], draws=0)) for network in years
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    what = f"200 × 50 × 70 made up: {count:,} values"
    return [
        (what, "≤ 60 s", str(watch), watch.busy <= 60),
        ("its peak of memory", "≤ 1024 MB", f"{peak:.0f} MB", peak <= 1024),
    ]


def bands(folder: Path | None, draws: int, worlds: int) -> list[Row]:
    """Ask in how many simulated worlds the 90 % band holds the truth."""
    import numpy as np
    from bands import world

    held = np.mean([world(seed, draws) for seed in range(worlds)], axis=0)
    names = ("meetings", "share of one actor", "ties")
    return [
        (
            f"90 % band holds the true {name}",
            "0.85 to 0.95",
            f"{share:.3f} of {worlds} worlds",
            bool(0.85 <= share <= 0.95),
        )
        for name, share in zip(names, held.tolist(), strict=True)
    ]


def main() -> int:
    """Run the parts, each in its own process, and print what was asked and seen."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--draws", type=int, default=200)
    parser.add_argument("--worlds", type=int, default=200)
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        print(json.dumps(globals()[given.part](given.folder, given.draws, given.worlds)))
        return 0
    missed = 0
    print(f"{'what':64} {'asked':14} seen", flush=True)
    for part in given.only.split(","):
        command = [sys.executable, __file__, *sys.argv[1:], "--part", part]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        for what, asked, seen, well in json.loads(done.stdout):
            mark = "" if well is None or well else "  MISSED"
            missed += bool(mark)
            print(f"{what:64} {asked:14} {seen}{mark}", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())

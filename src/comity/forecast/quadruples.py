"""Benchmark files: tab-separated integers ``subject relation object time`` with names beside them.

The layout is that of the ICEWS14 files in use since RE-Net (Jin et al. 2020, arXiv:1904.05530); a fifth column
is padding. Times may be days or hours: they are divided by their greatest common step.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from comity.errors import ReadError
from comity.forecast.table import EventTable, Ints

GREATEST = 10**12  # a number larger than this is no id and no time


def read_quadruples(paths: Sequence[str | Path]) -> list[EventTable]:
    """Return one table a file, all with the same names and the same steps. Raises ReadError."""
    files = [_numbers(Path(p)) for p in paths]
    whole = np.concatenate(files)
    if not len(whole):
        raise ReadError("holds no events.", path=str(paths[0]))
    actors = _names(Path(paths[0]).parent / "entity2id.txt", int(whole[:, [0, 2]].max()))
    kinds = _names(Path(paths[0]).parent / "relation2id.txt", int(whole[:, 1].max()))
    first = int(whole[:, 3].min())
    step = int(np.gcd.reduce(np.unique(whole[:, 3]) - first)) or 1
    return [_table(rows, actors, kinds, first, step) for rows in files]


def _table(
    rows: Ints, actors: tuple[str, ...], kinds: tuple[str, ...], first: int, step: int
) -> EventTable:
    rows = np.unique(rows[:, [3, 0, 1, 2]], axis=0) if len(rows) else rows[:, [3, 0, 1, 2]]
    time = (rows[:, 0] - first) // step
    s, r, o = (rows[:, i].copy() for i in (1, 2, 3))
    return EventTable(actors, kinds, s, r, o, time, "step", str(first))


def _numbers(path: Path) -> Ints:
    rows = []
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    rows.append(_row(line, f"{path}, line {number}"))
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError("cannot be read as text.", path=str(path)) from error
    return np.array(rows, np.int64).reshape(-1, 4)


def _row(line: str, where: str) -> tuple[int, ...]:
    cells = line.split()
    try:
        found = tuple(int(c) for c in cells[:4])
    except ValueError:
        found = ()
    if len(found) != 4 or min(found) < 0 or max(found) > GREATEST:
        raise ReadError(
            "holds no quadruple.",
            path=where,
            hint="Write four integers: subject relation object time.",
        )
    return found


def _names(path: Path, greatest: int) -> tuple[str, ...]:
    """Return names by number; a number without a name is called by itself."""
    if greatest > 10**7:
        raise ReadError(f"A number as great as {greatest} is no id.", path=str(path.parent))
    names = {i: str(i) for i in range(greatest + 1)}
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            name, _, number = line.rpartition("\t")
            if name and number.strip().isdigit() and int(number) <= 10**7:
                names[int(number)] = name.strip()
    return tuple(names.get(i, str(i)) for i in range(max(names) + 1))

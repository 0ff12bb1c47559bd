"""Check lens files: shape, ids, measures and their options; each problem with file, record and what to do."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from comity.errors import MissingExtra, ResourceError
from comity.lens.fit import problems_of_fit
from comity.lens.load import FOLDER, lens_files, own_folder, parsed, rows_of
from comity.lens.shape import problems_of_row


def check_lenses(
    folder: str | Path | None = None, *, actors: Collection[str] | None = None
) -> list[ResourceError]:
    """Return every problem of the lenses that ship, or of those of a resource folder.

    ``actors`` are the ids an issuer may have; left out, any id will do. Without ``comity[analysis]`` measures
    and options cannot be tried, and are passed over.
    """
    problems: list[ResourceError] = []
    seen: dict[str, str] = {}
    for path in lens_files(own_folder() if folder is None else Path(folder) / FOLDER):
        try:
            rows = rows_of(path)
        except ResourceError as error:
            problems.append(error)
            continue
        for number, row in enumerate(rows, 1):
            problems += _problems(row, str(path), number, seen, actors)
    return problems


def _problems(
    row: dict[str, Any],
    path: str,
    number: int,
    seen: dict[str, str],
    actors: Collection[str] | None,
) -> Iterator[ResourceError]:
    shape = list(problems_of_row(row, path, number))
    yield from shape
    name = str(row.get("id", ""))
    if name in seen:
        hint = f"It stands in {seen[name]} too; give one of them another id."
        yield ResourceError("stands twice.", path=path, record=name, hint=hint)
    seen[name] = path
    if shape:
        return
    lens = parsed(row, path)
    for actor in lens.issuer:
        if actors is not None and actor not in actors:
            hint = "Give an id such as USA or asean, or add it to actors.csv or mechanisms/."
            yield ResourceError(f"issuer {actor} is unknown.", path=path, record=name, hint=hint)
    try:
        yield from problems_of_fit(lens, tried=True)
    except MissingExtra:
        return

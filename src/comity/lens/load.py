"""Lens files to lenses: comity's own, with those of a user's resource folder laid over them."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from comity.errors import QueryError, ResourceError
from comity.lens.lens import Criterion, Lens, Speaking
from comity.lens.shape import problems_of_row

FOLDER = "lenses"


def lenses(resources: str | Path | None = None) -> tuple[Lens, ...]:
    """Return the lenses by date of their documents, those of a resource folder in place of ours of equal id.

    Raises ResourceError with the first thing wrong with a file.

    >>> len({lens.issuer for lens in lenses()}) >= 5
    True
    """
    found = {lens.id: lens for lens in own_lenses()}
    if resources is not None:
        given = list(_of_folder(_existing(Path(resources)) / FOLDER))
        found |= {lens.id: lens for lens in given}
    return tuple(sorted(found.values(), key=lambda lens: (lens.date, lens.id)))


def lens_of(id: str, resources: str | Path | None = None) -> Lens:
    """Return a lens by its id; an unknown id is an error that lists those there are.

    >>> lens_of("cn-2017-white-paper").issuer
    ('CHN',)
    """
    known = lenses(resources)
    found = next((lens for lens in known if lens.id == id), None)
    if found is None:
        names = ", ".join(lens.id for lens in known)
        raise QueryError(f"There is no lens {id}.", hint=f"Known: {names}.")
    return found


@lru_cache(maxsize=1)
def own_lenses() -> tuple[Lens, ...]:
    """Return the lenses that ship."""
    return tuple(_of_folder(own_folder()))


def own_folder() -> Path:
    """Return the folder of the lenses that ship."""
    return Path(str(files("comity.resources"))) / FOLDER


def lens_files(folder: Path) -> list[Path]:
    """Return the lens files of a folder in the order of their names; none where there is no folder."""
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a lens file as they stand. Raises ResourceError if it cannot be read as TOML."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        hint = "Mend that line."
        raise ResourceError(f"not valid TOML: {error}.", path=str(path), hint=hint) from error
    except UnicodeDecodeError as error:
        hint = "Save it as UTF-8."
        raise ResourceError("is not UTF-8.", path=str(path), hint=hint) from error
    except OSError as error:
        raise ResourceError(f"cannot be read: {error.strerror}.", path=str(path)) from error
    rows = data.get("lens", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        hint = "Write [[lens]]."
        raise ResourceError("lens is never read.", path=str(path), hint=hint)
    return rows


def parsed(row: Mapping[str, Any], path: str) -> Lens:
    """Return a lens from a row of sound shape."""
    rest = {k: v for k, v in row.items() if k not in ("criterion", "issuer", "date")}
    return Lens(
        **rest,
        issuer=tuple(row["issuer"]),
        date=str(row["date"]),
        criteria=tuple(map(_criterion, row["criterion"])),
        path=path,
    )


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise ResourceError("no such folder.", path=str(folder), hint="Give a resources folder.")
    return folder


def _of_folder(folder: Path) -> Iterator[Lens]:
    for path in lens_files(folder):
        for number, row in enumerate(rows_of(path), 1):
            for problem in problems_of_row(row, str(path), number):
                raise problem
            yield parsed(row, str(path))


def _criterion(row: Mapping[str, Any]) -> Criterion:
    rest = {k: v for k, v in row.items() if k != "measure"}
    return Criterion(**rest, measures=tuple(map(_speaking, row.get("measure", ()))))


def _speaking(row: Mapping[str, Any]) -> Speaking:
    return Speaking(
        measure=row["id"],
        toward=row["toward"],
        en=row["en"],
        zh=row["zh"],
        layer=row.get("layer", ""),
        options={name: _frozen(value) for name, value in row.get("options", {}).items()},
    )


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value

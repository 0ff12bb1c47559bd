"""One export: the chosen formats into a folder, with the manifest that tells what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.errors import ExportError
from comity.export.exporter import Edition, Job, Tell
from comity.export.folder import whole_folder
from comity.export.formats import BY_NAME
from comity.export.manifest import write_manifest

if TYPE_CHECKING:
    from comity.study import Study


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: its folder and the content of its manifest."""

    folder: Path
    manifest: dict[str, Any]

    @property
    def claims(self) -> int:
        """Return how many claims stand in it."""
        return int(self.manifest["counts"]["claims"])


def export_study(
    study: "Study",
    folder: str | Path,
    formats: Sequence[str],
    *,
    as_known: date | None = None,
    happenings: bool = False,
    texts: bool = False,
    edition: Edition | None = None,
    tell: Tell | None = None,
    **chosen: Any,
) -> Exported:
    """Write a study, or the claims that pass filters, to a folder in one or more formats.

    ``chosen`` are the filters of `comity.study.filters.Filter`. The same study and filters give the same
    bytes. ``happenings``: tellings of one happening count once. ``texts``: with the documents' full
    texts, which are often not yours to pass on. Raises ExportError; then nothing is left in the folder.
    """
    unknown = [name for name in formats if name not in BY_NAME]
    if unknown or not formats:
        problem = f"There is no format {unknown[0]}." if unknown else "No format was named."
        raise ExportError(problem, hint=f"Formats: {', '.join(BY_NAME)}.")
    made = edition or Edition()
    seen = study.as_known(as_known) if as_known else study
    names = tuple(dict.fromkeys(formats))
    with seen.selection(**chosen) as selection, whole_folder(Path(folder)) as partial:
        job = Job(
            selection=selection,
            folder=partial,
            registry=_registry(),
            edition=made,
            happenings=happenings,
            texts=texts,
            tell=tell or (lambda name, done: None),
        )
        written = [file for name in names for file in BY_NAME[name].write(job)]
        manifest = write_manifest(job, written, names, as_known)
    return Exported(Path(folder), manifest)


def _registry() -> Any:
    from comity.registry import load_registry

    return load_registry()

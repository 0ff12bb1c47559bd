"""How well the reader does: its claims against documents annotated by hand."""

import glob
from importlib.resources import files
from pathlib import Path

from comity.errors import ReadError
from comity.evaluate.agreement import Row
from comity.evaluate.gold import load_gold
from comity.evaluate.report import Scores, add_file
from comity.reader import load_documents
from comity.reading import claims_of
from comity.registry import load_registry

__all__ = ["Scores", "evaluate"]


def evaluate(gold: Path | None = None, documents: Path | None = None) -> Scores:
    """Read the documents that a folder of annotations is about and score the claims.

    ``gold`` defaults to the annotations of the two bundled samples. A document has the name of its
    annotations; it is sought in ``documents``, or else in ``corpus/<name of the gold folder>`` beside
    the annotations' parent, in that parent and in the folder itself. A file that fails is left out and
    kept in ``failures``.
    """
    gold = gold or Path(str(files("comity.samples"))) / "gold"
    annotated = sorted(gold.glob("*.jsonl"))
    if not annotated:
        raise ReadError(
            "The folder holds no annotations.",
            path=str(gold),
            hint="Name a folder of .jsonl files.",
        )
    whole = gold.resolve()
    folders = (whole.parent.parent / "corpus" / whole.name, whole.parent, whole)
    registry = load_registry()
    frames = frozenset(r.id for r in registry.of_type("mechanism", "instrument", "exercise"))
    scores = Scores()
    sought = (documents,) if documents else folders
    sources = [_document(path.stem, sought) for path in annotated]
    if not any(sources):
        raise ReadError(
            "None of the annotated documents was found.",
            path=str(gold),
            hint=f"Name their folder with --documents; {annotated[0].stem}.md is the first.",
        )
    for path, source in zip(annotated, sources, strict=True):
        try:
            golds, scope = load_gold(path)
            found = _claims(source)
            add_file(scores, path.stem, golds, scope, found, frames)
        except Exception as error:  # noqa: BLE001 - whatever one file does, the others are scored
            scores.failures.append((str(source or path), error))
        scores.total["unread"] += source is None
    return scores


def _claims(source: Path | None) -> list[Row]:
    return [c.to_dict() for d in load_documents(source) for c in claims_of(d)] if source else []


def _document(stem: str, folders: tuple[Path, ...]) -> Path | None:
    """Return the document of a name in the first of some folders that has one."""
    found = (p for folder in folders for p in sorted(folder.glob(f"{glob.escape(stem)}.*")))
    return next((p for p in found if p.suffix in (".md", ".txt", ".html")), None)

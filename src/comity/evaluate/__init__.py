"""How well the reader does: its claims against documents annotated by hand."""

from pathlib import Path

from comity.errors import ReadError
from comity.evaluate.report import Scores, add_file, load_gold
from comity.reader import load_documents
from comity.reading import claims_of
from comity.registry import load_registry

__all__ = ["Scores", "evaluate"]


def evaluate(gold: Path, documents: Path | None = None) -> Scores:
    """Read the documents that a folder of annotations is about and score the claims.

    ``documents`` defaults to the folder ``corpus/<name of the gold folder>`` beside the annotations.
    """
    files = sorted(gold.glob("*.jsonl"))
    if not files:
        raise ReadError(
            "The folder holds no annotations.",
            path=str(gold),
            hint="Name a folder of .jsonl files.",
        )
    folder = documents or gold.resolve().parent.parent / "corpus" / gold.resolve().name
    registry = load_registry()
    frames = frozenset(r.id for r in registry.of_type("mechanism", "instrument", "exercise"))
    scores = Scores()
    for path in files:
        golds, scope = load_gold(path)
        source = next(
            (
                p
                for p in sorted(folder.glob(f"{path.stem}.*"))
                if p.suffix in (".md", ".txt", ".html")
            ),
            None,
        )
        if source is None:
            scores.total["unread"] += 1
        found = (
            [c.to_dict() for d in load_documents(source) for c in claims_of(d)] if source else []
        )
        add_file(scores, path.stem, golds, scope, found, frames)
    return scores

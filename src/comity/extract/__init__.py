"""Document to claims: mentions, grammar, events, positions, ties."""

from functools import lru_cache
from pathlib import Path

from comity.extract.claims import Extractor
from comity.extract.events.patterns import wording_problems
from comity.model import Claim, Document
from comity.registry.soundness import require_sound

__all__ = ["Extractor", "extract_claims", "load_extractor"]


@lru_cache(maxsize=4)
def load_extractor(overlay: Path | None = None) -> Extractor:
    """Return the grammar extractor over comity's resources, overlaid by a user's folder when given.

    Raises ResourceError if anything in the folder has the wrong shape.
    """
    if overlay is not None:
        require_sound(overlay)
        for problem in wording_problems(overlay):
            raise problem
    return Extractor.load(overlay)


def extract_claims(document: Document, overlay: Path | None = None) -> tuple[Claim, ...]:
    """Return the claims that a document makes, in the order of its text."""
    return load_extractor(overlay).read(document)

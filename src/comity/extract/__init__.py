"""Document to claims: mentions, grammar, events, positions, ties."""

from functools import lru_cache
from pathlib import Path

from comity.extract.claims import Extractor
from comity.model import Claim, Document

__all__ = ["Extractor", "extract_claims", "load_extractor"]


@lru_cache(maxsize=4)
def load_extractor(overlay: Path | None = None) -> Extractor:
    """Return the grammar extractor over comity's resources, overlaid by a user's folder when given."""
    return Extractor.load(overlay)


def extract_claims(document: Document, overlay: Path | None = None) -> tuple[Claim, ...]:
    """Return the claims that a document makes, in the order of its text."""
    return load_extractor(overlay).read(document)

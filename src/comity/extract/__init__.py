"""Document to claims: mentions, grammar, events, positions, ties."""

from comity.model import Claim, Document


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """Return the claims that a document makes, in the order of its text."""
    return ()

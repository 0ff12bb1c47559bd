"""The words of the field as frozen values. Standard library only."""

from comity.model.claim import Claim, Event, Position, Tie
from comity.model.document import Block, Document, Finding
from comity.model.observation import Coverage, Observation
from comity.model.period import UNDATED, Period
from comity.model.span import OffsetMap, Span

__all__ = [
    "UNDATED",
    "Block",
    "Claim",
    "Coverage",
    "Document",
    "Event",
    "Finding",
    "Observation",
    "OffsetMap",
    "Period",
    "Position",
    "Span",
    "Tie",
]

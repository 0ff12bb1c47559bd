"""One event told twice: what two tellings have in common, scored part by part.

Pure functions over values: nothing here reads a database or writes a decision.
"""

from comity.same.joining import Groups, Pair, Proposal, propose
from comity.same.parts import ACTS, parts_of
from comity.same.score import Part, Score, Weights, load_weights, score_pair
from comity.same.telling import Telling, telling_of
from comity.same.wholes import part_of

__all__ = [
    "ACTS",
    "Groups",
    "Pair",
    "Part",
    "Proposal",
    "Score",
    "Telling",
    "Weights",
    "load_weights",
    "part_of",
    "parts_of",
    "propose",
    "score_pair",
    "telling_of",
]

"""Whether two events are within the same mechanism, or about a text of the same name."""

import re
from functools import lru_cache

from comity.same.telling import Telling

ALIKE = 0.75  # share of the shorter name's letter pairs found in the longer one
# What is left out or spelt out at will in the title of a joint text.
LOOSE = re.compile(
    r"中华人民共和国|人民共和国|共和国|联邦|主席|总统|[中和同与及的《》“”\s—－-]|\b(?:the|of|and|on|a)\b"
)


def frames_alike(a: Telling, b: Telling) -> str:
    """Return same, kin, other, in-words or one-sided for the frames of two tellings; nothing when neither has one.

    ``in-words``: the sentence of the one names the frame of the other.
    """
    if not (a.frame or b.frame):
        return ""
    if not (a.frame and b.frame):
        return "in-words" if _named_in(a, b) or _named_in(b, a) else "one-sided"
    if a.frame == b.frame:
        return "same"
    if a.named and b.named:
        return "kin" if _kin(a.frame, b.frame) else "other"
    if a.named != b.named or _script(a.frame) != _script(b.frame):
        return "incomparable"
    return "same" if _shared(*sorted((a.frame, b.frame))) >= ALIKE else "other"


def _named_in(a: Telling, b: Telling) -> bool:
    return a.named and any(a.frame == name or _kin(a.frame, name) for name in b.frames)


def _kin(first: str, second: str) -> bool:
    """Say whether one mechanism is a level of the other: ``brics`` and ``brics-summit``."""
    short, long = sorted((first, second), key=len)
    return long.startswith(f"{short}-")


def _script(name: str) -> bool:
    return bool(re.search(r"[\u3400-\u9fff]", name))


@lru_cache(maxsize=50_000)
def _shared(first: str, second: str) -> float:
    pairs, others = (_pairs(LOOSE.sub("", name.lower())) for name in (first, second))
    fewer = min(len(pairs), len(others))
    return len(pairs & others) / fewer if fewer else 0.0


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)}

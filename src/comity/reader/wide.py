"""Text of two or four bytes a character without a mark that says so: Windows' "Unicode" files."""

import re
from typing import Final

WIDE: Final = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
SAMPLE: Final = 40_000  # bytes, a whole number of characters
# What texts in Chinese and English are made of; read in a wrong width or order, little of it is.
COMMON: Final = re.compile(
    "[\t\n\r\x20-\x7e\xa0-\xff\u2010-\u2027\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
LEAST: Final = 0.95


def wide_encoding(data: bytes) -> str:
    """Return the encoding of two or four bytes a character that makes a text of some bytes, if one does.

    >>> wide_encoding("On June 5, 2019\\\\n".encode("utf-16-le"))
    'utf-16-le'
    """
    if b"\0" not in data:
        return ""
    share, best = max(((_share(data, encoding), encoding) for encoding in WIDE), key=lambda s: s[0])
    return best if share >= LEAST else ""


def _share(data: bytes, encoding: str) -> float:
    """Return how much of a sample is common characters; nothing if it cannot be read so."""
    if len(data) % (4 if "32" in encoding else 2):
        return 0.0
    sample = data[:SAMPLE].decode(encoding, "replace")
    return len(COMMON.findall(sample)) / len(sample)

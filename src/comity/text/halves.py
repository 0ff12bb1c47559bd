"""Halves of characters: lone surrogates, which no encoding can write."""

import re
from typing import Final

HALVES: Final = re.compile("[\ud800-\udfff]")

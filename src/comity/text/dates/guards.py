"""Numbers that look like dates and are none: names of exercises, anniversaries, counts."""

import re
from typing import Final

from comity.text.dates.partial import Expression

# 可汗探索—2015, 健康中国2030: a year that ends a name.
CHINESE_NAME_BEFORE: Final = re.compile(r"[一-鿿A-Za-z”’》][—－–\-·•]{1,2}\Z")
QUOTED_NAME: Final = re.compile(r"[“‘「《][^“”‘’「」《》，。；]{1,12}\Z")
AFTER_NAME: Final = re.compile(r"[”’」》]|[A-Za-z]")
COUNTED: Final = re.compile(r"多?周年|华诞")


def is_chinese_name(text: str, read: Expression) -> bool:
    """Say whether the years are part of a name, or the number counts something."""
    first = read.points[0]
    if COUNTED.match(text, read.end) or text.startswith("周年", read.end):
        return True
    bare = text[read.end - 1].isdigit() and first.unit == "year"
    return bare and bool(CHINESE_NAME_BEFORE.search(text, max(0, read.start - 3), read.start))

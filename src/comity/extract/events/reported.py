"""Whose act it is when one side tells of another's: "Japan said that China had deployed warships"."""

import re
from typing import Final

from comity.extract.clauses import REPORTED
from comity.extract.grammar import Compiled

TOLD: Final = re.compile(REPORTED)


def told_within(compiled: Compiled, tagged: str, match: re.Match[str]) -> re.Match[str]:
    """Return the match whose subject is told of, not the one who tells: the verb stays the same."""
    group = next((g for g, role in compiled.roles.items() if role == "subject"), "")
    if not group or match.group(group) is None or "trigger" not in match.re.groupindex:
        return match
    verb = match.start("trigger")
    told = [m.end() for m in TOLD.finditer(tagged, match.end(group), verb)]
    inner = compiled.regex.search(tagged, told[-1]) if told else None
    return inner if inner and inner.start("trigger") == verb else match

"""Expressions tried only where a word begins as they can."""

import re

import pytest

from comity.extract.heads import ByHead, heads

WORDINGS = [
    "(?:also |firmly )?oppos(?:e|ed)",
    "re-?affirm(?:s|ed)?",
    "(?<!the )needs? to",
    "is (?:\\w+ )?glad",
]


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        (WORDINGS[0], {"also", "firm", "oppo"}),
        (WORDINGS[1], {"re-a", "reaf"}),
        (WORDINGS[2], {"need"}),
        (WORDINGS[3], {"is g", "is "}),
        ("\\w+ed", {""}),
    ],
)
def test_heads_of_an_expression(wording: str, expected: set[str]) -> None:
    assert heads(wording) == expected


def test_finds_what_one_expression_would_find() -> None:
    text = "they also oppose it, reaffirm that, and the needs to grow; it needs to end; he is very glad"
    plain = re.compile("|".join(rf"(?<!\w)(?:{w})\b" for w in WORDINGS))
    by_head = ByHead([("a", WORDINGS[:2]), ("b", WORDINGS[2:])])
    expected = [m.span() for m in plain.finditer(text)]
    assert [m.span() for m in by_head.finditer(text, 0, len(text))] == expected

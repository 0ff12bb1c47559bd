"""Scripts and stray signs: traditional characters, soft hyphens, control characters."""

import re
from collections.abc import Iterator
from typing import Final

from comity.model import Finding, Span

# Common characters that are written in only one of the two ways.
TRADITIONAL: Final = frozenset(
    "國們來說對關於東個這會與為發經濟戰術議協議應當實現總統實際導彈軍區長開華點擊標題黨歷後還進過"
)
SIMPLIFIED: Final = frozenset(
    "国们来说对关于东个这会与为发经济战术议协应当实现总统际导弹军区长开华点击标题党历后还进过"
)
SIGNS: Final = (
    (
        "soft-hyphen",
        re.compile(r"[\xad\u200b-\u200d\u2060]"),
        "soft hyphens or zero-width signs are left out.",
    ),
    ("control-characters", re.compile(r"[\x00-\x08\x0e-\x1f]"), "control characters are left out."),
)
SAMPLE: Final = 50_000


def scripts_of(text: str) -> tuple[int, int]:
    """Return how many traditional-only and simplified-only characters a text holds."""
    sample = text[:SAMPLE]
    only_new = SIMPLIFIED - TRADITIONAL
    only_old = TRADITIONAL - SIMPLIFIED
    return sum(c in only_old for c in sample), sum(c in only_new for c in sample)


def stray_signs(text: str) -> Iterator[Finding]:
    """Yield a finding for each kind of sign that the reading text leaves out."""
    for kind, signs, message in SIGNS:
        if first := signs.search(text):
            count = len(signs.findall(text))
            yield Finding(
                kind=kind, span=Span(*first.span()), message=f"{count} {message}", repaired=True
            )


# Chinese pages printed with the comma, colon and dot of other scripts: 部长,他; 卡•丁.
EVEN: Final = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
HALF_WIDTH: Final = re.compile("(?<=[\u4e00-\u9fff”」』》）)])[,;:?!]")
DOT_OF_NAMES: Final = re.compile("(?<=[\u4e00-\u9fffA-Z])[•‧・∙⋅．](?=[\u4e00-\u9fffA-Z])")


def even_signs(clean: str) -> str:
    """Return Chinese text with the commas and dots of its own script, sign for sign.

    >>> even_signs("部长普拉博沃•苏比延多5日会见了防长,双方交换意见。")
    '部长普拉博沃·苏比延多5日会见了防长，双方交换意见。'
    """
    return DOT_OF_NAMES.sub("·", HALF_WIDTH.sub(lambda m: EVEN[m.group()], clean))


def simplify(clean: str) -> tuple[str, list[Finding]]:
    """Return the reading text in simplified characters when it is traditional and conversion keeps offsets.

    Needs ``comity[trad]``; without it the text stays as printed and a finding says so.
    """
    old, new = scripts_of(clean)
    at = Span(0, 0)
    if old < 5:
        return clean, []
    if new >= 5:
        message = "Traditional and simplified characters stand side by side."
        return clean, [Finding(kind="mixed-script", span=at, message=message)]
    try:
        from opencc import OpenCC
    except ImportError:
        message = "Traditional characters: install comity[trad] to read them."
        return clean, [Finding(kind="mixed-script", span=at, message=message)]
    convert = OpenCC("t2s").convert
    pairs = ((c, convert(c)) for c in set(clean) if c >= "\u3400")
    table = {ord(c): one for c, one in pairs if len(one) == 1}
    return clean.translate(table), [
        Finding(
            kind="mixed-script",
            span=at,
            message="Traditional characters were read as simplified.",
            repaired=True,
        )
    ]

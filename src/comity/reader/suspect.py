"""Slips of the pen or of character recognition: reported, never changed."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from comity.model import Finding, Span
from comity.registry import load_registry

# Characters that Chinese uses for foreign sounds. A name with one of them in the wrong place is a slip.
SOUNDS: Final = frozenset("亚阿尼利里纳拉达巴斯坦克兰姆布罗埃塞维瓦卡哈马莫多伊尔德")
SHORTEST: Final = 3
# Wordings in which a word seems lost or doubled, with what to say of them. Each was held against 2.8
# million characters of broadcast news, where none of them occurs.
WORDINGS: Final = (
    (  # 各国应维护地区稳定发挥作用: two verbs side by side, where 为 or 在 must lead the first one
        re.compile(
            r"(?:应|要|将|愿|能)(?:共同|努力|积极|继续|切实)?(?:维护|促进|推动|实现|推进|加强)"
            r"(?:(?!和(?![平谐睦])|[，。；、！？为在对以并于从给及与使把将]).){2,18}?发挥[^，。；、]{0,8}作用"
        ),
        "lacks a word such as 为 before its object.",
    ),
    (  # 针对经济合作和安全合作良性互动: a preposition, and no verb that its object depends on
        re.compile(
            r"(?<=[，；。])针对[^，。；]{2,30}(?:良性互动|齐头并进|协调发展|共同发展|深度融合|相互促进)[^，。；]{0,6}(?=[，。])"
        ),
        "has the preposition 针对 where a verb such as 促进 is due.",
    ),
    (  # 发生重要深刻变化: two adjectives of one kind without a link
        re.compile(r"发生了?(?:重要|重大|巨大|深远)(?:深刻|重要|重大|巨大|深远)变化"),
        "puts two adjectives side by side.",
    ),
    (  # 人员、农业培训: people listed beside a field of training
        re.compile(r"开展的?人员、[一-鿿]{2,4}(?:培训|训练)"),
        "lists people beside a field; a word such as 培训 seems lost.",
    ),
)


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], AhoCorasick, tuple[tuple[str, int], ...]]:
    """Return the transliterated names of states, and their names short of one character at the end."""
    registry = load_registry()
    names = {
        n for r in registry.of_type("actor") for n in r.zh if len(n) >= SHORTEST and n[-1] in SOUNDS
    }
    known = {n for r in registry.records for n in r.zh}
    stems = {
        (name[:-1], len(name)) for name in names if all("\u4e00" <= c <= "\u9fff" for c in name)
    }
    ordered = tuple(sorted(stems))
    automaton = AhoCorasick(
        [s for s, _ in ordered],
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
    )
    return frozenset(known), automaton, ordered


def suspect_names(text: str) -> Iterator[Finding]:
    """Yield a finding for each state's name that differs from a known one in its last character."""
    known, automaton, stems = _names()
    for index, start, end in automaton.find_matches_as_indexes(text):
        stem, length = stems[index]
        printed = text[start : start + length]
        if len(printed) < length or printed[-1] not in SOUNDS or _begins_known(text, start, known):
            continue
        meant = next((k for k in sorted(known) if k.startswith(stem) and len(k) == length), "")
        if meant and printed != meant:
            message = f"{printed} is one character away from {meant}."
            yield Finding(kind="suspect-name", span=Span(start, end + 1), message=message)


def _begins_known(text: str, start: int, known: frozenset[str]) -> bool:
    return any(text[start : start + n] in known for n in range(2, 9))


def suspect_grades(text: str) -> Iterator[Finding]:
    """Yield a finding where a partnership grade is printed once beside one that differs in one character."""
    names = sorted(
        (n for r in load_registry().of_type("grade") for n in r.zh), key=len, reverse=True
    )
    if not names or "伙伴关系" not in text:
        return
    found = list(re.finditer("|".join(map(re.escape, names)), text))
    counts = Counter(m.group() for m in found)
    for match in found:
        rivals = [n for n in counts if counts[n] > 1 and _one_apart(n, match.group())]
        if counts[match.group()] == 1 and rivals:
            message = f"{match.group()} stands once, {rivals[0]} {counts[rivals[0]]} times: the grade differs."
            yield Finding(kind="suspect-character", span=Span(*match.span()), message=message)


def suspect_wordings(text: str) -> Iterator[Finding]:
    """Yield a finding for each wording in which a word seems lost, doubled or mistaken."""
    for wording, problem in WORDINGS:
        for match in wording.finditer(text):
            message = f"{match.group()} {problem}"
            yield Finding(kind="suspect-wording", span=Span(*match.span()), message=message)


def _one_apart(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1

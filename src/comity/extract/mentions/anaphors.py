"""Words that stand for a party named elsewhere, and ordinals: 双方, 我, 各方, "the two sides", "we"."""

import re
from collections.abc import Iterator
from typing import Final

from comity.extract.mentions import tags
from comity.extract.mentions.mention import Mention
from comity.extract.mentions.words import ChineseWords, EnglishWords, english_words
from comity.text.numerals import parse_numeral

# Ships and their commanders named without their state, as subject of a clause: those told of before.
FLEET: Final = re.compile(
    r"(?:(?<![^，。；：\n])|(?<=[日午晚]))(?:此次|该|我)?(?:海军)?(?:第[0-9一二三四五六七八九十]+批)?(?:护航|舰艇|出访|任务|访问|远航|舰机)*编队(?:各舰|官兵|[一二三四两]舰)?(?!通信|运动|由|是|的|航)"
    r"|(?<=组成的)(?:海军|护航|舰艇|远航|联合|特混)*编队(?=，|[0-9]|于|从|抵|在|结)"
    r"|(?<=[，。；：\n])(?:任务|出访|参演)舰艇(?=[0-9从在抵于先])"
)


def chinese_anaphors(text: str, words: ChineseWords) -> Iterator[Mention]:
    """Yield the anaphors and ordinals of a Chinese text."""
    for match in words.anaphor.finditer(text):
        yield Mention(tags.ANAPHOR, *match.span(), extra=_reference(match.group(), words.arity))
    if "编队" in text or "舰" in text:
        for match in FLEET.finditer(text):
            yield Mention(tags.ANAPHOR, *match.span(), extra={"fleet": True})
    for match in words.self_.finditer(text):
        yield Mention(tags.ANAPHOR, *match.span(), extra={"self": True})
    for match in words.other.finditer(text):
        yield Mention(tags.ANAPHOR, *match.span(), extra={"other": True})
    for match in words.ordinal.finditer(text):
        value = 1 if match.group(3) else parse_numeral(match.group(1))
        unit = match.group(2) or match.group(4)
        yield Mention(tags.ORDINAL, *match.span(), ordinal=value, extra={"unit": unit})


def english_anaphors(text: str) -> Iterator[Mention]:
    """Yield the anaphors and ordinals of an English text."""
    words = english_words()
    done = 0
    for at in (0, *(start.start() + 1 for start in words.starts.finditer(text))):
        if at < done:
            continue
        if match := words.anaphor.match(text, at):
            yield Mention(tags.ANAPHOR, *match.span(), extra=_english_reference(match, words))
            done = match.end()
        elif match := words.ordinal.match(text, at):
            first = match.group(1).lower() == "inaugural"
            value = 1 if first else parse_numeral(match.group(1))
            yield Mention(tags.ORDINAL, *match.span(), ordinal=value)
            done = match.end()


def _english_reference(match: re.Match[str], words: EnglishWords) -> dict[str, object]:
    """Return what an English anaphor asks of the context: the speaker, one person, all, or so many."""
    if match.group("we"):
        return {"self": True}
    if match.group("one"):
        return {"one": True}
    if match.group("all"):
        return {"all": True}
    number = match.group("number") or match.group("bare") or _implied(match.group())
    return {"arity": words.numbers.get(number, 0)}


def _reference(word: str, arity: dict[str, int]) -> dict[str, object]:
    """Return what a Chinese anaphor asks of the context: one person, all sides, so many, or the body."""
    if word in ("他", "她"):
        return {"one": True}
    if word == "各方":
        return {"all": True}
    count = arity.get(word, 0)
    return {"arity": count} if count else {"body": True}


def _implied(words: str) -> str:
    """Return the number that English words imply: both, the pair, the trilateral."""
    low = words.lower()
    if low.startswith("both") or low == "the pair":
        return "two"
    return "three" if low in ("the trio", "the trilateral") else ""

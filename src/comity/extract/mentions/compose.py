"""Second pass: names that belong together become one mention.

State + organ + office + person is one actor; ordinal + mechanism + level + kind of meeting is one
session; state + place is one place. Each rule is a regular expression over first-pass tags.
"""

from bisect import bisect_left
from functools import lru_cache
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.compose_en import english_rules
from comity.extract.mentions.compose_zh import chinese_rules
from comity.extract.mentions.mention import Mention, tag_text
from comity.extract.mentions.merging import Rule


def compose(
    text: str, start: int, end: int, mentions: list[Mention], language: str, issuer: str
) -> list[Mention]:
    """Return the mentions of one sentence after all rules of its language."""
    view: tuple[str, list[int], dict[int, Mention]] | None = None
    for rule in _concerned(language, frozenset([m.tag for m in mentions])):
        if rule.marks and not rule.marks.search(text, start, end):
            continue
        view = view or tag_text(text, start, end, mentions)
        if rule.hint not in view[0]:
            continue
        made, used = _apply(rule, view, issuer)
        if made:
            rest = [m for i, m in view[2].items() if i not in used]
            mentions = sorted([*rest, *made], key=lambda m: m.start)
            view = None
    kept = [_acting(m) for m in mentions if m.tag not in _LEFT_OVER]
    return _without_owned(text, kept) if language == "en" else kept


def _without_owned(text: str, mentions: list[Mention]) -> list[Mention]:
    """Leave out "the foreign ministers" of "the foreign ministers of Japan and India": who is meant is named."""
    owned = [
        m
        for m in mentions
        if m.tag == t.ANAPHOR
        and text.startswith(" of ", m.end)
        and not text.endswith(("We, ", "we, "), 0, m.start)
    ]
    if not owned:
        return mentions
    starts = {m.start for m in mentions if m.tag in (t.ACTOR, t.ANAPHOR)}
    named = [m for m in owned if starts & {m.end + 4, m.end + 8}]
    return [m for m in mentions if m not in named]


def _apply(
    rule: Rule, view: tuple[str, list[int], dict[int, Mention]], issuer: str
) -> tuple[list[Mention], set[int]]:
    """Return what a rule makes of a tagged stretch, and the indexes of the mentions it used up."""
    tagged, starts, placed = view
    places = list(placed)
    made: list[Mention] = []
    used: set[int] = set()
    for match in rule.matches(tagged):
        first, last = match.span()
        inside = places[bisect_left(places, first) : bisect_left(places, last)]
        mention = rule.make(match, [placed[i] for i in inside], issuer) if inside else None
        if mention:
            made.append(mention.moved(starts[first], starts[last]))
            used.update(inside)
    return made, used


def _acting(mention: Mention) -> Mention:
    """An organisation named by itself may be a party; a meeting or a forum is only a setting."""
    record = mention.record
    if (
        mention.tag == t.MECHANISM
        and record
        and record.acts
        and record.kind in ("igo", "organ", "alliance", "summit")
    ):
        return mention.moved(mention.start, mention.end, t.BODY)
    return mention


_LEFT_OVER: Final = {t.OFFICE, t.ORGAN, t.PERSON, t.STATE, t.ORDINAL}


@lru_cache(maxsize=1024)
def _concerned(language: str, present: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules that need one of the kinds of mention that a sentence has."""
    return tuple(rule for rule in _rules(language) if not present.isdisjoint(rule.needs))


@lru_cache(maxsize=2)
def _rules(language: str) -> tuple[Rule, ...]:
    return chinese_rules() if language == "zh" else english_rules()

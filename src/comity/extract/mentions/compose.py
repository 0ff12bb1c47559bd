"""Second pass: names that belong together become one mention.

State + organ + office + person is one actor; ordinal + mechanism + level + kind of meeting is one
session; state + place is one place. Each rule is a regular expression over first-pass tags.
"""

import re
from bisect import bisect_left
from dataclasses import replace
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
    if language == "zh":
        mentions = _same_state(text, mentions)
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


# 越南总理甲、国防部长乙: an office without a state in a list is of the state named before it.
LISTED: Final = re.compile("(?:、|和|与|及|以及|，)(?:现任|前|时任|政府|王国政府|副|第一)?")


def _same_state(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with listed office holders given the state of whoever stands before them."""
    out: list[Mention] = []
    for mention in mentions:
        last = out[-1] if out else None
        if (
            last
            and mention.extra.get("presumed")
            and last.extra.get("person")
            and len(last.ids) == 1
            and not last.extra.get("presumed")
            and LISTED.fullmatch(text, last.end, mention.start)
        ):
            extra = {k: v for k, v in mention.extra.items() if k != "presumed"}
            mention = replace(mention, ids=last.ids, record=last.record, extra=extra)
        out.append(mention)
    return out


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

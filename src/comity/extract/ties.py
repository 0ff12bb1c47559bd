"""Ties: lasting relations that a sentence states, and those that an event it tells brings about."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from comity.extract.accords import accords
from comity.extract.bonds import Bond, membership, treaties
from comity.extract.context import Context
from comity.extract.cues import CueIndex
from comity.extract.events.drafts import Draft
from comity.extract.events.patterns import load_pattern_rows
from comity.extract.grammar import compile_pattern
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.extract.rosters import rosters
from comity.extract.standing import stated
from comity.model import UNDATED
from comity.registry.load import OWN_FOLDER

KINDS_OF_CUE: Final = {"grade": (t.GRADE,), "instrument": (t.INSTRUMENT, t.TITLE)}
TiePatterns = CueIndex[dict[str, Any]]


@lru_cache(maxsize=8)
def load_tie_patterns(language: str, overlay: Path | None = None) -> TiePatterns:
    """Return the tie patterns of a language, one a wording.

    The cue ``grade`` is any partnership grade, the cue ``instrument`` any treaty or title.
    """
    rows = load_pattern_rows(OWN_FOLDER, "ties") + (
        load_pattern_rows(overlay, "ties") if overlay else []
    )
    wordings = [
        {**row, "match": wording}
        for row in rows
        if row["lang"] == language
        for wording in ([row["match"]] if isinstance(row["match"], str) else row["match"])
    ]
    return CueIndex(
        (word, row)
        for row in wordings
        for cue in row["cues"]
        for word in KINDS_OF_CUE.get(cue, (cue,))
    )


def read_ties(
    sentence: Sentence, patterns: TiePatterns, context: Context, events: list[Draft]
) -> list[Bond]:
    """Return the ties of a sentence: stated ones, then those its events imply."""
    found: dict[tuple[object, ...], Bond] = {}
    for bond in _named(sentence, context):
        found.setdefault(_key(bond), bond)
    for row in patterns.find(sentence.tagged):
        compiled = compile_pattern(row["match"], row["lang"])
        for match in compiled.regex.finditer(sentence.tagged):
            roles: dict[str, list[Mention]] = {}
            for group, role in compiled.roles.items():
                if match.group(group) is not None:
                    roles.setdefault(role, []).extend(
                        m for _, m in sentence.within(*match.span(group))
                    )
            for bond in stated(sentence, row, match, roles, context):
                found.setdefault(_key(bond), bond)
    for draft in events:
        for bond in _implied(draft):
            known = found.setdefault(_key(bond), bond)
            undated = bond.relation == "partner" and not known.period.start
            if undated and _tells_start(sentence, draft):
                found[_key(bond)] = bond
    return list(found.values())


def _named(sentence: Sentence, context: Context) -> Iterator[Bond]:
    """Yield the ties that names side by side show."""
    return itertools.chain(
        membership(sentence), treaties(sentence), rosters(sentence), accords(sentence, context)
    )


def _tells_start(sentence: Sentence, draft: Draft) -> bool:
    """Say whether an event gives the day a relation began: dated in words, or announced there and then."""
    said = any(sentence.start <= s.start < sentence.end for s in draft.dated_by)
    return bool(draft.period.start) and (said or "宣布" in sentence.tagged)


def _key(bond: Bond) -> tuple[object, ...]:
    return bond.relation, bond.source, bond.target, bond.grade.start if bond.grade else None


def _implied(draft: Draft) -> Iterator[Bond]:
    """A signature makes parties, a founding founders, a raised relation partners of that grade."""
    if draft.status in ("planned", "denied", "proposed"):
        return
    start = draft.period.start
    common: dict[str, Any] = {
        "rule": draft.pattern.id,
        "span": draft.span,
        "period": replace(draft.period, end=None) if start else UNDATED,
        "dated_by": draft.dated_by,
        "relation_by": (draft.trigger,),
        "source_by": draft.who.spans,
    }
    frame, relation = draft.frame, _relation(draft)
    if relation == "partner" and len(draft.who.ids) == 2:
        a, b = draft.who.ids
        yield Bond(
            relation=relation,
            source=a,
            target=b,
            grade=draft.grade,
            target_by=draft.who.spans,
            **common,
        )
    elif relation and frame and frame.id:
        for one in draft.who.ids:
            if one != frame.id:
                yield Bond(
                    relation=relation,
                    source=one,
                    target=frame.id,
                    target_by=(frame.span,),
                    **common,
                )


def _relation(draft: Draft) -> str:
    """Return the relation that an event brings about, or an empty text."""
    tag = draft.frame.tag if draft.frame else ""
    standing = tag in (t.MECHANISM, t.SESSION, t.BODY)
    if draft.mode == "upgrade" and draft.grade:
        return "partner"
    if draft.mode == "sign" and len(draft.who.ids) > 1:  # a summit where one signs is no text
        return "party" if tag in (t.INSTRUMENT, t.TITLE) else ""
    if draft.mode == "establish" and standing:
        several = len(draft.who.ids) > 1
        if draft.pattern.lang == "en" and several:  # English tells members of a new body, if any
            return "member" if len(draft.who.ids) > 2 and frame_is_new(draft) else ""
        return "founder" if draft.founding or not several else "party"
    if draft.mode == "join" and (standing or tag == t.INSTRUMENT):
        return "party" if tag == t.INSTRUMENT else "member"
    return ""


def frame_is_new(draft: Draft) -> bool:
    """Say whether a body is founded in the very text that tells of it, by name."""
    frame = draft.frame
    if frame is None or frame.record is None or frame.extra.get("head"):
        return False
    return draft.period.precision == "day"

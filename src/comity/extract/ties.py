"""Ties: lasting relations that a sentence states, and those that an event it tells brings about."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from comity.extract.bonds import Bond, membership, treaties
from comity.extract.clauses import PARTY, date_of, period_of
from comity.extract.context import Context, Resolved, merge
from comity.extract.cues import CueIndex
from comity.extract.events.drafts import Draft
from comity.extract.events.patterns import load_pattern_rows
from comity.extract.grammar import compile_pattern
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import UNDATED, Period, Span
from comity.registry.load import OWN_FOLDER
from comity.text.numerals import parse_numeral

TiePatterns = CueIndex[dict[str, Any]]


@lru_cache(maxsize=8)
def load_tie_patterns(language: str, overlay: Path | None = None) -> TiePatterns:
    """Return the tie patterns of a language, one a wording; the cue ``grade`` is any partnership grade."""
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
        (t.GRADE if cue == "grade" else cue, row) for row in wordings for cue in row["cues"]
    )


def read_ties(
    sentence: Sentence, patterns: TiePatterns, context: Context, events: list[Draft]
) -> list[Bond]:
    """Return the ties of a sentence: stated ones, then those its events imply."""
    found: dict[tuple[object, ...], Bond] = {}
    for bond in itertools.chain(membership(sentence), treaties(sentence)):
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
            at = match.span("trigger") if "trigger" in match.re.groupindex else match.span()
            for bond in _stated(sentence, row, at, roles, context):
                found.setdefault(_key(bond), bond)
    for draft in events:
        for bond in _implied(draft):
            known = found.setdefault(_key(bond), bond)
            undated = bond.relation == "partner" and not known.period.start
            if undated and _tells_start(sentence, draft):
                found[_key(bond)] = bond
    return list(found.values())


def _tells_start(sentence: Sentence, draft: Draft) -> bool:
    """Say whether an event gives the day a relation began: dated in words, or announced there and then."""
    said = any(sentence.start <= s.start < sentence.end for s in draft.dated_by)
    return bool(draft.period.start) and (said or "宣布" in sentence.tagged)


def _key(bond: Bond) -> tuple[object, ...]:
    return bond.relation, bond.source, bond.target, bond.grade.start if bond.grade else None


def _stated(
    sentence: Sentence,
    row: dict[str, Any],
    at: tuple[int, int],
    roles: dict[str, list[Mention]],
    context: Context,
) -> Iterator[Bond]:
    date = date_of(sentence, *at) if row["relation"] == "host" else None
    since, since_by = _jubilee(sentence, at[1], context)
    common: dict[str, Any] = {
        "relation": row["relation"],
        "rule": row["id"],
        "span": sentence.span(*at),
        "grade": next(iter(roles.get("grade", [])), None),
        "relation_by": (sentence.span(*at),),
        "period": period_of(date) if date else since,
        "dated_by": (date.span,) if date else since_by,
    }
    if "pair" in roles or row["relation"] == "partner":
        named = merge(*(context.resolve(m) for m in roles.get("pair", ()) if m.tag in PARTY))
        sides = named if named.ids or len(context.parties.ids) != 2 else context.parties
        for a, b in _couples(roles.get("pair", ()), sides, context):
            yield Bond(source=a, target=b, source_by=sides.spans, target_by=sides.spans, **common)
        return
    targets = roles.get("to", ())
    if row["relation"] == "host" and not targets and context.main_frame:
        targets = [context.main_frame]
    for target in targets:
        for who in _sources(roles, target, context):
            if target.tag == t.ACTOR and not target.extra.get("members"):
                continue
            for one in who.ids:
                if target.id and one != target.id:
                    yield Bond(
                        source=one,
                        target=target.id,
                        source_by=who.spans,
                        target_by=(target.span,),
                        **common,
                    )


JUBILEE = re.compile("([0-9一二两三四五六七八九十]+)周年")


def _jubilee(sentence: Sentence, end: int, context: Context) -> tuple[Period, tuple[Span, ...]]:
    """建立全面战略伙伴关系20周年: the relation has stood for so many years."""
    found = JUBILEE.match(sentence.tagged, end)
    years = parse_numeral(found.group(1)) if found else None
    issued = context.document.issued.start
    if found is None or not years or not issued:
        return UNDATED, ()
    return replace(Period.year(issued.year - years), end=None), (sentence.span(*found.span()),)


def _sources(
    roles: dict[str, list[Mention]], target: Mention, context: Context
) -> Iterator[Resolved]:
    """Yield who stands in a relation: those named, else the sides of the text ("their agreement").

    Of three sides, the two that the agreement is known to bind are meant.
    """
    for source in roles.get("from", ()):
        yield (
            context.resolve(source) if source.tag in PARTY else Resolved(source.ids, (source.span,))
        )
    if "from" in roles:
        return
    bound = {p.id for p in target.record.parties} if target.record else set()
    if len(bound) == 2 and bound < set(context.parties.ids):
        yield Resolved(tuple(sorted(bound)), context.parties.spans)
    elif len(context.parties.ids) == 2 or (context.joint and 1 < len(context.parties.ids) < 7):
        yield context.parties


def _couples(
    named: Sequence[Mention], sides: Resolved, context: Context
) -> Iterator[tuple[str, str]]:
    """Yield the couples a relation holds for: the U.S.-Japan and U.S.-ROK alliances are two of three."""
    couples = [m.ids for m in named if m.tag == t.ACTOR and len(m.ids) == 2]
    if len(couples) > 1:
        yield from ((a, b) for a, b in couples)
    else:
        yield from _pairs(sides.ids, context)


def _pairs(ids: tuple[str, ...], context: Context) -> list[tuple[str, str]]:
    """Return the pairs a relation holds for; one named side is paired with the document's issuer."""
    if len(ids) == 1 and context.issuer and context.issuer != ids[0]:
        return [(context.issuer, ids[0])]
    return list(itertools.combinations(ids, 2)) if len(ids) <= 4 else []


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

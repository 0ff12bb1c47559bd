"""Ties that names side by side show: members in an apposition, parties before their treaty."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import UNDATED, Period, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A tie before it is written as a claim. All spans are cleaned offsets."""

    relation: str
    rule: str
    span: Span
    source: str
    target: str
    source_by: tuple[Span, ...]
    target_by: tuple[Span, ...]
    grade: Mention | None = None
    period: Period = UNDATED
    dated_by: tuple[Span, ...] = ()
    relation_by: tuple[Span, ...] = ()


LISTED = re.compile(f"[{t.ACTOR}](?:(?:、|和|以及){t.ACTOR})*")


def membership(sentence: Sentence) -> Iterator[Bond]:
    """上海合作组织成员国哈萨克斯坦总统、俄罗斯总统: the apposition says who belongs, through its list."""
    for index, mention in sentence.mentions.items():
        of = mention.extra.get("of")
        listed = LISTED.match(sentence.tagged, index) if of else None
        if not of or not listed:
            continue
        mechanism, relation = of
        together = sentence.within(*listed.span()) if relation == "member" else [(index, mention)]
        span = Span(mention.start, together[-1][1].end)
        for one in (i for _, each in together for i in each.ids if i != mechanism.id):
            yield Bond(
                relation=relation,
                rule=f"zh.tie.{relation}",
                span=span,
                source=one,
                target=mechanism.id,
                source_by=(span,),
                target_by=(mechanism.span,),
                relation_by=(mention.span,),
            )


STANDING_BODY = re.compile(r"(?:Group|Council|Commission|Committee)$")


def treaties(sentence: Sentence) -> Iterator[Bond]:
    """The U.S.-Philippines Mutual Defense Treaty: the two names before it say who its parties are.

    Those before a standing body (the U.S.-India Joint Commission) say who its members are.
    """
    for index, mention in sentence.mentions.items():
        relation = _relation_of_two(mention)
        before = sentence.mentions.get(index - 2)
        if not relation or before is None or sentence.tagged[index - 1] != " ":
            continue
        parties = mention.record.parties if mention.record else ()
        if before.tag != t.ACTOR or set(before.ids) != {p.id for p in parties} or len(parties) != 2:
            continue
        for party in parties:
            yield Bond(
                relation=relation,
                rule=f"{sentence.language}.tie.treaty",
                span=Span(before.start, mention.end),
                source=party.id,
                target=mention.id,
                source_by=(before.span,),
                target_by=(mention.span,),
                relation_by=(mention.span,),
            )


def _relation_of_two(mention: Mention) -> str:
    """A treaty has parties and a standing body members; a declaration has only authors."""
    record = mention.record
    if record is None or record.kind == "declaration":
        return ""
    if mention.tag == t.INSTRUMENT:
        return "party"
    return "member" if record.en and STANDING_BODY.search(record.en[0]) else ""

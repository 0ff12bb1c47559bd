"""Standing relations that a wording states: who stands in them, to what, since when."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from comity.extract.bonds import Bond
from comity.extract.clauses import PARTY, date_of, period_of
from comity.extract.context import Context, Resolved, merge
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import UNDATED, Period, Span
from comity.text.numerals import parse_numeral

Roles = Mapping[str, list[Mention]]
MUTUAL: Final = frozenset({"partner", "ally"})
# "Its bid to become a member", "negotiations on an agreement": what is wished, sought or over is no standing
# relation, nor is one that an act at hand only brings about.
NOT_YET: Final = {
    "member": re.compile(
        r"\b(?:hop(?:e[sd]?|ing)|wish\w*|seek(?:s|ing)?|sought|aspir\w+|bids?|appl(?:y|ied|ies|ication\w*)|candida\w+|proposed?|wants?|plans? to|would|if|not|never"
        r"|former|no longer|until|prospective|potential|welcom\w+|accession|admi(?:t|ssion)\w*|invit\w+|endors\w+|(?:toward|towards) (?:full )?membership)\b[^,;.]{0,60}$"
    ),
    "party": re.compile(
        r"\b(?:negotiat\w+|propos\w+|draft|future|possible|potential|planned|would|not|conclu\w+|early|talks|towards?|explor\w+|finali[sz]\w+|sign(?:s|ed|ing)?|reach\w*"
        r"|former|withdr\w+)\b[^,;.]{0,60}$"
    ),
    "partner": re.compile(
        r"\b(?:establish\w*|elevat\w+|upgrad\w+|forg(?:e|ing)|form|build(?:ing)?|creat\w+|launch\w*|towards?|becoming|rais\w+|propos\w+|possible|would|if|not|never)\b[^,;.]{0,40}\ban? [^,;.]{0,40}$"
    ),
    "ally": re.compile(r"\b(?:former|no longer|not|never|would|if)\b[^,;.]{0,40}$"),
    "host": re.compile(
        r"\b(?:bids?|will|would|offer\w*|if|not|next|former|upcoming|forthcoming|incoming|plans? to|hop\w+)\b[^,;.]{0,40}$"
    ),
}
NEAR: Final = 80


def stated(
    sentence: Sentence, row: Mapping[str, Any], match: re.Match[str], roles: Roles, context: Context
) -> Iterator[Bond]:
    """Yield the ties that one match of a wording states."""
    at = match.span("trigger") if "trigger" in match.re.groupindex else match.span()
    if sentence.language == "en" and _not_yet(sentence, row["relation"], match, roles):
        return
    period, dated_by = _period(sentence, row["relation"], at, match.span(), context)
    common: dict[str, Any] = {
        "relation": row["relation"],
        "rule": row["id"],
        "span": sentence.span(*at),
        "grade": next(iter(roles.get("grade", [])), None),
        "relation_by": (sentence.span(*at),),
        "period": period,
        "dated_by": dated_by,
    }
    for (a, a_by), (b, b_by) in _couples(sentence, row["relation"], roles, context):
        if a != b and (row["relation"] != "ally" or (a + b).isupper()):
            yield Bond(source=a, target=b, source_by=a_by, target_by=b_by, **common)


def _not_yet(sentence: Sentence, relation: str, match: re.Match[str], roles: Roles) -> bool:
    """Say whether a relation is only wished, sought or over: before what it is named by, in its clause."""
    barred = NOT_YET.get(relation)
    named = [m for r in ("to", "grade") for m in roles.get(r, ())]
    end = sentence.index(named[0].start) if named else match.end()
    return bool(barred and barred.search(sentence.tagged, max(0, match.start() - NEAR), end))


End = tuple[str, tuple[Span, ...]]


def _couples(
    sentence: Sentence, relation: str, roles: Roles, context: Context
) -> Iterator[tuple[End, End]]:
    """Yield who stands in a relation with whom or what, each with the words that say so."""
    targets = roles.get("to", ())
    if "pair" in roles or (relation == "partner" and not targets):
        sides = _sides(roles.get("pair", ()), context)
        for a, b in _paired(roles.get("pair", ()), sides, context):
            yield (a, sides.spans), (b, sides.spans)
        return
    if relation == "host" and not targets and context.main_frame:
        targets = [context.main_frame]
    for target in targets:
        for who in _sources(relation, roles, target, context):
            for one in who.ids:
                for other in _ends(sentence, relation, target, context):
                    yield (one, who.spans), other


def _ends(sentence: Sentence, relation: str, target: Mention, context: Context) -> Iterator[End]:
    """Yield what a relation leads to: a body or text, and only between allies and partners a state."""
    if relation in MUTUAL and target.tag in PARTY:
        found = context.resolve(target)
        yield from ((one, found.spans) for one in found.ids)
    elif target.tag == t.ACTOR and not target.extra.get("members"):
        return
    elif (named := _innermost(sentence, target)).id:
        yield named.id, (named.span,)


def _innermost(sentence: Sentence, target: Mention) -> Mention:
    """Return the organ that a body's name leads up to: members of the UN Security Council."""
    index = sentence.index(target.start)
    after = sentence.mentions.get(index + 2)
    organ = after and after.tag == t.BODY and sentence.tagged[index + 1] == " "
    return after if after and organ else target


def _sides(named: Sequence[Mention], context: Context) -> Resolved:
    """Return the sides of a mutual relation: those named, else the two sides of the text.

    "Minister Yun noted that their alliance evolves": one of the two sides is named for both.
    """
    found = merge(*(context.resolve(m) for m in named if m.tag in PARTY))
    both = context.parties
    if len(both.ids) == 2 and len(found.ids) < 2 and set(found.ids) <= set(both.ids):
        return both
    return found


def _paired(
    named: Sequence[Mention], sides: Resolved, context: Context
) -> Iterator[tuple[str, str]]:
    """Yield the couples a relation holds for: the U.S.-Japan and U.S.-ROK alliances are two of three."""
    couples = [m.ids for m in named if m.tag == t.ACTOR and len(m.ids) == 2]
    if len(couples) > 1:
        yield from ((a, b) for a, b in couples)
        return
    ids = sides.ids
    if len(ids) == 1 and context.issuer and context.issuer != ids[0]:
        yield context.issuer, ids[0]
    elif len(ids) <= 4:
        yield from itertools.combinations(ids, 2)


def _sources(relation: str, roles: Roles, target: Mention, context: Context) -> Iterator[Resolved]:
    """Yield who stands in a relation: those named, else the sides of the text ("their agreement").

    Of three sides, the two that the agreement is known to bind are meant. "Our allies" are those of
    whoever speaks.
    """
    for source in roles.get("from", ()):
        yield (
            context.resolve(source) if source.tag in PARTY else Resolved(source.ids, (source.span,))
        )
    if "from" in roles:
        return
    bound = {p.id for p in target.record.parties} if target.record else set()
    if relation in MUTUAL:
        one = context.voice if context.voice.ids else context.speaker
        own = Resolved((context.issuer,)) if context.issuer else Resolved()
        yield context.parties if context.joint else (one if one.ids else own)
    elif len(bound) == 2 and bound < set(context.parties.ids):
        yield Resolved(tuple(sorted(bound)), context.parties.spans)
    elif len(context.parties.ids) == 2 or (context.joint and 1 < len(context.parties.ids) < 7):
        yield context.parties


DATED: Final = re.compile(
    f"[ ,(]{{0,2}}(?:since |from |in force since |in |for |during )?([{t.DATE}])"
)


def _period(
    sentence: Sentence, relation: str, at: tuple[int, int], whole: tuple[int, int], context: Context
) -> tuple[Period, tuple[Span, ...]]:
    """Return when a relation holds: "since 1989", the year of a chair, the years that a jubilee counts."""
    if relation == "host":
        date = date_of(sentence, *at)
        return (period_of(date), (date.span,)) if date else (UNDATED, ())
    if sentence.language == "zh":
        return _jubilee(sentence, at[1], context)
    inside = next((m for i, m in sentence.within(*whole) if m.tag == t.DATE), None)
    after = DATED.match(sentence.tagged, whole[1])
    date = inside or (sentence.mentions[after.start(1)] if after else None)
    period = period_of(date) if date else UNDATED
    if date and (period.precision == "open" or (after and "from" in after.group())):
        return replace(period, end=None), (date.span,)
    if date and period.start and relation == "member":
        return period, (date.span,)
    return _anniversary(sentence, whole[0], context)


JUBILEE: Final = re.compile("([0-9一二两三四五六七八九十]+)周年")
ANNIVERSARY: Final = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th) [Aa]nniversary of (?:the |our |their )?$"
)


def _jubilee(sentence: Sentence, end: int, context: Context) -> tuple[Period, tuple[Span, ...]]:
    """建立全面战略伙伴关系20周年: the relation has stood for so many years."""
    found = JUBILEE.match(sentence.tagged, end)
    return (
        _years_ago(parse_numeral(found.group(1)), sentence.span(*found.span()), context)
        if (found)
        else (UNDATED, ())
    )


def _anniversary(
    sentence: Sentence, start: int, context: Context
) -> tuple[Period, tuple[Span, ...]]:
    """ "The 70th anniversary of the alliance": it has stood for so many years."""
    found = ANNIVERSARY.search(sentence.tagged, max(0, start - 40), start)
    if found is None:
        return UNDATED, ()
    return _years_ago(int(found.group(1)), sentence.span(*found.span(1)), context)


def _years_ago(years: int | None, span: Span, context: Context) -> tuple[Period, tuple[Span, ...]]:
    issued = context.document.issued.start
    if not years or not issued:
        return UNDATED, ()
    return replace(Period.year(issued.year - years), end=None), (span,)

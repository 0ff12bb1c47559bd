"""Members and partners that English names in a list: "NATO's partners – Australia, Japan and others"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from comity.extract.bonds import Bond
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import Span
from comity.registry.tables import slug

ONE: Final = f"(?:the )?[{t.ACTOR}]"
ROW: Final = f"{ONE}(?:(?:,? and (?:the )?(?:[A-Z]\\w+ ){{0,4}}|, |; (?:and )?| or ){ONE})*"
# What leads from a body, or from a word for who belongs to it, to the list of those.
LEADS: Final = (
    r"(?:,? ?[–—-] ?|: | \(|,? (?:namely|including|such as|like|comprising|grouping|composed of|made up of|consisting of|that is|i\.e\.,?) "
    r"|,? (?:which|that) (?:comprises|comprise|includes|include|groups|consists of|brings together|is made up of|is composed of) )"
)
# What any such list needs: its lead, or those who belong right before it.
HINT: Final = re.compile(
    r"[–—:(] ?| - |namely|including|such as|like|compris|group|made up|compos|consist|that is|brings"
)
UNNAMED: Final = re.compile(r"(?:members|nations|[Ss]tates|countries) of (?:the )?[A-Z]")
BODIES: Final = (t.MECHANISM, t.SESSION, t.BODY)
BELONG: Final = r"(?:[Pp]artners|[Mm]embers|[Mm]ember [Ss]tates|[Mm]ember [Cc]ountries|[Cc]ountries|[Nn]ations|[Ss]tates|[Ll]eaders|[Ee]conomies)"
BODY: Final = f"[{t.MECHANISM}{t.SESSION}{t.BODY}]"
HEADS: Final = r"(?:Group(?:ing)?|Council|Commission|Committee|Coalition|Alliance|Partnership|Partners|Initiative|Forum|Community|Union|Organi[sz]ation|League|Association|Network|Arrangements?|Framework|Quad|Compact|Club|Bloc)"
NAME: Final = r"(?:[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|of|the|and|for|on|in)){0,8})"
FOUNDING: Final = re.compile(r"\b(?:initial|founding|original|fellow) [Pp]artners")
EXPANDED: Final = re.compile(r"\b(?:former|aspiring|candidate|prospective|non)\W[^,;.]{0,30}$")


@lru_cache(maxsize=1)
def of_known() -> re.Pattern[str]:
    """Return the expression for a body of the registry and those listed after it."""
    between = rf"(?:['’]s?)?(?: \([^)]{{1,20}}\))?(?P<kind>(?: [\w’'-]+){{0,4}}? {BELONG}\b(?: in (?:the )?[A-Z][\w-]+(?: region)?)?)?"
    return re.compile(
        f"(?P<body>{BODY}){between}{LEADS}(?P<row>{ROW})|(?P<members>[{t.ACTOR}])(?P<led>{LEADS}| )(?P<rest>{ROW})"
        f"|(?P<sort>{BELONG}) of (?:the )?(?P<of>{BODY})(?: \\([^)]{{1,20}}\\))?{LEADS}(?P<those>{ROW})"
    )


@lru_cache(maxsize=1)
def of_unknown() -> re.Pattern[str]:
    """Return the expression for a body told by name, with or without its letters, and those listed."""
    return re.compile(
        rf"(?:(?P<kind>\b{BELONG}) (?:of|in) (?:the )?|(?<![\w’'-]))(?P<name>{NAME}(?<=\b[A-Z]|\w)) ?(?:\((?:the )?[“\"]?(?P<short>[A-Z][A-Za-z+-]*[A-Z])[”\"]?\))?{LEADS}(?P<row>{ROW})"
    )


def rosters(sentence: Sentence) -> Iterator[Bond]:
    """Yield who belongs to a body, or is its partner, by a list beside its name."""
    if sentence.language != "en" or sentence.tagged.count(t.ACTOR) < 2:
        return
    named = any(m.extra.get("members") for m in sentence.mentions.values())
    if not named and HINT.search(sentence.tagged) is None:
        return
    if named or any(m.tag in BODIES for m in sentence.mentions.values()):
        for match in of_known().finditer(sentence.tagged):
            yield from _of_body(sentence, match)
    if "(" in sentence.tagged or UNNAMED.search(sentence.tagged):
        for match in of_unknown().finditer(sentence.tagged):
            yield from _of_name(sentence, match)


def _of_body(sentence: Sentence, match: re.Match[str]) -> Iterator[Bond]:
    which = next(g for g in ("body", "members", "of") if match.group(g))
    row = {"body": "row", "members": "rest", "of": "those"}[which]
    body = sentence.mentions[match.start(which)]
    kind = str(body.extra.get("members") or match.group("kind") or match.group("sort") or "")
    if which == "members" and not kind:
        return
    if EXPANDED.search(sentence.tagged, max(0, match.start() - 40), match.start()):
        return
    relation = "partner" if "artner" in kind and not FOUNDING.search(kind) else "member"
    listed = _listed(sentence, match.span(row))
    if not kind and ": " in match.group():
        return  # a run-in heading
    if relation == "member" and (len(listed) < 2 and not kind or _strangers(body, listed)):
        return
    yield from _bonds(sentence, match.span(), listed, relation, body.id, body.span)


def _of_name(sentence: Sentence, match: re.Match[str]) -> Iterator[Bond]:
    """Yield who belongs to a body that the registry does not know: by its letters, or its full name."""
    name, short = match.group("name"), match.group("short")
    last = name.split()[-1]
    headed = re.fullmatch(HEADS, last) or re.search(rf"^{HEADS} (?:of|in|for) ", name)
    if not headed or not (short or match.group("kind")) or "): " in match.group():
        return
    listed = _listed(sentence, match.span("row"))
    if len(listed) > 1:
        at = sentence.span(*match.span("name"))
        yield from _bonds(sentence, match.span(), listed, "member", slug(short or name), at)


def _listed(sentence: Sentence, span: tuple[int, int]) -> list[Mention]:
    return [m for _, m in sentence.within(*span) if m.tag == t.ACTOR and len(m.ids) == 1]


def _strangers(body: Mention, listed: list[Mention]) -> bool:
    """Say whether most of those listed are known not to belong: "the ARF – Japan said …" is no list."""
    known = {p.id for p in body.record.parties} if body.record else set()
    outside = [m for m in listed if m.ids[0] not in known]
    return bool(known) and len(outside) * 2 > len(listed)


def _bonds(
    sentence: Sentence,
    at: tuple[int, int],
    listed: list[Mention],
    relation: str,
    target: str,
    named: Span,
) -> Iterator[Bond]:
    span = sentence.span(*at)
    for one in listed:
        if target and one.ids[0] != target:
            yield Bond(
                relation=relation,
                rule=f"en.tie.{relation}.listed",
                span=span,
                source=one.ids[0],
                target=target,
                source_by=(one.span,),
                target_by=(named,),
                relation_by=(named,),
            )

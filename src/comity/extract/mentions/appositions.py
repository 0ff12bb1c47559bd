"""People told by name and title apart: "Taro Kono, Minister for Foreign Affairs of Japan", "his Turkish counterpart".

A title that the registry does not know, a rank, an honorific or a name stands beside a party in many
ways; here they become one mention with it, so that a pattern sees one party and its state.
"""

import re
from string import ascii_uppercase
from typing import Final

from comity.extract.mentions import tags as t
from comity.extract.mentions.merging import Rule
from comity.extract.mentions.persons import (
    abbreviated,
    acting_first,
    body_officer,
    envoy,
    force,
    name_after,
    name_first,
    owned_organ,
    post_in,
    same_office,
    same_person,
    spelled_short,
    state_last,
    titled,
    two_posts,
    under_rank,
)
from comity.extract.mentions.words import either, load_words

A, O = t.ACTOR, t.OFFICE  # noqa: E741 - as in the rules beside
PEOPLE: Final = load_words("en")["people"]
WORD: Final = r"[A-Z][\w.’'\-/]*"
HONORIFIC: Final = (
    rf"(?:(?:{either(PEOPLE['honorifics'])}|\((?:[A-Z]{{2,4}}|R(?:et|etd|td)\.?)\)) )*"
)
NAME: Final = rf"{WORD}(?: (?:{WORD}|{either(PEOPLE['particles'])})(?![\w])){{1,5}}"
# The nouns that an unknown title turns on.
ROLE: Final = f"(?:{either(PEOPLE['roles'])})"
TITLE: Final = rf"(?:{ROLE}(?!\w)|{O})(?:-[\w-]+)?(?:,? (?:{WORD}|{O}|(?:of|for|and|the|&)(?= (?:the )?(?:[A-Z]|{O}))))*"
FORCES: Final = f"(?:{either(PEOPLE['forces'])})"
OF_STATE: Final = rf"(?:['’]s?)?(?: (?:{either([*PEOPLE['forces'], *PEOPLE['houses']])}))?"
ENVOY: Final = r"(?:[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Hh]igh [Cc]ommissioner|[Cc]onsul(?:[ -][Gg]eneral)?|[Cc]harg[ée] d[’']affaires(?:,? a\.i\.)?|[Aa]ttach[ée])"
AFTER: Final = r"[,;.)]|$| and | who | met | in | on | at | from | to "
RANK: Final = re.compile(f"{O}|Ch(?=ief |airman )|Commander ")
BEFORE_GUEST: Final = ("for", "with", "met", "and", "by", "hosted", "on", "from", "received")


def apposition_rules(needs: str) -> tuple[Rule, ...]:
    """Return the rules in the order in which they apply, after actors are composed."""
    plain = rf"(?P<name>{NAME})(?![\w’'{A}])"
    close = (
        r"(?:,(?= (?!(?:and|or|the|a|an|his|her|their|as well|along|together|who|which)\b)[a-z]))?"
    )
    before = rf"(?:[Tt]he )?(?:{WORD} ){{0,3}}"
    return (
        Rule(
            f"{t.MECHANISM}",
            re.compile(rf"{t.MECHANISM}(?:['’]s?)? (?:{A}|{O}(?: {HONORIFIC}{plain})?)"),
            body_officer,
        ),
        Rule(needs, re.compile(rf"{A}(?:['’]s)? {FORCES}(?! {ROLE})"), force),
        Rule(needs, re.compile(rf"{A} of (?:the )?{A}"), owned_organ, " of "),
        Rule(needs, re.compile(rf"{A} \({A}\)"), abbreviated, " ("),
        Rule(needs, re.compile(rf"{A} \([A-Z][A-Za-z.-]{{1,8}}\)(?! [A-Z])"), spelled_short, " ("),
        Rule(
            needs,
            re.compile(
                rf"{A}(?:['’]s)? (?:\w+ )?(?P<post>{ENVOY})(?: (?:to|in|for) (?:the )?[{A}{t.BODY}])"
                rf"(?:,? {HONORIFIC}(?:{A}|{plain}(?={AFTER}))(?:{AFTER}{close})?)?"
            ),
            acting_first,
        ),
        Rule(
            needs,
            re.compile(
                rf"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:then )?{A} (?:opposite numbers?|counterparts?)(?:,? {HONORIFIC}(?:{A}|{plain}){close})?"
            ),
            acting_first,
            " counterpart",
        ),
        Rule(
            needs,
            re.compile(
                rf"{A}(?:['’]s)? (?:{WORD} ){{0,3}}?{TITLE}(?:,? {HONORIFIC}{A}(?={AFTER}))?"
            ),
            titled,
        ),
        Rule(
            needs,
            re.compile(
                rf"(?:[Tt]he )?{TITLE} (?P<link>of|(?<=Minister )for|(?<={O} )for) (?:the )?{A}{OF_STATE}(?:,? {HONORIFIC}{plain}(?={AFTER}))?"
            ),
            state_last,
            starts=re.compile(
                f"{O}|the (?={ROLE}|{O})|The (?={ROLE}|{O})|" + "|".join(PEOPLE["roles"])
            ),
        ),
        Rule(
            needs,
            re.compile(rf"{A} (?:for|to) (?:the )?{A}(?=, | met | held | and )"),
            envoy,
        ),
        Rule(needs, re.compile(rf"{A}{OF_STATE} {HONORIFIC}{plain}"), name_after),
        Rule(
            needs,
            re.compile(rf"{A}{OF_STATE}, {HONORIFIC}{plain}(?=,| and |\.$){close}"),
            name_after,
        ),
        Rule(needs, re.compile(rf"{A} and (?:the )?(?:{WORD} ){{0,2}}{A}"), two_posts, " and "),
        Rule(
            needs,
            re.compile(
                rf"{A}, (?:[Tt]he )?{TITLE} (?:(?:of|at|in) )?(?:the )?(?:{WORD} ){{0,3}}?{A}{OF_STATE}"
            ),
            post_in,
            ", ",
        ),
        Rule(
            needs,
            re.compile(
                rf"{A} (?:(?:and (?:the )?{ROLE}|for|of) (?:the )?(?:(?:{WORD}|of|for|and|the) ){{0,8}}?{A}(?!['’]s)|and {A}(?=, and (?:the )?{A}))"
            ),
            same_office,
        ),
        Rule(
            needs,
            re.compile(
                rf"(?:{O}|Chief|Chairman|Commander) (?:(?:of|for|and|the|to|{WORD}) ){{0,8}}?(?:\([A-Z-]+\),? |, )?{A}(?!['’]s)"
            ),
            under_rank,
            starts=RANK,
        ),
        Rule(
            needs,
            re.compile(
                rf"(?:{A} )?(?:[A-Z]\. ?){{1,2}}{A}|{A} {HONORIFIC}{A}|{A} and (?:(?!{ROLE}){WORD} ){{1,3}}{A}"
            ),
            same_person,
            starts=re.compile(
                "|".join([f"{A} ", *(rf"{i}(?=\. ?(?:[A-Z]\. ?)?{A})" for i in ascii_uppercase)])
            ),
        ),
        Rule(
            needs,
            re.compile(rf"{A}, {HONORIFIC}{before}{A}{OF_STATE}(?={AFTER}){close}"),
            same_person,
            ", ",
        ),
        Rule(
            needs,
            re.compile(rf"{HONORIFIC}{plain}, {before}{A}{OF_STATE}(?=[,.)]| and |$){close}"),
            name_first,
            ", ",
            starts=re.compile(
                f"[A-Z](?:(?<=^[A-Z])|{'|'.join(f'(?<={w} [A-Z])' for w in BEFORE_GUEST)})"
            ),
        ),
    )

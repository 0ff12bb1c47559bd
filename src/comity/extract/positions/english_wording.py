"""How the clauses of a position are worded in English: nouns that look like verbs, clauses that promise nothing."""

import re
from functools import lru_cache
from typing import Final

from comity.extract.clauses import EN_LIST, PARTY, is_oblique
from comity.extract.heads import tree
from comity.extract.mentions import tags as t
from comity.extract.mentions.words import english_words
from comity.extract.positions.stances import Found

TOLD: Final = [
    "said",
    "stated",
    "noted",
    "underscored",
    "emphasised",
    "emphasized",
    "stressed",
    "reaffirmed",
    "reiterated",
    "raised",
    "discussed",
    "highlighted",
    "welcomed",
    "expressed",
    "told",
    "explained",
    "condemned",
    "reviewed",
    "addressed",
    "affirmed",
    "commented",
    "spoke",
    "met",
    "urged",
    "called",
    "remarked",
    "added",
    "declared",
    "replied",
    "responded",
    "concurred",
    "conveyed",
    "announced",
    "briefed",
    "informed",
    "hoped",
    "warned",
    "mentioned",
    "observed",
    "proposed",
    "agreed",
    "recalled",
    "reported",
    "assured",
    "confirmed",
    "indicated",
    "insisted",
    "maintained",
    "argued",
    "asserted",
    "pledged",
    "vowed",
] + ["pointed out"]
QUOTED: Final = [
    "said",
    "says",
    "added",
    "noted",
    "remarked",
    "stressed",
    "stated",
    "told",
    "declared",
    "emphasised",
    "emphasized",
    "underlined",
    "underscored",
]
SAID: Final = re.compile(
    rf"({EN_LIST})[^,.;]{{0,30}}? {tree(TOLD, longest=True)}\b|[”\"],? {tree(QUOTED, longest=True)} ({EN_LIST})"
)
TELLS: Final = re.compile(
    rf" {tree({*TOLD, *QUOTED}, longest=True)}\b"
)  # without it nobody is said to speak
ATTRIBUTIVE: Final = re.compile(r" [A-Z][a-z]+")  # the U.S.-ASEAN Strategic Partnership
# "underscored that the United States" … opposes: what is reported is the stance, not the reporting.
REPORTED: Final = re.compile(r"\s+(?:\w+ )?that [^,;.]{0,60}")
THAT: Final = re.compile(r"^[^,;.]{0,40}?\b(?:that|how)\b")
# "Japan and Prime Minister Modi" is a list and no end of a clause.
BREAKS: Final = re.compile(
    f",? (?:but|while) |,? and (?!{PARTY})|(?<!{PARTY}) and (?={PARTY})|,? and (?={t.ANAPHOR})|, and (?={PARTY})|[,;–—] ?"
)
# "support" is a verb after a subject, an auxiliary or a verb beside it, and a noun after anything else or
# before the preposition of what is supported.
VERB_BEFORE: Final = re.compile(
    rf"(?:{PARTY}|^|[;:] |, (?:and )?|\b(?:also|and|we|they|to|do|will|strongly|fully|firmly|both|all|jointly|wholeheartedly|continues?|unequivocally|countries|states|members|leaders|ministers)) ?$"
)
NOUN_AFTER: Final = re.compile(
    r" (?:for|to|from|of|as|in|through|and other|measures?|groups?)\b|[.,;)]"
)
TO: Final = re.compile(r"\bto (?:\w+ly |also |further )?$")
# "technology that will shape …", "the summit, which will open": the relative clause describes, it does not promise.
RELATIVE: Final = re.compile(r"\b(?:which|that|who)(?: will| would)?(?: \w+ly| also)? $")
CONDITION: Final = re.compile(r"\b(?:if|unless|whether|until|once)\b[^,;.]*\Z")
# "the Ambassador's plan to tour the mines": a noun with its owner.
NAMING: Final = re.compile(
    r"(?:plan|pledge|promise|resolve|aim|vow|call|propose|demands?|requests?|hopes?)\b"
)
PLURAL: Final = re.compile(r"(?:requests?|demands?) ")  # a noun as often as a verb
OWNED: Final = re.compile(
    r"(?:['’]s?|\b(?:the|a|an|its|their|our|his|her|this|new|joint|ambitious)) $"
)
# "President Ali's announcement that Guyana will join" is what is welcomed, and no promise of who welcomes it.
ANNOUNCED: Final = re.compile(
    r"\b(?:announcements?|decision|pledge|promise|commitment|statement|intention|plans?) (?:that|to)\b"
)
NEEDED: Final = re.compile(
    rf"[a-z](?<!that)(?<!and)(?<!but)(?<!why)(?<!because)(?<!while) (?:he|she|it|[{t.ACTOR}{t.ANAPHOR}]) $"
)
# What may stand between a subject and its "will": names and organs beside it, an aside, an adverb.
AUXILIARY: Final = re.compile(
    rf"(?:\s*(?:\([^)]*\)|[,–—-] [^–—]{{3,160}}? ?[,–—-]|(?:also|both|all|each|then|therefore|further|together|jointly|now|\w+ly)\b"
    rf"|of (?:the )?{PARTY}|and (?:(?:his|her|their|its|other|our|like-minded) )?(?:partners|allies|[a-z]+s)\b|(?:[A-Z][\w.’'-]*|of|the|and|for)\b))*\s*"
)
ELIDED: Final = re.compile(r"(?:\b(?:and|but|or|then)|,)(?: also| \w+ly| together)? $")
ITSELF: Final = re.compile(
    r"\b(?:that|and|as|where|while|said|says|stated|added|announced) (?:it|they) $|, (?:it|they) $"
)
# "Would" promises only what somebody is reported to have said, and under no condition.
REPORTING: Final = re.compile(
    r"\b(?:said|says|stated|added|noted|explained|announced|told|confirmed|indicated|pledged|promised|assured|reiterated|affirmed|reaffirmed|stressed|emphasi[sz]ed"
    r"|underlined|underscored|expressed|declared|replied|responded|mentioned|conveyed|concurred|agreed|remarked|pointed out|vowed|informed|(?:view|recognition|understanding) that)\b"
)
# Departments go by their field in a White House text: "State and Treasury will issue".
DEPARTMENTS: Final = re.compile(
    r"(?:^|[:;.] )(?:(?:State|Treasury|Commerce|Defense|Justice|Energy|Interior|Labor|Agriculture|Homeland Security|Transportation)(?:, | and |, and )?)+ $"
)
# What things do, not states: a plan that "will focus on" is still a plan of its authors.
OF_A_PLAN: Final = re.compile(
    r" (?:also |initially |primarily )*(?:focus|include|cover|consist|be (?:\w+ly )?(?:\w+ed|met|held|led|taken|made|a joint)\b)"
)
OWN: Final = re.compile(r"\b(?:[Oo]ur|[Tt]heir|[Tt]hese|[Tt]his|[Tt]he|any)\b")
OFFICIALS: Final = re.compile(
    r"\b(?:[Oo]ur|[Tt]heir|[Ss]enior|[Tt]he|[Tt]his|[Ii]ts) (?:\w+ ){0,4}?(?:formation|fleet|flotilla|task force|troops|navy|army|air force|command|ministry|government|administration|embassy|officials|experts|teams|agencies|envoys|ministries|militaries|forces|delegations|representatives)\b[^,.;]{0,30}$"
)


def stands(tagged: str, found: Found) -> bool:
    """Say whether a cue is a stance where it stands: no noun, no relative clause, no condition."""
    before = tagged[max(0, found.start - 28) : found.start]
    word = tagged[found.start : found.end].lower()
    if word in ("support", "supports", "welcome", "praise", "stress", "highlight"):
        return bool(VERB_BEFORE.search(before)) and not (
            word.startswith("support") and NOUN_AFTER.match(tagged, found.end)
        )
    if NAMING.match(word) and OWNED.search(before):
        return False
    if PLURAL.match(word) and not VERB_BEFORE.search(before):
        return False
    told = word.startswith("it ") and before.endswith("that ")  # "said that it is vital"
    if RELATIVE.search(before) and not told or word.startswith("it ") and before.endswith("which "):
        return False
    if word.startswith("need") and NEEDED.search(before):
        return False
    if found.cue.stance not in ("commit", "call"):
        return True
    return not CONDITION.search(tagged, max(0, found.start - 80), found.start)


def is_purpose(tagged: str, found: Found) -> bool:
    """Say whether a bare verb of support is only what something else is done for: "to support growth"."""
    word = tagged[found.start : found.end].split()[-1].lower()
    return word in ("support", "encourage") and bool(
        TO.search(tagged[max(0, found.start - 24) : found.start])
    )


def continues(tagged: str, found: Found, last: Found) -> bool:
    """Say whether a bare verb carries on a list under will: "will deepen ties, support … and bolster"."""
    if not last.cue.inner:
        return False
    word = tagged[found.start : found.end].split()[-1].lower()
    between = tagged[last.end : found.start]
    return (
        word in ("support", "encourage", "oppose", "condemn", "welcome", "recognize", "promote")
        and bool(re.search(r"(?:, |,? and )(?:\w+ly |also )?$", between))
        and not re.search(rf"[;:]|{PARTY} $", between)
    )


# "The exercise will be hosted by the army": news of what is to come.
TAKES_PLACE = re.compile(
    r" be (?:conducted|held|hosted|flown|staged|organi[sz]ed|carried out|attended|followed|led|represented|inaugurated|opened)\b"
)


def _was_said(tagged: str, found: Found) -> bool:
    """Say whether a "would" reports a promise: of the subject before it, and under no condition."""
    before = tagged[: found.start]
    if not REPORTING.search(before) or re.search(r"\b[Ii]f\b", tagged):
        return False
    party = [m.start() for m in re.finditer(EN_LIST, before)]
    return not (party and is_oblique(before[max(0, party[-1] - 40) : party[-1]]))


def promises(tagged: str, start: int, found: Found) -> bool:
    """Say whether a "will" is a promise: of a party before it, of its officials, or told of its plans.

    What a visit, a fund or a measure "will" bring about is a benefit claimed, and binds nobody.
    """
    if TAKES_PLACE.match(tagged, found.end):
        return False
    before = tagged[start : found.start]
    if found.cue.id == "en.commit.would" and not _was_said(tagged, found):
        return False
    last = max((m.end() for m in re.finditer(PARTY, before)), default=-1)
    if last >= 0 and AUXILIARY.fullmatch(before, last):
        return True
    if ELIDED.search(before) or (ITSELF.search(before) and last >= 0):
        return True
    if OFFICIALS.search(before) or DEPARTMENTS.search(before):
        return True
    return bool(OF_A_PLAN.match(tagged, found.end)) and bool(OWN.search(before))


@lru_cache(maxsize=1)
def purpose() -> re.Pattern[str]:
    """Return the expression for what a further verb may belong to: "to build trust and deepen ties"."""
    return re.compile(rf"\b(?:to|help|helps) (?:\w+ly )?(?:{english_words().verbs}|{DONE_FOR})\b")


# Further verbs that tell what something is done for.
DONE_FOR: Final = "seize|meet|make|take|give|help|allow|realize|fulfil|serve|stop|drive|find|catalyze|unlock|spur|attract"
ASIDE: Final = re.compile(r"\b(?:that|which|who|how|while)\b")


def starts(tagged: str, found: Found, end: int) -> list[int]:
    """Return where further positions begin under one verb.

    "Will deepen …, support … and bolster …" promises three things; "agreed to deepen … and support …" is one
    agreement, unless its "to" is repeated. A list under any other verb is cut where acts are listed.
    """
    if found.cue.id.endswith(".owned"):
        return []
    if found.cue.stance not in ("commit", "call"):
        return [m.end() for m in item().finditer(tagged, found.end + 12, end)]
    if found.cue.id != "en.commit.will":
        return [m.end() for m in infinitive().finditer(tagged, found.end + 12, end)]
    further = []
    for match in coordinate().finditer(tagged, found.end + 12, end):
        between = tagged[found.end : match.start()]
        bare = not match.group().startswith((",", ";"))
        served = purpose().search(between) and not match.group().startswith(";")
        if not served and not (bare and ASIDE.search(between)):
            further.append(match.end())
    return further


@lru_cache(maxsize=1)
def coordinate() -> re.Pattern[str]:
    """Return the expression for where a coordinated policy verb begins."""
    return re.compile(
        rf"(?:, and |,? and |, |; and |; )(?=(?:also |further |jointly |fully )?(?:{english_words().verbs}|impose|take)\b)"
    )


@lru_cache(maxsize=1)
def infinitive() -> re.Pattern[str]:
    """Return the expression for where a further infinitive begins: "agreed to meet and to consult"."""
    return re.compile(
        rf"(?:, and |,? and |, |; and |; )(?=to (?:(?:also |further |jointly |fully )?(?:{english_words().verbs})\b|[a-z]+ing\b))"
    )


@lru_cache(maxsize=1)
def item() -> re.Pattern[str]:
    """Return the expression for where an item of a list of acts begins; a list of things is one."""
    return re.compile(rf"; (?:and )?(?=(?:to )?(?:{english_words().verbs})\b)")

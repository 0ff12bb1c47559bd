"""The pattern language of the grammar and its compiler.

A pattern is written over tagged sentences::

    {parties}..(同|与|和){parties}..<举行..(会谈|会晤)>

    {slot}        one mention of a kind (see `comity.extract.mentions.tags.SLOTS`)
    {slot:role}   the same, kept under a role name
    {parties}     one or more parties in a list (A、B和C / A, B and C); also {actors}, {frames}, {places}
    (a|b)         one of several wordings, [a] an optional one
    !(a|b)        none of these may follow
    ..            a gap that crosses no comma or stop: 14 characters in Chinese, 48 in English
    ...           a longer one: 40 characters in Chinese, 90 in English
    ....          one that crosses commas, but no stop
    ~             none to four words with a space after each (English), characters (Chinese)
    <...>         the words that justify the mode
    @hold         any word of a class of the language's word list, resources/words
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from comity.errors import ResourceError
from comity.extract.heads import tree
from comity.extract.mentions.tags import SLOTS
from comity.extract.mentions.words import load_words

STOPS = "。；！？;!?"
SHORT_GAP = {"zh": f"[^，{STOPS}]{{0,14}}?", "en": f"[^,{STOPS}]{{0,48}}?"}
LONG_GAP = {"zh": f"[^，{STOPS}]{{0,40}}?", "en": f"[^,{STOPS}]{{0,90}}?"}
OPEN_GAP = {"zh": f"[^{STOPS}]{{0,60}}?", "en": f"[^{STOPS}]{{0,200}}?"}
# A few words that only describe what follows them: "growing and robust ", "one of the ".
WORDS = {"zh": f"[^，{STOPS}]{{0,4}}?", "en": r"(?:[\w’'-]+ ){0,4}?"}
# How names are listed: A、B和C in Chinese; "A, B and C" or "A-B" in English, where a title or an unknown
# office may stand before a name.
LISTING = {
    "zh": "{one}(?:(?:、|和|与|同|及|以及|，以及|，和)?{one})*",
    "en": r"{one}(?:(?:, (?:the |of )?{one})*,? (?:and|as well as) (?:(?:[A-Z][\w.’'-]* ){{1,8}})?(?:the |of |of the )?{one}"
    r"|(?:, (?:the |of )?{one}){{2,}}(?=,? and )|(?: ?[-–—/] ?{one})+)?",
}
LISTS = {
    "parties": "party",
    "actors": "actor",
    "frames": "frame",
    "places": "place",
    "countries": "country",
    "titles": "instrument",
    "exercises": "exercise",
    "mechanisms": "mechanism",
    "meetings": "meeting",
}


CLASS = re.compile(r"@([a-z]+)")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled pattern: ``roles`` leads from group names to role names."""

    regex: re.Pattern[str]
    roles: dict[str, str]
    cues: tuple[str, ...]


@lru_cache(maxsize=4096)
def compile_pattern(source: str, language: str) -> Compiled:
    """Compile one pattern of a language.

    >>> compile_pattern("{actor}<会见>{actor:guest}", "zh").cues
    ('会见',)
    """
    plain = spelled_out(source, language)
    roles: dict[str, str] = {}
    written = _regex(source, language, roles)
    try:
        return Compiled(re.compile(written), roles, required_words(plain, language))
    except re.error as error:
        raise ResourceError(f"the pattern does not compile: {error}.", record=source) from error


def _regex(source: str, language: str, roles: dict[str, str]) -> str:
    out: list[str] = []
    at = 0
    while at < len(source):
        step, piece = _piece(source, at, language, roles)
        out.append(piece)
        at += step
    return "".join(out)


def _wording(words: list[str]) -> str:
    """Return any of several plain words as an expression that looks at each letter once."""
    return tree(words, longest=True).replace("\\ ", r"\s")


SPECIAL = re.compile(r"[{}\[\]()<>~!@.?*+\\^$]")
WORTH = 4  # fewer words are as quick one after the other


def _parts(source: str, at: int) -> tuple[list[str], int]:
    """Return the alternatives of the group that opens at ``at``, and where it ends (0: nowhere)."""
    depth, last, parts = 0, at + 1, []
    for i in range(at, len(source)):
        depth += (source[i] in "([") - (source[i] in ")]")
        if (source[i] == "|" and depth == 1) or not depth:
            parts.append(source[last:i])
            last = i + 1
        if not depth:
            return parts, last
    return parts, 0


def _group(source: str, at: int, language: str, roles: dict[str, str]) -> tuple[int, str] | None:
    """Return a group of alternatives with its plain words as a tree, or None if there are few."""
    parts, end = _parts(source, at)
    plain = [part for part in parts if part and not SPECIAL.search(part)]
    if not end or len(plain) < WORTH:
        return None
    rest = [_regex(part, language, roles) for part in parts if part not in plain]
    return end - at, f"(?:{'|'.join([_wording(plain), *rest])})"


def _verb(source: str, at: int, language: str, roles: dict[str, str]) -> tuple[int, str] | None:
    """Return the opening of a trigger, led by its first letters, or None where it has no such.

    An expression that begins with letters is skipped to where they stand; that a word begins there is
    asked right behind the letter.
    """
    if source[at + 1].isalpha():
        return 2, rf"(?P<trigger>{source[at + 1]}(?<!\w{source[at + 1]})"
    parts, end = _parts(source, at + 1) if source[at + 1] == "(" else ([], 0)
    classes = load_words(language).get("classes", {})
    every = [w for part in parts for w in (classes[part[1:]] if part[:1] == "@" else [part])]
    if not end or not all(part[:1].isalpha() for part in every):
        return None
    branches = []
    for first in sorted({part[0] for part in every}):
        behind = [part[1:] for part in every if part[0] == first]
        plain = [part for part in behind if not SPECIAL.search(part)]
        written = [_wording(plain)] if plain else []
        written += [_regex(part, language, roles) for part in behind if part not in plain]
        branches.append(rf"{first}(?<!\w{first})(?:{'|'.join(written)})")
    return end - at, f"(?P<trigger>(?:{'|'.join(branches)})"


@lru_cache(maxsize=4096)
def spelled_out(source: str, language: str) -> str:
    """Return a pattern with the words of each class it names: @hold becomes (held|hosted|…)."""

    def words(found: re.Match[str]) -> str:
        classes = load_words(language).get("classes", {})
        if found[1] not in classes:
            hint = f"Classes: {', '.join(sorted(classes)) or 'none'}."
            raise ResourceError(f"there is no class @{found[1]}.", record=source, hint=hint)
        listed = "|".join(classes[found[1]])
        among = source[found.start() - 1] in "(|" and source[found.end()] in "|)"
        return listed if among else f"({listed})"

    return CLASS.sub(words, source)


def _piece(source: str, at: int, language: str, roles: dict[str, str]) -> tuple[int, str]:
    char = source[at]
    if char == "{":
        end = source.find("}", at)
        if end < 0:
            raise ResourceError("a slot is not closed.", record=source, hint="Add the missing }.")
        return end + 1 - at, _slot(source[at + 1 : end], language, roles, source)
    if named := CLASS.match(source, at):
        return (
            named.end() - at,
            f"(?:{tree(load_words(language)['classes'][named[1]], longest=True)})",
        )
    if source.startswith("!(", at):
        return 2, "(?!"
    if char == "<" and language == "en" and (verb := _verb(source, at, language, roles)):
        return verb
    if char == "(" and language == "en" and (group := _group(source, at, language, roles)):
        return group
    if source.startswith("....", at):
        return 4, OPEN_GAP[language]
    if source.startswith("...", at):
        return 3, LONG_GAP[language]
    if source.startswith("..", at):
        return 2, SHORT_GAP[language]
    if char == "~":
        return 1, WORDS[language]
    simple = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", "<": "(?P<trigger>", ">": ")"}
    if language == "en":  # the verb is a whole word: met, not methodology
        simple |= {"<": r"(?<!\w)(?P<trigger>", ">": r")(?!\w)"}
    if char in "?*+\\^$":
        raise ResourceError(
            f"{char} has no meaning in a pattern.",
            record=source,
            hint="Write [x] for an optional x.",
        )
    if char in simple:
        return 1, simple[char]
    return 1, r"\s" if char == " " else re.escape(char)


def _slot(name: str, language: str, roles: dict[str, str], source: str) -> str:
    slot, _, role = name.partition(":")
    single = LISTS.get(slot, slot)
    if single not in SLOTS:
        raise ResourceError(
            f"there is no slot {{{slot}}}.", record=source, hint=f"Slots: {', '.join(SLOTS)}."
        )
    group = f"s{len(roles)}"
    roles[group] = role or slot
    one = SLOTS[single]
    body = LISTING[language].format(one=one) if slot in LISTS else one
    return f"(?P<{group}>{body})"


def required_words(source: str, language: str) -> tuple[str, ...]:
    """Return words one of which any match must contain: the cheap test before the expression runs.

    Taken from the trigger when the pattern marks one: its alternatives, or its longest plain stretch.
    """
    source = spelled_out(source, language)
    trigger = re.search(r"<(.*)>", source)
    text = trigger.group(1) if trigger else source
    if alternatives := _nested(text):
        return alternatives
    plain = [
        w for w in re.split(r"\{[^}]*\}|\[[^\]]*\]|\([^()]*\)|\.{2,4}|~", _flat(text)) if w.strip()
    ]
    groups = [g.split("|") for g in re.findall(r"\(([^()]*\|[^()]*)\)", _drop_optional(text))]
    options = [[w.strip() for w in plain if len(w.strip()) > 1][:1]] if plain else []
    options += [[w.split("..")[0].strip() for w in g] for g in groups]
    options = [o for o in options if o and all(w and "{" not in w and "[" not in w for w in o)]
    best = min(options, key=lambda o: (len(o) > 6, -min(map(len, o))), default=[])
    return tuple(best)


def _nested(text: str) -> tuple[str, ...]:
    """Return the openings of a trigger's alternatives when some hold groups of their own."""
    if not text.startswith("(") or "(" not in text[1 : text.rfind(")")]:
        return ()
    parts, depth, last = [], 0, 1
    for i, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if (char == "|" and depth == 1) or (depth == 0 and i):
            parts.append(text[last:i])
            last = i + 1
        if depth == 0 and i:
            break
    openings = tuple(re.split(r"[(\[{~]|\.\.", part)[0].strip() for part in parts)
    return openings if all(len(o) > 1 for o in openings) else ()


def _drop_optional(text: str) -> str:
    return re.sub(r"\[[^\[\]]*\]", "", text)


def _flat(text: str) -> str:
    """Drop optional and alternative parts, keeping a gap where they stood."""
    previous = ""
    while previous != text:
        previous, text = text, re.sub(r"\[[^\[\]()]*\]|\([^()\[\]]*\)", "..", text)
    return text

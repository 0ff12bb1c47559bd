"""The word lists of each language, compiled to the expressions the first pass uses."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from comity.extract.heads import tree, word_start


@lru_cache(maxsize=4)
def load_words(language: str) -> dict[str, Any]:
    """Return the word lists of a language as they stand in the resources."""
    source = files("comity.resources").joinpath("words", f"{language}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


# A meeting or its leaders take the place of a name only where they decide, say or agree something.
BODY = (
    "各方",
    "本次会议",
    "此次会议",
    "会议",
    "峰会",
    "领导人",
    "与会领导人",
    "成员国领导人",
    "领导人们",
    "外长们",
    "部长们",
    "防长们",
    "与会外长",
    "与会部长",
    "各国外长",
    "各国部长",
    "各国领导人",
    "各国防长",
    "成员国外长",
    "成员国部长",
)
REPORTS = "(?:正式|一致|共同|还|最后|讨论并|随后)?(?:发表|通过|批准|决定|商定|欢迎并|宣布|同意|认为|一致|强调|表示|指出|签署|审议|积极评价|高度评价|高度赞赏|赞赏|赞扬|赞同|高兴地|满意地|欢迎|期待|支持|注意到|呼吁|承诺|决心|愿|责成|重申|选举|听取)"
SAYS = "说|表示|指出|强调|认为|还|同时|重申|介绍|称"


def either(words: list[str]) -> str:
    """Return an expression for any of the words, longest first."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


def _first(words: list[str]) -> str:
    """Return the characters that words begin with."""
    return "".join(sorted({w[0] for w in words}))


@dataclass(frozen=True, slots=True)
class ChineseWords:
    """Compiled Chinese word lists."""

    anaphor: re.Pattern[str]
    arity: dict[str, int]
    self_: re.Pattern[str]
    other: re.Pattern[str]
    compound: re.Pattern[str]
    core: frozenset[str]
    after: re.Pattern[str]
    never: tuple[str, ...]
    inside: frozenset[str]
    single: re.Pattern[str]
    not_side: frozenset[str]
    ordinal: re.Pattern[str]
    level: str
    head: str
    organ: str


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """Compiled English word lists."""

    starts: re.Pattern[str]
    anaphor: re.Pattern[str]
    numbers: dict[str, int]
    ordinal: re.Pattern[str]
    round: str
    head: str
    level: str
    verbs: str


@lru_cache(maxsize=4)
def chinese_words(chars: str) -> ChineseWords:
    """Compile the Chinese lists for the one-character names that the registry knows."""
    words = load_words("zh")
    arity = {w: int(n) for n, ws in words["anaphors"].items() for w in ws}
    compounds, me, you = words["compounds"], words["self"], words["other"]
    follow, acts = either(compounds["follow"]), either(compounds["acts"])
    alone = "".join(sorted(set(compounds["core"]) & set(chars))) or "_"
    sided = "".join(sorted(set(compounds["core"] + compounds["side_only"]) & set(chars))) or "_"
    headed = "".join(c for c in chars if c not in compounds["head_never"]) or "_"
    own = compounds["own"]
    named = [w for w in arity if w not in BODY]
    apart = set(compounds["second_only"] + compounds["side_alone"])
    plain = "".join(c for c in chars if c not in apart) or "_"
    return ChineseWords(
        anaphor=re.compile(
            f"(?=[{_first(named)}])(?:{either(named)})"
            f"|(?:^|(?<=[，。；\\n]))(?:{'|'.join(BODY)})(?={REPORTS})|(?<![\u4e00-\u9fff])[他她](?={SAYS})"
        ),
        arity=arity,
        self_=re.compile(f"{either(me['alone'])}|(?<![{me['not_after']}])我"),
        other=re.compile(
            f"(?=[{_first(you['pronouns'] + you['titles'] + you['honours'])}])"
            f"(?:(?:{either(you['pronouns'])})(?!们|好)"
            f"|(?:{either(you['titles'])})(?:{either(you['honours'])})|(?:{either(you['honours'])})(?=[和同与在的对，。、就再两]|[^，。]{{0,4}}(?:会|通|见)))"
        ),
        compound=re.compile(f"[{plain}]{{2,6}}|[中美俄日][{compounds['second_only']}]"),
        core=frozenset(compounds["core"]),
        after=re.compile(either(compounds["after"])),
        never=tuple(compounds["never"]),
        inside=frozenset(compounds["inside"]),
        single=re.compile(
            f"(?=[{chars}{own}])(?:(?<![^，。；、“\n是])(?P<head>[{headed}])(?={acts})|(?P<side>[{sided}]){compounds['side']}(?!式|法|案|向|位|面|针|程|式|圆|便)"
            f"|(?:^|(?<=\\s)|(?<={')|(?<='.join(map(re.escape, compounds['posts_after']))}))(?P<posted>[{headed}]国?)(?={either(compounds['posts'])})"
            f"|(?<=[{compounds['own_lead']}])(?P<own>{own})(?=[，。；、期举成进行的投开出召非取圆顺正]|$|“)"
            f"|(?:(?<={')|(?<='.join(map(re.escape, compounds['lead']))}))(?P<one>[{alone}])(?={follow})"
            f"|(?<=[访抵离来赴驻])(?P<reached>[{''.join(c for c in compounds['travelled'] if c in chars) or '_'}])(?=[，。；、期出参访进商举与])"
            f"|(?<=、)(?P<listed>[{alone}])(?={follow}))"
        ),
        not_side=frozenset(compounds["not_side"]),
        ordinal=re.compile(
            f"第([0-9０-９〇零一二三四五六七八九十百两]+)([{words['ordinals']['classifiers']}])|(首)([轮届批次])"
        ),
        level=either(words["sessions"]["level"]),
        head=either(words["sessions"]["head"]),
        organ=either(words["organs"]["generic"]),
    )


TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty")
UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ENGLISH_ORDINALS = "|".join(
    [
        "inaugural",
        *(f"{ten}-{unit}" for ten in TENS for unit in UNITS),
        *UNITS,
        *[
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
        ],
        *["eighteenth", "nineteenth", "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth"],
        r"\d{1,3}(?:st|nd|rd|th)",
    ]
)


def _either_case(alternatives: str) -> str:
    """Return alternatives whose words may begin with a capital: much faster than ignoring all case."""
    return re.sub(r"(?:^|(?<=[|-]))([a-z])", lambda m: f"[{m[1].upper()}{m[1]}]", alternatives)


# Who met, without an article at the beginning of a sentence.
MET: Final = [
    "Ministers",
    "Leaders",
    "Delegates",
    "Delegations",
    "Parties",
    "Participants",
    "Members",
    "Principals",
]
PRONOUNS: Final = r"(?:[Ww]e|[Uu]s|I|[Tt]hey|[Bb]oth|[Ss]?[Hh]e)\b"


def _reference_starts(counted: list[str]) -> re.Pattern[str]:
    """Return where a word for parties named elsewhere, or an ordinal, can begin."""
    bare = [f"{the} {word}" for the in ("the", "The") for word in ("pair", "trio", "tril")]
    ordinals = re.findall("[a-z]{4,}", ENGLISH_ORDINALS)
    written = [
        *counted,
        *bare,
        *MET,
        *(w.lower() for w in MET),
        *ordinals,
        *map(str.capitalize, ordinals),
    ]
    return word_start(written, PRONOUNS, r"\d{1,3}(?:st|nd|rd|th)")


@lru_cache(maxsize=1)
def english_words() -> EnglishWords:
    """Compile the English lists."""
    words = load_words("en")
    numbers = {word: int(value) for word, value in words["numbers"].items()}
    nouns = [
        n for noun in words["anaphors"]["nouns"] for n in (noun, noun.title(), noun.capitalize())
    ]
    determiners = [
        d for word in words["anaphors"]["determiners"] for d in (word, word.capitalize())
    ]
    counted = "|".join(numbers)
    return EnglishWords(
        starts=_reference_starts([f"{d} {n[:3]}" for d in determiners for n in (*nouns, *numbers)]),
        anaphor=re.compile(
            rf"\b(?:(?:{'|'.join(determiners)}) (?:(?P<number>{counted}) )?{tree(nouns, longest=True)}\b(?: \(NSAs\))?"
            rf"|[Tt]he (?:(?P<bare>{counted})|pair|trio|trilateral)(?= (?:also |further |then |jointly |both )?(?:[a-z]+ed|held|met|spoke|will|have|has|had|are|were|took|undertook)\b)"
            rf"|(?:(?<=[.;:!?] )|(?<=\n)|(?<=\d\. )|\A)(?P<all>{'|'.join(MET)})(?= (?:also |further |then |jointly |both )?(?:[a-z]+ed|look|looked|welcome|agree|note|underline|reaffirm|will|have|are|were|took|undertook|saw|held|met|emphasi[sz]e|recogni[sz]e|condemn|support|call|express|urge|commit|encourage|acknowledge|stress|reiterate|affirm)\b)"
            rf"|(?<=, )(?:participants|delegates|delegations|ministers|leaders)(?= (?:also |further |jointly )?(?:[a-z]+ed)\b)"
            rf"|(?P<we>[Ww]e|Us|us|I(?= [a-z])(?<!War I)(?<!Phase I)(?<!Part I)(?<!Title I)(?<!Charles I))\b|(?P<they>[Tt]hey|[Bb]oth)\b(?! of the| the | [A-Z])|(?P<one>[Hh]e|[Ss]he)\b)"
        ),
        numbers=numbers,
        ordinal=re.compile(
            rf"(?=[IFSTENifsten\d])(?<!\w)({_either_case(ENGLISH_ORDINALS)})\b(?=[ -])"
        ),
        round=either(words["sessions"]["round"]),
        head=either(words["sessions"]["head"]),
        level=either(words["sessions"]["level"]),
        verbs=either(words["verbs"]["policy"]),
    )

"""The setting of an event: frame, place, status, count, and whether it is wished rather than told."""

import re
from typing import Final

from comity.extract.clauses import clause_end, clause_start
from comity.extract.mentions import tags as t
from comity.extract.mentions.mention import Mention, Sentence
from comity.model import Span
from comity.text.numerals import parse_numeral

FRAME: Final = f"[{t.SESSION}{t.MECHANISM}{t.BODY}{t.INSTRUMENT}{t.EXERCISE}]"
ZH_FRAME: Final = re.compile(
    f"(?:在|出席|参加|于|依托)?({FRAME})[^，。；]{{0,10}}?(?:期间|框架下|框架内|上(?=，|[\u4e00-\u9fff])|之际|机制下|活动中)"
)
EN_FRAME: Final = re.compile(
    rf"(?:on the (?:margins|sidelines) of|during|in the framework of|within the framework of|under the auspices of|as part of|while attending|at|under|following|in) (?:the |an? |this year['’]s )?[^,;.{t.ACTOR}]{{0,24}}?({FRAME})"
)
ZH_PLACE: Final = re.compile(
    f"(?:在|于|赴|抵达|到(?!访)|位)(?:[^，。；京华会同与和访{t.PLACE}{t.ACTOR}]{{0,3}})([{t.PLACE}{t.ACTOR}])(?!的?(?:亚太|框架|基础|问题|关系))"
)
EN_PLACE: Final = re.compile(rf"\b(?:in|at|to|near|off|arrived at|aboard) (?:the )?([{t.PLACE}])")
# A verb under one of these is wished, owed or promised, not told.
ZH_MODAL: Final = re.compile(
    rf"[正已{t.ACTOR}{t.ANAPHOR}]就$|是否|应该|应当|应(?![^，]{{0,12}}邀请|邀|约|对|用|急)|要(?!求|员)|每年|每月|每周|定期(?!会晤|磋商|会议|会谈|轮换)|愿意|愿|希望|期待|需要|必须|争取|力争|致力于|努力|主张|支持|倡议|提议|建议|呼吁|敦促|推动|促进|加强|深化|拓展|扩大|继续|可以|能够|欢迎|鼓励|反对|拒绝|确保|坚持|如果|一旦|考虑|打算|试图|企图|图谋|意图|扬言|威胁|讨论|商讨|酝酿|以便|为了|旨在|落实|加快|办好|用好|做好|通过|(?:研究|探索|探讨|撤销|撤回|暂缓|中止)$"
)
EN_MODAL: Final = re.compile(
    r"\b(?:should|must|would|could|may|can|might|encourag\w+|urge[sd]?|call(?:s|ed)? (?:on|for)|strengthen\w*|enhance\w*|deepen\w*|promot\w+"
    r"|(?:agree[ds]?|decide[ds]?|plan(?:s|ned)?|intend\w*|seek\w*|aim\w*|hope[ds]?|want\w*|need\w*|commit\w*|continue\w*|ready|willing|how|ways|opportunit\w+|order|resolve\w*|determin\w+|propos\w+|offer\w*|invit\w+|pledg\w+|refus\w+|help\w*|support\w*|effort\w*|work\w*|forward|importance|committed|need)"
    r"(?: \w+){0,2}? (?:to|of|on)|(?:ideas?|proposals?|possibility|prospects?|feasibility|need|importance|discussions?|plans?) (?:for|on|of) the"
    r"|(?:call(?:s|ed|ing)? (?:up)?on|urg\w+|ask(?:s|ed)?|want(?:s|ed)?|allow\w*|invit\w+|encourag\w+|press\w*|persuad\w+) [^.;,]{1,48} to|yet to)\s*(?:\w+ly )?(?:jointly )?$"
)
ZH_NEGATED: Final = re.compile(
    r"(?:没有|不再|未曾|尚未|并未|未能|未|从未|不会|不曾|拒绝|取消|推迟)[^，。]{0,4}$|否认(?!了?制裁)[^，。；]{0,40}$"
)
EN_NEGATED: Final = re.compile(
    r"\b(?:not|never|no longer|did not|has not|have not|failed to|refused to|declined to|cancell?ed|postponed)\s*(?:\w+ )?$",
    re.IGNORECASE,
)
ZH_PLANNED: Final = re.compile(
    # 将两国关系提升为: there 将 only puts the object first
    # 上将, 中将: a rank, unless 上 or 中 ends what stands before it (会上将, 过程中将)
    r"(?:(?<![大少准名])(?<![^会坛礼式仪]上)(?<![^程习展动谈访作务练流议会期其]中)将(?![领帅官])(?![^，。；]{0,16}关系(?:[从由][^，。；]{1,12})?(?:正式|共同|进一步|全面)*$)于?|拟于?|原定于?|原计划|原拟|计划(?!署|经济|生育|委员会|目标)|定于|即将|将要|力争|争取|预定|准备)[^，。；]{0,30}(?:，[^，。；]{0,30})?$"
)
# 原定…访华，后推迟: what is put off has not happened.
ZH_PUT_OFF: Final = re.compile(
    "[^，。；]{0,24}，(?:但|后来|后|随后|最终|之后|这一|该|因[^，。；]{0,12}|[^，。；]{0,4}访问)*(?:被|宣布|临时)?"
    "(?:推迟|延期|取消(?!了?(?:对|所有|制裁))|未能成行|搁置)"
)
EN_PLANNED: Final = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were) to|(?:was|were|had been|has been) (?:scheduled|due|expected|set)|plans? to|planning to|planned|scheduled|is due to|are due to|upcoming|intends? to|later this)\b[^.;]{0,60}$"
)
# What was put off or called off did not happen.
EN_PLANNED_AFTER: Final = re.compile(
    r"^[^.;,]{0,20}\b(?:planned|scheduled|to be held)\b"
    r"|^[^.;]{0,70}\b(?:was|were|been|but|then|later) (?:\w+ )?(?:postponed|cancell?ed|called off|shelved|put off)\b"
)
EN_DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed)|refut(?:es|ed))\b[^,;.]{0,24}?(?: that| having)\b[^.;]{0,60}$"
)
# 正在访韩的国务卿: there 正在 is of the guest's stay.
ZH_ONGOING: Final = re.compile(
    rf"(?:正在(?!访[{t.ACTOR}{t.PLACE}]|来{t.ACTOR}|[^，。；]{{0,10}}的)|正(?!在)|现正|继续|持续|不断)[^，。；]{{0,10}}$"
)
EN_ONGOING: Final = re.compile(
    r"\b(?:is|are|has been|have been|currently|continue[sd]? to|continues)\s*(?:\w+ )?$"
)
ZH_COUNT: Final = re.compile(
    r"([0-9一二两三四五六七八九十]+)(?:次|场|轮|批|架次)|(多次|数次|多轮|多场|若干)"
)
EN_COUNT: Final = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:rounds|times|meetings|joint|exercises|calls|visits|drills|sessions|naval|military)|\b(many times|several times|multiple times|repeatedly|several rounds|numerous)\b"
)
ZH_DAYS: Final = re.compile(r"为期([0-9一二两三四五六七八九十]+)天")
EN_DAYS: Final = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|\d{1,2})-day\b")


# 继续 carries on what is wished; of a fight it only says that it goes on.
NO_WISH: Final = frozenset({"通过"})
GOING_ON: Final = frozenset({"通过", "继续", "扩大", "加强"})


def under_modal(
    sentence: Sentence, index: int, after: int = 0, no_wish: frozenset[str] = NO_WISH
) -> bool:
    """Say whether the words before a verb, within its clause and after ``after``, make it a wish or duty."""
    if sentence.language == "en":
        return bool(EN_MODAL.search(sentence.tagged[max(0, index - 70) : index]))
    first = clause_start(sentence, index)
    words = sentence.tagged[max(after, first) : index]
    if any(m.group() not in no_wish for m in ZH_MODAL.finditer(words)):
        return True
    return not after and _still_wished(sentence, first, index)


# 愿同某方一道，早日达成…; 中方愿…，成立…: a bare verb after a wish is wished too.
ZH_WISH: Final = re.compile(
    "(?=[愿希期呼敦力争建倡])(?:愿(?!景|望)|希望|期待|呼吁|敦促|力争|争取|建议|倡议(?=，))"
)
# … until a clause has a subject or a date of its own, or tells what followed.
ZH_OWN: Final = re.compile(
    f"，(?:并|还|也|同时|而|但)?(?:[{t.ACTOR}{t.ANAPHOR}{t.BODY}{t.DATE}]|会后|会谈后|随后|此外|会议|访问期间)|并于|还于"
)


def _still_wished(sentence: Sentence, first: int, index: int) -> bool:
    """Say whether a verb stands, without subject, date or 了 of its own, behind a wish."""
    if not first or sentence.tagged.startswith("了", index + 2):
        return False
    begun = max(sentence.tagged.rfind(stop, 0, index) for stop in "。；")
    wish = ZH_WISH.search(sentence.tagged, begun + 1, first)
    if wish is None:
        return False
    after = wish.end() + 2 if sentence.tagged.startswith("，", wish.end()) else wish.end()
    return not ZH_OWN.search(sentence.tagged, after, index)


def status_of(
    sentence: Sentence, start: int, first: int, last: int
) -> tuple[str, tuple[Span, ...]]:
    """Return the status that the words around a verb give, and those words."""
    zh = sentence.language == "zh"
    before = sentence.tagged[_reach_back(sentence, first) if zh else max(0, first - 80) : first]
    base = first - len(before)
    checks = (
        ("denied", ZH_NEGATED if zh else EN_NEGATED),
        *(() if zh else (("denied", EN_DENIED),)),
        ("planned", ZH_PLANNED if zh else EN_PLANNED),
        ("ongoing", ZH_ONGOING if zh else EN_ONGOING),
    )
    for status, words in checks:
        if match := words.search(before):
            return status, (sentence.span(base + match.start(), base + match.end()),)
    if zh and (match := ZH_PUT_OFF.match(sentence.tagged, last)):
        return "planned", (sentence.span(*match.span()),)
    if not zh and (match := EN_PLANNED_AFTER.search(sentence.tagged[last : last + 110])):
        return "planned", (sentence.span(last + match.start(), last + match.end()),)
    return "occurred", ()


# 即将出席峰会，并对…进行访问: what follows with 并 lies ahead as well.
ZH_ALSO: Final = re.compile("，(?:并|还|同时|期间|其间|赴|前往)(?!非|未)")


def _reach_back(sentence: Sentence, verb: int) -> int:
    """Return where the words that govern a verb begin: its clause, or the one that 并 carries on."""
    start = clause_start(sentence, verb)
    carried = start and ZH_ALSO.match(sentence.tagged, start - 1)
    return clause_start(sentence, start - 1) if carried else start


def frame_of(sentence: Sentence, start: int, end: int) -> Mention | None:
    """Return the mechanism, meeting or series within which a tagged stretch happens, if named."""
    setting = ZH_FRAME if sentence.language == "zh" else EN_FRAME
    limit = clause_end(sentence, end)
    best: Mention | None = None
    for match in setting.finditer(sentence.tagged, 0, limit):
        mention = sentence.mentions.get(match.start(1))
        if mention and (match.start() <= start or best is None):
            best = mention
    return best


def place_of(sentence: Sentence, start: int, end: int) -> Mention | None:
    """Return the place named nearest to a tagged stretch in its clause, if any."""
    limit = clause_end(sentence, end)
    wording = ZH_PLACE if sentence.language == "zh" else EN_PLACE
    found = [sentence.mentions[m.start(1)] for m in wording.finditer(sentence.tagged, 0, limit)]
    found = [m for m in found if not m.extra.get("person")]
    if not found:
        found = [
            m.extra["place"]
            for i, m in sentence.within(0, limit)
            if m.tag == t.SESSION and m.extra.get("place")
        ]
    return found[-1] if found else None


def days_of(sentence: Sentence, start: int) -> int | None:
    """Return how many days an act lasts, if the words after ``start`` say so."""
    wording = ZH_DAYS if sentence.language == "zh" else EN_DAYS
    match = wording.search(sentence.tagged, start)
    return parse_numeral(match.group(1)) if match else None


def count_of(sentence: Sentence, start: int, end: int) -> tuple[int | None, tuple[Span, ...]]:
    """Return how many happenings a tagged stretch tells of (None: more than one, number unsaid)."""
    wording = ZH_COUNT if sentence.language == "zh" else EN_COUNT
    match = wording.search(sentence.tagged, start, end)
    if not match:
        return 1, ()
    if sentence.language == "zh" and sentence.tagged[max(0, match.start() - 1)] == "第":
        return 1, ()
    span = (sentence.span(*match.span()),)
    return (parse_numeral(match.group(1)) if match.group(1) else None), span

"""The Chinese date grammar as patterns. Simplified characters; `zh.fold` maps the rest."""

import re
from typing import Final

NUMERAL: Final = "〇零○一二三四五六七八九"
MONTH: Final = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十元])"
DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
COUNT: Final = r"(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,4}|几|数|多)"
YEAR4: Final = (
    rf"(?:[12][0-9]{{3}}|[一二][{NUMERAL}]{{3}}|两千(?:[零〇]?[一二三四五六七八九十]{{1,3}})?)"
)
# 至, 到 and dashes make a range; 和, 与, 及 and 、 a join.
RANGE: Final = r"\s?(?:至|到|[—－–\-~～ー]{1,2}|一(?=[0-9]))\s?"
JOIN: Final = r"\s?(?:和|与|及|以及|、|，(?=[0-9]{1,2}[日号]))\s?"
LINK: Final = rf"(?:{RANGE}|{JOIN})"
# 中 is mid-month only where no name such as 中国 or 中俄 can begin.
MID: Final = r"中(?=[，。、；）)\s到至]|$)"
TERM: Final = r"[，。、；：）)\]”\s]|$"

# Words that count from the document's date, and words that count from the last date in the text.
SAID_YEAR: Final = {
    "今年": 0,
    "本年度": 0,
    "本年": 0,
    "去年": -1,
    "昨年": -1,
    "上年度": -1,
    "上年": -1,
    "大前年": -3,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "大后年": 3,
    "后年": 2,
}
RUNNING_YEAR: Final = {"同年": 0, "当年": 0, "该年": 0, "次年": 1, "翌年": 1, "转年": 1}
SAID_MONTH: Final = {
    "本月": 0,
    "这个月": 0,
    "上个月": -1,
    "上一个月": -1,
    "上月": -1,
    "下个月": 1,
    "下月": 1,
}
RUNNING_MONTH: Final = {"当月": 0, "同月": 0, "该月": 0, "次月": 1, "翌月": 1}
SAID_DAY: Final = {
    "今天": 0,
    "今日": 0,
    "今晨": 0,
    "今早": 0,
    "今晚": 0,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "前天": -2,
    "前日": -2,
    "明天": 1,
    "明日": 1,
    "后天": 2,
}
RUNNING_DAY: Final = {
    "当天": 0,
    "当日": 0,
    "同日": 0,
    "同一天": 0,
    "次日": 1,
    "翌日": 1,
    "第二天": 1,
}
SAID_QUARTER: Final = {
    "本季度": 0,
    "这个季度": 0,
    "上个季度": -1,
    "上季度": -1,
    "下下个季度": 2,
    "下个季度": 1,
    "下季度": 1,
}

PARTS: Final = {
    "初": "start",
    "初期": "early",
    "伊始": "start",
    "上旬": "early",
    "头": "start",
    "中": "mid",
    "中旬": "mid",
    "中期": "mid",
    "中叶": "mid",
    "底": "end",
    "末": "end",
    "终": "end",
    "下旬": "late",
    "末期": "late",
    "后期": "late",
    "中下旬": "mid-late",
    "上中旬": "early-mid",
    "中后期": "second-half",
    "中上旬": "early-mid",
    "上半月": "first-half",
    "下半月": "second-half",
    "上半叶": "first-half",
    "下半叶": "second-half",
    "前期": "first-half",
    "前半": "first-half",
    "后半": "second-half",
    "下叶": "late",
}
SEASONS: Final = {"春": 1, "夏": 2, "秋": 3, "冬": 4}


def _words(table: dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


MONTH_PART: Final = rf"(?:上中旬|中上旬|中下旬|上旬|中旬|下旬|上半月|下半月|初(?![步次级期审选衷心始])|底(?!气|线|层|部)|末(?!端|日)|{MID})"
YEAR_PART: Final = (
    rf"年?(?:初(?![步次级期审选])|底(?!气|线|层|部)|末(?!端|日)|终(?!于|究)|{MID}|伊始)"
)

YEAR: Final = re.compile(
    rf"""
    (?:公元)?(?P<year>{YEAR4})(?:\s?年(?!级|代|轻|薪|龄|均|限|化|纪)度?(?:内|间|的(?=[前最第上下]))?|(?={RANGE}(?:{YEAR4}|[0-9]{{2}})\s?年(?!代)))
  | (?P<short>[0-9]{{2}}|[{NUMERAL}]{{2}})年度?(?=\s?(?:{MONTH}月|第{MONTH}个月|第?[一二三四1-4]季|[初底末]|年[初底末]|[上下]半年|[春夏秋冬][季天]))
  | (?P<zero>0[0-9])年
  | 民国(?P<minguo>{COUNT})年
  | (?P<said>{_words(SAID_YEAR)}|{_words(RUNNING_YEAR)})(?:的(?=[前最第上下]|{MONTH}月))?
""",
    re.X,
)
COMMON: Final = rf"""
    (?P<month>(?<![第每个/.])(?:{MONTH}))\s?(?:月份?(?!球|饼|亮|薪|租|票|台|光|革命)|(?={LINK}{MONTH}\s?月)(?![/.]))
      (?:\s?(?:(?P<day>{DAY})(?:\s?[日号](?!本|元|圆)|(?={LINK}{DAY}\s?[日号])|(?={TERM}))|(?P<mpart>{MONTH_PART}))
        |前(?P<firstdays>{COUNT})[天日])?
  | (?P<half>[上下前后]半年)
  | 前(?P<firstq>[二两三四2-4])个?季度?
  | (?:第(?P<q>[一二三四1-4])|(?P<q2>[一二三四1-4首头]))个?季度(?P<qpart>[初末底])?
  | [Qq](?P<q3>[1-4])(?:季度?)?
"""
BARE: Final = re.compile(COMMON, re.X)
INNER: Final = re.compile(
    rf"""{COMMON}
  | 第(?P<nth>{MONTH})个月
  | (?P<end>前|头|最后|后)\s?(?P<count>{COUNT})\s?个月
  | 前(?P<yeardays>{COUNT})[天日]
  | (?P<season>[春夏秋冬])(?:季(?!度|节)|天|(?!节|晚|耕|运|奥|训|威|令|收|至|季))
  | (?P<ypart>{YEAR_PART})
""",
    re.X,
)
STANDALONE: Final = re.compile(
    rf"""
    (?P<ymd>(?<![0-9.])(?P<ny>[12][0-9]{{3}})(?:(?P<sep>[-/.]|\s)(?P<nm>1[0-2]|0?[1-9])(?P=sep)|\.(?P<nm2>0[1-9]|1[0-2])-)(?P<nd>3[01]|[12][0-9]|0?[1-9])(?![0-9.]*[0-9]))
  | (?P<dmy>(?<![0-9./])(?P<a>[0-3]?[0-9])(?P<sep2>[/.-])(?P<b>[0-3]?[0-9])(?P=sep2)(?P<y3>[12][0-9]{{3}})(?![0-9]))
  | (?P<ym>(?<![0-9.])(?P<ymy>(?:19|20)[0-9]{{2}})[./](?P<ymm>1[0-2]|0[1-9])(?![0-9.%]))
  | (?P<eight>(?<![0-9A-Za-z])(?:19|20)[0-9]{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z]))
  | (?P<spanyears>(?<![0-9.\-/—–])(?P<y1>(?:19|20)[0-9]{{2}}){RANGE}(?P<y2>(?:19|20)[0-9]{{2}})(?![0-9.\-/—–年]))
  | (?P<decade>(?:(?P<cent>上个?|本|[12]?[0-9]|二?十[一二三四五六七八九]?|二十一?)世纪|(?P<cent4>1[0-9]|20))?(?P<tens>[二三四五六七八九]十|[0-9]0)年代(?P<dpart>中后期|[初中后末前]期|初|中叶|中|末)?)
  | (?P<century>(?P<c>上个?|本|[12]?[0-9]|二?十[一二三四五六七八九]?|二十一?)世纪(?!海上|丝绸|之路)(?P<cpart>[上下]半叶|中叶|[初中后末前]期|初|末)?)
  | (?P<plan>[“"「]?(?P<planno>十[一二三四五]?|[八九])五[”"」]?(?:规划)?(?:时期|期间|末(?!期)))
  | (?P<mday>{_words(SAID_DAY)}|{_words(RUNNING_DAY)})
  | (?P<mmonth>{_words(SAID_MONTH)}|{_words(RUNNING_MONTH)})份?(?!球|亮)(?:(?P<mmday>{DAY})[日号]|(?P<mmpart>{MONTH_PART}))?
  | (?P<mquarter>{_words(SAID_QUARTER)})(?P<mqpart>[初末底])?
  | (?P<barepart>(?<![0-9{NUMERAL}十百千今去明后前每近多数几两同当次全常])年(?:初(?![步次])|底|末|内(?!第)|{MID}))
  | (?P<ahead>过去|最近|近|未来|今后|接下来的?|这)(?:的)?(?P<n>{COUNT})(?P<nmore>多|余)?(?P<nunit>年|个月|天|周|个季度)(?:多)?(?:来|间|内|以来)?(?!级|代|月)
  | (?<![0-9第])(?P<m>{COUNT})(?P<mmore>多|余)?(?P<munit>年|个月|天)(?P<mdir>多?来|前(?!后))
  | (?P<up>上|下)(?P<upn>[0-9]|[一二两三四五六七八九])个(?P<upunit>月|季度)
""",
    re.X,
)
# After a link a day may be a bare Chinese numeral: 从一月十日到十二日.
DAY_ONLY: Final = re.compile(
    rf"(?P<day>{DAY})(?:\s?[日号](?!本|元|圆|内)|(?={LINK}{DAY}\s?[日号]))(?P<part>)"
)
# 梁光烈十七日抵达: from the tenth on a bare day may be written out, where it counts nothing.
WRITTEN_DAY: Final = (
    r"(?<![一二三四五六七八九续达约近数几余多满共用经过历每隔逾仅])"
    r"(?:二?十[一二三四五六七八九]|二十|三十一?)"
)
LONE_DAY: Final = re.compile(
    rf"(?<![0-9第期时])(?P<day>3[01]|[12][0-9]|0?[1-9]|{WRITTEN_DAY})(?:日(?!本|元|圆|内|间|龄|程|游)|(?={RANGE}{DAY}日))"
)
RANGE_LINK: Final = re.compile(RANGE)
JOIN_LINK: Final = re.compile(JOIN)
BETWEEN: Final = re.compile(r"\s?(?:之间|期间)")

# Where a date can begin: digits or numerals with a unit behind them, or one of the words above.
# 今明两年, 明后年: two years side by side, by their distance from the year of writing.
YEAR_PAIR: Final = re.compile(r"(?P<pair>去今|今明|明后)(?:[两二]年|年)(?![初底末中内])")
PAIRED: Final = {"去今": -1, "今明": 0, "明后": 1}
CANDIDATE: Final = re.compile(
    rf"(?:上上|[上下]个?|本|这个?)?(?:周|星期|礼拜)[一二三四五六日天]|(?:去今|今明|明后)[两二]?年|[0-9][0-9]{{0,7}}(?=\s?[年月日世个天周季./\-—–－~～至到和与及、]|\s[0-9])"
    rf"|[{NUMERAL}十两廿](?=[{NUMERAL}十百廿]{{0,6}}(?:[年月世季]|个[月季]))|[一二三]?十[一二三四五六七八九]?(?=日)"
    r"|下下个季|[今去明后前本上下当同该次翌转来昨大这](?=[年月日天季后前晨早晚一个0-9一二两三四五六七八九世])"
    r"|第[一二三四1-4]个?季|首季|头季|前[二两三四2-4]个?季|[上下]半年|第二天|第.个月|第十.个月"
    r"|过去|最近|近[0-9一二两三四五六七八九十几数]|未来|今后|接下来|两千|民国|Q[1-4]|[几数][年个天]"
    r"|[“\"「]?[十八九][一二三四五]?五[”\"」]?(?:规划)?[时期末]|年[初底末内中]|公元"
)

SINCE_BEFORE: Final = ("自从", "自", "从")
UNTIL_BEFORE: Final = ("截止到", "截至到", "截至", "截止", "直到", "直至", "迄至")
OPEN_AFTER: Final = re.compile(
    r"\s?(?:(?P<since>以来|至今(?!后)|迄今|起(?![草诉源点步动飞降义来早初因])|开始|或(?:之|以)后|及(?:之|以)后)"
    r"|(?P<until>或(?:之|以)前|及(?:之|以)前)"
    r"|(?P<after>(?:之|以)后|后(?![半期续勤者排方来备卫果代悔盾退]))"
    r"|(?P<before>(?:之|以)前|底前|前(?![往后夕身沿景线期半三两方来进南苏不总首任外防者列后途几])(?![0-9]))"
    r")"
)

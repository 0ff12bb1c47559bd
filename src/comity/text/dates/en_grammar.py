"""The English date grammar as patterns, composed from small named pieces."""

import re
from typing import Final

MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\.?"
)
ORDINAL_WORD: Final = (
    r"(?:(?:twenty|thirty)[-\s](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|twentieth|thirtieth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth)"
)
ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
BELOW_100: Final = rf"(?:(?:{TENS})(?:[-\s](?:{ONES}))?|{TEENS}|{ONES})"
COUNT: Final = rf"(?:\d{{1,3}}|{BELOW_100}|an?)"
DAY: Final = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th))?(?![\d%]|[.,:]\d(?!\d{{3}})|[A-Za-z])|{ORDINAL_WORD}|(?:(?:twenty|thirty)[-\s](?:{ONES})|{TEENS})(?![-\s](?:{TENS}|hundred|oh\b|thousand)))"
SPOKEN_YEAR: Final = (
    rf"(?:(?:{TEENS}|twenty)[-\s](?:(?:oh|zero|o)[-\s](?:{ONES})|hundred(?:[-\s](?:and\s)?{BELOW_100})?|(?:{TENS})(?:[-\s](?:{ONES}))?|(?:{TEENS}))"
    rf"|(?:{ONES})\sthousand(?:(?:,?\s(?:{ONES})\shundred)?(?:,?\sand)?\s{BELOW_100}|,?\s(?:{ONES})\shundred)?|(?:{ONES})\shundred\s(?:and\s)?{BELOW_100})"
)
YEAR4: Final = (
    r"(?<![\d/$£€#])(?:1[0-9]|20|21)\d\d(?![\d]|[,.]\d|[-/]?[A-Za-z]*[%$€£]|-\d{1,2}(?!\d)|-\d{4})"
)
YEAR: Final = rf"(?:{YEAR4}|{SPOKEN_YEAR})"
# A year of two digits only where nothing else can be meant: after a day or month, at an end.
SHORT_YEAR: Final = r"(?:['’]\d\d|\d\d(?=\s*(?:[.,;)]|$|AD\b|BC\b)))"
DASH: Final = r"\s?[-–—~]\s?"
RANGE: Final = rf"(?:\s(?:to|through|thru|until|till|up\sto)\s(?:the\s)?|{DASH})"
JOIN: Final = r"(?:,?\s(?:and|&|or)\s(?:on\s)?(?:the\s)?|,\s(?:the\s)?)"
LINK: Final = rf"(?:{RANGE}|{JOIN})"
WEEKDAY: Final = r"(?:(?:this\s|last\s|next\s)?(?:coming\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,\s?|\s(?:the\s)?))"
DEICTIC: Final = r"(?:this|last|next|the\s(?:same|following|previous|preceding|next|last|past|current|coming|latest)|that(?:\s(?:same|very))?|the|same|following|previous|current|coming|past)"
UNIT: Final = r"(?:year|month|week|quarter|decade|century)"

PARTS: Final = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "end": "late",
    "close": "late",
    "beginning": "early",
    "start": "early",
    "first half": "first-half",
    "1st half": "first-half",
    "second half": "second-half",
    "2nd half": "second-half",
    "latter half": "second-half",
    "turn": "early",
    "latter part": "late",
    "early part": "early",
    "latter": "late",
}
MODIFIER: Final = (
    r"(?:(?P<part>early|late|mid)[-\s]"
    r"|(?:the\s)?(?P<partof>end|close|beginning|start|middle|turn|(?:early|latter)\spart|(?:first|second|1st|2nd|latter)\shalf)\sof\s(?:the\s(?:month\sof\s)?)?)"
)
X_MODIFIER: Final = MODIFIER.replace("?P<", "?P<x")
REL_YEAR: Final = r"(?:of\s|in\s)?(?P<rely>this|last|next|the\ssame|that(?:\ssame)?|the\sfollowing|the\sprevious|the\spreceding|the\snext)\syear"
# Year after a month or day: ", 2016", " of 2016", " in the year 2016", " last year".
TAIL_YEAR: Final = rf"(?:,?\s?(?:of\s|in\s)?(?:in\s)?(?:the\syear\s(?:of\s)?)?(?P<year>{YEAR})|,?\s(?:of\s)?(?P<yy>{SHORT_YEAR})|,?\s{REL_YEAR})"
IN_MONTH: Final = rf"(?:the\smonth\sof\s|month\sof\s)?(?P<month>{MONTH})"

ISO: Final = re.compile(
    rf"(?P<y>(?:1[0-9]|20|21)\d\d)(?:(?P<sep>[-/.])(?P<m>1[0-2]|0?[1-9])(?P=sep)(?P<d>3[01]|[12]\d|0?[1-9])(?![-/.]?\d)"
    rf"|(?P<sep2>[-/])(?P<mon>{MONTH})(?P=sep2)(?P<d2>3[01]|[12]\d|0?[1-9])(?!\d)"
    rf"|(?P<sep3>[-/])(?P<d3>3[01]|[12]\d|0?[1-9])(?P=sep3)(?P<mon3>{MONTH})"
    rf"|\s?(?P<sep4>[-/.])\s?(?P<m4>1[0-2]|0[1-9]|(?<=[./])[1-9])(?![-/.,]?\d|%)"
    rf"|\s(?P<mon5>{MONTH})(?:\s(?P<d5>3[01]|[12]\d|0?[1-9])(?![\d:]))?"
    rf"|(?P<mm>1[0-2]|0[1-9])(?P<dd>3[01]|[12]\d|0[1-9])(?!\d))",
    re.I,
)
NUMERIC: Final = re.compile(
    rf"(?P<a>[0-3]?\d)(?P<sep>[-/.\s])(?P<b>[0-3]?\d)(?P=sep)(?P<y>(?:1[0-9]|20)\d\d|\d\d(?!\d|\.\d))(?![-/.]?\d)"
    rf"|(?P<a2>[0-3]?\d)/(?P<b2>[0-3]?\d),\s?(?P<y2>(?:19|20)\d\d|\d\d(?=[.;)]|\s*$))(?!\d)"
    rf"|(?P<m>1[0-2]|0?[1-9])\s?(?:/|-|\s-|-\s)\s?(?P<my>(?:19|20)\d\d)(?![-/.]?\d)"
    rf"|(?P<dd>3[01]|[12]\d|0?[1-9])[-/.\s](?P<mon>{MONTH})[-/\s]?\s?(?P<y3>(?:1[0-9]|20)\d\d)(?!\d)"
    rf"|(?P<dd4>3[01]|[12]\d|0?[1-9])-(?P<y4>(?:19|20)\d\d)-(?P<mon4>{MONTH})"
    rf"|(?P<mon6>{MONTH})-(?P<y6>(?:19|20)\d\d)-(?P<dd6>3[01]|[12]\d|0?[1-9])(?!\d)",
    re.I,
)
# 4/22 without a year is a date only behind a word that asks for one.
SLASHED: Final = re.compile(
    r"(?!9/11(?!/))(?P<a>[0-3]?\d)[-/](?P<b>[0-3]?\d)(?![-/.,]?\d|[%A-Za-z])(?:\s?,\s?(?P<y>(?:19|20)\d\d))?"
)

DAY_FIRST: Final = re.compile(
    rf"(?:the\s|this\s)?(?P<day>{DAY})(?:\sday)?[-.\s]\s?(?:of\s)?(?:in\s)?{IN_MONTH}(?:{TAIL_YEAR})?",
    re.I,
)
MONTH_FIRST: Final = re.compile(
    rf"{IN_MONTH}(?:,?\s?|-)(?:the\s)?(?P<day>{DAY})(?!\s(?:and\s(?:more|a\shalf)|percent|per\scent|million|billion|members|countries|people|of\sthem))(?:(?:{TAIL_YEAR}))?",
    re.I,
)
MONTH_YEAR: Final = re.compile(rf"{MODIFIER}?{IN_MONTH}(?:{TAIL_YEAR})?", re.I)
# A bare day that takes its month from the point behind a link: "22 to 25 May".
LENT_DAY: Final = re.compile(
    rf"(?:the\s)?(?P<day>{DAY})(?={LINK}(?:the\s)?{DAY}(?:{LINK}(?:the\s)?{DAY})?(?:\sday)?\s(?:of\s)?{MONTH})",
    re.I,
)
# A bare day behind a link: "September 4-5", "from April 27th to the 3rd".
NEXT_DAY: Final = re.compile(
    rf"(?:the\s)?(?P<day>{DAY})(?!\s(?:{MONTH}|of\s{MONTH}|[a-z]+s\b|percent|million|billion|other|more))(?:,?\s(?:of\s)?(?P<year>{YEAR4}|{SPOKEN_YEAR}))?",
    re.I,
)

DECADE: Final = re.compile(
    rf"{MODIFIER}?(?:the\s)?(?:(?P<decade>(?:1[0-9]|20)\d0)['’]?\s?s\b|(?P<spoken>nineteen|eighteen|twenty)[-\s](?P<tens>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|(?P<lone>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b|['’](?P<short>[2-9]0)s\b)",
    re.I,
)
CENTURY: Final = re.compile(
    rf"(?:(?:the\s)?(?P<cq>first|second|third|fourth|last)\squarter\sof\s)?{MODIFIER}?(?:the\s)?(?P<century>(?:[12]?\d)(?:st|nd|rd|th)|{ORDINAL_WORD})[-\s]century\b",
    re.I,
)
QUARTER: Final = re.compile(
    rf"{X_MODIFIER}?(?:(?:the|its|a\sflat)\s)?(?:(?P<rely0>(?:last|next|this)\syear['’]s|year-(?:earlier|ago))\s|(?P<before>{YEAR4})[-\s]?(?:the\s)?)?"
    rf"(?:fiscal[-\s])?(?:(?P<q>first|second|third|fourth|last|1st|2nd|3rd|4th)[-\s](?P<what>quarter|qtr|half)(?!\s(?:century|final|hour))|(?P<hq>[QH])(?P<n>[1-4])(?![\w]))"
    rf"(?:-(?P<year2>(?:19|20)\d\d)\b|[-\s](?:of\s|in\s)?(?:the\syear\s)?(?:fiscal\syear\s|FY\s?)?(?P<year>{YEAR})|\s{REL_YEAR}|\sof\sthe\syear)?",
    re.I,
)
# The quarter that is reported on is the last one closed, or the same one a year before.
REPORTED_QUARTER: Final = re.compile(
    r"(?:the\s)?(?:year-(?:ago|earlier)(?:\s(?:quarter|period)\b|\b(?!\s\w+[-\s]quarter))"
    r"|latest\squarter\b|last\syear['’]s\squarter\b|quarter\sa\syear\s(?:ago|earlier)\b)",
    re.I,
)
HALVES: Final = re.compile(
    rf"(?:the\s)?(?P<which>first|last)\s(?P<count>{BELOW_100}|\d{{1,2}})\s(?P<unit>months|quarters)\sof\s(?:(?P<year>{YEAR})|{REL_YEAR})",
    re.I,
)
SEASON: Final = re.compile(
    rf"(?:the\s)?(?:(?:early|late|mid)[-\s])?(?P<season>spring|summer|autumn|fall|winter)(?:,?\s(?:of\s)?(?P<year>{YEAR})|\s{REL_YEAR})"
    rf"|(?P<this>this|last|next)\s(?P<season2>spring|summer|autumn|fall|winter)\b",
    re.I,
)
YEAR_ALONE: Final = re.compile(
    rf"{MODIFIER}?(?:the\s)?(?:(?:calendar|fiscal|financial)\s)?(?:years?\s(?:of\s)?(?P<named>{SPOKEN_YEAR}|\d{{3,4}})\b(?!\.\d)"
    rf"|(?:fiscal(?:\syear)?\s|FY[-\s]?|FY['’])(?P<fy>(?:19|20)\d\d|\d\d)\b|(?P<year>{YEAR4})(?:\s(?:AD|CE)\b|\sA\.D\.)?)",
    re.I,
)
YEAR_SPAN: Final = re.compile(
    r"(?P<y1>(?:1[5-9]|20|21)\d\d)(?:\s?[-–—~]\s?(?=\d{4})|[-–/])(?P<y2>\d\d(?:\d\d)?)(?![-/.–]?\d|[A-Za-z%])"
)

TODAY: Final = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "now": 0,
    "current date": 0,
    "the day after tomorrow": 2,
    "the day before yesterday": -2,
}
DAY_WORD: Final = re.compile(
    r"(?P<word>the\sday\sbefore\syesterday|the\sday\safter\stomorrow|today|yesterday|(?<!of\s)tomorrow(?!['’]s))(?!['’]s\s(?:strategic|world|challenges|generation|leaders|security|global|environment|threats|society|economy))\b"
    r"|(?P<running>(?:on\s)?(?:the\ssame|that\ssame|the\sfollowing|the\snext)\sday)\b",
    re.I,
)
SAID: Final = re.compile(
    rf"(?:(?P<sofar>earlier|later|late|early|end(?:\sof)?|the\send\sof|(?:the\s)?beginning\sof|(?:the\s)?(?:rest|remainder)\sof)\s(?:in\s)?)?"
    rf"(?P<deictic>{DEICTIC})\s(?:fiscal\s|calendar\s|coming\s)?(?P<unit>{UNIT})(?:['’]s\s(?P<end>end)|(?P<poss>['’]s))?(?!-(?:long|old|round)|[-\s]century)(?:\s(?P<afternext>after\snext))?\b",
    re.I,
)
YEAR_END: Final = re.compile(
    r"(?:around\s|(?:the\s|at\s|at\sthe\s)?end\sof\s(?:the\s)?(?=year\b))?(?P<ye>year(?:['’]s)?[-\s]end|(?<=of\s)year\b)",
    re.I,
)
SAID_MONTH: Final = re.compile(
    rf"(?P<deictic>this|last|next|(?:in\s)?the|that)\s(?:past\s|coming\s)?(?P<month>{MONTH})(?!\s?\d)",
    re.I,
)
DAY_OF_SAID: Final = re.compile(
    rf"(?:the\s)?(?P<day>{DAY})(?:\sday)?\s(?:of\s)?(?P<deictic>this|last|next|the\ssame|the\sfollowing|that)\smonth",
    re.I,
)
LAST_DAY: Final = re.compile(
    rf"(?:the\s)?(?:(?P<nth>{ORDINAL_WORD}|\d(?:st|nd|rd|th))\s)?last\sday\s(?:of|in)\s(?P<month>{MONTH})(?:{TAIL_YEAR})?",
    re.I,
)
EDGE: Final = re.compile(
    r"(?:the\s)?(?P<edge>end|close|beginning|start|middle)\sof\s(?P<unit>year|month|quarter)\b",
    re.I,
)
# What ends a range at the day of the document: "from 2015 to the present".
NOW: Final = re.compile(r"(?:now|(?:the\s)?present(?:\sday)?|(?:the\s)?current\sdate|date)\b", re.I)
UNITS_PLURAL: Final = r"(?:days?|weeks?|months?|quarters?|years?|decades?)"
LENGTH: Final = re.compile(
    rf"(?:(?P<over>over|in|during|within)\s)?(?:the\s)?(?P<dir>past|last|previous|preceding|next|coming|upcoming|following)\s(?P<n>{COUNT})\s(?:(?:upcoming)\s)?(?P<unit>{UNITS_PLURAL})\b"
    rf"|(?P<n4>{COUNT})\s(?P<dir4>upcoming|coming)\s(?P<unit4>{UNITS_PLURAL})\b"
    rf"|(?:(?:almost|nearly|about|some|over|more\sthan)\s)?(?P<n2>{COUNT})\s(?P<unit2>{UNITS_PLURAL})(?:,?\s(?:and\s)?(?P<n2b>{COUNT})\s(?P<unit2b>{UNITS_PLURAL}))?(?:,?\s(?:and\s)?(?P<n2c>{COUNT})\s(?P<unit2c>{UNITS_PLURAL}))?\s(?P<dir2>ago|earlier|hence|from\snow)\b"
    rf"|(?P<within>within|in)\s(?P<n3>{COUNT})\s(?P<unit3>{UNITS_PLURAL})(?!\s(?:of|since|ago|for|to|old|and\s))\b",
    re.I,
)

OPENING: Final = {
    "since": "since",
    "starting": "since",
    "starting on": "since",
    "starting from": "since",
    "beginning": "since",
    "beginning on": "since",
    "beginning in": "since",
    "starting in": "since",
    "until": "until",
    "till": "until",
    "by": "until",
    "as of": "until",
    "up to": "until",
    "no later than": "until",
    "not later than": "until",
    "before": "before",
    "prior to": "before",
    "earlier than": "before",
    "after": "after",
    "later than": "after",
    "following": "after",
    "through": "until",
    "ever since": "since",
}
LEAD: Final = re.compile(
    r"(?:^|(?<![\w-]))(?P<lead>ever since|since|starting(?: on| from| in)?|beginning(?: on| in)?|until|till|by|as of|up to|(?:no|not) later than"
    r"|before|prior to|earlier than|later than|after|from|between|in|on|during|at|through)\s+(?:the\s)?(?:(?P<about>around|about)\s)?\Z",
    re.I,
)
ONWARDS: Final = re.compile(
    r",?\s(?:(?P<since>onwards?|and (?:beyond|after|later|greater|onwards?)|or later)|(?P<until>or (?:before|earlier)|and (?:before|earlier)))\b(?!\s(?:than\s)?\d)",
    re.I,
)
BETWEEN_AND: Final = re.compile(r"\s(?:and|to|through|until)\s(?:the\s)?", re.I)
RANGE_LINK: Final = re.compile(RANGE, re.I)
JOIN_LINK: Final = re.compile(JOIN, re.I)

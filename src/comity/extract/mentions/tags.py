"""One private character for each kind of mention, so that patterns are plain regular expressions.

A sentence is rewritten with every mention replaced by the tag of its kind: ``9月…中美元首再次举行会晤``
becomes ``▪…▪▪元首再次举行会晤`` and one pattern over tags covers all dates and all states.
"""

from typing import Final

ACTOR: Final = (
    "\ue000"  # one or more states or acting bodies, with their offices and people merged in
)
ANAPHOR: Final = "\ue001"  # 两国, 双方, "the two sides": resolved from context
GROUP: Final = "\ue002"  # 各国, "all parties": described, never resolved
MECHANISM: Final = "\ue003"
SESSION: Final = "\ue004"  # a meeting of a mechanism: 第八轮…对话, "the 17th East Asia Summit"
INSTRUMENT: Final = "\ue005"
TITLE: Final = "\ue006"  # a text named in title marks
EXERCISE: Final = "\ue007"
PLACE: Final = "\ue008"
DATE: Final = "\ue009"
ORDINAL: Final = "\ue00a"
GRADE: Final = "\ue00b"
BODY: Final = "\ue00d"  # an organisation that can act itself: ASEAN, the UN
QUOTED: Final = "\ue00c"  # a short quotation without a name in it
# tags of the first pass only, composed into the ones above
STATE: Final = "\ue010"
ORGAN: Final = "\ue011"
OFFICE: Final = "\ue012"
PERSON: Final = "\ue013"
DEMONYM: Final = "\ue014"

SLOTS: Final[dict[str, str]] = {
    "actor": f"[{ACTOR}{BODY}]",
    "anaphor": f"[{ANAPHOR}]",
    "group": f"[{GROUP}]",
    "party": f"[{ACTOR}{ANAPHOR}{BODY}]",
    "anyone": f"[{ACTOR}{ANAPHOR}{GROUP}{BODY}]",
    "mechanism": f"[{MECHANISM}{SESSION}{BODY}]",
    "meeting": f"[{MECHANISM}{SESSION}]",
    "session": f"[{SESSION}]",
    "instrument": f"[{INSTRUMENT}{TITLE}]",
    "title": f"[{TITLE}]",
    "exercise": f"[{EXERCISE}]",
    "frame": f"[{MECHANISM}{SESSION}{BODY}{INSTRUMENT}{TITLE}{EXERCISE}]",
    "place": f"[{PLACE}{ACTOR}]",
    "country": f"[{PLACE}{ACTOR}{ANAPHOR}]",
    "where": f"[{PLACE}]",
    "date": f"[{DATE}]",
    "ordinal": f"[{ORDINAL}]",
    "grade": f"[{GRADE}]",
    "quoted": f"[{QUOTED}]",
    "named": f"[{QUOTED}{TITLE}{INSTRUMENT}{EXERCISE}{MECHANISM}{SESSION}]",
}
